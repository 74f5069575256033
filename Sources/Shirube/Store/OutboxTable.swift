import Foundation
import GRDB
import ShirubeCore

/// How many deliveries are in each state.
package struct OutboxCounts: Sendable, Equatable {
    /// Waiting for their next attempt, or in the middle of one.
    package let due: Int
    /// Taken by their server.
    package let delivered: Int
    /// Given up, with the cause in the ledger.
    package let dead: Int
    /// Taken out by somebody.
    package let dropped: Int

    /// Makes counts.
    package init(due: Int, delivered: Int, dead: Int, dropped: Int = 0) {
        self.due = due
        self.delivered = delivered
        self.dead = dead
        self.dropped = dropped
    }
}

/// Where messages queue for one server: what one of them cannot take holds up no other.
package enum Lane: Sendable, Hashable {
    /// All mail.
    case mail
    /// The posts to a channel, by its name.
    case channel(String)

    /// The lane of a way.
    init(_ route: Delivery.Route) {
        switch route {
        case .mail: self = .mail
        case .webhook(let channel): self = .channel(channel)
        }
    }

    /// The route and, where only one recipient is meant, the recipient, as the ledger has them.
    var columns: (route: String, recipient: String?) {
        switch self {
        case .mail: ("mail", nil)
        case .channel(let name): ("webhook", name)
        }
    }
}

/// An attempt that has begun and that has not ended.
struct OpenAttempt {
    /// Its number.
    let id: Int64
    /// What is being sent.
    let delivery: Delivery
    /// When the delivery was first tried.
    let first: Timestamp
}

extension Ledger {
    /// The lanes in which something waits, each with the moment from which on it is due.
    ///
    /// A lane that is paused is due when that ends; it is not among them where nobody knows when.
    func lanes(at now: Timestamp) throws -> [Lane: Timestamp] {
        var lanes = try waitingLanes()
        for pause in try pauses(at: now) {
            for (lane, due) in lanes where pause.scope.covers(lane) {
                lanes[lane] = pause.until.map { max($0, due) }
            }
        }
        return lanes
    }

    /// That nothing earlier of its thread to the same recipient is open; of the delivery `d`.
    private static let isNext = """
        (d.thread = '' OR NOT EXISTS (SELECT 1 FROM delivery e
            WHERE e.state IN ('due', 'sending') AND e.thread <> '' AND e.route = d.route
                AND e.recipient = d.recipient AND e.thread = d.thread AND e.id < d.id))
        """

    private func waitingLanes() throws -> [Lane: Timestamp] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT route, CASE route WHEN 'mail' THEN '' ELSE recipient END AS name,
                    MIN(next_attempt_at) AS due
                FROM delivery d
                WHERE d.state IN ('due', 'sending') AND d.state = 'due' AND \(Self.isNext)
                GROUP BY 1, 2
                """
        ).reduce(into: [:]) { lanes, row in
            let lane = row["route"] == "mail" ? Lane.mail : .channel(row["name"])
            lanes[lane] = row["due"] as Timestamp
        }
    }

    /// Whether anything is to be sent by `moment`, or is being sent; what is paused is not.
    func hasOpenDeliveries(by moment: Timestamp) throws -> Bool {
        if try lanes(at: moment).values.contains(where: { $0 <= moment }) { return true }
        return try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM delivery WHERE state = 'sending')") ?? false
    }

    /// No more deliveries are permitted at a time once they have so many bytes.
    private static let batchBytes = 8 << 20

    /// Lets a courier try the deliveries of a lane that are due, oldest due first, unless it is paused; nobody else takes
    /// them up.
    ///
    /// What would overtake an earlier message of its thread to the same recipient waits for that one.
    ///
    /// - Parameters:
    ///   - lane: the lane.
    ///   - limit: how many at most.
    ///   - boot: which start of the machine this is.
    ///   - now: the present.
    /// - Returns: the deliveries that may be tried; empty where none is due.
    /// - Throws: what the ledger throws.
    func grant(_ lane: Lane, limit: Int, boot: String, now: Timestamp) throws -> [Delivery] {
        let due = try due(in: lane, limit: limit, now: now)
        let grant = try db.cachedStatement(
            sql: "UPDATE delivery SET state = 'sending', granted = ? WHERE id = ?")
        for delivery in due { try grant.execute(arguments: [boot, delivery.id]) }
        return due
    }

    private func due(in lane: Lane, limit: Int, now: Timestamp) throws -> [Delivery] {
        if try pauses(at: now).contains(where: { $0.scope.covers(lane) }) { return [] }
        let (route, recipient) = lane.columns
        var due: [Delivery] = []
        var bytes = 0
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT \(Self.whole) WHERE d.state IN ('due', 'sending') AND d.state = 'due' AND d.route = :route
                        AND (:recipient IS NULL OR d.recipient = :recipient)
                        AND d.next_attempt_at <= :now AND \(Self.isNext)
                    ORDER BY d.next_attempt_at, d.id LIMIT :limit
                    """),
            arguments: ["route": route, "recipient": recipient, "now": now, "limit": limit]
        )
        while bytes < Self.batchBytes, let row = try rows.next() {
            let delivery = try Self.delivery(row)
            bytes += delivery.payload.count
            due.append(delivery)
        }
        return due
    }

    /// Takes back the permission to try deliveries that have not been begun; they are due as before.
    func takeBack(_ deliveries: some Sequence<Delivery>) throws {
        for delivery in deliveries {
            try db.execute(
                sql: """
                    UPDATE delivery SET state = 'due', granted = NULL
                    WHERE id = ? AND state = 'sending' AND granted IS NOT NULL
                    """, arguments: [delivery.id])
        }
    }

    /// Puts a delivery that has not been begun off, without an attempt.
    func postpone(_ delivery: Int64, until moment: Timestamp) throws {
        try db.execute(
            sql: """
                UPDATE delivery SET state = 'due', granted = NULL, next_attempt_at = ?
                WHERE id = ? AND state = 'sending' AND granted IS NOT NULL
                """, arguments: [moment, delivery])
    }

    /// Records that an attempt begins, before it begins.
    ///
    /// - Returns: the attempt; nil where the delivery may not be tried any more, because somebody has dropped or
    ///   paused it.
    func beginAttempt(_ delivery: Delivery, now: Timestamp) throws -> OpenAttempt? {
        try db.cachedStatement(
            sql: """
                UPDATE delivery SET granted = NULL, attempts = attempts + 1,
                    first_attempt_at = COALESCE(first_attempt_at, ?)
                WHERE id = ? AND state = 'sending' AND granted IS NOT NULL
                """
        ).execute(arguments: [now, delivery.id])
        guard db.changesCount == 1 else { return nil }
        try db.cachedStatement(sql: "INSERT INTO attempt (delivery_id, began_at) VALUES (?, ?)")
            .execute(arguments: [delivery.id, now])
        let attempt = db.lastInsertedRowID
        let first = try Timestamp.fetchOne(
            db.cachedStatement(sql: "SELECT first_attempt_at FROM delivery WHERE id = ?"),
            arguments: [delivery.id])
        return OpenAttempt(id: attempt, delivery: delivery, first: first ?? now)
    }

    /// What becomes of a delivery after an attempt.
    enum Fate: Equatable {
        /// It is done.
        case delivered
        /// It is tried again at this moment.
        case dueAgain(Timestamp)
        /// It is given up.
        case dead
        /// Somebody has dropped it meanwhile.
        case dropped
    }

    /// Records what came of an attempt, and what becomes of its delivery.
    ///
    /// - Returns: what becomes of it; what somebody has dropped meanwhile is not tried again.
    @discardableResult func endAttempt(
        _ attempt: OpenAttempt, outcome: String, detail: String, fate: Fate, now: Timestamp
    ) throws -> Fate {
        try db.cachedStatement(
            sql: "UPDATE attempt SET ended_at = ?, outcome = ?, detail = ? WHERE id = ?"
        ).execute(arguments: [now, outcome, detail, attempt.id])
        let fate = try fate == .delivered || !isDropped(attempt.delivery.id) ? fate : .dropped
        let finish = try db.cachedStatement(
            sql: "UPDATE delivery SET state = ?, finished_at = ? WHERE id = ?")
        switch fate {
        case .delivered: try finish.execute(arguments: ["delivered", now, attempt.delivery.id])
        case .dead: try finish.execute(arguments: ["dead", now, attempt.delivery.id])
        case .dropped: try finish.execute(arguments: ["dropped", now, attempt.delivery.id])
        case .dueAgain(let moment):
            try db.cachedStatement(
                sql: "UPDATE delivery SET state = 'due', next_attempt_at = ? WHERE id = ?"
            ).execute(arguments: [moment, attempt.delivery.id])
        }
        return fate
    }

    private func isDropped(_ delivery: Int64) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT is_dropped FROM delivery WHERE id = ?"),
            arguments: [delivery]) ?? false
    }

    /// The attempts that had begun when the process ended.
    ///
    /// What it had permission to try and had not begun is due as before. After a power cut that is not known: what was permitted
    /// in an earlier start of the machine counts as begun.
    func interruptedAttempts(boot: String, now: Timestamp) throws -> [OpenAttempt] {
        try db.execute(
            sql: """
                UPDATE delivery SET state = 'due', granted = NULL
                WHERE state = 'sending' AND granted = ? AND granted <> ''
                """, arguments: [boot])
        let granted = try Row.fetchAll(
            db,
            sql: """
                SELECT \(Self.whole) WHERE d.state = 'sending' AND d.granted IS NOT NULL
                ORDER BY d.id
                """
        ).map(Self.delivery)
        for delivery in granted { _ = try beginAttempt(delivery, now: now) }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT a.id AS attempt_id, \(Self.whole)
                JOIN attempt a ON a.delivery_id = d.id AND a.ended_at IS NULL
                WHERE d.state = 'sending' ORDER BY d.id
                """
        ).map { row in
            OpenAttempt(
                id: row["attempt_id"], delivery: try Self.delivery(row),
                first: row["first_attempt_at"] ?? now)
        }
    }

    /// What `delivery` reads: the delivery `d`, and its body `b`.
    private static let whole = """
        d.*, \(PackedBody.sql("b")) AS body FROM delivery d
        JOIN message_body b ON b.id = d.body_id
        """

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
        try Delivery(
            id: row["id"],
            route: route(row["route"] as String, recipient: row["recipient"] as String),
            payload: payload(row), attempts: row["attempts"],
            waitsForOffice: row["waits_for_office"])
    }

    /// The exact bytes of a message, out of the columns `head` and `body`.
    ///
    /// - Throws: where the body is not what was packed.
    static func payload(_ row: Row) throws -> [UInt8] {
        guard let body = row["body"] as Data? else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT,
                message: "a message in the ledger cannot be unpacked; run shirube verify")
        }
        return [UInt8](row["head"] as Data) + [UInt8](body)
    }
}
