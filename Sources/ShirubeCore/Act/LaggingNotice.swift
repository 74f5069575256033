/// The notice to the departments of an indicator that has come to lag, or lags more.
package enum LaggingNotice {
    /// Subject and text of the notice.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - strategy: the strategy that holds it.
    ///   - standing: how it stands; its newest period is named in the subject.
    ///   - worsened: whether it called for a notice before and has become worse, rather than newly
    ///     calling for one.
    ///   - mark: a mark that the subject carries, such as 架空; nil for none.
    ///   - language: the language of the text.
    /// - Returns: the notice, the same for every department that owns the indicator.
    package static func text(
        indicator: Indicator, strategy: Strategy, standing: Standing, worsened: Bool,
        mark: String?, language: Language
    ) -> NoticeText {
        let status = standing.status.wording
        let name = Inert.line(strategy.title(of: indicator))
        let period = standing.period?.wording
        let subject = Wording(
            ja: "【\(status.japanese)】\(name)" + (period.map { "（\($0.japanese)）" } ?? ""),
            en: "[\(status.english)] \(name)" + (period.map { " (\($0.english))" } ?? ""))
        let departments = indicator.departments.map { $0.name(in: strategy) }
        let lines =
            [
                Wording(
                    ja: departments.joined(separator: "、") + " 御中",
                    en: "To: " + departments.joined(separator: ", "))[language], "",
            ]
            + NoticeLines.paragraph(
                opening(name, status, worsened: worsened)[language])
            + [""]
            + NoticeLines.labelled(details(indicator, strategy, standing, language))
            + [""]
            + NoticeLines.paragraph(request(strategy)[language])
        return NoticeText(
            subject: Title.marked(subject[language], mark: mark),
            body: NoticeLines.body(lines, language))
    }

    private static func opening(_ name: String, _ status: Wording, worsened: Bool) -> Wording {
        worsened
            ? Wording(
                ja: "次の指標の判定が、前回の通知より悪い「\(status.japanese)」になりました。",
                en: "This indicator has become worse since the last notice: \(status.english).")
            : Wording(
                ja: "次の指標の判定が、新たに「\(status.japanese)」になりました。",
                en: "This indicator has newly come to stand at: \(status.english).")
    }

    private static func details(
        _ indicator: Indicator, _ strategy: Strategy, _ standing: Standing, _ language: Language
    ) -> [(label: String, text: String)] {
        let row = IndicatorRow(
            standing, indicator, in: strategy, earlier: nil,
            quarter: standing.period ?? indicator.target.period, language: language)
        let certainty = standing.prospect.isFinal.map {
            $0 ? Wording(ja: "（確報）", en: " (final)") : Wording(ja: "（速報）", en: " (preliminary)")
        }
        let period = standing.period?.wording[language] ?? FigureText.none
        var pairs = [
            (SummaryWords.indicator[language], row.name),
            (SummaryWords.place[language], row.place),
            (SummaryWords.department[language], row.departments),
            (SummaryWords.period[language], period + (certainty?[language] ?? "")),
            (
                SummaryWords.value[language],
                Wording(
                    ja: "\(row.valueText)（\(row.basis)）", en: "\(row.valueText) (\(row.basis))")[
                        language]
            ),
            (SummaryWords.expected[language], expected(row, indicator, standing)),
            (SummaryWords.target[language], row.targetText),
            (SummaryWords.achievement[language], row.achievementText),
            (SummaryWords.progress[language], row.progressText),
        ]
        let further: [(Wording, String?)] = [
            (SummaryWords.estimate, row.estimateText),
            (SummaryWords.forecast, standing.prospect.median.map { _ in row.forecastText }),
            (
                SummaryWords.probability,
                standing.prospect.probability.map { _ in row.probabilityText }
            ),
            (SummaryWords.required, row.requiredText), (SummaryWords.lagging, row.lagText),
            (
                SummaryWords.signals,
                row.signals.isEmpty
                    ? nil
                    : row.signals.map { $0.wording[language] }.joined(
                        separator: Wording(ja: "、", en: ", ")[language])
            ),
        ]
        pairs += further.compactMap { label, text in text.map { (label[language], $0) } }
        pairs.append((SummaryWords.status[language], row.statusText))
        for reason in standing.reasons {
            pairs.append((SummaryWords.reason[language], Inert.line(reason.text[language])))
        }
        return pairs
    }

    /// The expected figure, and of a flow the profile by which it is expected.
    private static func expected(
        _ row: IndicatorRow, _ indicator: Indicator, _ standing: Standing
    ) -> String {
        guard !standing.prospect.profile.isEmpty, row.expected != nil else {
            return row.expectedText
        }
        let origin = SeasonDrawing.origin(
            declared: !indicator.activeMonths.isEmpty, years: standing.prospect.profileYears)
        let drawing = row.season.map { " \($0.drawing)" } ?? ""
        return Wording(
            ja: "\(row.expectedText)（\(origin.japanese)\(drawing)）",
            en: "\(row.expectedText) (\(origin.english)\(drawing))")[row.language]
    }

    private static func request(_ strategy: Strategy) -> Wording {
        let planning = strategy.planningDepartment.name(in: strategy)
        return Wording(
            ja: "要因と、取組を継続・改善・見直しのいずれとするかの考えを、次の四半期の報告までに\(planning)へお知らせください。"
                + "数値に誤りがあるときは、区分を「訂正」としたCSVを置き直してください。",
            en:
                "Please tell \(planning) the cause, and whether the work is to be continued, "
                + "improved or reconsidered, by the next quarter's report. If the figure is wrong, "
                + "drop a CSV that says 訂正 (corrected) in 区分.")
    }
}
