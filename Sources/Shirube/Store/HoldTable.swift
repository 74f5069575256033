import GRDB
package import ShirubeCore

/// A figure that waits, or has waited, for somebody to say that it is meant.
package struct HoldRow: Sendable, Equatable {
    /// Its number, by which people confirm it.
    package let number: Int64
    /// The number of the file that brought it.
    package let file: Int64
    /// That file's name, for people.
    package let fileName: String
    /// The department that reported it.
    package let department: Identifier<Department>
    /// The indicator it belongs to.
    package let indicator: Identifier<Indicator>
    /// The period it speaks of.
    package let period: Period
    /// What it sums up.
    package let basis: Reading.Basis
    /// Where and why it is doubted.
    package let finding: Finding
    /// When it was taken in.
    package let takenAt: Timestamp
    /// When it was confirmed; nil where it waits.
    package let confirmedAt: Timestamp?

    fileprivate init(row: Row) throws {
        number = row["id"]
        file = row["file_id"]
        fileName = row["file_name"]
        department = Identifier(row["department"] as String)
        indicator = Identifier(row["indicator"] as String)
        period = try Ledger.period(row["period"])
        basis = try Ledger.Code.basis(row["basis"])
        let (taken, english): (String?, String?) = (row["taken_for_ja"], row["taken_for_en"])
        finding = Finding(
            rule: row["rule"], severity: .hold, line: row["line"], record: row["record"],
            column: row["sheet_column"], heading: row["heading"], written: row["written"],
            takenFor: taken.map { Wording(ja: $0, en: english ?? $0) },
            message: Wording(ja: row["message_ja"], en: row["message_en"]),
            remedy: Wording(ja: row["remedy_ja"], en: row["remedy_en"]))
        takenAt = row["taken_at"]
        confirmedAt = row["confirmed_at"]
    }
}

extension Ledger {
    /// Lets figures of a file wait until they are confirmed.
    func insert(_ holds: [ParsedDrop.Hold], file: Int64, strategy: Strategy) throws {
        for hold in holds {
            let name = strategy.indicators[hold.figure.indicator].id.text
            let finding = hold.finding
            try db.execute(
                sql: """
                    INSERT INTO hold (file_id, indicator_id, period, basis, rule, line, record,
                        sheet_column, heading, written, taken_for_ja, taken_for_en, message_ja,
                        message_en, remedy_ja, remedy_en)
                    SELECT ?, id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? FROM indicator
                        WHERE strategy = ? AND name = ?
                    """,
                arguments: [
                    file, hold.figure.period.description, Code.of(hold.figure.basis), finding.rule,
                    finding.line, finding.record, finding.column, finding.heading,
                    finding.written, finding.takenFor?.japanese, finding.takenFor?.english,
                    finding.message.japanese, finding.message.english, finding.remedy.japanese,
                    finding.remedy.english, strategy.id.text, name,
                ])
        }
    }

    /// The figures of an indicator that were waiting at `moment`; nil means now.
    func heldFigures(indicator: Int64, at moment: Timestamp?) throws -> Set<FigureKey> {
        let waiting = try db.cachedStatement(
            sql: """
                SELECT file_id, period, basis FROM hold
                WHERE indicator_id = ? AND (confirmed_at IS NULL OR confirmed_at > ?)
                """)
        let rows = try Row.fetchAll(
            waiting, arguments: [indicator, moment?.milliseconds ?? Int64.max])
        return Set(rows.map { FigureKey(file: $0[0], period: $0[1], basis: $0[2]) })
    }

    /// All that a file made wait, confirmed or not; empty for nothing.
    func holds(file: Int64) throws -> [HoldRow] {
        try Row.fetchAll(
            db, sql: Self.holdQuery + " WHERE h.file_id = ? ORDER BY h.id", arguments: [file]
        )
        .map(HoldRow.init(row:))
    }

    /// All that the file of a claim made wait, confirmed or not; empty for nothing.
    func holds(claim: String) throws -> [HoldRow] {
        try Row.fetchAll(
            db, sql: Self.holdQuery + " WHERE f.claim = ? ORDER BY h.id", arguments: [claim]
        ).map(HoldRow.init(row:))
    }

    /// What waits to be confirmed in a strategy, oldest first; what has been superseded or withdrawn waits no more.
    package func openHolds(_ strategy: Identifier<Strategy>) throws -> [HoldRow] {
        let waiting = try Row.fetchAll(
            db,
            sql: Self.holdQuery + " WHERE i.strategy = ? AND h.confirmed_at IS NULL ORDER BY h.id",
            arguments: [strategy.text]
        ).map(HoldRow.init(row:))
        var current: [Identifier<Indicator>: CurrentReadings] = [:]
        return try waiting.filter { hold in
            let readings =
                try current[hold.indicator]
                ?? currentReadings(strategy: strategy, indicator: hold.indicator)
            current[hold.indicator] = readings
            guard let range = try readingRange(file: hold.file) else { return false }
            return readings.held.contains { held in
                held.period == hold.period && held.basis == hold.basis
                    && held.sequences.contains(where: range.contains)
            }
        }
    }

    /// Records that a figure that waits is meant.
    ///
    /// - Returns: false where it was confirmed before.
    func confirm(_ hold: Int64, by name: String, reason: String, now: Timestamp) throws -> Bool {
        try db.execute(
            sql: """
                UPDATE hold SET confirmed_at = ?, confirmed_by = ?, reason = ?
                WHERE id = ? AND confirmed_at IS NULL
                """, arguments: [now, name, reason, hold])
        return db.changesCount > 0
    }

    private func readingRange(file: Int64) throws -> ClosedRange<Int64>? {
        let row = try Row.fetchOne(
            db, sql: "SELECT first_reading, last_reading FROM drop_file WHERE id = ?",
            arguments: [file])
        return row.flatMap { row in
            (row[0] as Int64) <= (row[1] as Int64) ? (row[0] as Int64)...(row[1] as Int64) : nil
        }
    }

    private static let holdQuery = """
        SELECT h.*, f.name AS file_name, f.department, f.taken_at, i.name AS indicator
        FROM hold h JOIN drop_file f ON f.id = h.file_id JOIN indicator i ON i.id = h.indicator_id
        """
}
