/// The notice that asks what has become of acts whose due date has come.
package enum ActNotice {
    /// Subject and text of the notice.
    ///
    /// - Parameters:
    ///   - rows: the decisions whose acts are asked for, at least one, in the order in which they are shown.
    ///   - strategy: the strategy.
    ///   - day: the day of asking.
    ///   - mark: a mark that the subject carries, such as 架空; nil for none.
    ///   - language: the language of the text.
    /// - Returns: the notice.
    package static func text(
        _ rows: [DecisionListing.Row], strategy: Strategy, on day: CivilDate, mark: String?,
        language: Language
    ) -> NoticeText {
        let subject =
            rows.count == 1
            ? Wording(
                ja: "【措置の確認】\(rows[0].title)", en: "[Act due] \(rows[0].title)")
            : Wording(ja: "【措置の確認】\(rows.count)件", en: "[Acts due] \(rows.count)")
        let opening = Wording(
            ja: "次の決定で決めた措置の期限が来ました。実施した結果をお知らせください。済んだものを記録すると、この確認は届かなくなります。"
                + "記録のないものは、毎月お尋ねします。",
            en:
                "The acts decided on below have fallen due. Please tell what has become of them. Once an act is recorded "
                + "as done you are not asked again; until then you are asked every month.")
        let lines =
            NoticeLines.paragraph(strategy.heading) + [""]
            + NoticeLines.paragraph(opening[language])
            + rows.flatMap { row in
                [""] + NoticeLines.labelled(details(row, on: day, language))
            }
        return NoticeText(
            subject: Title.marked(subject[language], mark: mark),
            body: NoticeLines.body(lines, language))
    }

    private static func details(
        _ row: DecisionListing.Row, on day: CivilDate, _ language: Language
    ) -> [(label: String, text: String)] {
        let draft = row.decision.draft
        let due = draft.act.map { act in
            let late = day.dayNumber - act.due.dayNumber
            let after = late > 0 ? Wording(ja: "（\(late)日超過）", en: " (\(late) days ago)") : nil
            return act.due.longWording[language] + (after?[language] ?? "")
        }
        let comma = Wording(ja: "、", en: ", ")[language]
        let done = Wording(
            ja: "shirube acts done \(row.decision.number) --by 職 --reason 結果",
            en: "shirube acts done \(row.decision.number) --by POST --reason RESULT")
        let pairs: [(Wording, String?)] = [
            (DecisionWords.act, draft.act?.text), (DecisionWords.due, due),
            (DecisionWords.subject, "\(row.title)（\(draft.subject.id)）"),
            (SummaryWords.department, row.departments.joined(separator: comma)),
            (
                DecisionWords.verdict,
                Wording(
                    ja: "\(draft.verdict.wording.japanese)（\(draft.quarter.wording.japanese)について）",
                    en: "\(draft.verdict.wording.english), on \(draft.quarter.wording.english)")[
                        language]
            ),
            (DecisionWords.post, draft.post), (SummaryWords.reason, draft.reason),
            (DecisionWords.effectBy, draft.effectBy?.longWording[language]),
            (Wording(ja: "記録のしかた", en: "To record it"), done[language]),
        ]
        return pairs.compactMap { label, text in
            text.map { (label[language], Inert.line($0)) }
        }
    }
}
