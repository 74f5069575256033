import GRDB
import ShirubeCore

extension Ledger {
    /// The number of a configuration in the ledger, which is recorded where it was not.
    ///
    /// - Parameters:
    ///   - file: the configuration file.
    ///   - sha256: the SHA-256 of its bytes.
    ///   - strategies: its strategies, whose newest recorded editions belong to it.
    ///   - now: the present.
    /// - Returns: the number, the same for the same configuration.
    /// - Throws: where the ledger cannot be read or written.
    func configuration(
        _ file: String, sha256: String, strategies: [Identifier<Strategy>], now: Timestamp
    ) throws -> Int64 {
        let editions = try strategies.map { strategy in
            let edition = try Int.fetchOne(
                db, sql: "SELECT MAX(id) FROM strategy_edition WHERE strategy = ?",
                arguments: [strategy.text])
            return JSON.object([
                ("strategy", .string(strategy.text)),
                ("edition", edition.map(JSON.integer) ?? .null),
            ])
        }
        let list = JSON.array(editions).compact
        let known = try Int64.fetchOne(
            db,
            sql: """
                SELECT MAX(id) FROM configuration_record
                WHERE file = ? AND sha256 = ? AND strategies = ?
                """, arguments: [file, sha256, list])
        if let known { return known }
        try db.execute(
            sql: """
                INSERT INTO configuration_record (file, sha256, strategies, known_at)
                VALUES (?, ?, ?, ?)
                """, arguments: [file, sha256, list, now])
        return db.lastInsertedRowID
    }
}
