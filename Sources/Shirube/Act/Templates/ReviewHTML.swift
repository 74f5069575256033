internal import Mustache
package import ShirubeCore

/// A review as one HTML page that prints on a sheet: no script, no picture, nothing loaded.
package enum ReviewHTML {
    /// The page.
    ///
    /// - Parameter document: the review in one language.
    /// - Returns: HTML in UTF-8, all data escaped.
    /// - Throws: an error of swift-mustache where the template is malformed.
    package static func render(_ document: ReviewDocument) throws -> String {
        MustacheContentTypes.register(EscapedHTML(), named: EscapedHTML.name)
        let language = document.language
        let fields: SummaryHTML.Fields = [
            "language": language.rawValue, "title": document.title, "kind": document.kind,
            "name": document.name, "strategy": document.strategy, "lead": document.lead,
            "label": labels(language),
            "facts": document.facts.map {
                ["label": $0.label, "text": $0.text] as SummaryHTML.Fields
            },
            "hasIndicators": !document.parts.isEmpty,
            "parts": document.parts.map { part in
                ["heading": part.heading, "rows": part.rows.map { self.fields($0) }]
                    as SummaryHTML.Fields
            },
            "loopTime": document.loopTime.map { [$0] } ?? [],
            "outcomes": document.outcomes.map(SummaryHTML.fields),
            "openActs": document.acts.map(SummaryHTML.fields),
            "verdicts": Decision.Verdict.allCases.map { $0.wording[language] },
        ]
        return try MustacheTemplate(string: ReviewTemplate.text).render(fields)
    }

    private static func fields(_ row: IndicatorRow) -> SummaryHTML.Fields {
        let language = row.language
        let answer = row.answer.map {
            "\(SummaryWords.answer[language]) \($0.wording[language])"
        }
        let required = row.requiredText.map { "\(SummaryWords.required[language]) \($0)" }
        let notes: [String?] = [
            row.reasonText.isEmpty ? nil : row.reasonText, required,
            row.signals.isEmpty ? nil : row.signalText, row.overrideText,
        ]
        let chance =
            row.prospect.probability == nil
            ? "" : "\(ReviewWords.chance[language]) \(row.probabilityText)"
        return [
            "name": row.name, "departments": row.departments, "notes": notes.compactMap(\.self),
            "value": row.valueText, "expected": row.expectedText,
            "period": row.periodText ?? "",
            "target": row.targetText,
            "achievement": row.achievementText, "progress": row.progressText,
            "forecast": row.prospect.median == nil ? "－" : row.forecastText, "chance": chance,
            "style": row.status.group.style, "status": row.statusText, "answer": answer ?? "",
        ]
    }

    private static func labels(_ language: Language) -> [String: String] {
        let words = [
            "indicators": ReviewWords.indicators, "forecast": SummaryWords.forecast,
            "noDecision": ReviewWords.noDecision, "noAct": ReviewWords.noAct,
            "toDecide": ReviewWords.toDecide, "verdict": DecisionWords.verdict,
            "effectBy": DecisionWords.effectBy, "post": DecisionWords.post,
            "record": ReviewWords.record,
        ]
        return words.merging(SummaryHTML.sharedLabels) { own, _ in own }.mapValues {
            $0[language]
        }
    }
}
