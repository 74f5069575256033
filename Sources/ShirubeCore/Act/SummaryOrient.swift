extension SummaryView {
    /// The rows of all standings, in the strategy's order.
    package static func rows(
        of summary: QuarterlySummary, _ language: Language
    ) -> [IndicatorRow] {
        let earlier = Dictionary(
            summary.earlier.map { ($0.indicator, $0) }, uniquingKeysWith: { $1 })
        let indicators = Dictionary(
            summary.strategy.indicators.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        return summary.standings.compactMap { standing in
            indicators[standing.indicator].map {
                IndicatorRow(
                    standing, $0, in: summary.strategy, earlier: earlier[standing.indicator],
                    override: summary.overrides[standing.indicator], quarter: summary.quarter,
                    language: language)
            }
        }
    }

    /// The summary in three sentences.
    static func lead(_ orient: Orient, _ observe: Observe, _ language: Language) -> [String] {
        let total = orient.total
        let groups = StatusGroup.allCases.map { ($0.wording, total.of($0)) }
        let counts = Wording(
            ja: "\(total.total)指標のうち、"
                + groups.map { "\($0.0.japanese)\($0.1)" }.joined(separator: "、") + "です。",
            en: "Of \(total.total) indicators: "
                + groups.map { "\($0.0.english) \($0.1)" }.joined(separator: ", ") + ".")
        var sentences = [counts[language]]
        if let change = orient.changes.first { sentences.append(change) }
        if let answers = observe.sentences.first { sentences.append(answers) }
        return sentences
    }

    /// The rows under the headings of goal, measure and program.
    static func annex(
        _ rows: [IndicatorRow], _ strategy: Strategy, _ language: Language
    ) -> [AnnexGoal] {
        let rowsByID = Dictionary(rows.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        func owned(where belongs: (Indicator) -> Bool) -> [IndicatorRow] {
            strategy.indicators.filter(belongs).compactMap { rowsByID[$0.id.text] }
        }
        return strategy.goals.compactMap { goal in
            var parts: [AnnexPart] = []
            let targets = owned { $0.goal == goal.id && $0.program == nil }
            if !targets.isEmpty {
                let heading = SummaryWords.goalTargets[language]
                parts.append(AnnexPart(measure: nil, heading: heading, rows: targets))
            }
            for measure in strategy.measures where measure.goal == goal.id {
                var heading: String? = measure.heading[language]
                for program in strategy.programs where program.measure == measure.id {
                    let own = owned { $0.goal == goal.id && $0.program == program.id }
                    guard !own.isEmpty else { continue }
                    parts.append(
                        AnnexPart(
                            measure: heading, heading: program.heading[language], rows: own))
                    heading = nil
                }
            }
            return parts.isEmpty
                ? nil : AnnexGoal(heading: goal.heading[language], parts: parts)
        }
    }
}

extension SummaryView.Orient {
    /// Counts, compares and lists.
    init(_ rows: [IndicatorRow], _ summary: QuarterlySummary, _ language: Language) {
        let whole = SummaryWords.whole[language]
        let rollup = Rollup(summary.standings, of: summary.strategy)
        total = SummaryView.Count(label: whole, shortLabel: whole, counts: rollup.whole)
        goals = zip(summary.strategy.goals, rollup.goals).map { goal, entry in
            SummaryView.Count(
                label: goal.heading[language],
                shortLabel: Wording(ja: "目標\(goal.number)", en: "Goal \(goal.number)")[language],
                counts: entry.counts)
        }
        changes = Self.changes(rows, language)
        lists = Self.lists(rows, language)
    }

    private static func changes(_ rows: [IndicatorRow], _ language: Language) -> [String] {
        let compared = rows.filter { $0.earlierStatus != nil }
        guard !compared.isEmpty else {
            return [
                Wording(
                    ja: "前四半期の判定がないため、変化は示しません。",
                    en: "The quarter before was not judged, so no change is shown.")[language]
            ]
        }
        let changed = compared.filter { $0.earlierStatus != $0.status }
        let worse = changed.filter {
            $0.status.group == .action && $0.earlierStatus?.group != .action
        }
        let better = changed.filter {
            $0.earlierStatus?.group == .action && [.good, .watch].contains($0.status.group)
        }
        var sentences = [
            Wording(
                ja: "前四半期から\(changed.count)指標の判定が変わり、新たに要対応となったものが"
                    + "\(worse.count)、回復したものが\(better.count)です。",
                en: "Changed status since the quarter before: \(changed.count); "
                    + "newly needing action: \(worse.count); recovered: \(better.count).")[language]
        ]
        let lists = [
            (worse, Wording(ja: "新たに要対応", en: "Newly needing action")),
            (better, Wording(ja: "回復", en: "Recovered")),
        ]
        for (rows, label) in lists where !rows.isEmpty {
            let names = rows.map { row in
                let before = row.earlierStatus?.wording[language] ?? ""
                let step = "\(before)→\(row.status.wording[language])"
                return Wording(ja: "\(row.name)（\(step)）", en: "\(row.name) (\(step))")[language]
            }
            sentences.append(
                Wording(
                    ja: label.japanese + "：" + names.joined(separator: "、"),
                    en: label.english + ": " + names.joined(separator: ", "))[language])
        }
        return sentences
    }

    private static func lists(_ rows: [IndicatorRow], _ language: Language) -> [SummaryView.List] {
        let gravest: [Status] = [.movingAway, .lagging, .notAchieved, .notStarted]
        let lists: [(SummaryView.List.Kind, Wording, [IndicatorRow])] = [
            (
                .action,
                Wording(
                    ja: "要対応の指標（後退・遅れ・未達成・未着手）",
                    en: "Needing action (moving away, lagging, not achieved, not started)"),
                gravest.flatMap { status in rows.filter { $0.status == status } }
            ),
            (
                .watch, Wording(ja: "注意の指標", en: "To be watched"),
                rows.filter { $0.status == .watch }
            ),
            (
                .newlyAchieved, Wording(ja: "新たに達成した指標", en: "Newly achieved"),
                rows.filter {
                    $0.status == .achieved && $0.earlierStatus != nil
                        && $0.earlierStatus != .achieved
                }
            ),
            (
                .definitionQuery,
                Wording(ja: "定義確認中の指標", en: "Waiting for an answer on their definition"),
                rows.filter { $0.status == .definitionQuery }
            ),
            (
                .overridden,
                Wording(
                    ja: "担当の判断を添えた指標（件数は機械の判定による）",
                    en: "With an owner's view beside the judgement (counts are the judgement's)"),
                rows.filter { $0.override != nil }
            ),
        ]
        return lists.filter { !$0.2.isEmpty }.map { kind, heading, rows in
            let counted = Wording(
                ja: "\(heading.japanese) \(rows.count)件", en: "\(heading.english): \(rows.count)")
            return SummaryView.List(kind: kind, heading: counted[language], rows: rows)
        }
    }
}
