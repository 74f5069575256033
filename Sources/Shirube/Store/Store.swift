package import GRDB
import Glibc
package import ShirubeCore
import Synchronization

/// The ledger's file: SQLite in WAL mode, one connection, every change in a transaction of its own.
///
/// All SQL lies in this folder. What is written is never updated in place: corrections supersede, and only the
/// outbox's state and the closing of an alert move forward.
package struct Store: Sendable {
    private let database: DatabaseQueue
    private let audit = AuditContext()
    private let group = GroupCommit()

    /// The ledger could not be opened or moved to this version's shape.
    package struct OpeningError: Error, CustomStringConvertible {
        /// What, where, why and the remedy.
        package let description: String
    }

    /// Opens the ledger at `path`, creating it and moving it to this version's shape where needed.
    ///
    /// - Parameters:
    ///   - path: the file; its folder must exist.
    ///   - now: stored as the ledger's birth where it is new.
    /// - Throws: `OpeningError` where the file cannot be read, written or migrated.
    package init(path: String, now: Timestamp) throws {
        do {
            database = try DatabaseQueue(path: path, configuration: Self.writing)
            try Migrations.migrator.migrate(database)
            try write { ledger in
                try ledger.recordBirth(now)
                try AuditChain.establish(ledger.db)
            }
        } catch {
            throw Self.openingError(path, error)
        }
    }

    /// Opens the ledger for changes beside a daemon that has it open too.
    ///
    /// Every change is one transaction, for which the other side waits. The ledger's shape is left alone, because the
    /// daemon relies on it.
    ///
    /// - Parameter path: the file, which a daemon has made.
    /// - Throws: `OpeningError` where it cannot be used, or is of an older version's shape.
    package init(besideDaemon path: String) throws {
        do {
            database = try DatabaseQueue(path: path, configuration: Self.writing)
        } catch {
            throw Self.openingError(path, error)
        }
        // A daemon that has only begun to start is still making it.
        let isCurrent = try Patience.wait(upTo: 10) {
            try database.read(Migrations.migrator.hasCompletedMigrations)
        }
        guard isCurrent else {
            throw OpeningError(
                description:
                    "The ledger \(path) is that of an older version, which is still running. "
                    + "Restart the daemon (systemctl restart shirube), then run the command again.")
        }
    }

    /// Opens a ledger for reading only, beside a running daemon.
    ///
    /// - Parameter path: the file; where the daemon has never run and there is none, an empty ledger is read.
    /// - Throws: `OpeningError` where it cannot be read.
    package init(readingFrom path: String) throws {
        do {
            guard unsafe access(path, F_OK) == 0 else {
                database = try DatabaseQueue(configuration: Self.configuration)
                try Migrations.migrator.migrate(database)
                return
            }
            var configuration = Self.configuration
            configuration.readonly = true
            database = try DatabaseQueue(path: path, configuration: configuration)
        } catch {
            throw OpeningError(
                description: "The ledger \(path) cannot be read: \(error). "
                    + "Run the command as the daemon's user or as root.")
        }
    }

    /// A copy in memory, to see what something would do without doing it.
    ///
    /// - Throws: where there is no room for it, or the ledger cannot be read.
    package func copy() throws -> Store {
        try Store(copying: database)
    }

    private init(copying original: DatabaseQueue) throws {
        database = try DatabaseQueue(configuration: Self.configuration)
        try original.backup(to: database)
        try Migrations.migrator.migrate(database)
        try write { try AuditChain.establish($0.db) }
    }

    private static func openingError(_ path: String, _ cause: any Error) -> OpeningError {
        OpeningError(
            description: "The ledger \(path) cannot be opened: \(cause). "
                + "Check the file's owner and the free disk space, or restore a backup.")
    }

    private static var writing: GRDB.Configuration {
        var configuration = Self.configuration
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // SQLite moves what was written into the ledger's file after every 1,000 pages, and waits for the disk twice to
            // do so: 80 messages. 16 MB are read in a moment after a crash.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
        }
        return configuration
    }

    private static var configuration: GRDB.Configuration {
        var configuration = GRDB.Configuration()
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { db in
            db.add(function: AuditedTable.digest)
            db.add(function: PackedBody.unpacked)
            db.add(function: PackedBody.packed)
        }
        // A `shirube status` beside the daemon may hold the file for a moment.
        configuration.busyMode = .timeout(10)
        return configuration
    }

    /// Records which configuration is in force from now on; what was used before is not recorded twice.
    ///
    /// - Parameters:
    ///   - file: the configuration file.
    ///   - sha256: the SHA-256 of its bytes.
    ///   - strategies: the strategies' ids; what their files say is recorded already.
    ///   - now: the present.
    /// - Throws: what the ledger throws.
    package func use(
        configuration file: String, sha256: String, strategies: [Identifier<Strategy>],
        now: Timestamp
    ) throws {
        let number = try write { ledger in
            try ledger.configuration(file, sha256: sha256, strategies: strategies, now: now)
        }
        audit.configuration.withLock { $0 = number }
    }

    /// Runs `body` in one transaction: all of it is committed, or nothing where it throws.
    package func write<Result>(_ body: (Ledger) throws -> Result) throws -> Result {
        try withoutActuallyEscaping(body) { body in
            try database.write { db in
                let result = try body(Ledger(db: db))
                try AuditChain.extend(db, configuration: audit.configuration.withLock(\.self))
                return result
            }
        }
    }

    /// Runs `body` in a transaction that others who call this at the same time may share.
    ///
    /// - Parameters:
    ///   - isLight: whether the transaction need only outlive the process, not a power cut: it then reaches the disk with the
    ///     next one that does, in its order (SQLite, PRAGMA synchronous, NORMAL in WAL mode). For what may be found out anew,
    ///     and happens often.
    ///   - body: may be run more than once, where what it shares the transaction with fails; only its last run counts.
    /// - Returns: what the body returns.
    /// - Throws: what the body or the ledger throws.
    package func writeTogether<Result>(
        lightly isLight: Bool, _ body: (Ledger) throws -> Result
    ) throws -> Result {
        try group.write(lightly: isLight, body) { isLight, bodies in
            guard isLight else { return try write(bodies) }
            try writeLightly(bodies)
        }
    }

    private func writeLightly(_ body: (Ledger) throws -> Void) throws {
        try withoutActuallyEscaping(body) { body in
            try database.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = NORMAL")
                let result = Swift.Result {
                    try db.inTransaction {
                        try body(Ledger(db: db))
                        try AuditChain.extend(
                            db, configuration: audit.configuration.withLock(\.self))
                        return .commit
                    }
                }
                try db.execute(sql: "PRAGMA synchronous = FULL")
                try result.get()
            }
        }
    }

    /// Runs `body` on one consistent state of the ledger.
    package func read<Result>(_ body: (Ledger) throws -> Result) throws -> Result {
        try withoutActuallyEscaping(body) { body in
            try database.read { db in try body(Ledger(db: db)) }
        }
    }
}

/// The ledger inside one transaction; its methods lie beside their tables, one file each.
package struct Ledger {
    let db: Database

    func recordBirth(_ now: Timestamp) throws {
        try db.execute(
            sql: "INSERT INTO meta (key, value) VALUES ('created', ?) ON CONFLICT DO NOTHING",
            arguments: [now.milliseconds])
    }

    /// When the ledger was created: nothing that was due before is owed.
    package func created() throws -> Timestamp {
        let value = try Int64.fetchOne(db, sql: "SELECT value FROM meta WHERE key = 'created'")
        return Timestamp(milliseconds: value ?? 0)
    }
}

/// Instants are stored as milliseconds since the Unix epoch.
extension Timestamp: DatabaseValueConvertible {
    package var databaseValue: DatabaseValue { milliseconds.databaseValue }

    package static func fromDatabaseValue(_ value: DatabaseValue) -> Timestamp? {
        Int64.fromDatabaseValue(value).map(Timestamp.init(milliseconds:))
    }
}
