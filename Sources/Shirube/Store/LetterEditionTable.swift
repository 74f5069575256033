import GRDB
package import ShirubeCore

extension Ledger {
    /// Records the table of letters as it is used from now on, where it differs from the one before.
    ///
    /// - Returns: the table with its version.
    func record(_ letters: LetterTable, now: Timestamp) throws -> LetterTable {
        let newest = try Row.fetchOne(
            db, sql: "SELECT id, content FROM letter_table ORDER BY id DESC LIMIT 1")
        if let newest, newest["content"] == letters.content.compact {
            return letters.recorded(as: newest["id"])
        }
        try db.execute(
            sql: "INSERT INTO letter_table (content, known_at) VALUES (?, ?)",
            arguments: [letters.content.compact, now])
        return letters.recorded(as: db.lastInsertedRowID)
    }

    /// The table of letters that was used at a moment; nil where none is recorded.
    package func letters(knownAt moment: Timestamp) throws -> LetterTable? {
        guard try db.tableExists("letter_table") else { return nil }
        let row = try Row.fetchOne(
            db,
            sql: "SELECT * FROM letter_table WHERE known_at <= ? ORDER BY id DESC LIMIT 1",
            arguments: [moment])
        return try row.map { row in
            let letters = try StrategyRecord.decode(row["content"], as: [String: String].self)
            return LetterTable(
                version: String(row["id"] as Int64),
                letters: try letters.reduce(into: [:]) { table, entry in
                    table[try Self.word(entry.key, as: Status.self)] = entry.value
                })
        }
    }
}
