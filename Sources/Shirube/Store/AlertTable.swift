import GRDB
package import ShirubeCore

/// An alert as the ledger holds it.
package struct AlertRow: Sendable, Equatable {
    /// Its number.
    package let id: Int64
    /// The indicator.
    package let indicator: Identifier<Indicator>
    /// The status it was raised or last worsened with.
    package let status: Status
    /// When it was raised.
    package let raisedAt: Timestamp
    /// When it was closed; nil while it is open.
    package let closedAt: Timestamp?

    fileprivate init(row: Row) throws {
        id = row["id"]
        indicator = Identifier(row["indicator"] as String)
        status = try Ledger.word(row["status"], as: Status.self)
        raisedAt = row["raised_at"]
        closedAt = row["closed_at"]
    }
}

extension Ledger {
    /// The open alert of an indicator; nil where none is open.
    func openAlert(
        _ indicator: Identifier<Indicator>, strategy: Identifier<Strategy>
    ) throws -> AlertRow? {
        try Row.fetchOne(
            db,
            sql: """
                SELECT * FROM alert WHERE strategy = ? AND indicator = ? AND closed_at IS NULL
                """, arguments: [strategy.text, indicator.text]
        ).map(AlertRow.init(row:))
    }

    /// Opens an alert and returns its number.
    func raiseAlert(
        _ indicator: Identifier<Indicator>, status: Status, strategy: Identifier<Strategy>,
        now: Timestamp
    ) throws -> Int64 {
        try db.execute(
            sql: "INSERT INTO alert (strategy, indicator, status, raised_at) VALUES (?, ?, ?, ?)",
            arguments: [strategy.text, indicator.text, status.rawValue, now])
        return db.lastInsertedRowID
    }

    /// Records that an open alert has become worse.
    func worsenAlert(_ id: Int64, status: Status) throws {
        try db.execute(
            sql: "UPDATE alert SET status = ? WHERE id = ?", arguments: [status.rawValue, id])
    }

    /// Closes an alert.
    func closeAlert(_ id: Int64, now: Timestamp) throws {
        try db.execute(
            sql: "UPDATE alert SET closed_at = ? WHERE id = ?", arguments: [now, id])
    }

    /// The alerts of a strategy that were raised or closed from `start` to `end`, oldest first.
    package func alerts(
        strategy: Identifier<Strategy>, from start: Timestamp, through end: Timestamp
    ) throws -> [AlertRow] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM alert WHERE strategy = ?
                    AND (raised_at BETWEEN ? AND ? OR closed_at BETWEEN ? AND ?)
                ORDER BY id
                """, arguments: [strategy.text, start, end, start, end]
        ).map(AlertRow.init(row:))
    }
}
