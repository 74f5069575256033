import Foundation
import GRDB
package import ShirubeCore

/// A notice as the outbox holds it.
package struct StoredNotice: Sendable, Equatable {
    /// Its number.
    package let number: Int64
    /// When the messages' bodies were removed, because they need not be kept any more; nil where they are there.
    package let removedAt: Timestamp?
    /// When it was decided.
    package let at: Timestamp
    /// Why people are told.
    package let kind: String
    /// Its subject.
    package let subject: String
    /// A message for each recipient, in the order in which they were addressed.
    package let messages: [Notice.Message]

    /// Whom it goes to, by address or channel, each once.
    package var recipients: [String] {
        Recipient.distinct(messages.map { Recipient(route: $0.route) }).map { recipient in
            switch recipient.route {
            case .mail(let address): address
            case .webhook(let channel): channel
            }
        }
    }
}

extension Ledger {
    /// A notice with the bytes of its messages; nil where there is none of that number.
    package func storedNotice(_ number: Int64) throws -> StoredNotice? {
        try Row.fetchOne(db, sql: "SELECT * FROM notice WHERE id = ?", arguments: [number])
            .map(stored)
    }

    /// The newest notices, newest first.
    package func newestNotices(limit: Int) throws -> [StoredNotice] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM notice ORDER BY id DESC LIMIT ?", arguments: [limit]
        ).map(stored)
    }

    private func stored(_ row: Row) throws -> StoredNotice {
        let messages = try Row.fetchAll(
            db,
            sql: """
                SELECT d.route, d.recipient, d.part, d.head, b.removed_at,
                    \(PackedBody.sql("b")) AS body
                FROM delivery d JOIN message_body b ON b.id = d.body_id
                WHERE d.notice_id = ? ORDER BY d.id
                """,
            arguments: [row["id"] as Int64])
        return StoredNotice(
            number: row["id"], removedAt: messages.lazy.compactMap { $0["removed_at"] }.first,
            at: row["created_at"], kind: row["kind"], subject: row["subject"],
            messages: try messages.map {
                try Notice.Message(
                    route: Self.route($0["route"] as String, recipient: $0["recipient"]),
                    part: $0["part"],
                    payload: Self.payload($0))
            })
    }
}
