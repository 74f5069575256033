extension Rule {
    /// The rules that answers to alerts (状況回答) are checked for.
    static let ofAnswers: [Rule: Entry] = [
        .answerAlert: Entry(
            .error, ja: "答える警告がない", en: "no alert to answer", example: "警告番号が「999」",
            remedy: Wording(
                ja: "知らせに書かれた警告番号を書いてください。終わった警告の行は消してください。",
                en:
                    "Write the number that the notice names. Remove the row of an alert that is over."
            )),
        .answerBlank: Entry(
            .error, ja: "回答が書かれていない", en: "an answer that is not complete",
            example: "「取組」が空",
            remedy: Wording(
                ja: "要因、取組、見直しの日をすべて書いてください。", en: "Write cause, action and day of review.")),
        .answerDate: Entry(
            .error, ja: "見直しの日ではない", en: "no day of review", example: "「来月」、過ぎた日付",
            remedy: Wording(
                ja: "2022-12-05 や 令和4年12月5日 のように、明日から1年以内の日付を書いてください。",
                en: "Write a date within a year from tomorrow, like 2022-12-05.")),
    ]
}
