import GRDB
import ShirubeCore

/// What is wrong with the audit, or with what it stands for.
package enum AuditFault: Error, Equatable, Sendable {
    /// A row's hash is not what its content and the row before it give.
    case altered(row: Int64, fact: String, key: String)
    /// A row that must be there is not.
    case missingRow(Int64)
    /// Rows at the end are gone that were there once, up to this one.
    case cut(at: Int64, last: Int64)
    /// A row has no hash: it was not written by a transaction of this program.
    case unchained(row: Int64, fact: String, key: String)
    /// A fact says something else than was recorded of it, in these columns.
    case changedFact(row: Int64, fact: String, key: String, columns: [String])
    /// A fact that was recorded is not there.
    case missingFact(row: Int64, fact: String, key: String)
    /// A fact is there that was never recorded.
    case surplusFact(fact: String, key: String)
    /// The readings of a file are not those that were taken in.
    case changedReadings(row: Int64, file: String)
    /// Facts of this table were recorded by another version of the program.
    case otherVersion(fact: String)
    /// Nothing sees to it that facts of this table are recorded.
    case unwatched(fact: String)
    /// The head that was noted elsewhere is not that of this ledger.
    case otherHead(row: Int64)
    /// An accepted file is not in the archive.
    case missingFile(row: Int64, sha256: String)
    /// A file of the archive holds something else than was accepted.
    case changedFile(row: Int64, sha256: String)
}

/// The newest row of the audit: whoever notes it elsewhere can show later that nothing before it was altered.
package struct AuditHead: Sendable, Equatable {
    /// The row's number; 0 where there is none.
    package let row: Int64
    /// Its hash.
    package let hash: String

    /// Makes a head.
    package init(row: Int64, hash: String) {
        self.row = row
        self.hash = hash
    }

    /// The head as it is noted: the number, a colon, and the hash.
    package var text: String { "\(row):\(hash)" }

    /// Reads a head as it was noted; nil for anything else.
    package init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let row = Int64(parts[0]), row >= 0, parts[1].utf8.count == 64
        else {
            return nil
        }
        self.init(row: row, hash: parts[1].lowercased())
    }
}

extension Ledger {
    /// The newest row of the audit.
    package func auditHead() throws -> AuditHead {
        let row =
            try db.tableExists("audit")
            ? Row.fetchOne(db, sql: "SELECT id, hash FROM audit ORDER BY id DESC LIMIT 1") : nil
        return AuditHead(row: row?["id"] ?? 0, hash: row?["hash"] ?? AuditChain.start)
    }

    /// Checks the chain of the audit from its first row on, and what it ends in.
    ///
    /// - Parameter noted: a head that was noted elsewhere; nil for none.
    /// - Returns: the first fault; nil where there is none.
    /// - Throws: where the ledger cannot be read.
    package func checkAuditChain(noted: AuditHead? = nil) throws -> AuditFault? {
        guard try db.tableExists("audit") else { return nil }
        var (hash, last) = (AuditChain.start, Int64(0))
        var isFound = noted.map { $0.row == 0 } ?? true
        let rows = try Row.fetchCursor(db, sql: "SELECT * FROM audit ORDER BY id")
        while let row = try rows.next() {
            let (id, fact, key): (Int64, String, String) = (row["id"], row["fact"], row["key"])
            guard id == last + 1 else { return .missingRow(last + 1) }
            guard let stored = row["hash"] as String? else {
                return .unchained(row: id, fact: fact, key: key)
            }
            let link = AuditChain.Link(
                id: id, fact: fact, key: key, at: row["at"], content: row["content"],
                batch: row["batch"] ?? 0, configuration: row["configuration"])
            hash = link.hash(after: hash)
            guard hash == stored else { return .altered(row: id, fact: fact, key: key) }
            if let noted, noted.row == id {
                guard noted.hash == hash else { return .otherHead(row: id) }
                isFound = true
            }
            last = id
        }
        let once = try Int64.fetchOne(
            db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'audit'")
        if let once, once > last { return .cut(at: last, last: once) }
        if let noted, !isFound { return .cut(at: last, last: noted.row) }
        return nil
    }

    /// Checks that facts are what the audit has recorded of them: none is changed, missing or surplus.
    ///
    /// - Returns: the fault of the earliest row; nil where there is none.
    /// - Throws: where the ledger cannot be read.
    package func checkAuditedFacts() throws -> AuditFault? {
        guard try db.tableExists("audit") else { return nil }
        var first: (row: Int64, fault: AuditFault)?
        for table in AuditedTable.all {
            guard let shape = try AuditChain.recordedShape(of: table, db) else { continue }
            guard try db.tableExists(table.name) else { return .unwatched(fact: table.name) }
            guard shape == table.shape else { return .otherVersion(fact: table.name) }
            if let found = try differing(table), found.row < first?.row ?? .max { first = found }
        }
        if let first { return first.fault }
        if let file = try changedReadings() { return file }
        for table in AuditedTable.all where try db.tableExists(table.name) {
            if let surplus = try surplus(table) { return surplus }
        }
        return try unwatched()
    }

    private func differing(_ table: AuditedTable) throws -> (row: Int64, fault: AuditFault)? {
        let row = try Row.fetchOne(
            db,
            sql: """
                WITH recorded AS (
                    SELECT key, content, MAX(id) AS id FROM audit WHERE fact = :fact GROUP BY key
                ), found AS MATERIALIZED (
                    SELECT \(table.keySQL("f")) AS key, \(table.contentSQL("f")) AS content
                    FROM \(table.name) AS f
                )
                SELECT recorded.id, recorded.key, recorded.content AS old, found.content AS new
                FROM recorded LEFT JOIN found ON found.key = recorded.key
                WHERE found.content IS NOT recorded.content ORDER BY recorded.id LIMIT 1
                """, arguments: ["fact": table.name])
        guard let row else { return nil }
        let (id, key): (Int64, String) = (row["id"], row["key"])
        guard let new = row["new"] as String? else {
            return (id, .missingFact(row: id, fact: table.name, key: key))
        }
        let columns = try String.fetchAll(
            db,
            sql: """
                SELECT COALESCE(o.key, n.key) FROM json_each(:old) o
                FULL JOIN json_each(:new) n ON o.key = n.key WHERE o.value IS NOT n.value
                """, arguments: ["old": row["old"] as String, "new": new])
        return (id, .changedFact(row: id, fact: table.name, key: key, columns: columns))
    }

    /// The first file whose readings are not what its figures, which are recorded, say of them in sum.
    private func changedReadings() throws -> AuditFault? {
        // Sums of the same numbers may differ in their last digits.
        let row = try Row.fetchOne(
            db,
            sql: """
                WITH sums AS MATERIALIZED (
                    SELECT figure_id, COUNT(*) AS count, TOTAL(value) AS sum FROM reading GROUP BY 1
                )
                SELECT g.file_id FROM file_figure g LEFT JOIN sums ON sums.figure_id = g.id
                WHERE sums.count IS NOT g.reading_count
                    OR ABS(sums.sum - g.sum) > 1e-9 * MAX(1, ABS(g.sum))
                UNION ALL
                SELECT (SELECT id FROM drop_file WHERE reading.id BETWEEN first_reading AND last_reading)
                FROM reading WHERE figure_id NOT IN (SELECT id FROM file_figure)
                LIMIT 1
                """)
        guard let row else { return nil }
        let number: Int64 = row[0] ?? 0
        let audited = try Int64.fetchOne(
            db, sql: "SELECT MAX(id) FROM audit WHERE fact = 'drop_file' AND key = ?",
            arguments: ["\(number)"])
        let name = try String.fetchOne(
            db, sql: "SELECT name FROM drop_file WHERE id = ?", arguments: [number])
        return .changedReadings(row: audited ?? 0, file: name ?? "?")
    }

    private func surplus(_ table: AuditedTable) throws -> AuditFault? {
        let key = try String.fetchOne(
            db,
            sql: """
                SELECT \(table.keySQL("f")) FROM \(table.name) AS f
                WHERE NOT EXISTS (
                    SELECT 1 FROM audit a WHERE a.fact = ? AND a.key = \(table.keySQL("f")))
                LIMIT 1
                """, arguments: [table.name])
        return key.map { .surplusFact(fact: table.name, key: $0) }
    }

    private func unwatched() throws -> AuditFault? {
        let triggers = try Row.fetchAll(
            db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).reduce(into: [String: String]()) { $0[$1["name"] as String] = $1["sql"] as String? }
        for table in AuditedTable.all where try db.tableExists(table.name) {
            for trigger in table.triggers where triggers[trigger.name] != trigger.sql {
                return .unwatched(fact: table.name)
            }
        }
        return triggers["audit_kept"] == nil || triggers["audit_not_deleted"] == nil
            ? .unwatched(fact: "audit") : nil
    }

    /// The accepted files, each content once, with the newest row of the audit that speaks of it.
    func auditedFiles() throws -> [(row: Int64, sha256: String)] {
        guard try db.tableExists("audit") else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT f.sha256, MAX(a.id) AS id FROM drop_file f
                JOIN audit a ON a.fact = 'drop_file' AND a.key = CAST(f.id AS TEXT)
                WHERE f.outcome = 'accepted' GROUP BY f.sha256 ORDER BY id
                """
        ).map { ($0["id"], $0["sha256"]) }
    }

    /// How many rows the audit has.
    package func auditCount() throws -> Int {
        guard try db.tableExists("audit") else { return 0 }
        return try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM audit") ?? 0
    }
}
