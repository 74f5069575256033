import ShirubeCore

/// What is said where an act on an alert is refused.
extension AlertEntry.Refusal {
    static func noNumber(_ number: String) -> Self {
        Self(
            message: Wording(
                ja: "番号\(number)の警告はありません。「shirube alerts list」で番号を確かめてください。",
                en: "There is no alert \(number). `shirube alerts list` shows their numbers."))
    }

    static func noIndicator(_ id: String, _ known: [String]) -> Self {
        let remedy = NearestWord.remedy(
            id, among: known,
            otherwise: Wording(
                ja: "「shirube status」でIDを確かめてください。", en: "Look ids up with `shirube status`."))
        return Self(
            message: Wording(
                ja: "指標「\(Inert.line(id))」はありません。\(remedy.japanese)",
                en: "There is no indicator `\(Inert.line(id))`. \(remedy.english)"))
    }

    static func noDepartment(_ id: String, _ known: [String]) -> Self {
        let remedy = NearestWord.remedy(
            id, among: known,
            otherwise: Wording(
                ja: "「shirube strategy show」で課のIDを確かめてください。",
                en: "Look ids up with `shirube strategy show`."))
        return Self(
            message: Wording(
                ja: "課「\(Inert.line(id))」はありません。\(remedy.japanese)",
                en: "There is no department `\(Inert.line(id))`. \(remedy.english)"))
    }

    static func noneOpen(_ id: String) -> Self {
        Self(
            message: Wording(
                ja: "指標「\(id)」には、当てはまる終わっていない警告がありません。「shirube alerts history \(id)」で経過を見られます。",
                en:
                    "No such alert of `\(id)` is open. `shirube alerts history \(id)` shows what happened."
            ))
    }

    static func several(_ id: String, _ alerts: [AlertState]) -> Self {
        let japanese = alerts.map { "\($0.id) \($0.type.wording.japanese)" }.joined(separator: "、")
        let english = alerts.map { "\($0.id) \($0.type.wording.english)" }.joined(separator: ", ")
        return Self(
            message: Wording(
                ja: "指標「\(id)」には終わっていない警告が\(alerts.count)件あります（\(japanese)）。番号で指定してください。",
                en: "`\(id)` has \(alerts.count) open alerts (\(english)). Give the number of one.")
        )
    }

    static func ambiguous(_ strategies: [String]) -> Self {
        let list = strategies.joined(separator: ", ")
        return Self(
            message: Wording(
                ja: "複数の戦略に当てはまります。--strategy で選んでください（\(list)）。",
                en: "Several strategies have it. Choose with --strategy (\(list))."))
    }

    static func closed(_ alert: AlertState) -> Self {
        let day = alert.closedAt?.japanDate.description ?? ""
        return Self(
            message: Wording(
                ja: "警告\(alert.id)は\(day)に終わっているので、対応は要りません。",
                en: "Alert \(alert.id) was closed on \(day) and asks for nothing."))
    }

    static func past(_ option: String, _ day: CivilDate, _ today: CivilDate) -> Self {
        Self(
            message: Wording(
                ja: "\(option) \(day) は今日（\(today)）より後ではないので、記録しても何も変わりません。明日以後の日を書いてください。",
                en:
                    "\(option) \(day) is not after today (\(today)), so nothing would change. Give a later day."
            ))
    }

    static func far(_ option: String, _ day: CivilDate, _ today: CivilDate) -> Self {
        let last = today.adding(days: AlertEntry.longestDays)
        return Self(
            message: Wording(
                ja: "\(option) \(day) は1年より先です。警告を忘れないように、\(last)までの日を書いてください。",
                en:
                    "\(option) \(day) is more than a year ahead. Give a day up to \(last), lest the alert be forgotten."
            ))
    }

    static func silenced(_ silence: Silence) -> Self {
        Self(
            message: Wording(
                ja:
                    "同じ休止\(silence.id)が\(silence.until)まであります。改めるには、先に「shirube alerts unsilence \(silence.id)」で取り消してください。",
                en:
                    "Silence \(silence.id) says the same until \(silence.until). To alter it, end it first with "
                    + "`shirube alerts unsilence \(silence.id)`."))
    }

    static func noSilence(_ number: Int64) -> Self {
        Self(
            message: Wording(
                ja: "番号\(number)の休止は、いま有効ではありません。「shirube alerts list」で番号を確かめてください。",
                en: "No silence \(number) holds. `shirube alerts list` shows their numbers."))
    }
}
