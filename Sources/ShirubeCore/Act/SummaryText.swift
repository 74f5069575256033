/// The summary as text/plain: complete in itself, in a fixed-width font of full-width and
/// half-width cells.
package enum SummaryText {
    /// Columns of a line; what mail readers show without breaking it again.
    static let width = 72

    /// The whole summary, lines ended by `\n`.
    package static func render(_ view: SummaryView) -> String {
        let language = view.language
        let heading = Title.marked(view.strategyName, mark: view.mark)
        var lines = LineBreaking.lines(heading, width: width)
        lines += paragraph(view.shortTitle)
        lines.append(String(repeating: "=", count: width))
        let label = view.facts.map { TextWidth.columns($0.label) }.max() ?? 0
        for fact in view.facts {
            lines += paragraph(
                fact.text, first: TextWidth.padded(fact.label, to: label) + "  ",
                hanging: String(repeating: " ", count: label + 2))
        }
        lines.append("")
        for sentence in view.lead { lines += paragraph(sentence, first: "・", hanging: "  ") }
        if !view.corrections.isEmpty {
            lines += ["", "◆ \(SummaryWords.corrections[language])"]
            lines += view.corrections.flatMap { paragraph($0, first: "・", hanging: "  ") }
        }
        if let closing = view.closing { lines += self.closing(closing) }
        lines += section(1, SummaryWords.observe[language]) + observe(view)
        lines += section(2, SummaryWords.orient[language]) + orient(view)
        lines += section(3, SummaryWords.decide[language]) + decide(view)
        lines += section(4, SummaryWords.act[language]) + act(view)
        lines += section(5, SummaryWords.annex[language]) + annex(view)
        lines += ["", String(repeating: "-", count: width), SummaryWords.footer[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func closing(_ closing: SummaryView.ClosingPart) -> [String] {
        var lines = ["", "◆ \(closing.heading)"]
        lines += closing.sentences.flatMap { paragraph($0, first: "・", hanging: "  ") }
        for group in closing.groups {
            lines.append("  " + group.heading)
            lines += group.rows.flatMap { row in
                paragraph(
                    Wording(
                        ja: "\(row.name)（\(row.departments)） \(row.valueText)",
                        en: "\(row.name) (\(row.departments)) \(row.valueText)")[row.language],
                    first: "    ・", hanging: "      ")
            }
        }
        return lines
    }

    private static func section(_ number: Int, _ heading: String) -> [String] {
        ["", "", "■ \(number) \(heading)", String(repeating: "-", count: width)]
    }

    private static func paragraph(
        _ text: String, first: String = "", hanging: String = ""
    ) -> [String] {
        LineBreaking.lines(text, width: width, first: first, hanging: hanging)
    }

    private static func observe(_ view: SummaryView) -> [String] {
        let language = view.language
        var lines = view.observe.sentences.flatMap { paragraph($0, first: "・", hanging: "  ") }
        guard !view.observe.missing.isEmpty else { return lines }
        lines += ["", "◆ \(SummaryWords.missingHeading[language])"]
        let table = TextTable(
            columns: [
                TextTable.Column(SummaryWords.owed[language], .right),
                TextTable.Column(SummaryWords.given[language], .right),
                TextTable.Column(SummaryWords.rejected[language], .right),
                TextTable.Column(SummaryWords.lastAccepted[language]),
                TextTable.Column(SummaryWords.department[language]),
            ],
            rows: view.observe.missing.map {
                ["\($0.owed)", "\($0.given)", "\($0.rejected)", $0.lastAccepted, $0.department]
            })
        return lines + table.lines(width: width - 2).map { "  " + $0 }
    }

    private static func orient(_ view: SummaryView) -> [String] {
        let language = view.language
        var lines = ["◆ \(SummaryWords.countsHeading[language])"]
        lines += counts(view).lines(width: width - 2).map { "  " + $0 }
        for group in StatusGroup.allCases {
            let statuses = group.statuses.filter { view.orient.total.counts[$0] > 0 }
            guard !statuses.isEmpty else { continue }
            let parts = statuses.map {
                "\($0.symbol) \($0.wording[language]) \(view.orient.total.counts[$0])"
            }
            let label = group.wording[language] + Wording(ja: "の内訳：", en: ": ")[language]
            let text = label + parts.joined(separator: Wording(ja: "、", en: ", ")[language])
            lines += paragraph(text, first: "  ", hanging: "    ")
        }
        lines += ["", "◆ \(SummaryWords.changesHeading[language])"]
        lines += view.orient.changes.flatMap { paragraph($0, first: "・", hanging: "  ") }
        for list in view.orient.lists {
            lines += ["", "◆ \(list.heading)"]
            lines += list.rows.flatMap { row in record(row, list.kind) }
        }
        lines.append("")
        return lines + paragraph(SummaryWords.noteRates[language], first: "※", hanging: "  ")
    }

    private static func counts(_ view: SummaryView) -> TextTable {
        let language = view.language
        let columns =
            StatusGroup.allCases.map { TextTable.Column($0.wording[language], .right) }
            + [
                TextTable.Column(SummaryWords.total[language], .right),
                TextTable.Column(SummaryWords.goal[language]),
            ]
        let rows = ([view.orient.total] + view.orient.goals).map { count in
            StatusGroup.allCases.map { "\(count.of($0))" } + ["\(count.total)", count.label]
        }
        return TextTable(columns: columns, rows: rows)
    }

    /// One indicator with all that a reader needs to judge it.
    private static func record(_ row: IndicatorRow, _ kind: SummaryView.List.Kind) -> [String] {
        let language = row.language
        let colon = Wording(ja: "：", en: ": ")[language]
        let head = Wording(
            ja: "\(row.statusText) \(row.name)（\(row.departments)）",
            en: "\(row.statusText) \(row.name) (\(row.departments))")[language]
        var lines = paragraph(head, first: "・", hanging: "  ")
        func add(_ text: String) { lines += paragraph(text, first: "    ", hanging: "      ") }
        if kind == .overridden {
            row.overrideText.map(add)
            return lines
        }
        if kind == .definitionQuery {
            for question in row.questions {
                add(SummaryWords.question[language] + colon + question)
            }
            return lines
        }
        lines += LineBreaking.lines(
            keeping: figures(row), width: width, first: "    ", hanging: "      ")
        if let season = row.season {
            add("\(SummaryWords.season[language])\(colon)\(season.drawing) \(season.words)")
        }
        if !row.signals.isEmpty { add(row.signalText) }
        guard kind == .action else { return lines }
        if let required = row.requiredText {
            add(SummaryWords.required[language] + colon + required)
        }
        add(SummaryWords.target[language] + colon + row.targetText)
        if !row.reasonText.isEmpty { add(SummaryWords.reason[language] + colon + row.reasonText) }
        if let earlier = row.earlierStatus {
            add(SummaryWords.earlier[language] + colon + earlier.wording[language])
        }
        add(SummaryWords.place[language] + colon + row.place)
        return lines
    }

    /// The figures of one indicator: actual, expected, both rates, and the period where it differs.
    ///
    /// Each is a piece that stays on one line, with the mark that joins it to the next.
    static func figures(_ row: IndicatorRow) -> [String] {
        let language = row.language
        let basis = Wording(ja: "（\(row.basis)）", en: " (\(row.basis))")[language]
        let parts = [
            "\(SummaryWords.value[language]) \(row.valueText)" + (row.value == nil ? "" : basis),
            "\(SummaryWords.expected[language]) \(row.expectedText)",
            row.estimateText.map { "\(SummaryWords.estimate[language]) \($0)" },
            "\(SummaryWords.achievement[language]) \(row.achievementText)",
            "\(SummaryWords.progress[language]) \(row.progressText)",
            row.prospect.median == nil
                ? nil : "\(SummaryWords.forecast[language]) \(row.forecastText)",
            row.prospect.probability == nil
                ? nil : "\(SummaryWords.probability[language]) \(row.probabilityText)",
            row.periodText.map { SummaryWords.asOf($0)[language] },
        ].compactMap(\.self)
        let comma = Wording(ja: "、", en: ", ")[language]
        return parts.dropLast().map { $0 + comma } + parts.suffix(1)
    }

    private static func decide(_ view: SummaryView) -> [String] {
        requests(view) + outcomes(view)
    }

    private static func requests(_ view: SummaryView) -> [String] {
        guard !view.decide.isEmpty else { return [SummaryWords.nothingToDecide[view.language]] }
        var lines: [String] = []
        for request in view.decide {
            if !lines.isEmpty { lines.append("") }
            lines += paragraph(request.sentence, first: "・", hanging: "  ")
            lines += request.items.flatMap { paragraph($0, first: "  - ", hanging: "    ") }
        }
        return lines
    }

    private static func outcomes(_ view: SummaryView) -> [String] {
        guard let decided = view.decided, !decided.outcomes.isEmpty else { return [] }
        var lines = ["", "◆ \(DecisionWords.outcomes[view.language])"]
        lines += decided.loopTime.map { paragraph($0, first: "  ", hanging: "  ") } ?? []
        for outcome in decided.outcomes { lines += self.outcome(outcome, view.language) }
        return lines
    }

    /// A decision with what has become of it.
    static func outcome(_ outcome: SummaryView.Outcome, _ language: Language) -> [String] {
        let colon = Wording(ja: "：", en: ": ")[language]
        let labelled: [(Wording, String?)] = [
            (SummaryWords.reason, outcome.reason), (DecisionWords.act, outcome.act),
            (DecisionWords.effect, outcome.effectText),
        ]
        let texts =
            [outcome.origin]
            + labelled.compactMap { label, text in text.map { label[language] + colon + $0 } }
            + outcome.comparisons
        return paragraph(outcome.heading, first: "・", hanging: "  ")
            + texts.flatMap { paragraph($0, first: "    ", hanging: "      ") }
    }

    private static func act(_ view: SummaryView) -> [String] {
        let deeds =
            view.act.isEmpty
            ? [SummaryWords.nothingDone[view.language]]
            : view.act.flatMap {
                paragraph("\($0.moment) \($0.text)", first: "・", hanging: "  ")
            }
        guard let acts = view.decided?.acts, !acts.isEmpty else { return deeds }
        return deeds + ["", "◆ \(DecisionWords.openActs[view.language])"] + openActs(acts)
    }

    /// The acts that are open, under a heading that the caller sets.
    static func openActs(_ acts: [SummaryView.Act]) -> [String] {
        acts.flatMap { act in
            paragraph("\(act.due) \(act.text)", first: "・", hanging: "  ")
                + paragraph(act.about, first: "    ", hanging: "      ")
        }
    }

    private static func annex(_ view: SummaryView) -> [String] {
        let language = view.language
        var lines: [String] = []
        for goal in view.annex {
            if !lines.isEmpty { lines.append("") }
            lines += paragraph(goal.heading, first: "◆ ", hanging: "  ")
            for part in goal.parts {
                if let measure = part.measure {
                    lines.append("")
                    lines += paragraph(measure, first: "○ ", hanging: "  ")
                }
                lines += paragraph(part.heading, first: "  ", hanging: "  ")
                for row in part.rows {
                    let head = Wording(
                        ja: "\(row.statusText) \(row.name)：", en: "\(row.statusText) \(row.name): ")
                    lines += LineBreaking.lines(
                        keeping: [head[language]] + figures(row), width: width, first: "  ・",
                        hanging: "      ")
                    if let season = row.season {
                        lines.append("      \(SummaryWords.season[language]) \(season.drawing)")
                    }
                    if !row.signals.isEmpty {
                        lines += paragraph(row.signalText, first: "      ※", hanging: "        ")
                    }
                    guard row.status != .definitionQuery else { continue }
                    for question in row.questions {
                        lines += paragraph(
                            "\(SummaryWords.question[language]) \(question)", first: "      ※",
                            hanging: "        ")
                    }
                }
            }
        }
        return lines
    }
}
