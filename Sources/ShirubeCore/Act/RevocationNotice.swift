/// The notice to a department whose accepted file has been withdrawn.
package enum RevocationNotice {
    /// What was withdrawn.
    package struct Withdrawn: Sendable, Equatable {
        /// The file's name as the department wrote it.
        package let fileName: String
        /// When it was taken in; the newest time where the same content was taken in several times.
        package let takenAt: Timestamp
        /// The SHA-256 of its content in hexadecimal digits.
        package let sha256: String
        /// How many readings it brought.
        package let readingCount: Int
        /// The names of the indicators that it spoke of.
        package let indicators: [String]
        /// Why.
        package let reason: String
        /// Who did it.
        package let by: String
        /// When.
        package let at: Timestamp

        /// Makes a description of what was withdrawn.
        package init(
            fileName: String, takenAt: Timestamp, sha256: String, readingCount: Int,
            indicators: [String], reason: String, by: String, at: Timestamp
        ) {
            self.fileName = fileName
            self.takenAt = takenAt
            self.sha256 = sha256
            self.readingCount = readingCount
            self.indicators = indicators
            self.reason = reason
            self.by = by
            self.at = at
        }
    }

    /// Most indicators that are named one by one.
    private static let maximumNamed = 20

    /// Subject and text of the notice.
    ///
    /// - Parameters:
    ///   - withdrawn: what was withdrawn, why and by whom.
    ///   - department: the department that had reported it.
    ///   - strategy: the strategy it reported on.
    ///   - mark: a mark that the subject carries, such as 架空; nil for none.
    ///   - language: the language of the text.
    /// - Returns: the notice; hostile characters in the file's name or the reason are inert in it.
    package static func text(
        _ withdrawn: Withdrawn, department: Department, strategy: Strategy, mark: String?,
        language: Language
    ) -> NoticeText {
        let file = Inert.line(withdrawn.fileName)
        let name = Inert.line(department.name)
        let subject = Wording(ja: "【取消】\(file)（\(name)）", en: "[Withdrawn] \(file) (\(name))")
        let planning = strategy.planningDepartment.name(in: strategy)
        let opening = Wording(
            ja: "受理していた「\(file)」を取り消しました。このファイルの数値は使いません。"
                + "それより前に報告された数値があるものは、その数値に戻っています。",
            en: "The accepted file “\(file)” has been withdrawn. Its figures are not used any "
                + "more; where figures had been reported before it, those are in force again.")
        let remedy = Wording(
            ja: "正しい数値のファイルを、いつものフォルダ（\(department.id.text)）に置いてください。"
                + "同じ内容のファイルも、もう一度置けば新しい報告として受理します。"
                + "わからないときは\(planning)にお尋ねください。",
            en: "Put a file with the right figures into your folder (\(department.id.text)) as "
                + "usual. A file of the same content is taken for a new report when it is put "
                + "there again. If in doubt, ask \(planning).")
        let lines =
            [Wording(ja: "\(name) 御中", en: "To: \(name)")[language], ""]
            + NoticeLines.paragraph(opening[language]) + [""]
            + NoticeLines.labelled(facts(withdrawn, language)) + [""]
            + NoticeLines.paragraph(remedy[language])
        return NoticeText(
            subject: Title.marked(subject[language], mark: mark),
            body: NoticeLines.body(lines, language))
    }

    private static func facts(
        _ withdrawn: Withdrawn, _ language: Language
    ) -> [(label: String, text: String)] {
        func fact(_ ja: String, _ en: String, _ text: String) -> (label: String, text: String) {
            (Wording(ja: ja, en: en)[language], Inert.line(text))
        }
        let named = withdrawn.indicators.prefix(maximumNamed).joined(
            separator: language == .japanese ? "、" : ", ")
        let rest = withdrawn.indicators.count - maximumNamed
        let more = rest > 0 ? Wording(ja: " ほか\(rest)件", en: " and \(rest) more")[language] : ""
        return [
            fact("理由", "Reason", withdrawn.reason),
            fact("取り消した人", "By", withdrawn.by),
            fact("取り消した日時", "At", withdrawn.at.japanDescription),
            fact("受理した日時", "Accepted", withdrawn.takenAt.japanDescription),
            fact("実績値の数", "Figures", NumberText.grouped(Double(withdrawn.readingCount))),
            fact("指標", "Indicators", named + more),
            fact("SHA-256", "SHA-256", withdrawn.sha256),
        ]
    }
}
