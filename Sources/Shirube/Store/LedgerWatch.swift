import GRDB
import Glibc

/// Notices, at little cost, that somebody has written into the ledger.
package final class LedgerWatch {
    private let path: String
    /// The ledger, for reading.
    package private(set) var store: Store
    private var file: FileStatus?
    private var version: Int64 = 0

    /// Opens the ledger at `path`, or waits for one where there is none yet.
    ///
    /// - Throws: `Store.OpeningError` where it cannot be read.
    package init(path: String) throws {
        self.path = path
        store = try Store(readingFrom: path)
        file = Self.look(at: path)
        _ = try hasChanged()
    }

    /// Whether something was committed since the last time that this was asked, or the file is another one.
    ///
    /// SQLite numbers what other connections commit (`PRAGMA data_version`); the number says nothing but that it differs.
    ///
    /// - Throws: where the ledger cannot be read.
    package func hasChanged() throws -> Bool {
        let found = Self.look(at: path)
        if let found, !(file.map(found.isSame) ?? false) {
            store = try Store(readingFrom: path)
            file = found
            version = try store.dataVersion()
            return true
        }
        let newest = try store.dataVersion()
        defer { version = newest }
        return newest != version
    }

    private static func look(at path: String) -> FileStatus? {
        var buffer = stat()
        return unsafe stat(path, &buffer) == 0 ? FileStatus(buffer) : nil
    }
}

extension Store {
    /// A number that changes with each commit of another connection.
    fileprivate func dataVersion() throws -> Int64 {
        try read { try Int64.fetchOne($0.db, sql: "PRAGMA data_version") ?? 0 }
    }
}
