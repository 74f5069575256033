/// The one notice of many indicators that have come to lag together (共通要因).
package enum CommonCauseNotice {
    /// Subject and text.
    ///
    /// - Parameters:
    ///   - indicators: what has newly come to lag, at least one.
    ///   - onsets: how many have within the last days, these among them.
    ///   - days: how many days those are.
    ///   - strategy: the strategy.
    ///   - mark: a mark that the subject carries, such as 架空; nil for none.
    ///   - language: the language of the text.
    /// - Returns: the notice, the same for everybody.
    package static func text(
        _ indicators: [Indicator], onsets: Int, days: Int, in strategy: Strategy, mark: String?,
        language: Language
    ) -> NoticeText {
        let total = strategy.indicators.count
        let subject = Wording(
            ja: "【共通要因】\(onsets)指標が一斉に遅れ等になりました",
            en: "[Common cause] \(onsets) indicators have come to lag together")
        let opening = Wording(
            ja: "この\(days)日のあいだに、\(total)指標のうち\(onsets)指標に警告が出ました。個々に知らせる代わりに、まとめて知らせます。"
                + "新たに出たのは次の\(indicators.count)指標です。",
            en:
                "Within \(days) days \(onsets) of \(total) indicators have got an alert. They are told "
                + "of together, not one by one. New are these \(indicators.count):")
        var lines = NoticeLines.paragraph(opening[language])
        for department in strategy.departments {
            let own = indicators.filter { $0.departments.contains(department.id) }
            guard !own.isEmpty else { continue }
            lines += ["", "■ \(Inert.line(department.name))"]
            for indicator in own {
                lines += NoticeLines.item(
                    "\(Inert.line(strategy.title(of: indicator))) (\(indicator.id))")
            }
        }
        let planning = strategy.planningDepartment.name(in: strategy)
        let request = Wording(
            ja: "災害や感染症など、共通の要因があれば\(planning)へお知らせください。その年を共通要因のあった年（commonCauseYears）とすると、"
                + "季節や傾向を学ぶ年から除かれます。要因が別々のときは、指標ごとの対応をお知らせください。",
            en:
                "If there is a common cause, such as a disaster or an epidemic, please tell \(planning). A year "
                + "named in commonCauseYears teaches nothing about season and trend. Otherwise please tell what "
                + "is done about each.")
        lines += [""] + NoticeLines.paragraph(request[language])
        return NoticeText(
            subject: Title.marked(subject[language], mark: mark),
            body: NoticeLines.body(lines, language))
    }
}
