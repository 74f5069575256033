import GRDB
package import ShirubeCore

/// A file that was taken in, with its number, and with its withdrawal where it was withdrawn.
package struct TakenFile: Sendable, Equatable {
    /// Its number in the ledger.
    package let id: Int64
    /// The file.
    package let row: DropFileRow
    /// When and why it was withdrawn, and by whom; nil where it was not.
    package let revocation: DropListing.Revocation?

    fileprivate init(_ row: Row) throws {
        id = row["id"]
        self.row = try DropFileRow(row: row)
        let at: Timestamp? = row["revoked_at"]
        revocation = at.map { at in
            DropListing.Revocation(at: at, by: row["revoked_by"], reason: row["reason"])
        }
    }

    /// The file as it is listed.
    package var entry: DropListing.Entry {
        DropListing.Entry(
            takenAt: row.takenAt, strategy: row.strategy, department: row.department,
            name: row.name, sha256: row.sha256, outcome: row.outcome, origin: row.origin,
            readingCount: row.readingCount, revocation: revocation)
    }
}

extension Ledger {
    /// The files that were taken in, oldest first.
    ///
    /// - Parameters:
    ///   - strategy: only those of this strategy; nil for all.
    ///   - department: only those of this department; nil for all.
    ///   - prefix: only those whose hash begins with these digits.
    ///   - newest: at most as many, the newest ones; nil for all.
    /// - Returns: the files with their withdrawals.
    /// - Throws: where the ledger cannot be read.
    package func takenFiles(
        strategy: Identifier<Strategy>? = nil, department: Identifier<Department>? = nil,
        sha256 prefix: String = "", newest: Int? = nil
    ) throws -> [TakenFile] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT f.*, r.reason, r.revoked_at, r.revoked_by
                FROM drop_file f LEFT JOIN revocation r ON r.file_id = f.id
                WHERE (?1 IS NULL OR f.strategy = ?1) AND (?2 IS NULL OR f.department = ?2)
                    AND substr(f.sha256, 1, length(?3)) = ?3
                ORDER BY f.id DESC LIMIT ?4
                """,
            arguments: [strategy?.text, department?.text, prefix, newest ?? -1])
        return try rows.reversed().map(TakenFile.init)
    }

    /// Withdraws an accepted file: from now on its readings count as never reported.
    func revoke(
        file: Int64, reason: String, by name: String, now: Timestamp
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO revocation (file_id, reason, revoked_at, revoked_by)
                VALUES (?, ?, ?, ?)
                """, arguments: [file, reason, now, name])
    }

    /// The indicators that the readings of a file speak of.
    package func indicators(ofFile file: Int64) throws -> Set<Identifier<Indicator>> {
        let names = try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT i.name FROM file_figure f
                JOIN indicator i ON i.id = f.indicator_id
                WHERE f.file_id = ?
                """, arguments: [file])
        return Set(names.map { Identifier($0) })
    }
}
