import GRDB
package import ShirubeCore

/// An alert as the ledger holds it.
package struct AlertRow: Sendable, Equatable {
    /// Its number.
    package let id: Int64
    /// What it speaks of.
    package let type: AlertType
    /// The indicator's id; of a failure, what has failed.
    package let subject: String
    /// The status it was raised or last worsened with; nil for a failure.
    package let status: Status?
    /// When it was raised.
    package let raisedAt: Timestamp
    /// When it was closed; nil while it is open.
    package let closedAt: Timestamp?

    fileprivate init(row: Row) throws {
        id = row["id"]
        // A ledger of before alerts had types may be read, but not yet moved.
        type =
            try (row["type"] as String?).map { try Ledger.word($0, as: AlertType.self) } ?? .lagging
        subject = row["subject"] as String? ?? row["indicator"]
        status = try (row["status"] as String?).map { try Ledger.word($0, as: Status.self) }
        raisedAt = row["raised_at"]
        closedAt = row["closed_at"]
    }
}

extension Ledger {
    /// The open alerts of a strategy with all their steps, oldest first; `subject` leaves out those of others.
    package func openAlerts(
        strategy: Identifier<Strategy>, subject: String? = nil
    ) throws -> [AlertState] {
        try alertStates(
            "strategy = ? AND closed_at IS NULL AND (? IS NULL OR subject = ?)",
            [strategy.text, subject, subject])
    }

    /// The alerts of a strategy as they were at a moment, oldest first: those that were open then, and those that had been
    /// closed since an earlier one.
    ///
    /// - Parameters:
    ///   - strategy: whose alerts.
    ///   - moment: what has happened later is left out.
    ///   - earlier: since when alerts that were closed are looked at too; nil leaves them out.
    /// - Returns: the alerts.
    /// - Throws: where the ledger cannot be read.
    package func alertStates(
        strategy: Identifier<Strategy>, asOf moment: Timestamp,
        closedSince earlier: Timestamp? = nil
    ) throws -> [AlertState] {
        try alertStates(
            "strategy = ? AND raised_at <= ? AND (closed_at IS NULL OR closed_at > ?)",
            [strategy.text, moment, earlier ?? moment], through: moment)
    }

    /// The alert of a number; nil where a strategy has none of it.
    package func alert(_ id: Int64, strategy: Identifier<Strategy>) throws -> AlertState? {
        try alertStates("strategy = ? AND id = ?", [strategy.text, id]).first
    }

    private func alertStates(
        _ condition: String, _ arguments: StatementArguments, through moment: Timestamp? = nil
    ) throws -> [AlertState] {
        // A command that only reads may meet a ledger that was not yet moved to this version's shape.
        guard try db.tableExists("alert_transition") else { return [] }
        let alerts = try Row.fetchAll(
            db.cachedStatement(sql: "SELECT * FROM alert WHERE \(condition) ORDER BY id"),
            arguments: arguments
        ).map(AlertRow.init(row:))
        return try alerts.compactMap { alert in
            let steps = try transitions(of: alert.id).filter { step in
                moment.map { step.at <= $0 } ?? true
            }
            return AlertState(
                id: alert.id, type: alert.type, subject: alert.subject, transitions: steps)
        }
    }

    /// Opens an alert with its first step, and returns it.
    func openAlert(
        _ type: AlertType, subject: String, strategy: Identifier<Strategy>,
        _ opening: AlertTransition
    ) throws -> AlertState? {
        try db.execute(
            sql: """
                INSERT INTO alert (strategy, type, subject, status, raised_at) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                strategy.text, type.rawValue, subject, opening.status?.rawValue, opening.at,
            ])
        let id = db.lastInsertedRowID
        try insert(opening, of: id)
        return AlertState(id: id, type: type, subject: subject, transitions: [opening])
    }

    /// Records a step of an open alert, and returns the alert after it.
    func append(_ transition: AlertTransition, to alert: AlertState) throws -> AlertState {
        try insert(transition, of: alert.id)
        switch transition.kind {
        case .worsened:
            try db.execute(
                sql: "UPDATE alert SET status = ? WHERE id = ?",
                arguments: [transition.status?.rawValue, alert.id])
        case .closed:
            try db.execute(
                sql: "UPDATE alert SET closed_at = ? WHERE id = ?",
                arguments: [transition.at, alert.id])
        default: break
        }
        return alert.after(transition)
    }

    /// The lags of a strategy that were raised or closed from `start` to `end`, oldest first.
    package func lags(
        strategy: Identifier<Strategy>, from start: Timestamp, through end: Timestamp
    ) throws -> [AlertRow] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM alert WHERE strategy = ?
                    AND (raised_at BETWEEN ? AND ? OR closed_at BETWEEN ? AND ?)
                ORDER BY id
                """, arguments: [strategy.text, start, end, start, end]
        ).map(AlertRow.init(row:)).filter { $0.type == .lagging }
    }
}
