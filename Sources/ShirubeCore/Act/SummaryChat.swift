/// The summary as a message to channels.
package enum SummaryChat {
    typealias Line = ChatMessage.Line
    typealias Section = ChatMessage.Section

    /// The message, whose sections follow the strategy's OODA loop.
    package static func message(_ view: SummaryView, key: String? = nil) -> ChatMessage {
        ChatMessage(
            title: view.title, shortTitle: Title.marked(view.shortTitle, mark: view.mark),
            lead: view.lead.first ?? "", sections: sections(view), text: SummaryText.render(view),
            about: ChatMessage.About(
                key: key ?? "summary/\(view.strategyID)/\(view.quarter)", kind: "summary",
                strategy: view.strategyID, at: view.cutoff, language: view.language,
                indicators: view.annex.flatMap(\.parts).flatMap(\.rows).map(\.id)),
            figures: SummaryJSON.document(view))
    }

    private static func sections(_ view: SummaryView) -> [Section] {
        let language = view.language
        let facts = view.facts.map { Line.plain("\($0.label) \($0.text)") }
        let corrections = part(
            SummaryWords.corrections[language], view.corrections.map(Line.item))
        let standing = [
            part(SummaryWords.observe[language], observe(view)),
            part(SummaryWords.orient[language], orient(view)),
        ]
        let lists = view.orient.lists.map { list in
            Section(
                lines: [.heading(list.heading)] + list.rows.flatMap { record($0, list.kind) })
        }
        let doing = [
            part(SummaryWords.decide[language], decide(view) + outcomes(view)),
            part(SummaryWords.act[language], act(view) + openActs(view)),
            part(SummaryWords.annex[language], [.plain(SummaryWords.noteRates[language])]),
        ]
        let annex = view.annex.map { goal in
            Section(lines: [.heading(goal.heading)] + self.annex(goal))
        }
        return [Section(lines: facts + view.lead.map(Line.item))]
            + (view.corrections.isEmpty ? [] : [corrections])
            + (view.closing.map { [closing($0)] } ?? []) + standing + lists + doing + annex
    }

    private static func part(_ heading: String, _ lines: [Line]) -> Section {
        Section(isRuled: true, lines: [.heading(heading)] + lines)
    }

    private static func closing(_ closing: SummaryView.ClosingPart) -> Section {
        let groups = closing.groups.flatMap { group in
            [Line.heading(group.heading)]
                + group.rows.map { Line.item("\($0.name) (\($0.departments))") }
        }
        return part(closing.heading, closing.sentences.map { Line.item($0) } + groups)
    }

    private static func observe(_ view: SummaryView) -> [Line] {
        let colon = Wording(ja: "：", en: ": ")[view.language]
        return view.observe.sentences.map { Line.item($0) }
            + view.observe.missing.map { item in
                let last = SummaryWords.lastAccepted[view.language] + colon + item.lastAccepted
                return Line.subitem(
                    "\(item.department)\(colon)\(item.given)/\(item.owed) (\(last))")
            }
    }

    private static func orient(_ view: SummaryView) -> [Line] {
        let language = view.language
        let counts = ([view.orient.total] + view.orient.goals).map { count in
            let groups = StatusGroup.allCases.map { "\($0.wording[language]) \(count.of($0))" }
            return Line.item(
                count.label + Wording(ja: "：", en: ": ")[language]
                    + groups.joined(separator: " / "))
        }
        let whole = view.orient.total.counts
        let statuses = Status.fromBestToWorst.filter { whole[$0] > 0 }.map {
            "\($0.symbol) \($0.wording[language]) \(whole[$0])"
        }
        return counts + [Line.item(statuses.joined(separator: " / "))]
            + view.orient.changes.map { Line.item($0) }
    }

    private static func record(_ row: IndicatorRow, _ kind: SummaryView.List.Kind) -> [Line] {
        let head = Line.item("\(row.statusText) \(row.name) (\(row.departments))")
        if kind == .definitionQuery { return [head] + row.questions.map { Line.subitem($0) } }
        if kind == .overridden {
            return [head] + (row.overrideText.map { [Line.subitem($0)] } ?? [])
        }
        var lines = [head, Line.subitem(SummaryText.figures(row).joined())]
        if kind == .action, !row.reasonText.isEmpty {
            lines.append(Line.subitem(row.reasonText))
        }
        return lines
    }

    private static func decide(_ view: SummaryView) -> [Line] {
        guard !view.decide.isEmpty else {
            return [Line.plain(SummaryWords.nothingToDecide[view.language])]
        }
        return view.decide.flatMap { request in
            [Line.item(request.sentence)] + request.items.map { Line.subitem($0) }
        }
    }

    private static func act(_ view: SummaryView) -> [Line] {
        guard !view.act.isEmpty else {
            return [Line.plain(SummaryWords.nothingDone[view.language])]
        }
        return view.act.map { Line.item("\($0.moment) \($0.text)") }
    }

    private static func outcomes(_ view: SummaryView) -> [Line] {
        guard let decided = view.decided, !decided.outcomes.isEmpty else { return [] }
        var lines = [Line.heading(DecisionWords.outcomes[view.language])]
        if let loopTime = decided.loopTime { lines.append(.plain(loopTime)) }
        for outcome in decided.outcomes {
            lines.append(Line.item(outcome.heading))
            let texts = [outcome.origin, outcome.act, outcome.effectText].compactMap(\.self)
            lines += (texts + outcome.comparisons).map { Line.subitem($0) }
        }
        return lines
    }

    private static func openActs(_ view: SummaryView) -> [Line] {
        guard let acts = view.decided?.acts, !acts.isEmpty else { return [] }
        return [Line.heading(DecisionWords.openActs[view.language])]
            + acts.map { Line.item("\($0.due) \($0.text) \($0.about)") }
    }

    private static func annex(_ goal: SummaryView.AnnexGoal) -> [Line] {
        goal.parts.flatMap { part in
            [part.measure, part.heading].compactMap { $0.map(Line.plain) } + part.rows.map(line)
        }
    }

    private static func line(_ row: IndicatorRow) -> Line {
        let colon = Wording(ja: "：", en: ": ")[row.language]
        let figures = SummaryText.figures(row).joined()
        return Line.item("\(row.statusText) \(row.name)\(colon)\(figures)")
    }
}
