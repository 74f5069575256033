/// The form for 状況回答, which is attached to what people are told of alerts.
package enum AlertAnswerForm {
    /// The form with a row for each alert, as CSV in UTF-8 with a byte order mark; nil where nothing is to be answered.
    ///
    /// - Parameters:
    ///   - rows: the alerts.
    ///   - day: the day.
    ///   - plan: the plan that the file's name names, while several run side by side; nil for none.
    /// - Returns: the form.
    package static func attachment(
        _ rows: [AlertListing.Row], on day: CivilDate, plan: Identifier<Strategy>? = nil
    ) -> MailMessage.Attachment? {
        let asked = rows.filter { $0.alert.type.asksForAnswer }
        guard !asked.isEmpty else { return nil }
        let lines = asked.map { row in
            [
                String(row.alert.id), row.name,
                (row.status ?? row.alert.type.wording).japanese, "", "", "", "",
            ]
        }
        let text = ([AlertAnswers.headings] + lines).map(CSVLine.text).joined()
        return MailMessage.Attachment(
            name: "状況回答-\(plan.map { "\($0)-" } ?? "")\(day).csv",
            mediaType: "text/csv; charset=UTF-8",
            bytes: Array(("\u{FEFF}" + text).utf8))
    }

    /// How it is used, in a sentence.
    static let wording = Wording(
        ja: "添付の「状況回答」に要因、取組、見直しの日を書き、課のフォルダーに入れると、対応として記録されます。",
        en:
            "Fill in the attached 状況回答 (cause, action, day of review) and put it into the department's "
            + "folder: it is recorded as the answer.")
}
