import Foundation
import GRDB
package import ShirubeCore

/// Something that people are told, with a message for each recipient, before it is stored.
package struct Notice: Sendable, Equatable {
    /// Why people are told.
    package enum Kind: String, Sendable, CaseIterable {
        /// An indicator has come to lag.
        case lagging
        /// An indicator has another alert, or many have one.
        case alert
        /// What one person has to know of open alerts.
        case alertRound
        /// A file was rejected.
        case rejection
        /// An accepted file was withdrawn.
        case revocation
        /// The figures of a quarter are asked for.
        case inquiry
        /// Figures that are about to be due are not there.
        case reminder
        /// Figures are past their due day, and not there.
        case overdue
        /// Figures of a file wait to be confirmed.
        case hold
        /// The quarterly summary.
        case summary
        /// A summary that waits at the release gate.
        case preview
        /// An act that was decided on has fallen due.
        case act
    }

    /// A rendered message for one recipient.
    package struct Message: Sendable, Equatable {
        /// The way it goes.
        package let route: Delivery.Route
        /// Its place among several messages to the same recipient, from 0.
        package let part: Int
        /// The exact bytes to send.
        package let payload: [UInt8]
        /// The post by which the recipient gets it; nil where the configuration names the address itself.
        package let post: Identifier<Post>?
        /// What messages have in common that must not overtake each other on the way to one recipient; empty for none.
        package let thread: String

        /// Makes a message.
        package init(
            route: Delivery.Route, part: Int = 0, payload: [UInt8], post: Identifier<Post>? = nil,
            thread: String = ""
        ) {
            self.thread = thread
            self.post = post
            self.route = route
            self.part = part
            self.payload = payload
        }
    }

    /// What caused it: one cause makes one notice.
    package let key: String
    /// Why people are told.
    package let kind: Kind
    /// Its subject.
    package let subject: String
    /// The indicators that it speaks of, for the audit; empty where it speaks of files or of the whole.
    package let indicators: [Identifier<Indicator>]
    /// A message for each recipient; empty where nobody is to be told.
    package let messages: [Message]
    /// The moment before which none of them leaves, also later only while the office is open; nil where they leave at once,
    /// and at any hour.
    package let notBefore: Timestamp?

    /// Makes a notice.
    package init(
        key: String, kind: Kind, subject: String, indicators: [Identifier<Indicator>] = [],
        messages: [Message], notBefore: Timestamp? = nil
    ) {
        self.indicators = indicators
        self.key = key
        self.kind = kind
        self.subject = subject
        self.messages = messages
        self.notBefore = notBefore
    }
}

extension Ledger {
    /// Puts a notice and its messages into the outbox, due as soon as they may leave; a notice whose key is there
    /// already is left as it is.
    func enqueue(_ notice: Notice, strategy: Identifier<Strategy>, now: Timestamp) throws {
        try db.execute(
            sql: """
                INSERT INTO notice (strategy, key, kind, subject, created_at, indicators)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key) DO NOTHING
                """,
            arguments: [
                strategy.text, notice.key, notice.kind.rawValue, notice.subject, now,
                Set(notice.indicators.map(\.text)).sorted().joined(separator: " "),
            ])
        guard db.changesCount == 1 else { return }
        let id = db.lastInsertedRowID
        let due = max(now, notice.notBefore ?? now)
        for message in notice.messages {
            let (route, recipient) = Self.columns(message.route)
            let (head, body) = try stored(message)
            try db.cachedStatement(
                sql: """
                    INSERT INTO delivery (notice_id, route, recipient, part, head, body_id, thread,
                        state, next_attempt_at, post, waits_for_office)
                    VALUES (?, ?, ?, ?, ?, ?, ?, 'due', ?, ?, ?)
                    """
            ).execute(arguments: [
                id, route, recipient, message.part, head, body, message.thread, due,
                message.post?.text, notice.notBefore != nil,
            ])
        }
    }

    /// Whether people were told of something already, by the key of its notice.
    func hasNotice(_ key: String) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM notice WHERE key = ?)", arguments: [key])
            ?? false
    }

    /// When people were told last of something whose key begins so; nil where they never were.
    func lastNotice(keyPrefix prefix: String) throws -> Timestamp? {
        try Timestamp.fetchOne(
            db, sql: "SELECT MAX(created_at) FROM notice WHERE key BETWEEN ?1 AND ?1 || '~'",
            arguments: [prefix])
    }

    /// What a strategy's people were told from `start` to `end`, oldest first: when, why and the subject.
    package func notices(
        strategy: Identifier<Strategy>, from start: Timestamp, through end: Timestamp
    ) throws -> [(at: Timestamp, kind: Notice.Kind, subject: String)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT kind, subject, created_at FROM notice
                WHERE strategy = ? AND created_at BETWEEN ? AND ? ORDER BY id
                """, arguments: [strategy.text, start, end]
        ).map {
            ($0["created_at"], try Self.word($0["kind"], as: Notice.Kind.self), $0["subject"])
        }
    }

    /// The head of a message, and the number of its body, which is kept once for all who get it.
    private func stored(_ message: Notice.Message) throws -> (head: Data, body: Int64) {
        var split = 0
        if case .mail = message.route { split = MailMessage.headCount(in: message.payload) }
        let body = Array(message.payload[split...])
        let sha256 = ClaimedContent.sha256(of: body)
        let known = try Row.fetchOne(
            db.cachedStatement(sql: "SELECT id, removed_at FROM message_body WHERE sha256 = ?"),
            arguments: [sha256])
        let head = Data(message.payload[..<split])
        if let known {
            // What was said years ago and is said again is kept again.
            if known["removed_at"] != nil {
                try db.execute(
                    sql:
                        "UPDATE message_body SET bytes = ?, size = NULL, removed_at = NULL WHERE id = ?",
                    arguments: [Data(body), known["id"] as Int64])
            }
            return (head, known["id"])
        }
        try db.cachedStatement(sql: "INSERT INTO message_body (sha256, bytes) VALUES (?, ?)")
            .execute(arguments: [sha256, Data(body)])
        return (head, db.lastInsertedRowID)
    }

    static func columns(_ route: Delivery.Route) -> (route: String, recipient: String) {
        switch route {
        case .mail(let address): ("mail", address)
        case .webhook(let channel): ("webhook", channel)
        }
    }

    static func route(_ name: String, recipient: String) -> Delivery.Route {
        name == "mail" ? .mail(address: recipient) : .webhook(channel: recipient)
    }
}
