/// The notice to a department whose file has been rejected.
package enum RejectionNotice {
    /// Subject and text of the notice.
    ///
    /// - Parameters:
    ///   - fileName: the file's name as the department wrote it.
    ///   - department: the department whose folder held it.
    ///   - strategy: the strategy it reports on.
    ///   - report: the findings as text, lines ended by `\n`.
    ///   - mark: a mark that the subject carries, such as 架空; nil for none.
    ///   - language: the language of the text.
    /// - Returns: the notice; hostile characters in the file's name or the report are inert in it.
    package static func text(
        fileName: String, department: Department, strategy: Strategy, report: String,
        mark: String?, language: Language
    ) -> NoticeText {
        let file = Inert.line(fileName)
        let name = Inert.line(department.name)
        let subject = Wording(ja: "【不受理】\(file)（\(name)）", en: "[Rejected] \(file) (\(name))")
        let planning = strategy.planningDepartment.name(in: strategy)
        let opening = Wording(
            ja: "「\(file)」に誤りがあったため、このファイルの数値はひとつも取り込んでいません。"
                + "以前に受理した数値はそのままです。",
            en: "“\(file)” has errors, so none of its figures has been applied. "
                + "Figures accepted earlier stand as they were.")
        let remedy = Wording(
            ja: "誤りを直したファイルを、同じフォルダ（\(department.id.text)）にもう一度置いてください。"
                + "ファイル名は変えなくてもかまいません。元のファイルと、Excelで開ける誤りの一覧は、"
                + "そのフォルダの rejected にあります。わからないときは\(planning)にお尋ねください。",
            en:
                "Correct the file and put it into the same folder (\(department.id.text)) again, "
                + "under the same name or another. The original and a list of the errors that "
                + "Excel opens lie in that folder's rejected folder. If in doubt, ask \(planning).")
        let lines =
            [Wording(ja: "\(name) 御中", en: "To: \(name)")[language], ""]
            + NoticeLines.paragraph(opening[language]) + [""]
            + reportLines(report) + [""]
            + NoticeLines.paragraph(remedy[language])
        return NoticeText(
            subject: Title.marked(subject[language], mark: mark),
            body: NoticeLines.body(lines, language))
    }

    private static func reportLines(_ report: String) -> [String] {
        var lines = report.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { Inert.line(String($0)) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
