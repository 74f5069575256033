import GRDB
package import ShirubeCore

extension Ledger {
    /// Adds readings in their order, all known from `now` on.
    func insert(
        _ readings: [Reading], strategy: Identifier<Strategy>, file: Int64, now: Timestamp
    ) throws {
        let statement = try db.makeStatement(
            sql: """
                INSERT INTO reading (strategy, indicator, department, period, basis, part, value,
                    stage, certainty, numerator, denominator, respondents, note, line,
                    sheet_column, written, file_id, known_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        for reading in readings {
            var number: Double?
            var stage: String?
            switch reading.value {
            case .number(let value): number = value
            case .stage(let name): stage = name
            case nil: break
            }
            try statement.execute(arguments: [
                strategy.text, reading.indicator.text, reading.department.text,
                reading.period.description, reading.basis.rawValue, reading.part, number, stage,
                reading.certainty.rawValue, reading.numerator, reading.denominator,
                reading.respondents, reading.note, reading.origin.line, reading.origin.column,
                reading.origin.written, file, now,
            ])
        }
    }

    /// All readings of a strategy known at `moment`, by indicator, in the ledger's order.
    package func readings(
        strategy: Identifier<Strategy>, knownAt moment: Timestamp
    ) throws -> [Identifier<Indicator>: [KnownReading]] {
        let rows = try Row.fetchCursor(
            db,
            sql: "SELECT * FROM reading WHERE strategy = ? AND known_at <= ? ORDER BY id",
            arguments: [strategy.text, moment])
        var result: [Identifier<Indicator>: [KnownReading]] = [:]
        while let row = try rows.next() {
            let known = try Self.knownReading(row)
            result[known.reading.indicator, default: []].append(known)
        }
        return result
    }

    /// The readings of one indicator, in the ledger's order.
    package func readings(
        strategy: Identifier<Strategy>, indicator: Identifier<Indicator>
    ) throws -> [KnownReading] {
        try Row.fetchAll(
            db, sql: "SELECT * FROM reading WHERE strategy = ? AND indicator = ? ORDER BY id",
            arguments: [strategy.text, indicator.text]
        ).map(Self.knownReading)
    }

    /// The indicators that a file spoke of, and the ledger's numbers of its readings.
    func readingIDs(file: Int64) throws -> [Identifier<Indicator>: [Int64]] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, indicator FROM reading WHERE file_id = ?", arguments: [file])
        return rows.reduce(into: [:]) { result, row in
            result[Identifier(row["indicator"] as String), default: []].append(row["id"])
        }
    }

    private static func knownReading(_ row: Row) throws -> KnownReading {
        guard let period = Period(code: row["period"]) else {
            throw DatabaseError(
                resultCode: .SQLITE_CORRUPT,
                message: "unreadable period in reading \(row["id"] as Int64)")
        }
        let number: Double? = row["value"]
        let stage: String? = row["stage"]
        let reading = Reading(
            indicator: Identifier(row["indicator"] as String),
            department: Identifier(row["department"] as String), period: period,
            basis: try word(row["basis"], as: Reading.Basis.self), part: row["part"],
            value: stage.map(Reading.Reported.stage) ?? number.map(Reading.Reported.number),
            certainty: try word(row["certainty"], as: Reading.Certainty.self),
            numerator: row["numerator"], denominator: row["denominator"],
            respondents: row["respondents"], note: row["note"],
            origin: Reading.Origin(
                line: row["line"], column: row["sheet_column"], written: row["written"]))
        return KnownReading(
            reading: reading, knownAt: row["known_at"], sequence: row["id"], file: row["file_id"])
    }
}
