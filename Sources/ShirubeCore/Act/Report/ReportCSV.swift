/// The report as open data: a table with one value in a cell and one line for each indicator and quarter.
///
/// Numbers have neither unit nor commas, and western years stand beside Japanese ones, as the Ministry of Internal Affairs'
/// rules for tables of the government ask (機械判読可能なデータの表記方法の統一ルール, 2020).
package enum ReportCSV {
    /// The table.
    ///
    /// - Parameters:
    ///   - report: the report.
    ///   - histories: the indicators that are in it; nil for all.
    ///   - audience: for whom it is made.
    ///   - language: the language of its headings and words.
    /// - Returns: CSV that Excel opens: UTF-8 with its mark, lines ending in CR LF.
    package static func text(
        _ report: Report, of histories: [IndicatorHistory]? = nil, for audience: ReportAudience,
        language: Language
    ) -> String {
        let table = Table(strategy: report.summary.strategy, audience, language)
        var text = "\u{FEFF}" + CSVLine.text(table.heads)
        for history in histories ?? report.histories {
            let place = table.place(of: history.indicator)
            for quarter in history.quarters {
                text += CSVLine.text(place + table.figures(quarter, of: history))
            }
        }
        return text
    }

    /// What the lines of one table have in common.
    private struct Table {
        let strategy: Strategy
        let audience: ReportAudience
        let language: Language

        init(strategy: Strategy, _ audience: ReportAudience, _ language: Language) {
            self.strategy = strategy
            self.audience = audience
            self.language = language
        }

        var heads: [String] {
            let chance = audience.showsProbability ? [Heads.chance] : []
            return (Heads.place + Heads.figures + chance).map { $0[language] }
        }

        /// The cells that say what an indicator is: the same on each of its lines.
        func place(of indicator: Indicator) -> [String] {
            let goal = strategy.goal(indicator.goal)
            let measure = indicator.measure.flatMap { strategy.measure($0) }
            let program = indicator.program.flatMap { strategy.program($0) }
            let owners = indicator.departments.map { $0.name(in: strategy) }
            let words = [
                indicator.id.text, strategy.title(of: indicator), goal.map { "\($0.number)" } ?? "",
                goal?.name ?? "", measure.map { "\($0.number)" } ?? "", measure?.name ?? "",
                program?.id.text ?? "", program?.name ?? "", owners.joined(separator: " "),
                indicator.unit, indicator.kind.basisWording[language],
            ]
            return words.map(Self.safe) + [
                Self.number(indicator.baseline?.value),
                indicator.baseline?.period.description ?? "", Self.number(indicator.target.value),
                indicator.target.period.description,
            ]
        }

        /// The cells that say how an indicator stood at a quarter's end.
        func figures(
            _ quarter: IndicatorHistory.Quarter, of history: IndicatorHistory
        ) -> [String] {
            let (period, standing) = (quarter.period, quarter.standing)
            let certainty = standing.prospect.isFinal.map {
                $0 ? Wording(ja: "確報", en: "final") : Wording(ja: "速報", en: "preliminary")
            }
            let cells = [
                "\(period.year.number)", period.year.wording.japanese,
                "\(period.monthIndices.lowerBound / 3 + 1)", period.firstDay.description,
                period.lastDay.description, standing.period?.description ?? "",
                Self.number(standing.value), Self.number(standing.expected),
                Self.number(standing.achievementRate), Self.number(standing.progressRate),
                Self.number(standing.prospect.median), Self.number(standing.prospect.low80),
                Self.number(standing.prospect.high80), standing.status.rawValue,
                standing.status.wording[language], certainty?[language] ?? "",
            ]
            let chance =
                audience.showsProbability ? [Self.number(standing.prospect.probability)] : []
            return cells + chance
        }

        private static func number(_ value: Double?) -> String {
            value.map(NumberText.plain) ?? ""
        }

        /// A text that no spreadsheet takes for a formula.
        private static func safe(_ text: String) -> String {
            FormulaMark.defused(Inert.line(text))
        }
    }

    private enum Heads {
        static let place = [
            Wording(ja: "指標ID", en: "indicator_id"), Wording(ja: "指標", en: "indicator"),
            Wording(ja: "基本目標番号", en: "goal_number"), Wording(ja: "基本目標", en: "goal"),
            Wording(ja: "施策番号", en: "measure_number"), Wording(ja: "施策", en: "measure"),
            Wording(ja: "事業ID", en: "program_id"), Wording(ja: "事業", en: "program"),
            Wording(ja: "所管課", en: "departments"), Wording(ja: "単位", en: "unit"),
            Wording(ja: "数え方", en: "basis"), Wording(ja: "基準値", en: "baseline"),
            Wording(ja: "基準値の期間", en: "baseline_period"), Wording(ja: "目標値", en: "target"),
            Wording(ja: "目標の期間", en: "target_period"),
        ]
        static let figures = [
            Wording(ja: "年度（西暦）", en: "fiscal_year"),
            Wording(ja: "年度（和暦）", en: "fiscal_year_japanese"),
            Wording(ja: "四半期", en: "quarter"), Wording(ja: "期首日", en: "first_day"),
            Wording(ja: "期末日", en: "last_day"), Wording(ja: "実績の期間", en: "period_of_value"),
            Wording(ja: "実績", en: "value"), Wording(ja: "期待値", en: "expected"),
            Wording(ja: "達成率（%）", en: "achievement_percent"),
            Wording(ja: "進捗率（%）", en: "progress_percent"),
            Wording(ja: "見通し（中央）", en: "forecast_median"),
            Wording(ja: "見通し（下限80%）", en: "forecast_low80"),
            Wording(ja: "見通し（上限80%）", en: "forecast_high80"),
            Wording(ja: "判定コード", en: "status_code"), Wording(ja: "判定", en: "status"),
            Wording(ja: "速報・確報", en: "certainty"),
        ]
        static let chance = Wording(ja: "目標に届く見込み（確率）", en: "probability")
    }
}
