import GRDB
package import ShirubeCore

extension Ledger {
    /// The decisions of a strategy by what was known at a moment, oldest first.
    ///
    /// - Parameters:
    ///   - strategy: the strategy.
    ///   - moment: what was recorded later is left out, also that an act was done or a decision withdrawn; nil for all.
    /// - Returns: the decisions; empty where there are none.
    /// - Throws: where the ledger cannot be read.
    package func decisions(
        strategy: Identifier<Strategy>, knownAt moment: Timestamp? = nil
    ) throws -> [Decision] {
        guard try db.tableExists("decision") else { return [] }
        let moment = moment ?? Timestamp(milliseconds: .max)
        let withdrawals = try withdrawals(knownAt: moment)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT d.*, a.post AS done_post, a.author AS done_author, a.reason AS done_reason,
                    a.known_at AS done_at
                FROM decision d
                LEFT JOIN act_done a ON a.decision_id = d.id AND a.known_at <= :moment
                WHERE d.strategy = :strategy AND d.known_at <= :moment ORDER BY d.id
                """,
            arguments: [
                "strategy": strategy.text, "moment": moment,
            ])
        return try rows.map { try Self.decision($0, withdrawals[$0["id"]]) }
    }

    /// That decisions were taken back, by their numbers.
    private func withdrawals(knownAt moment: Timestamp) throws -> [Int64: Decision.Statement] {
        guard try db.tableExists("decision_withdrawal") else { return [:] }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT decision_id, post AS said_post, author AS said_author, reason AS said_reason,
                    known_at AS said_at FROM decision_withdrawal WHERE known_at <= ?
                """, arguments: [moment])
        return rows.reduce(into: [:]) {
            $0[$1["decision_id"] as Int64] = Self.statement($1, "said")
        }
    }

    private static func decision(
        _ row: Row, _ withdrawal: Decision.Statement?
    ) throws -> Decision {
        let act: Decision.Act? = try (row["act"] as String?).map {
            Decision.Act(text: $0, due: try date(row["due"]))
        }
        return Decision(
            number: row["id"],
            draft: Decision.Draft(
                subject: DecisionSubject(
                    try word(row["kind"], as: DecisionSubject.Kind.self), id: row["subject"]),
                quarter: try period(row["quarter"]),
                verdict: try word(row["verdict"], as: Decision.Verdict.self), post: row["post"],
                reason: row["reason"], act: act,
                effectBy: try (row["effect_by"] as String?).map(date)),
            author: row["author"], at: row["known_at"],
            completion: statement(row, "done"), withdrawal: withdrawal)
    }

    private static func statement(_ row: Row, _ prefix: String) -> Decision.Statement? {
        (row["\(prefix)_at"] as Timestamp?).map {
            Decision.Statement(
                post: row["\(prefix)_post"], author: row["\(prefix)_author"],
                reason: row["\(prefix)_reason"], at: $0)
        }
    }

    /// Records a decision, and returns its number.
    func insert(
        _ draft: Decision.Draft, strategy: Identifier<Strategy>, author: String, now: Timestamp
    ) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO decision (strategy, kind, subject, quarter, verdict, post, author,
                    reason, act, due, effect_by, known_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                strategy.text, draft.subject.kind.rawValue, draft.subject.id,
                draft.quarter.description, draft.verdict.rawValue, draft.post, author,
                draft.reason, draft.act?.text, draft.act?.due.description,
                draft.effectBy?.description, now,
            ])
        return db.lastInsertedRowID
    }

    /// Records that the act of a decision was done.
    func complete(_ decision: Int64, _ done: Decision.Statement) throws {
        try insert(done, of: decision, into: "act_done")
    }

    /// Records that a decision was taken back.
    func withdraw(_ decision: Int64, _ withdrawal: Decision.Statement) throws {
        try insert(withdrawal, of: decision, into: "decision_withdrawal")
    }

    private func insert(
        _ statement: Decision.Statement, of decision: Int64, into table: String
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO \(table) (decision_id, post, author, reason, known_at)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                decision, statement.post, statement.author, statement.reason, statement.at,
            ])
    }

    /// When people were asked last what has become of the acts of a strategy, by decision; without those never asked for.
    func followUps(strategy: Identifier<Strategy>) throws -> [Int64: Timestamp] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT f.decision_id, MAX(f.at) AS at FROM act_follow_up f
                JOIN decision d ON d.id = f.decision_id WHERE d.strategy = ? GROUP BY 1
                """, arguments: [strategy.text])
        return rows.reduce(into: [:]) { $0[$1["decision_id"] as Int64] = $1["at"] as Timestamp }
    }

    /// Records that people were asked what has become of an act, in the transaction of the notice.
    func insertFollowUp(of decision: Int64, now: Timestamp) throws {
        try db.execute(
            sql: "INSERT INTO act_follow_up (decision_id, at) VALUES (?, ?)",
            arguments: [decision, now])
    }
}
