extension SummaryView {
    /// What was decided after earlier quarters, whether its effect came, and what is still to be done.
    package struct Decided: Sendable, Equatable {
        /// The decisions and what has become of them, oldest first; empty for none.
        package let outcomes: [Outcome]
        /// How long the decisions took, in one sentence; nil where there is none.
        package let loopTime: String?
        /// The median of their loop times in days; nil where there is none.
        package let medianLoopDays: Double?
        /// The acts that are open, the earliest due first; empty for none.
        package let acts: [Act]
    }

    /// A decision, and what has become of it.
    package struct Outcome: Sendable, Equatable {
        /// The decision with its names.
        package let row: DecisionListing.Row
        /// The day by which acts are overdue.
        package let day: CivilDate
        /// What is shown as its heading: verdict, subject, departments.
        package let heading: String
        /// Who decided, after which quarter, and how long that took.
        package let origin: String
        /// Why.
        package let reason: String
        /// The act with its day and state; nil where there is none.
        package let act: String?
        /// Whether the effect came.
        package let effect: DecisionOutcome.Effect
        /// Whether the effect came, in a sentence with the day by which it should.
        package let effectText: String
        /// Whether it should show by now; nil where nobody said by when.
        package let isDue: Bool?
        /// How each indicator stood at the decision, and how it does now, one a line.
        package let comparisons: [String]
        /// The same for other programs.
        package let details: [DecisionOutcome.Comparison]
    }

    /// An act that is open.
    package struct Act: Sendable, Equatable {
        /// Its number.
        package let number: Int64
        /// The day by which it should be done, marked where that is past.
        package let due: String
        /// Whether that day is past.
        package let isOverdue: Bool
        /// What is to be done.
        package let text: String
        /// What it is about, with departments.
        package let about: String
    }

    /// What a summary says of decisions; nil where there is neither a decision nor an open act.
    static func decided(_ summary: QuarterlySummary, _ language: Language) -> Decided? {
        guard !summary.decided.isEmpty || !summary.openActs.isEmpty else { return nil }
        let day = summary.cutoff.japanDate
        let decisions = summary.decided.map(\.decision)
        return Decided(
            outcomes: summary.decided.map { outcome($0, summary.strategy, on: day, language) },
            loopTime: DecisionWords.loopTime(decisions)?[language],
            medianLoopDays: decisions.medianLoopDays,
            acts: acts(summary.openActs, summary.strategy, on: day, language))
    }

    /// The acts of decisions that are open, the earliest due first.
    static func acts(
        _ decisions: [Decision], _ strategy: Strategy, on day: CivilDate, _ language: Language
    ) -> [Act] {
        let rows = decisions.map { DecisionListing.Row($0, in: strategy) }
        return DecisionListing(rows: rows, day: day).openActs.rows.compactMap {
            act($0, on: day, language)
        }
    }

    /// What has become of a decision, in words.
    static func outcome(
        _ outcome: DecisionOutcome, _ strategy: Strategy, on day: CivilDate, _ language: Language
    ) -> Outcome {
        let decision = outcome.decision
        let draft = decision.draft
        let row = DecisionListing.Row(decision, in: strategy)
        let quarter = draft.quarter.wording
        let when = decision.at.japanDate.longWording
        let post = Inert.line(draft.post)
        let state = DecisionWords.state(of: decision, on: day)[language]
        let isWithdrawn = decision.withdrawal != nil
        let word = draft.verdict.wording
        let verdict =
            isWithdrawn
            ? Wording(ja: "\(word.japanese)（取消）", en: "\(word.english) (withdrawn)") : word
        let act = draft.act.map { act in
            Wording(
                ja: "\(act.text)（期限 \(act.due)、\(state)）",
                en: "\(act.text) (due \(act.due), \(state))")[
                    language]
        }
        return Outcome(
            row: row, day: day,
            heading: about(verdict[language], row, language),
            origin: Wording(
                ja:
                    "\(post)が\(when.japanese)に決定（\(quarter.japanese)について、四半期末から\(decision.loopDays)日）",
                en: "\(post) on \(when.english), on \(quarter.english), "
                    + "\(decision.loopDays) days after its end")[language],
            reason: Inert.line(draft.reason), act: act.map(Inert.line), effect: outcome.effect,
            effectText: DecisionWords.effect(outcome, on: day)[language],
            isDue: outcome.isDue(on: day),
            comparisons: isWithdrawn
                ? [] : outcome.comparisons.map { comparison($0, strategy, language) },
            details: outcome.comparisons)
    }

    private static func about(
        _ head: String, _ row: DecisionListing.Row, _ language: Language
    ) -> String {
        let comma = Wording(ja: "、", en: ", ")[language]
        let departments = row.departments.joined(separator: comma)
        return Wording(
            ja: "\(head)：\(row.title)（\(departments)）", en: "\(head): \(row.title) (\(departments))"
        )[
            language]
    }

    private static func comparison(
        _ comparison: DecisionOutcome.Comparison, _ strategy: Strategy, _ language: Language
    ) -> String {
        let name =
            strategy.indicator(comparison.indicator).map(strategy.title)
            ?? comparison.indicator.text
        let (before, after) = (
            DecisionWords.standing(comparison.before)[language],
            DecisionWords.standing(comparison.after)[language]
        )
        return Inert.line(
            Wording(
                ja: "\(name)：決定時 \(before) → いま \(after)",
                en: "\(name): \(before) when decided, now \(after)")[language])
    }

    private static func act(
        _ row: DecisionListing.Row, on day: CivilDate, _ language: Language
    ) -> Act? {
        guard let act = row.decision.draft.act else { return nil }
        let isOverdue = row.decision.isOverdue(on: day)
        let mark =
            isOverdue ? Wording(ja: "（期限超過）", en: " (overdue)")[language] : ""
        return Act(
            number: row.decision.number, due: act.due.longWording[language] + mark,
            isOverdue: isOverdue, text: Inert.line(act.text),
            about: about(row.decision.draft.verdict.wording[language], row, language))
    }
}

extension SummaryView.Decided {
    /// The decisions and acts for other programs.
    var json: JSON {
        .object([
            ("medianLoopDays", .optional(medianLoopDays)),
            ("outcomes", .array(outcomes.map(\.json))),
            ("openActs", .array(acts.map { .integer(Int($0.number)) })),
            (
                "overdueActs",
                .array(acts.filter(\.isOverdue).map { .integer(Int($0.number)) })
            ),
        ])
    }
}

extension SummaryView.Outcome {
    /// What was decided, and how its indicators stood then and stand now.
    package var json: JSON {
        .object([
            ("decision", row.json(on: day)),
            ("effect", .string(effect.rawValue)), ("effectText", .string(effectText)),
            ("effectDue", isDue.map(JSON.bool) ?? .null),
            (
                "indicators",
                .array(
                    details.map { comparison in
                        .object([
                            ("id", .string(comparison.indicator.text)),
                            ("effect", .string(comparison.effect.rawValue)),
                            ("before", Self.json(comparison.before)),
                            ("after", Self.json(comparison.after)),
                        ])
                    })
            ),
        ])
    }

    private static func json(_ standing: Standing?) -> JSON {
        guard let standing else { return .null }
        return .object([
            ("status", .string(standing.status.rawValue)),
            ("probability", .optional(standing.prospect.probability)),
            ("period", .optional(standing.period?.description)),
            ("value", .optional(standing.value)),
        ])
    }
}
