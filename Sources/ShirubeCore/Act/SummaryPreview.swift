/// What the planning division is told beside a summary that waits at the release gate.
package enum SummaryPreview {
    /// The subject, from the summary's title.
    package static func subject(_ title: String) -> Wording {
        Wording(ja: "【下見】\(title)", en: "[Preview] \(title)")
    }

    /// What it is, when it will be sent to how many, and how to keep it back or send it at once.
    ///
    /// - Parameters:
    ///   - edition: the edition that waits.
    ///   - recipients: how many mail addresses it will be sent to.
    ///   - channels: how many channels it will be posted to.
    ///   - language: the language.
    /// - Returns: three sentences.
    package static func sentences(
        _ edition: SummaryEditionState, recipients: Int, channels: Int, language: Language
    ) -> [String] {
        let moment = edition.releaseAt.longWording
        let first =
            edition.draftCount > 1
            ? Wording(
                ja: "前の下見の後に届いた回答により作り直した下見です（\(edition.draftCount)回目）。",
                en:
                    "Made anew by what has come in since the preview before (number \(edition.draftCount))."
            )
            : Wording(ja: "発送前の下見です。", en: "This is a preview; it has not been sent.")
        let sending =
            edition.hold.map { hold in
                Wording(
                    ja: "止められているため送りません（\(hold.author)：\(hold.reason)）。",
                    en: "It is held and will not be sent (\(hold.author): \(hold.reason)).")
            }
            ?? Wording(
                ja: "\(moment.japanese)に、メール\(recipients)件、チャンネル\(channels)件へ送ります。"
                    + "それまでに届いた回答は反映し、変わればもう一度下見を送ります。",
                en:
                    "It will be sent on \(moment.english) by mail to \(recipients) and to \(channels) channels. "
                    + "Answers that come in by then are taken in, and a change is shown in another preview."
            )
        let quarter = QuarterText.short(edition.quarter)
        let commands = Wording(
            ja: "止めるには「shirube summary hold \(quarter) --reason 理由」、"
                + "すぐに送るには「shirube summary release \(quarter)」を実行してください。",
            en: "To keep it back: shirube summary hold \(quarter) --reason …; "
                + "to send it at once: shirube summary release \(quarter).")
        return [first, sending, commands].map { $0[language] }
    }

    /// The sentences above the text of a summary.
    package static func text(_ sentences: [String], before summary: String) -> String {
        let rule = String(repeating: "=", count: SummaryText.width)
        let lines = sentences.flatMap {
            LineBreaking.lines($0, width: SummaryText.width, first: "・", hanging: "  ")
        }
        return ([rule] + lines + [rule, "", ""]).joined(separator: "\n") + summary
    }
}

/// A quarter of a fiscal year as people type it.
package enum QuarterText {
    /// Like `2022Q2`; the period's code where it is no quarter.
    package static func short(_ period: Period) -> String {
        guard case .quarter(let number) = period.part else { return period.description }
        return "\(period.year.number)Q\(number)"
    }
}
