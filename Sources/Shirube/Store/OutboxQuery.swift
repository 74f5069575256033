import Foundation
import GRDB
package import ShirubeCore

extension Ledger {
    private static let rows = """
        SELECT d.id, d.state, d.granted, d.is_dropped, d.attempts, d.next_attempt_at, d.finished_at,
            d.route, d.recipient, d.post, n.id AS notice, n.kind, n.subject, n.created_at,
            n.indicators, a.outcome, a.detail
        FROM delivery d JOIN notice n ON n.id = d.notice_id
        LEFT JOIN attempt a ON a.id = (SELECT MAX(id) FROM attempt WHERE delivery_id = d.id)
        """

    /// The deliveries that are asked for, oldest first.
    package func outbox(_ filter: OutboxFilter) throws -> [OutboxRow] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                \(Self.rows)
                WHERE (:route IS NULL OR d.route = :route) AND (:kind IS NULL OR n.kind = :kind)
                    AND (:since IS NULL OR n.created_at >= :since)
                    AND (:to IS NULL OR d.post = :to OR instr(lower(d.recipient), lower(:to)) > 0)
                    AND (:about IS NULL
                        OR instr(' ' || n.indicators || ' ', ' ' || :about || ' ') > 0)
                    AND (d.state IN ('due', 'sending')
                        OR d.state IN (SELECT value FROM json_each(:states)))
                ORDER BY d.id
                """,
            arguments: [
                "route": filter.route, "kind": filter.kind, "since": filter.since,
                "to": filter.recipient, "about": filter.indicator,
                "states": JSON.array(filter.states.map { .string($0.rawValue) }).compact,
            ]
        ).map(Self.outboxRow)
        return rows.filter { filter.states.contains($0.state) }
    }

    /// One delivery; nil where there is none of that number.
    package func outboxRow(_ number: Int64) throws -> OutboxRow? {
        try Row.fetchOne(db, sql: "\(Self.rows) WHERE d.id = ?", arguments: [number])
            .map(Self.outboxRow)
    }

    /// All that is known of one delivery; nil where there is none of that number.
    package func outboxAccount(_ number: Int64, at moment: Timestamp) throws -> OutboxAccount? {
        guard let row = try outboxRow(number) else { return nil }
        let attempts = try Row.fetchAll(
            db, sql: "SELECT * FROM attempt WHERE delivery_id = ? ORDER BY id", arguments: [number]
        ).map { row in
            OutboxAccount.Attempt(
                beganAt: row["began_at"], endedAt: row["ended_at"], outcome: row["outcome"],
                detail: row["detail"] ?? "")
        }
        let acts = try Row.fetchAll(
            db, sql: "SELECT * FROM outbox_act WHERE delivery_id = ? ORDER BY id",
            arguments: [number]
        ).map { row in
            OutboxAccount.Act(
                kind: row["kind"], formerly: row["formerly"], author: row["author"],
                reason: row["reason"], at: row["at"])
        }
        let message = try Row.fetchOne(
            db,
            sql: """
                SELECT b.sha256, b.removed_at, length(d.head) + COALESCE(b.size, length(b.bytes)) AS size
                FROM delivery d JOIN message_body b ON b.id = d.body_id WHERE d.id = ?
                """, arguments: [number])
        return OutboxAccount(
            row: row, attempts: attempts, acts: acts,
            pauses: try pauses(at: moment).filter { $0.scope.covers(row.route) },
            size: message?["size"] ?? 0, sha256: message?["sha256"] ?? "",
            removedAt: message?["removed_at"])
    }

    /// When the body of a delivery was removed; nil where it is kept, or there is no such delivery.
    func removal(_ number: Int64) throws -> Timestamp? {
        try Timestamp.fetchOne(
            db,
            sql: """
                SELECT b.removed_at FROM delivery d JOIN message_body b ON b.id = d.body_id
                WHERE d.id = ?
                """, arguments: [number])
    }

    /// The exact bytes of a delivery; nil where they are not kept any more.
    package func sentBytes(_ number: Int64) throws -> [UInt8]? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT d.head, \(PackedBody.sql("b")) AS body FROM delivery d
                JOIN message_body b ON b.id = d.body_id WHERE d.id = ? AND b.removed_at IS NULL
                """, arguments: [number])
        return try row.map(Self.payload)
    }

    private static func outboxRow(_ row: Row) throws -> OutboxRow {
        let state = try word(row["state"], as: OutboxRow.State.self)
        // What is permitted and has not begun is as good as due.
        let isWaiting = state == .sending && row["granted"] != nil
        return OutboxRow(
            number: row["id"], notice: row["notice"], state: isWaiting ? .due : state,
            isDropped: row["is_dropped"], nextAt: row["next_attempt_at"],
            finishedAt: row["finished_at"], attempts: row["attempts"],
            route: route(row["route"], recipient: row["recipient"]), post: row["post"],
            kind: row["kind"], subject: row["subject"], createdAt: row["created_at"],
            outcome: row["outcome"], detail: row["detail"])
    }

    /// How many deliveries were in each state at `moment`.
    package func outboxCounts(asOf moment: Timestamp) throws -> OutboxCounts {
        // A ledger that is only read may be an older version's.
        let acts =
            try db.tableExists("outbox_act")
            ? "outbox_act"
            : "(SELECT 0 AS delivery_id, '' AS kind, '' AS formerly, 0 AS at, "
                + "0 AS formerly_finished_at LIMIT 0)"
        let row = try Row.fetchOne(
            db,
            sql: """
                WITH resent AS (
                    -- What was sent anew after the moment was finished before. A bare column is that of the row with the least.
                    SELECT delivery_id, formerly, formerly_finished_at, MIN(at) FROM \(acts)
                    WHERE kind = 'resend' AND at > :moment GROUP BY delivery_id
                ), then_known AS (
                    SELECT COALESCE(r.formerly, d.state) AS state,
                        COALESCE(r.formerly_finished_at, d.finished_at) AS finished_at
                    FROM delivery d JOIN notice n ON n.id = d.notice_id
                    LEFT JOIN resent r ON r.delivery_id = d.id WHERE n.created_at <= :moment
                )
                SELECT COUNT(*) FILTER (WHERE finished_at IS NULL OR finished_at > :moment) AS due,
                    COUNT(*) FILTER (WHERE finished_at <= :moment AND state = 'delivered')
                        AS delivered,
                    COUNT(*) FILTER (WHERE finished_at <= :moment AND state = 'dead') AS dead,
                    COUNT(*) FILTER (WHERE finished_at <= :moment AND state = 'dropped') AS dropped
                FROM then_known
                """, arguments: ["moment": moment])
        return OutboxCounts(
            due: row?["due"] ?? 0, delivered: row?["delivered"] ?? 0, dead: row?["dead"] ?? 0,
            dropped: row?["dropped"] ?? 0)
    }
}
