/// A review as text/plain.
package enum ReviewText {
    /// The whole review, lines ended by `\n`.
    package static func render(_ document: ReviewDocument) -> String {
        let language = document.language
        let width = SummaryText.width
        var lines = LineBreaking.lines(document.strategy, width: width)
        lines += LineBreaking.lines(document.title, width: width)
        lines.append(String(repeating: "=", count: width))
        let label = document.facts.map { TextWidth.columns($0.label) }.max() ?? 0
        for fact in document.facts {
            lines += LineBreaking.lines(
                fact.text, width: width, first: TextWidth.padded(fact.label, to: label) + "  ",
                hanging: String(repeating: " ", count: label + 2))
        }
        lines.append("")
        lines += document.lead.flatMap { item($0) }
        lines += ["", "■ \(ReviewWords.indicators[language])"]
        for part in document.parts {
            lines += LineBreaking.lines(part.heading, width: width, first: "◆ ", hanging: "  ")
            lines += part.rows.flatMap(indicator)
        }
        lines += ["", "■ \(DecisionWords.outcomes[language])"]
        lines += document.loopTime.map { LineBreaking.lines($0, width: width) } ?? []
        lines +=
            document.outcomes.isEmpty
            ? [ReviewWords.noDecision[language]]
            : document.outcomes.flatMap { SummaryText.outcome($0, language) }
        lines += ["", "■ \(DecisionWords.openActs[language])"]
        lines +=
            document.acts.isEmpty
            ? [ReviewWords.noAct[language]] : SummaryText.openActs(document.acts)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func item(_ text: String) -> [String] {
        LineBreaking.lines(text, width: SummaryText.width, first: "・", hanging: "  ")
    }

    private static func indicator(_ row: IndicatorRow) -> [String] {
        let language = row.language
        let colon = Wording(ja: "：", en: ": ")[language]
        func line(_ text: String) -> [String] {
            LineBreaking.lines(text, width: SummaryText.width, first: "    ", hanging: "      ")
        }
        let answer = row.answer.map { SummaryWords.answer[language] + colon + $0.wording[language] }
        let reason =
            row.reasonText.isEmpty
            ? nil : SummaryWords.reason[language] + colon + row.reasonText
        let further = [
            SummaryWords.target[language] + colon + row.targetText, answer,
            row.requiredText.map { SummaryWords.required[language] + colon + $0 }, reason,
            row.signals.isEmpty ? nil : row.signalText, row.overrideText,
        ]
        return item(
            Wording(
                ja: "\(row.statusText) \(row.name)（\(row.departments)）",
                en: "\(row.statusText) \(row.name) (\(row.departments))")[language])
            + LineBreaking.lines(
                keeping: SummaryText.figures(row), width: SummaryText.width, first: "    ",
                hanging: "      ") + further.compactMap(\.self).flatMap(line)
    }
}

/// A review for other programs: figures and statuses as in the summary's JSON.
package enum ReviewJSON {
    /// The document.
    package static func document(_ document: ReviewDocument) -> JSON {
        .object([
            ("title", .string(document.title)), ("language", .string(document.language.rawValue)),
            ("strategy", .string(document.strategyID)),
            ("kind", .string(document.subject.kind.rawValue)),
            ("id", .string(document.subject.id)), ("name", .string(document.name)),
            ("quarter", .string(document.quarter.description)),
            ("cutoff", .string(document.cutoff.japanDescription)),
            ("lead", .array(document.lead.map(JSON.string))),
            (
                "indicators",
                .array(document.parts.flatMap(\.rows).map { SummaryJSON.indicator($0) })
            ),
            (
                "medianLoopDays",
                .optional(document.outcomes.map(\.row.decision).medianLoopDays)
            ),
            ("decisions", .array(document.outcomes.map(\.json))),
            ("openActs", .array(document.acts.map { .integer(Int($0.number)) })),
        ])
    }
}
