import Foundation
import GRDB
package import ShirubeCore

/// How many deliveries are in each state.
package struct OutboxCounts: Sendable, Equatable {
    /// Waiting for their next attempt, or in the middle of one.
    package let due: Int
    /// Taken by their server.
    package let delivered: Int
    /// Given up, with the cause in the ledger.
    package let dead: Int
}

extension Ledger {
    static func blob(_ bytes: [UInt8]) -> Data { Data(bytes) }

    /// The deliveries whose next attempt is due, oldest due first.
    func dueDeliveries(now: Timestamp, limit: Int) throws -> [Delivery] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM delivery WHERE state = 'due' AND next_attempt_at <= ?
                ORDER BY next_attempt_at, id LIMIT ?
                """, arguments: [now, limit]
        ).map(Self.delivery)
    }

    /// The moment at which the next delivery falls due; nil where none waits.
    func nextDeliveryDue() throws -> Timestamp? {
        try Timestamp.fetchOne(
            db, sql: "SELECT MIN(next_attempt_at) FROM delivery WHERE state = 'due'")
    }

    /// Whether anything is to be sent by `moment`, or is being sent.
    func hasOpenDeliveries(by moment: Timestamp) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM delivery
                    WHERE state IN ('due', 'sending') AND next_attempt_at <= ?)
                """, arguments: [moment]) ?? false
    }

    /// Records that an attempt begins, before it begins.
    ///
    /// - Returns: the attempt's number, and when the delivery was first tried.
    func beginAttempt(_ delivery: Int64, now: Timestamp) throws -> (id: Int64, first: Timestamp) {
        try db.execute(
            sql: """
                UPDATE delivery SET state = 'sending', attempts = attempts + 1,
                    first_attempt_at = COALESCE(first_attempt_at, ?)
                WHERE id = ?
                """, arguments: [now, delivery])
        try db.execute(
            sql: "INSERT INTO attempt (delivery_id, began_at) VALUES (?, ?)",
            arguments: [delivery, now])
        let attempt = db.lastInsertedRowID
        let first = try Timestamp.fetchOne(
            db, sql: "SELECT first_attempt_at FROM delivery WHERE id = ?", arguments: [delivery])
        return (attempt, first ?? now)
    }

    /// What becomes of a delivery after an attempt.
    enum Fate: Equatable {
        /// It is done.
        case delivered
        /// It is tried again at this moment.
        case dueAgain(Timestamp)
        /// It is given up.
        case dead
    }

    /// Records what came of an attempt, and what becomes of its delivery.
    func endAttempt(
        _ attempt: Int64, of delivery: Int64, outcome: String, detail: String, fate: Fate,
        now: Timestamp
    ) throws {
        try db.execute(
            sql: "UPDATE attempt SET ended_at = ?, outcome = ?, detail = ? WHERE id = ?",
            arguments: [now, outcome, detail, attempt])
        switch fate {
        case .delivered, .dead:
            try db.execute(
                sql: "UPDATE delivery SET state = ?, finished_at = ? WHERE id = ?",
                arguments: [fate == .dead ? "dead" : "delivered", now, delivery])
        case .dueAgain(let moment):
            try db.execute(
                sql: "UPDATE delivery SET state = 'due', next_attempt_at = ? WHERE id = ?",
                arguments: [moment, delivery])
        }
    }

    /// Puts a delivery off, without an attempt.
    func postpone(_ delivery: Int64, until moment: Timestamp) throws {
        try db.execute(
            sql: "UPDATE delivery SET next_attempt_at = ? WHERE id = ? AND state = 'due'",
            arguments: [moment, delivery])
    }

    /// The deliveries whose attempt had begun when the process ended, with the attempt's number.
    func interruptedDeliveries() throws -> [(delivery: Delivery, attempt: Int64)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT delivery.*, attempt.id AS attempt_id FROM delivery
                JOIN attempt ON attempt.delivery_id = delivery.id AND attempt.ended_at IS NULL
                WHERE delivery.state = 'sending' ORDER BY delivery.id
                """
        ).map { (try Self.delivery($0), $0["attempt_id"]) }
    }

    /// How many deliveries were in each state at `moment`.
    package func outboxCounts(asOf moment: Timestamp) throws -> OutboxCounts {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT COUNT(*) FILTER (WHERE finished_at IS NULL OR finished_at > :moment) AS due,
                    COUNT(*) FILTER (WHERE finished_at <= :moment AND state = 'delivered')
                        AS delivered,
                    COUNT(*) FILTER (WHERE finished_at <= :moment AND state = 'dead') AS dead
                FROM delivery JOIN notice ON notice.id = delivery.notice_id
                WHERE notice.created_at <= :moment
                """, arguments: ["moment": moment])
        return OutboxCounts(
            due: row?["due"] ?? 0, delivered: row?["delivered"] ?? 0, dead: row?["dead"] ?? 0)
    }

    /// The routes by which the last that was tried for a strategy since a moment could not be delivered, and when it was
    /// given up.
    func deadRoutes(
        strategy: Identifier<Strategy>, since moment: Timestamp
    ) throws -> [(route: Delivery.Route, at: Timestamp)] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT route, recipient, MAX(finished_at) FILTER (WHERE state = 'dead') AS dead,
                    MAX(finished_at) FILTER (WHERE state = 'delivered') AS delivered
                FROM delivery JOIN notice ON notice.id = delivery.notice_id
                WHERE strategy = ? AND finished_at >= ?
                GROUP BY route, recipient ORDER BY route, recipient
                """, arguments: [strategy.text, moment]
        ).compactMap { row in
            guard let dead = row["dead"] as Timestamp?,
                (row["delivered"] as Timestamp?).map({ $0 < dead }) ?? true
            else { return nil }
            return (Self.route(row["route"], recipient: row["recipient"]), dead)
        }
    }

    private static func delivery(_ row: Row) throws -> Delivery {
        let payload: Data = row["payload"]
        return Delivery(
            id: row["id"],
            route: route(row["route"] as String, recipient: row["recipient"] as String),
            payload: [UInt8](payload), attempts: row["attempts"],
            waitsForOffice: row["waits_for_office"])
    }
}
