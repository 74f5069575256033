/// One delivery of the outbox, as people look at it.
package struct OutboxRow: Sendable, Equatable {
    /// How far a delivery is.
    package enum State: String, Sendable, CaseIterable {
        /// Waiting for its next attempt.
        case due
        /// In the middle of an attempt.
        case sending
        /// Taken by its server.
        case delivered
        /// Given up.
        case dead
        /// Taken out by somebody.
        case dropped

        /// What people call it.
        package var wording: Wording { OutboxWords.wording(of: rawValue) }

        /// Whether it may still be sent.
        package var isOpen: Bool { self == .due || self == .sending }
    }

    /// Its number.
    package let number: Int64
    /// The number of its notice.
    package let notice: Int64
    /// How far it is.
    package let state: State
    /// Whether it is in the middle of an attempt after which there is no other one, because somebody has dropped it.
    package let isDropped: Bool
    /// When it is tried next, as far as nothing else holds it up.
    package let nextAt: Timestamp
    /// When it came to its end; nil where it has not.
    package let finishedAt: Timestamp?
    /// How often it has been tried since it was put in or sent anew.
    package let attempts: Int
    /// The way it goes.
    package let route: Delivery.Route
    /// The id of the post by which the recipient gets it; nil for none.
    package let post: String?
    /// The kind of its notice.
    package let kind: String
    /// The subject of its notice.
    package let subject: String
    /// When its notice was decided.
    package let createdAt: Timestamp
    /// What came of the last attempt, by its code; nil where there was none, or it has not ended.
    package let outcome: String?
    /// What the server or the connection said then; nil where there was no attempt.
    package let detail: String?

    /// Makes a row.
    package init(
        number: Int64, notice: Int64, state: State, isDropped: Bool = false, nextAt: Timestamp,
        finishedAt: Timestamp? = nil, attempts: Int, route: Delivery.Route, post: String? = nil,
        kind: String, subject: String, createdAt: Timestamp, outcome: String? = nil,
        detail: String? = nil
    ) {
        self.number = number
        self.notice = notice
        self.state = state
        self.isDropped = isDropped
        self.nextAt = nextAt
        self.finishedAt = finishedAt
        self.attempts = attempts
        self.route = route
        self.post = post
        self.kind = kind
        self.subject = subject
        self.createdAt = createdAt
        self.outcome = outcome
        self.detail = detail
    }

    /// The address or the channel.
    package var recipient: String {
        switch route {
        case .mail(let address): address
        case .webhook(let channel): channel
        }
    }

    /// The way's name in the ledger.
    var routeName: String {
        if case .mail = route { "mail" } else { "webhook" }
    }
}

/// Which deliveries are looked at.
package struct OutboxFilter: Sendable {
    /// Those in one of these states.
    package var states: Set<OutboxRow.State> = [.due, .sending, .dead]
    /// Those that go this way, `mail` or `webhook`; nil for both.
    package var route: String?
    /// Those to an address or a channel with this in it, or to this post; nil for all.
    package var recipient: String?
    /// Those of notices of this kind; nil for all.
    package var kind: String?
    /// Those of notices since this moment; nil for all.
    package var since: Timestamp?
    /// Those of notices that speak of this indicator; nil for all.
    package var indicator: String?

    /// What is open or given up.
    package init() {}
}

/// What people call the outbox's codes.
package enum OutboxWords {
    /// What people call a state, an outcome or an act; an unknown code stays as it is.
    package static func wording(of code: String) -> Wording {
        words[code] ?? Wording(ja: code, en: code)
    }

    /// What people call a kind of notice; an unknown one stays as it is.
    package static func wording(ofKind kind: String) -> Wording {
        switch kind {
        case "alert": Wording(ja: "警告", en: "alert")
        case "alertRound": Wording(ja: "警告のまとめ", en: "alerts")
        default: Telling(rawValue: kind)?.wording ?? Wording(ja: kind, en: kind)
        }
    }

    private static let words = [
        "due": Wording(ja: "送信待ち", en: "waiting"),
        "sending": Wording(ja: "送信中", en: "being sent"),
        "delivered": Wording(ja: "送信済", en: "delivered"),
        "dead": Wording(ja: "送信断念", en: "given up"),
        "dropped": Wording(ja: "送信取りやめ", en: "dropped"),
        "retryLater": Wording(ja: "後で送るよう求められた", en: "to be sent later"),
        "transient": Wording(ja: "送れず", en: "not sent"),
        "permanent": Wording(ja: "拒まれた", en: "refused"),
        "ambiguous": Wording(ja: "届いたか不明", en: "perhaps sent"),
        "resend": Wording(ja: "送り直し", en: "sent anew"),
        "drop": Wording(ja: "送信取りやめ", en: "dropped"),
        "pause": Wording(ja: "送信を止める", en: "paused"),
        "unpause": Wording(ja: "送信を再開", en: "resumed"),
        "removed": Wording(ja: "保存期間を過ぎた本文を消した", en: "a body past its keeping was removed"),
    ]
}
