extension SummaryView {
    /// What a correction corrects, in sentences; empty for the first edition.
    ///
    /// Who has answered is for the city hall alone.
    package static func corrections(
        of summary: QuarterlySummary, for audience: ReportAudience = .cityHall,
        _ language: Language
    ) -> [String] {
        guard let difference = summary.edition.difference else { return [] }
        let since = summary.edition.correctedSentAt.map { moment in
            Wording(
                ja: "\(moment.longWording.japanese)に送ったまとめの、次の点を改めます。",
                en:
                    "This replaces the summary sent on \(moment.longWording.english) in these points."
            )
        }
        let indicators = difference.indicators.map { sentence($0, summary, language) }
        let answers = (audience.isInternal ? difference.answers : []).map { change in
            let name = change.department.name(in: summary.strategy)
            return Wording(
                ja: "\(name)：報告済み\(change.before)件→\(change.after)件（対象\(change.owed)件）",
                en: "\(name): answered \(change.before) → \(change.after) of \(change.owed)")[
                    language]
        }
        return [since?[language]].compactMap(\.self) + indicators + answers
    }

    private static func sentence(
        _ change: SummaryDifference.Change, _ summary: QuarterlySummary, _ language: Language
    ) -> String {
        func row(_ standing: Standing?) -> IndicatorRow? {
            guard let standing, let indicator = summary.strategy.indicator(standing.indicator)
            else { return nil }
            return IndicatorRow(
                standing, indicator, in: summary.strategy, earlier: nil, override: nil,
                quarter: summary.quarter, language: language)
        }
        let (before, after) = (row(change.before), row(change.after))
        let none = Wording(ja: "なし", en: "none")[language]
        let colon = Wording(ja: "：", en: ": ")[language]
        let name = (after ?? before)?.name ?? change.indicator.text
        var parts: [String] = []
        func add(_ label: Wording, _ text: (IndicatorRow) -> String) {
            let (old, new) = (before.map(text) ?? none, after.map(text) ?? none)
            if old != new { parts.append("\(label[language]) \(old) → \(new)") }
        }
        add(SummaryWords.value) { $0.valueText }
        add(SummaryWords.period) { $0.period?.wording[language] ?? none }
        add(SummaryWords.expected) { $0.expectedText }
        add(SummaryWords.status) { $0.statusText }
        let departments = (after ?? before)?.departments ?? ""
        let head = Wording(
            ja: "\(name)（\(departments)）", en: "\(name) (\(departments))")[language]
        return head + colon + parts.joined(separator: Wording(ja: "、", en: "; ")[language])
    }
}

extension SummaryView.ClosingPart {
    /// Says how the indicators end a year or the plan.
    init(_ closing: Closing, _ rows: [IndicatorRow], _ language: Language) {
        kind = closing.kind
        let (met, missed, open) = (
            closing.count(.met), closing.count(.missed), closing.count(.open)
        )
        let counts = Wording(
            ja: "\(closing.outcomes.count)指標のうち、達成\(met)、未達成\(missed)、判定前\(open)です。",
            en:
                "Of \(closing.outcomes.count) indicators: met \(met), missed \(missed), open \(open)."
        )
        let meaning: Wording
        switch closing.kind {
        case .year:
            heading = Wording(ja: "年度末の判定", en: "At the end of the year")[language]
            meaning = Wording(
                ja: "年度末の実績が、目標への道筋が年度末に求める値に届いたものを達成、届かないものを未達成とします。"
                    + "年度末までの実績がないものは判定前です。出納整理期間（5月31日まで）の後に変わることがあります。",
                en:
                    "Met means that the year's last figure reaches what the path to the target asks for at the "
                    + "year's end; open, that no figure reaches that far. Books close on 31 May, so figures may "
                    + "change.")
        case .plan:
            heading = Wording(ja: "計画期間末の判定", en: "At the end of the plan")[language]
            meaning = Wording(
                ja: "目標年度の確報により、目標に届いたものを達成、届かないものを未達成とします。確報を待つものは判定前です。",
                en:
                    "By the final figures of the target's year. Open means that they are not there yet."
            )
        }
        sentences = [counts[language], meaning[language]]
        groups = [Closing.Outcome.missed, .met, .open].compactMap { outcome in
            let own = rows.filter { row in
                closing.outcomes[Identifier(row.id)] == outcome
            }
            guard !own.isEmpty else { return nil }
            let label = Wording(
                ja: "\(outcome.wording.japanese)（\(own.count)指標）",
                en: "\(outcome.wording.english) (\(own.count))")
            return SummaryView.ClosingGroup(
                outcome: outcome, heading: label[language], rows: own)
        }
    }
}
