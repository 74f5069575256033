/// The notice to the departments of an indicator that something is to be done about at once.
package enum AlertNotice {
    /// An indicator and what has happened to its alerts.
    package struct Matter: Sendable, Equatable {
        /// The indicator.
        package let indicator: Indicator
        /// How it stands.
        package let standing: Standing
        /// How it stood before; nil where it was never judged.
        package let before: Standing?
        /// The alerts to tell of, at least one, each after the step that is told.
        package let alerts: [AlertState]
        /// By when an answer is asked for.
        package let replyBy: CivilDate

        /// Makes a matter.
        package init(
            indicator: Indicator, standing: Standing, before: Standing?, alerts: [AlertState],
            replyBy: CivilDate
        ) {
            self.indicator = indicator
            self.standing = standing
            self.before = before
            self.alerts = alerts
            self.replyBy = replyBy
        }

        /// What is wrong, in a few words: the status of a lag, the types of other alerts.
        package var title: Wording {
            let words = alerts.map {
                $0.type == .lagging ? standing.status.wording : $0.type.wording
            }
            return Wording(
                ja: words.map(\.japanese).joined(separator: "・"),
                en: words.map(\.english).joined(separator: "; "))
        }
    }

    /// Subject and text of the notice.
    ///
    /// - Parameters:
    ///   - matter: the indicator; its newest period is named in the subject.
    ///   - strategy: the strategy that holds it.
    ///   - mark: a mark that the subject carries, such as 架空; nil for none.
    ///   - language: the language of the text.
    /// - Returns: the notice, the same for every department that owns the indicator.
    package static func text(
        _ matter: Matter, in strategy: Strategy, mark: String?, language: Language
    ) -> NoticeText {
        let title = matter.title
        let indicator = matter.indicator
        let name = Inert.line(strategy.title(of: indicator))
        let period = matter.standing.period?.wording
        let subject = Wording(
            ja: "【\(title.japanese)】\(name)" + (period.map { "（\($0.japanese)）" } ?? ""),
            en: "[\(title.english)] \(name)" + (period.map { " (\($0.english))" } ?? ""))
        let departments = indicator.departments.map { $0.name(in: strategy) }
        let lines =
            [
                Wording(
                    ja: departments.joined(separator: "、") + " 御中",
                    en: "To: " + departments.joined(separator: ", "))[language], "",
            ]
            + NoticeLines.paragraph(opening(matter)[language]) + [""]
            + NoticeLines.labelled(
                details(indicator, strategy, matter.standing, language)
                    + history(matter, strategy, language)) + [""]
            + request(matter, strategy).flatMap { NoticeLines.paragraph($0[language]) }
        return NoticeText(
            subject: Title.marked(subject[language], mark: mark),
            body: NoticeLines.body(lines, language))
    }

    private static func opening(_ matter: Matter) -> Wording {
        let title = matter.title
        let kinds = matter.alerts.map(\.spur.kind)
        if kinds.contains(.worsened) || kinds.contains(.relapsed) {
            return Wording(
                ja: "次の指標の判定が、前回の通知より悪い「\(title.japanese)」になりました。",
                en: "This indicator has become worse since the last notice: \(title.english).")
        }
        return matter.alerts.contains { $0.type == .lagging }
            ? Wording(
                ja: "次の指標の判定が、新たに「\(title.japanese)」になりました。",
                en: "This indicator has newly come to stand at: \(title.english).")
            : Wording(
                ja: "次の指標に、新たに「\(title.japanese)」の警告が出ました。",
                en: "This indicator has a new alert: \(title.english).")
    }

    /// What has changed, and what was answered last.
    private static func history(
        _ matter: Matter, _ strategy: Strategy, _ language: Language
    ) -> [(label: String, text: String)] {
        var pairs: [(label: String, text: String)] = []
        if let before = matter.before, before.period != nil {
            let row = IndicatorRow(
                before, matter.indicator, in: strategy, earlier: nil,
                quarter: before.period ?? matter.indicator.target.period, language: language)
            let period = before.period?.wording[language] ?? FigureText.none
            pairs.append(
                (
                    Wording(ja: "前回の判定", en: "Judged before")[language],
                    "\(row.statusText) / \(period) / \(row.valueText)"
                ))
        }
        for alert in matter.alerts {
            guard let answer = alert.lastAnswer else { continue }
            pairs.append(
                (Wording(ja: "前回の対応", en: "Last answer")[language], answer.words[language]))
        }
        let numbers = matter.alerts.map { String($0.id) }
        pairs.append(
            (
                Wording(ja: "警告番号", en: "Alert no.")[language],
                numbers.joined(separator: Wording(ja: "、", en: ", ")[language])
            ))
        return pairs
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

    /// What is asked, of whom and by when.
    private static func request(_ matter: Matter, _ strategy: Strategy) -> [Wording] {
        let planning = strategy.planningDepartment.name(in: strategy)
        let day = matter.replyBy.longWording
        let asksForFigure = Wording(
            ja: "数値に誤りがあるときは、区分を「訂正」としたCSVを置き直してください。",
            en: "If the figure is wrong, drop a CSV that says 訂正 (corrected) in 区分.")
        guard matter.alerts.contains(where: { $0.type != .suddenChange }) else {
            return [
                Wording(
                    ja: "数値を確かめ、正しければその理由を、\(day.japanese)までに\(planning)へお知らせください。",
                    en:
                        "Please check the figure and, if it is right, tell \(planning) why it is so by "
                        + "\(day.english)."), asksForFigure, AlertAnswerForm.wording,
            ]
        }
        return [
            Wording(
                ja: "要因と、取組を継続・改善・見直しのいずれとするかの課長の考えを、\(day.japanese)までに"
                    + "\(planning)へお知らせください。",
                en:
                    "Please tell \(planning) by \(day.english) the cause, and whether the head of the "
                    + "department wants the work to be continued, improved or reconsidered."),
            asksForFigure, AlertAnswerForm.wording,
        ]
    }
}

extension AlertTransition {
    /// An answer in a line: who, when, why, what is done and when it is looked at again.
    package var words: Wording {
        let author = Inert.line(author ?? "")
        let reason = Inert.line(reason.text.japanese)
        let action = Inert.line(answer?.action ?? "")
        let review = answer?.reviewOn.longWording ?? Wording(ja: "－", en: "－")
        return Wording(
            ja: "\(author)が\(at.japanDate.longWording.japanese)に記録。要因：\(reason) 対応：\(action) "
                + "見直し：\(review.japanese)",
            en:
                "\(author), \(at.japanDate.longWording.english). Cause: \(reason) Action: \(action) "
                + "Review: \(review.english)")
    }
}
