import GRDB
package import ShirubeCore

extension OutboxScope {
    /// Whether what queues in a lane is among them.
    func covers(_ lane: Lane) -> Bool {
        switch lane {
        case .mail: self == .all || self == .mail
        case .channel(let name): self == .all || self == .channel(name)
        }
    }

    /// The route and the channel, as the ledger has them.
    var columns: (route: String?, channel: String?) {
        switch self {
        case .all: (nil, nil)
        case .mail: ("mail", nil)
        case .channel(let name): ("webhook", name)
        }
    }
}

extension Ledger {
    // MARK: - Pauses

    /// The pauses that hold at a moment, by all that is recorded.
    package func pauses(at moment: Timestamp) throws -> [OutboxPause] {
        try pauses(at: moment, knownBy: Timestamp(milliseconds: .max))
    }

    /// The pauses that held at a moment, by what was recorded then.
    package func pauses(asOf moment: Timestamp) throws -> [OutboxPause] {
        try pauses(at: moment, knownBy: moment)
    }

    private func pauses(at moment: Timestamp, knownBy: Timestamp) throws -> [OutboxPause] {
        // A ledger that is only read may be an older version's.
        guard try db.tableExists("outbox_pause") else { return [] }
        return try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT * FROM outbox_pause p
                    WHERE ends IS NULL AND (until IS NULL OR until > :moment) AND at <= :known
                        AND NOT EXISTS (SELECT 1 FROM outbox_pause e
                            WHERE e.ends = p.id AND e.at <= :known)
                    ORDER BY id
                    """), arguments: ["moment": moment, "known": knownBy]
        ).map { row in
            let scope: OutboxScope =
                switch (row["route"] as String?, row["channel"] as String?) {
                case ("mail"?, _): .mail
                case (_, let name?): .channel(name)
                default: .all
                }
            return OutboxPause(
                id: row["id"], scope: scope, until: row["until"], author: row["author"],
                reason: row["reason"], at: row["at"])
        }
    }

    /// Records that messages wait, and takes the permission back from those that have not begun.
    ///
    /// - Returns: the pause, and how many of these messages are in the middle of an attempt.
    func pause(
        _ scope: OutboxScope, until: Timestamp?, reason: String, by author: String, now: Timestamp
    ) throws -> (pause: OutboxPause, underWay: Int) {
        let (route, channel) = scope.columns
        try db.execute(
            sql: """
                INSERT INTO outbox_pause (route, channel, until, author, reason, at)
                VALUES (?, ?, ?, ?, ?, ?)
                """, arguments: [route, channel, until, author, reason, now])
        let id = db.lastInsertedRowID
        let covered = """
            state = 'sending' AND (:route IS NULL OR route = :route)
                AND (:channel IS NULL OR recipient = :channel)
            """
        try db.execute(
            sql: """
                UPDATE delivery SET state = 'due', granted = NULL
                WHERE \(covered) AND granted IS NOT NULL
                """, arguments: ["route": route, "channel": channel])
        let underWay = try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM delivery WHERE \(covered)",
            arguments: ["route": route, "channel": channel])
        let pause = OutboxPause(
            id: id, scope: scope, until: until, author: author, reason: reason, at: now)
        return (pause, underWay ?? 0)
    }

    /// Records that a pause is over.
    func end(_ pause: OutboxPause, reason: String, by author: String, now: Timestamp) throws {
        let (route, channel) = pause.scope.columns
        try db.execute(
            sql: """
                INSERT INTO outbox_pause (route, channel, author, reason, at, ends)
                VALUES (?, ?, ?, ?, ?, ?)
                """, arguments: [route, channel, author, reason, now, pause.id])
    }

    // MARK: - News

    /// How far the journal has told what operators did.
    struct OutboxRows: Equatable {
        /// The number of an act; 0 for none.
        var act: Int64 = 0
        /// The number of a row of a pause; 0 for none.
        var pause: Int64 = 0
    }

    /// The newest rows.
    func lastOutboxRows() throws -> OutboxRows {
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT COALESCE((SELECT MAX(id) FROM outbox_act), 0) AS act,
                        COALESCE((SELECT MAX(id) FROM outbox_pause), 0) AS pause
                    """))
        return OutboxRows(act: row?["act"] ?? 0, pause: row?["pause"] ?? 0)
    }

    /// The newest rows of which the journal has told.
    func toldOutboxRows() throws -> OutboxRows {
        func told(_ key: String) throws -> Int64 {
            try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?"), arguments: [key])
                ?? 0
        }
        return try OutboxRows(act: told("outbox_act_told"), pause: told("outbox_pause_told"))
    }

    /// Records how far the journal has told.
    func recordTold(_ rows: OutboxRows) throws {
        for (key, value) in [("outbox_act_told", rows.act), ("outbox_pause_told", rows.pause)] {
            try db.execute(
                sql: """
                    INSERT INTO meta (key, value) VALUES (?, ?)
                    ON CONFLICT (key) DO UPDATE SET value = excluded.value
                    """, arguments: [key, value])
        }
    }

    /// What operators did after two rows, for the journal, a line each.
    func outboxNews(after rows: OutboxRows) throws -> [String] {
        let acts = try Row.fetchAll(
            db, sql: "SELECT * FROM outbox_act WHERE id > ? ORDER BY id", arguments: [rows.act])
        let pauses = try Row.fetchAll(
            db, sql: "SELECT * FROM outbox_pause WHERE id > ? ORDER BY id", arguments: [rows.pause])
        func end(_ row: Row) -> String {
            let (who, why): (String, String) = (row["author"], row["reason"])
            return "by \(Inert.line(who)): \(Inert.line(why))"
        }
        return acts.map { row in
            let (kind, number): (String, Int64) = (row["kind"], row["delivery_id"])
            return "outbox \(kind) of delivery \(number), \(end(row))"
        }
            + pauses.map { row in
                let (route, channel): (String?, String?) = (row["route"], row["channel"])
                let kind = row["ends"] == nil ? "pause" : "resume"
                return
                    "outbox \(kind) of \(Inert.line(channel ?? route ?? "everything")), \(end(row))"
            }
    }

    // MARK: - Single deliveries

    /// Records that a finished delivery is sent anew: the same bytes, as if it had never been tried.
    func resend(
        _ row: OutboxRow, reason: String, by author: String, now: Timestamp
    ) throws {
        try record("resend", of: row, reason: reason, by: author, now: now)
        try db.execute(
            sql: """
                UPDATE delivery SET state = 'due', granted = NULL, is_dropped = 0, attempts = 0,
                    first_attempt_at = NULL, next_attempt_at = ?, finished_at = NULL
                WHERE id = ?
                """, arguments: [now, row.number])
    }

    /// Records that a delivery is not tried any more.
    ///
    /// What is in the middle of an attempt is delivered by that or by none.
    func drop(_ row: OutboxRow, reason: String, by author: String, now: Timestamp) throws {
        try record("drop", of: row, reason: reason, by: author, now: now)
        try db.execute(
            sql: row.state == .sending
                ? "UPDATE delivery SET is_dropped = 1 WHERE id = ?1"
                : """
                UPDATE delivery SET state = 'dropped', granted = NULL, finished_at = ?2
                WHERE id = ?1
                """,
            arguments: row.state == .sending ? [row.number] : [row.number, now])
    }

    private func record(
        _ kind: String, of row: OutboxRow, reason: String, by author: String, now: Timestamp
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO outbox_act (kind, delivery_id, formerly, formerly_finished_at, author,
                    reason, at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                kind, row.number, row.state.rawValue, row.finishedAt, author, reason, now,
            ])
    }
}
