/// The notice to a department some of whose figures wait to be confirmed.
package enum HoldNotice {
    /// Subject and text of the notice.
    ///
    /// - Parameters:
    ///   - fileName: the file's name as the department wrote it.
    ///   - department: the department whose folder held it.
    ///   - strategy: the strategy it reports on.
    ///   - findings: why each figure waits, at least one.
    ///   - mark: a mark that the subject carries, such as 架空; nil for none.
    ///   - language: the language of the text.
    /// - Returns: the notice; hostile characters in the file's name or the findings are inert in it.
    package static func text(
        fileName: String, department: Department, strategy: Strategy, findings: [Finding],
        mark: String?, language: Language
    ) -> NoticeText {
        let file = Inert.line(fileName)
        let name = Inert.line(department.name)
        let count = findings.count
        let subject = Wording(
            ja: "【要確認】\(file)の\(count)件の値（\(name)）",
            en:
                "[To be confirmed] \(count) \(count == 1 ? "figure" : "figures") of \(file) (\(name))"
        )
        let planning = strategy.planningDepartment.name(in: strategy)
        let opening = Wording(
            ja: "「\(file)」を受け取りました。ただし、次の\(count)件の値は書き誤りのおそれがあるので、"
                + "確認されるまで使いません。それまでは前に報告された値のままです。",
            en: "“\(file)” was taken in. But \(count) of its figures may be slips of the pen and "
                + "wait to be confirmed; until then the figures reported before remain.")
        let closing = Wording(
            ja: "誤りなら、直したファイルを同じフォルダ（\(department.id.text)）に入れてください。"
                + "正しければ、その行の「確認」の列に「確認済」と書いて入れ直すか、\(planning)に知らせてください。",
            en: "If a figure is wrong, put the corrected file into the same folder "
                + "(\(department.id.text)). If it is right, write 確認済 into the column 確認 of its row "
                + "and put the file in again, or tell \(planning).")
        var lines = [Wording(ja: "\(name) 御中", en: "To: \(name)")[language], ""]
        lines += NoticeLines.paragraph(opening[language]) + [""]
        for finding in findings.prefix(RejectionReport.maximumPrinted) {
            lines += LineBreaking.lines(
                Inert.line(finding.message[language]), width: SummaryText.width, first: "- ",
                hanging: "  ")
            if let place = place(of: finding) {
                lines += LineBreaking.lines(
                    Inert.line(place[language]), width: SummaryText.width, first: "  ",
                    hanging: "  ")
            }
        }
        lines += [""] + NoticeLines.paragraph(closing[language])
        return NoticeText(
            subject: Title.marked(subject[language], mark: mark),
            body: NoticeLines.body(lines, language))
    }

    /// The cell as a spreadsheet names it, and what it was taken for; nil where neither is known.
    private static func place(of finding: Finding) -> Wording? {
        let cell = finding.cell.map { Wording(ja: "セル \($0)", en: "cell \($0)") }
        let taken = finding.takenFor.map {
            Wording(ja: "解釈 \($0.japanese)", en: "taken for \($0.english)")
        }
        let parts = [cell, taken].compactMap(\.self)
        guard !parts.isEmpty else { return nil }
        return Wording(
            ja: "（\(parts.map(\.japanese).joined(separator: "、"))）",
            en: "(\(parts.map(\.english).joined(separator: ", ")))")
    }
}
