import GRDB
package import ShirubeCore

extension Ledger {
    /// The silences of a strategy that hold at a moment, by what was known then, oldest first.
    package func silences(
        strategy: Identifier<Strategy>, at moment: Timestamp
    ) throws -> [Silence] {
        guard try db.tableExists("silence") else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM silence s WHERE strategy = ? AND ends IS NULL AND until >= ? AND at <= ?
                    AND NOT EXISTS (SELECT 1 FROM silence e WHERE e.ends = s.id AND e.at <= ?)
                ORDER BY id
                """,
            arguments: [strategy.text, moment.japanDate.description, moment, moment]
        ).map { row in
            Silence(
                id: row["id"],
                indicator: (row["indicator"] as String?).map { Identifier($0) },
                department: (row["department"] as String?).map { Identifier($0) },
                type: try (row["type"] as String?).map { try Self.word($0, as: AlertType.self) },
                until: try Self.date(row["until"]), reason: row["reason"], author: row["author"],
                at: row["at"])
        }
    }

    /// Records a silence, and returns its number.
    func insert(_ silence: Silence, strategy: Identifier<Strategy>) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO silence (strategy, indicator, department, type, until, reason, author, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                strategy.text, silence.indicator?.text, silence.department?.text,
                silence.type?.rawValue, silence.until.description, silence.reason,
                silence.author, silence.at,
            ])
        return db.lastInsertedRowID
    }

    /// Records that a silence ends before its day.
    func endSilence(
        _ id: Int64, strategy: Identifier<Strategy>, reason: String, by author: String,
        now: Timestamp
    ) throws {
        try db.execute(
            sql: "INSERT INTO silence (strategy, reason, author, at, ends) VALUES (?, ?, ?, ?, ?)",
            arguments: [strategy.text, reason, author, now, id])
    }
}
