import ShirubeCore

/// What is said where something about the outbox is refused.
extension OutboxEntry.Refusal {
    static func noNumber(_ number: Int64) -> Self {
        Self(
            message: Wording(
                ja: "番号\(number)の送信はありません。「shirube outbox list」で番号を確かめてください。",
                en: "There is no delivery \(number). `shirube outbox list` shows their numbers."))
    }

    static func removed(at moment: Timestamp) -> Self {
        Self(message: OutboxAccount.removed(at: moment))
    }

    static func open(_ row: OutboxRow) -> Self {
        let state = row.state.wording
        return Self(
            message: Wording(
                ja:
                    "送信\(row.number)は「\(state.japanese)」で、まだ終わっていません。「shirube outbox show \(row.number)」で"
                    + "次の送信を確かめてください。",
                en:
                    "Delivery \(row.number) is \(state.english), so it has not come to an end that could be "
                    + "undone. `shirube outbox show \(row.number)` says when it is tried next."))
    }

    static func finished(_ row: OutboxRow) -> Self {
        let state = row.state.isOpen ? OutboxRow.State.dropped.wording : row.state.wording
        return Self(
            message: Wording(
                ja:
                    "送信\(row.number)はもう「\(state.japanese)」なので、取りやめるものがありません。経過は「shirube outbox show "
                    + "\(row.number)」で見られます。",
                en:
                    "Delivery \(row.number) is \(state.english) already, so there is nothing to drop. "
                    + "`shirube outbox show \(row.number)` has its story."))
    }

    static let noMail = Self(
        message: Wording(
            ja: "設定に mail がないので、送り直してもメールは出ません。mail を書いてから行ってください。",
            en:
                "Without `mail` in the configuration no mail can leave. Write it there, then send anew."
        ))

    static func noChannel(_ name: String, _ known: [String]) -> Self {
        let list = known.joined(separator: ", ")
        let remedy = NearestWord.remedy(
            name, among: known,
            otherwise: known.isEmpty
                ? Wording(ja: "channels に加えてください。", en: "Add it to `channels`.")
                : Wording(
                    ja: "channels にあるのは \(list) です。", en: "`channels` has: \(list)."))
        return Self(
            message: Wording(
                ja: "チャンネル「\(Inert.line(name))」は設定にありません。\(remedy.japanese)",
                en:
                    "The configuration has no channel `\(Inert.line(name))`. \(remedy.english)"))
    }

    static func past(_ until: Timestamp, _ now: Timestamp) -> Self {
        Self(
            message: Wording(
                ja:
                    "--until \(until.japanDescription) は今（\(now.japanDescription)）より後ではないので、何も止まりません。"
                    + "後の日時を書いてください。",
                en:
                    "--until \(until.japanDescription) is not after now (\(now.japanDescription)), so nothing "
                    + "would wait. Give a later moment."))
    }

    static func paused(_ pause: OutboxPause) -> Self {
        let words = pause.wording
        return Self(
            message: Wording(
                ja: "もう止まっています：\(words.japanese)。期限を改めるときは、先に「shirube outbox resume」で再開してください。",
                en:
                    "It waits already: \(words.english). To set another end, resume it first with `shirube outbox resume`."
            ))
    }

    static func notPaused(_ others: [OutboxPause]) -> Self {
        guard let other = others.first else {
            return Self(
                message: Wording(
                    ja: "止めている送信はないので、再開するものがありません。",
                    en: "Nothing is paused, so there is nothing to resume."))
        }
        let words = other.wording
        return Self(
            message: Wording(
                ja: "その範囲では止めていません。ほかにあるのは：\(words.japanese)。止めたときと同じ範囲を書いてください。",
                en:
                    "Nothing is paused under that name. What holds is: \(words.english). Name what was paused."
            ))
    }
}
