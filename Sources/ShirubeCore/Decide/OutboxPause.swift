/// Which messages are meant: all of them, all mail, or the posts to one channel.
package enum OutboxScope: Sendable, Hashable {
    /// Every message.
    case all
    /// All mail.
    case mail
    /// The posts to the channel of this name.
    case channel(String)

    /// What people call it.
    package var wording: Wording {
        switch self {
        case .all: Wording(ja: "すべての送信", en: "everything")
        case .mail: Wording(ja: "メール", en: "mail")
        case .channel(let name):
            Wording(
                ja: "チャンネル「\(Inert.line(name))」", en: "the channel `\(Inert.line(name))`")
        }
    }

    /// Whether what goes a way is among them.
    package func covers(_ route: Delivery.Route) -> Bool {
        switch (self, route) {
        case (.all, _), (.mail, .mail): true
        case (.channel(let name), .webhook(let channel)): name == channel
        case (.mail, .webhook), (.channel, .mail): false
        }
    }
}

/// That messages wait because somebody wants them to.
package struct OutboxPause: Sendable, Equatable {
    /// Its number.
    package let id: Int64
    /// Which messages wait.
    package let scope: OutboxScope
    /// The moment at which it ends by itself; nil where it does not.
    package let until: Timestamp?
    /// Who wants it.
    package let author: String
    /// Why.
    package let reason: String
    /// Since when.
    package let at: Timestamp

    /// Makes a pause.
    package init(
        id: Int64, scope: OutboxScope, until: Timestamp?, author: String, reason: String,
        at: Timestamp
    ) {
        self.id = id
        self.scope = scope
        self.until = until
        self.author = author
        self.reason = reason
        self.at = at
    }

    /// What waits, until when, and why, in a line.
    package var wording: Wording {
        let what = scope.wording
        let (who, why) = (Inert.line(author), Inert.line(reason))
        return Wording(
            ja: "\(what.japanese)を止めています（\(end.japanese)）。\(who)、\(at.japanDescription)、理由：\(why)",
            en:
                "Paused: \(what.english) (\(end.english)), by \(who), \(at.japanDescription): \(why)"
        )
    }

    /// When it ends.
    package var end: Wording {
        until.map {
            Wording(ja: "\($0.japanDescription)まで", en: "until \($0.japanDescription)")
        } ?? Wording(ja: "再開するまで", en: "until it is resumed")
    }

    /// The same for other programs.
    package var json: JSON {
        let (route, channel): (String?, String?) =
            switch scope {
            case .all: (nil, nil)
            case .mail: ("mail", nil)
            case .channel(let name): ("webhook", name)
            }
        return .object([
            ("number", .integer(Int(id))), ("route", .optional(route)),
            ("channel", .optional(channel)), ("until", .optional(until?.japanDescription)),
            ("by", .string(author)), ("reason", .string(reason)),
            ("at", .string(at.japanDescription)),
        ])
    }
}
