import GRDB
import ShirubeCore
import Synchronization

/// What every transaction of a process has in common: under which configuration it happens.
final class AuditContext: Sendable {
    /// The number of the configuration in the ledger; nil before one was recorded.
    let configuration = Mutex<Int64?>(nil)
}

/// Chains the rows of the audit: the hash of each is over what it says and the hash of the one before.
enum AuditChain {
    /// The hash before the first row.
    static let start = String(repeating: "0", count: 64)

    /// The name under which the shape of an audited table is kept, with the table's name as its key.
    static let shape = "audit_shape"

    /// A row of the audit without its hash.
    struct Link {
        let id: Int64
        let fact: String
        let key: String
        let at: Int64?
        let content: String
        let batch: Int64
        let configuration: Int64?

        /// The row's hash after another one: SHA-256 over the lines of docs/AUDIT.md.
        func hash(after previous: String) -> String {
            let fields = [
                previous, "\(id)", fact, key, at.map { "\($0)" } ?? "", "\(batch)",
                configuration.map { "\($0)" } ?? "", content,
            ]
            return ClaimedContent.sha256(of: Array(fields.joined(separator: "\n").utf8))
        }
    }

    /// Gives the rows of this transaction their hashes; called before it is committed.
    static func extend(_ db: Database, configuration: Int64?) throws {
        let pending = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT id, fact, key, at, content FROM audit WHERE hash IS NULL ORDER BY id"))
        guard let batch = pending.first?["id"] as Int64? else { return }
        var hash =
            try String.fetchOne(
                db.cachedStatement(
                    sql: "SELECT hash FROM audit WHERE id < ? ORDER BY id DESC LIMIT 1"),
                arguments: [batch]) ?? start
        let update = try db.cachedStatement(
            sql: "UPDATE audit SET batch = ?, configuration = ?, hash = ? WHERE id = ?")
        for row in pending {
            let link = Link(
                id: row["id"], fact: row["fact"], key: row["key"], at: row["at"],
                content: row["content"], batch: batch, configuration: configuration)
            hash = link.hash(after: hash)
            try update.execute(arguments: [batch, configuration, hash, link.id])
        }
    }

    /// Sees to it that every audited table has its triggers, and that rows from before are recorded.
    ///
    /// Of a table whose shape has changed, rows are recorded anew only where they are still what was recorded of them: what was
    /// altered behind the ledger's back stays to be found.
    static func establish(_ db: Database) throws {
        let existing = try Row.fetchAll(
            db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).reduce(into: [String: String]()) { $0[$1["name"] as String] = $1["sql"] as String? }
        for table in AuditedTable.all where try db.tableExists(table.name) {
            let recorded = try recordedShape(of: table, db)
            for trigger in table.triggers where existing[trigger.name] != trigger.sql {
                try db.execute(sql: "DROP TRIGGER IF EXISTS \(trigger.name)")
                try db.execute(sql: trigger.sql)
            }
            guard recorded != table.shape else { continue }
            try record(table, formerly: recorded, db)
            try db.execute(
                sql: "INSERT INTO audit (fact, key, content) VALUES (?, ?, ?)",
                arguments: [shape, table.name, table.shape])
        }
    }

    /// How the rows of a table were written last; nil where they never were.
    static func recordedShape(of table: AuditedTable, _ db: Database) throws -> String? {
        try String.fetchOne(
            db,
            sql: "SELECT content FROM audit WHERE fact = ? AND key = ? ORDER BY id DESC LIMIT 1",
            arguments: [shape, table.name])
    }

    private static func record(
        _ table: AuditedTable, formerly: String?, _ db: Database
    ) throws {
        // Of a table that has lost a column, what was recorded cannot be compared any more.
        let comparable = try formerly.flatMap { former in
            let sql = "SELECT \(former) FROM \(table.name) AS \(AuditedTable.row) LIMIT 0"
            return try isReadable(sql, db) ? former : nil
        }
        let unaltered = comparable.map { former in
            """
            WHERE \(former) = (
                SELECT a.content FROM audit a WHERE a.fact = '\(table.name)'
                    AND a.key = \(table.keySQL(AuditedTable.row)) ORDER BY a.id DESC LIMIT 1)
            """
        }
        try db.execute(
            sql: """
                INSERT INTO audit (fact, key, at, content)
                SELECT '\(table.name)', \(table.keySQL(AuditedTable.row)),
                    json_extract(\(table.contentSQL(AuditedTable.row)), '$.at'),
                    \(table.contentSQL(AuditedTable.row))
                FROM \(table.name) AS \(AuditedTable.row) \(unaltered ?? "")
                ORDER BY \(table.key.map { "\(AuditedTable.row).\($0)" }.joined(separator: ", "))
                """)
    }

    private static func isReadable(_ sql: String, _ db: Database) throws -> Bool {
        do {
            _ = try db.makeStatement(sql: sql)
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
            return false
        }
    }
}
