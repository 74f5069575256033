import GRDB
import GRDBSQLite

/// A prepared statement that is bound and stepped without a value in between, for what happens a million times.
///
/// Everything else goes through GRDB's own calls. It is kept prepared, so that no two of the same text may be in use at once. Parameters are numbered from 1 and columns from 0, as in SQLite.
@safe struct SQLStatement: ~Copyable {
    // Safe: `statement` owns what `raw` points to, and lives as long.
    private let statement: Statement
    private let raw: SQLiteStatement
    private let db: Database

    /// Prepares a statement, or takes the one that was prepared of the same text before, which nothing else may use
    /// meanwhile.
    init(_ db: Database, sql: String) throws {
        self.db = db
        statement = try db.cachedStatement(sql: sql)
        unsafe raw = statement.sqliteStatement
    }

    deinit {
        unsafe sqlite3_reset(raw)
        unsafe sqlite3_clear_bindings(raw)
    }
}

extension SQLStatement {
    func bind(_ number: Int64, at index: Int32) {
        unsafe sqlite3_bind_int64(raw, index, number)
    }

    func bind(_ number: Double?, at index: Int32) {
        if let number {
            unsafe sqlite3_bind_double(raw, index, number)
        } else {
            unsafe sqlite3_bind_null(raw, index)
        }
    }

    func bind(_ number: Int64?, at index: Int32) {
        if let number {
            unsafe sqlite3_bind_int64(raw, index, number)
        } else {
            unsafe sqlite3_bind_null(raw, index)
        }
    }

    func bindNull(at index: Int32) {
        unsafe sqlite3_bind_null(raw, index)
    }

    /// Binds a short text, which SQLite copies.
    func bind(_ text: String, at index: Int32) {
        unsafe sqlite3_bind_text(raw, index, text, -1, Self.transient)
    }

    /// Binds text that lies in a buffer, which must stay as it is until the statement has run.
    func bind(_ range: Range<Int>, of buffer: UnsafeBufferPointer<UInt8>, at index: Int32) {
        guard let base = buffer.baseAddress, !range.isEmpty else {
            unsafe sqlite3_bind_text(raw, index, "", 0, nil)
            return
        }
        unsafe (base + range.lowerBound).withMemoryRebound(
            to: CChar.self, capacity: range.count
        ) { start in
            // No destructor: SQLite reads it where it lies.
            _ = unsafe sqlite3_bind_text(raw, index, start, Int32(range.count), nil)
        }
    }

    /// Runs a statement that gives no row.
    func run() throws {
        let code = unsafe sqlite3_step(raw)
        unsafe sqlite3_reset(raw)
        guard code == SQLITE_DONE else { throw failure(code) }
    }

    /// Moves on to the next row; false after the last one.
    func step() throws -> Bool {
        switch unsafe sqlite3_step(raw) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw failure(code)
        }
    }

    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(raw, column) }

    func number(_ column: Int32) -> Double? {
        isNull(column) ? nil : unsafe sqlite3_column_double(raw, column)
    }

    func text(_ column: Int32) -> String? {
        guard !isNull(column), let bytes = unsafe sqlite3_column_text(raw, column) else {
            return nil
        }
        let count = Int(unsafe sqlite3_column_bytes(raw, column))
        return unsafe String(
            decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    private func isNull(_ column: Int32) -> Bool {
        unsafe sqlite3_column_type(raw, column) == SQLITE_NULL
    }

    private func failure(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: unsafe db.sqliteConnection.map { unsafe String(cString: sqlite3_errmsg($0)) })
    }

    /// Tells SQLite to copy what it is given (SQLITE_TRANSIENT).
    private static var transient: sqlite3_destructor_type {
        unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    }
}
