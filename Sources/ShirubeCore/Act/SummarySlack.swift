/// The summary as Slack messages of Block Kit blocks, each within Slack's limits.
package enum SummarySlack {
    /// The messages, in the order in which they are to be posted; each is the body of one POST.
    ///
    /// Every message carries a top-level `text` for notifications and readers without blocks. Slack
    /// answers 400 to what is over a limit, so lengths are counted here and long summaries take
    /// several messages.
    package static func messages(_ view: SummaryView) -> [JSON] {
        let short = Title.marked(view.shortTitle, mark: view.mark)
        // The heading of a continued message grows by its number, such as " (12/34)".
        let reserved = short.utf16.count + 16
        let parts = parts(view)
        let messages = SlackMessages.divided(parts, reservedCharacters: reserved)
        return messages.enumerated().map { index, blocks in
            let number = messages.count > 1 ? " (\(index + 1)/\(messages.count))" : ""
            let heading = index == 0 ? [] : SlackBlock.header(short + number)
            let fallback = index == 0 ? view.title + number : short + number
            let text = SlackText.escaped(fallback) + "\n" + SlackText.escaped(view.lead.first ?? "")
            return .object([
                ("text", .string(text)),
                ("blocks", .array((heading + blocks).map(\.json))),
                ("unfurl_links", .bool(false)), ("unfurl_media", .bool(false)),
            ])
        }
    }

    private static func parts(_ view: SummaryView) -> [[SlackBlock]] {
        let language = view.language
        let facts = view.facts.map { escaped("\($0.label) \($0.text)") }
        return [
            SlackBlock.header(view.title)
                + SlackBlock.section(facts + view.lead.map { "• " + escaped($0) })
        ]
            + (view.corrections.isEmpty
                ? []
                : [
                    part(
                        SummaryWords.corrections[language],
                        view.corrections.map { "• " + escaped($0) })
                ])
            + (view.closing.map { [closing($0)] } ?? [])
            + [
                part(SummaryWords.observe[language], observe(view)),
                part(SummaryWords.orient[language], orient(view)),
            ]
            + view.orient.lists.map { list in
                SlackBlock.section(
                    [bold(list.heading)] + list.rows.flatMap { record($0, list.kind) })
            }
            + [
                part(SummaryWords.decide[language], decide(view) + outcomes(view)),
                part(SummaryWords.act[language], act(view) + openActs(view)),
                part(SummaryWords.annex[language], [escaped(SummaryWords.noteRates[language])]),
            ]
            + view.annex.map { goal in SlackBlock.section([bold(goal.heading)] + annex(goal)) }
    }

    private static func escaped(_ text: String) -> String { SlackText.escaped(text) }

    private static func bold(_ text: String) -> String { "*\(escaped(text))*" }

    private static func part(_ heading: String, _ lines: [String]) -> [SlackBlock] {
        [.divider] + SlackBlock.section([bold(heading)] + lines)
    }

    private static func closing(_ closing: SummaryView.ClosingPart) -> [SlackBlock] {
        let groups = closing.groups.flatMap { group in
            [bold(group.heading)]
                + group.rows.map { "• " + escaped("\($0.name) (\($0.departments))") }
        }
        return part(closing.heading, closing.sentences.map { "• " + escaped($0) } + groups)
    }

    private static func observe(_ view: SummaryView) -> [String] {
        let colon = Wording(ja: "：", en: ": ")[view.language]
        return view.observe.sentences.map { "• " + escaped($0) }
            + view.observe.missing.map { item in
                let last = SummaryWords.lastAccepted[view.language] + colon + item.lastAccepted
                return "    ◦ "
                    + escaped("\(item.department)\(colon)\(item.given)/\(item.owed) (\(last))")
            }
    }

    private static func orient(_ view: SummaryView) -> [String] {
        let language = view.language
        let counts = ([view.orient.total] + view.orient.goals).map { count in
            let groups = StatusGroup.allCases.map { "\($0.wording[language]) \(count.of($0))" }
            return "• "
                + escaped(
                    count.label + Wording(ja: "：", en: ": ")[language]
                        + groups.joined(separator: " / "))
        }
        let whole = view.orient.total.counts
        let statuses = Status.fromBestToWorst.filter { whole[$0] > 0 }.map {
            "\($0.symbol) \($0.wording[language]) \(whole[$0])"
        }
        return counts + ["• " + escaped(statuses.joined(separator: " / "))]
            + view.orient.changes.map { "• " + escaped($0) }
    }

    private static func record(_ row: IndicatorRow, _ kind: SummaryView.List.Kind) -> [String] {
        let head = "• " + escaped("\(row.statusText) \(row.name) (\(row.departments))")
        if kind == .definitionQuery { return [head] + row.questions.map { "    ◦ " + escaped($0) } }
        if kind == .overridden {
            return [head] + (row.overrideText.map { ["    ◦ " + escaped($0)] } ?? [])
        }
        var lines = [head, "    ◦ " + escaped(SummaryText.figures(row).joined())]
        if kind == .action, !row.reasonText.isEmpty {
            lines.append("    ◦ " + escaped(row.reasonText))
        }
        return lines
    }

    private static func decide(_ view: SummaryView) -> [String] {
        guard !view.decide.isEmpty else {
            return [escaped(SummaryWords.nothingToDecide[view.language])]
        }
        return view.decide.flatMap { request in
            ["• " + escaped(request.sentence)] + request.items.map { "    ◦ " + escaped($0) }
        }
    }

    private static func act(_ view: SummaryView) -> [String] {
        guard !view.act.isEmpty else {
            return [escaped(SummaryWords.nothingDone[view.language])]
        }
        return view.act.map { "• " + escaped("\($0.moment) \($0.text)") }
    }

    private static func outcomes(_ view: SummaryView) -> [String] {
        guard let decided = view.decided, !decided.outcomes.isEmpty else { return [] }
        var lines = [bold(DecisionWords.outcomes[view.language])]
        if let loopTime = decided.loopTime { lines.append(escaped(loopTime)) }
        for outcome in decided.outcomes {
            lines.append("• " + escaped(outcome.heading))
            let texts = [outcome.origin, outcome.act, outcome.effectText].compactMap(\.self)
            lines += (texts + outcome.comparisons).map { "    ◦ " + escaped($0) }
        }
        return lines
    }

    private static func openActs(_ view: SummaryView) -> [String] {
        guard let acts = view.decided?.acts, !acts.isEmpty else { return [] }
        return [bold(DecisionWords.openActs[view.language])]
            + acts.map { "• " + escaped("\($0.due) \($0.text) \($0.about)") }
    }

    private static func annex(_ goal: SummaryView.AnnexGoal) -> [String] {
        goal.parts.flatMap { part in
            [part.measure, part.heading].compactMap { $0.map(escaped) } + part.rows.map(line)
        }
    }

    private static func line(_ row: IndicatorRow) -> String {
        let colon = Wording(ja: "：", en: ": ")[row.language]
        let figures = SummaryText.figures(row).joined()
        return "• " + escaped("\(row.statusText) \(row.name)\(colon)\(figures)")
    }
}
