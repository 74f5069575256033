extension NoticeText {
    /// The message of a test, which says that it is one.
    ///
    /// - Parameters:
    ///   - file: the configuration file by which it is sent.
    ///   - moment: when.
    ///   - mark: a mark that the subject carries; nil for none.
    ///   - language: the language of the text.
    /// - Returns: subject and text.
    package static func test(
        file: String, at moment: Timestamp, mark: String?, language: Language
    ) -> NoticeText {
        let subject = Wording(ja: "【試験送信】標からの確認です", en: "[Test] A message from Shirube")
        let text = Wording(
            ja: "これは、標（しるべ）から届くことを確かめるための試験送信です。お知らせの内容はなく、していただくことはありません。",
            en:
                "This is a test of whether messages from Shirube arrive. It tells nothing, and nothing is to be done."
        )
        let lines =
            NoticeLines.paragraph(text[language]) + [""]
            + NoticeLines.labelled([
                (Wording(ja: "送信日時", en: "Sent")[language], moment.longWording[language]),
                (Wording(ja: "設定", en: "Configuration")[language], Inert.line(file)),
            ])
        return NoticeText(
            subject: Title.marked(subject[language], mark: mark),
            body: NoticeLines.body(lines, language))
    }
}
