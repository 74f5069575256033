import GRDB
package import ShirubeCore

/// A file that was taken in, as the ledger remembers it.
package struct DropFileRow: Sendable, Equatable {
    /// The strategy of its folder.
    package let strategy: Identifier<Strategy>
    /// The department of its folder.
    package let department: Identifier<Department>
    /// The name of the folder it was claimed into.
    package let claim: String
    /// The name it was dropped under, for people.
    package let name: String
    /// The SHA-256 of its content in lower-case hexadecimal digits.
    package let sha256: String
    /// Its size.
    package let bytes: Int
    /// The encoding it was read in; empty where none fitted.
    package let encoding: String
    /// What came of it.
    package let outcome: DropOutcome
    /// How it came in.
    package let origin: DropOrigin
    /// How many readings it brought.
    package let readingCount: Int
    /// How many findings it had, warnings included.
    package let findingCount: Int
    /// When it was taken in.
    package let takenAt: Timestamp

    init(
        strategy: Identifier<Strategy>, department: Identifier<Department>, claim: String,
        name: String, sha256: String, bytes: Int, encoding: String, outcome: DropOutcome,
        origin: DropOrigin = .folder, readingCount: Int, findingCount: Int, takenAt: Timestamp
    ) {
        self.strategy = strategy
        self.department = department
        self.claim = claim
        self.name = name
        self.sha256 = sha256
        self.bytes = bytes
        self.encoding = encoding
        self.outcome = outcome
        self.origin = origin
        self.readingCount = readingCount
        self.findingCount = findingCount
        self.takenAt = takenAt
    }

    init(row: Row) throws {
        self.init(
            strategy: Identifier(row["strategy"] as String),
            department: Identifier(row["department"] as String), claim: row["claim"],
            name: row["name"], sha256: row["sha256"], bytes: row["bytes"],
            encoding: row["encoding"],
            outcome: try Ledger.word(row["outcome"], as: DropOutcome.self),
            origin: try Ledger.word(row["origin"], as: DropOrigin.self),
            readingCount: row["reading_count"], findingCount: row["finding_count"],
            takenAt: row["taken_at"])
    }
}

extension Ledger {
    /// The number that the next file gets, which no file had before.
    func nextDropFile() throws -> Int64 {
        let last = try Int64.fetchOne(
            db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'drop_file'")
        return (last ?? 0) + 1
    }

    /// Records a file under the number, or under the next one; `readings` are the numbers of what it brought, nil
    /// where it brought none.
    func insert(
        _ file: DropFileRow, as number: Int64? = nil, readings: ClosedRange<Int64>?
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO drop_file (id, strategy, department, claim, name, sha256, bytes,
                    encoding, outcome, reading_count, finding_count, taken_at, first_reading,
                    last_reading, origin)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                number, file.strategy.text, file.department.text, file.claim, file.name,
                file.sha256, file.bytes, file.encoding, file.outcome.rawValue, file.readingCount,
                file.findingCount, file.takenAt, readings?.lowerBound ?? 0,
                readings?.upperBound ?? 0, file.origin.rawValue,
            ])
    }

    /// The file that was claimed under this name; nil where its transaction was never committed.
    func dropFile(claim: String) throws -> DropFileRow? {
        try Row.fetchOne(db, sql: "SELECT * FROM drop_file WHERE claim = ?", arguments: [claim])
            .map(DropFileRow.init(row:))
    }

    /// The number of the newest accepted file of a department with this content that was not withdrawn; nil where
    /// there is none.
    func acceptedFile(
        strategy: Identifier<Strategy>, department: Identifier<Department>, sha256: String
    ) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT id FROM drop_file
                WHERE strategy = ? AND department = ? AND sha256 = ? AND outcome = 'accepted'
                    AND id NOT IN (SELECT file_id FROM revocation)
                ORDER BY id DESC LIMIT 1
                """, arguments: [strategy.text, department.text, sha256])
    }

    /// How many readings a file brought.
    func readingCount(ofFile number: Int64) throws -> Int {
        try Int.fetchOne(
            db, sql: "SELECT reading_count FROM drop_file WHERE id = ?", arguments: [number]) ?? 0
    }

    /// The files of a strategy that were taken in from `start` to `end`, oldest first.
    package func dropFiles(
        strategy: Identifier<Strategy>, from start: Timestamp, through end: Timestamp
    ) throws -> [DropFileRow] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM drop_file WHERE strategy = ? AND taken_at BETWEEN ? AND ? ORDER BY id
                """, arguments: [strategy.text, start, end]
        ).map(DropFileRow.init(row:))
    }

    /// When the newest accepted file of each department was taken in, up to `end`.
    ///
    /// What had been withdrawn by then does not count, and neither do answers to alerts, which bring no reading.
    package func lastAccepted(
        strategy: Identifier<Strategy>, through end: Timestamp
    ) throws -> [Identifier<Department>: Timestamp] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT department, MAX(taken_at) AS newest FROM drop_file f
                WHERE strategy = ? AND taken_at <= ? AND outcome <> 'rejected'
                    AND (outcome <> 'accepted' OR reading_count > 0)
                    AND NOT EXISTS (
                        SELECT 1 FROM revocation r JOIN drop_file w ON w.id = r.file_id
                        WHERE r.revoked_at <= ? AND f.taken_at <= r.revoked_at
                            AND w.strategy = f.strategy AND w.department = f.department
                            AND w.sha256 = f.sha256)
                GROUP BY department
                """, arguments: [strategy.text, end, end])
        return rows.reduce(into: [:]) { result, row in
            result[Identifier(row["department"] as String)] = row["newest"] as Timestamp
        }
    }

    /// A stored word as a case of `Word`; a word that no version wrote is a damaged ledger.
    static func word<Word: RawRepresentable<String>>(
        _ text: String, as type: Word.Type
    ) throws -> Word {
        guard let word = Word(rawValue: text) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT, message: "unknown \(type) \"\(text)\" in the ledger")
        }
        return word
    }
}
