import GRDB
package import ShirubeCore

extension Ledger {
    /// The numbers by which readings keep words.
    enum Code {
        /// The number of a basis.
        static func of(_ basis: Reading.Basis) -> Int64 {
            switch basis {
            case .period: 0
            case .yearToDate: 1
            case .planToDate: 2
            }
        }

        /// The number of a certainty.
        static func of(_ certainty: Reading.Certainty) -> Int64 {
            switch certainty {
            case .preliminary: 0
            case .confirmed: 1
            case .corrected: 2
            case .withdrawn: 3
            }
        }

        /// The basis of a number; one that no version wrote is a damaged ledger.
        static func basis(_ number: Int64) throws -> Reading.Basis {
            guard let basis = Reading.Basis.allCases.first(where: { of($0) == number }) else {
                throw DatabaseError(
                    resultCode: .SQLITE_CORRUPT, message: "unknown basis \(number) in the ledger")
            }
            return basis
        }

        /// The certainty of a number; one that no version wrote is a damaged ledger.
        static func certainty(_ number: Int64) throws -> Reading.Certainty {
            guard let certainty = Reading.Certainty.allCases.first(where: { of($0) == number })
            else {
                throw DatabaseError(
                    resultCode: .SQLITE_CORRUPT,
                    message: "unknown certainty \(number) in the ledger")
            }
            return certainty
        }

        /// Whether the number stands for a final figure.
        static func isFinal(_ number: Int64) -> Bool {
            number == of(.confirmed) || number == of(.corrected)
        }
    }

    /// What is in force of the readings known at `moment`, by indicator; one without a reading is missing.
    package func currentReadings(
        of strategy: Strategy, knownAt moment: Timestamp
    ) throws -> [Identifier<Indicator>: CurrentReadings] {
        var result: [Identifier<Indicator>: CurrentReadings] = [:]
        for (name, number) in try indicatorNumbers(strategy.id) {
            result[Identifier(name)] = try currentReadings(indicator: number, knownAt: moment)
        }
        return result
    }

    /// What is in force of all readings of an indicator, of those known at `moment`, or of those before the number `end`.
    package func currentReadings(
        strategy: Identifier<Strategy>, indicator: Identifier<Indicator>,
        knownAt moment: Timestamp? = nil, before end: Int64? = nil
    ) throws -> CurrentReadings {
        let named = try db.cachedStatement(
            sql: "SELECT id FROM indicator WHERE strategy = ? AND name = ?")
        let number = try Int64.fetchOne(named, arguments: [strategy.text, indicator.text])
        guard let number else { return CurrentReadings([]) }
        return try currentReadings(indicator: number, knownAt: moment, before: end)
    }

    /// Whether every reading that a file brought still has effect.
    func isInForce(file: Int64) throws -> Bool {
        guard
            let bounds = try Row.fetchOne(
                db, sql: "SELECT first_reading, last_reading FROM drop_file WHERE id = ?",
                arguments: [file])
        else { return false }
        let range = (bounds[0] as Int64)...max(bounds[0] as Int64, bounds[1] as Int64)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT indicator_id, SUM(reading_count) FROM file_figure WHERE file_id = ?
                GROUP BY 1
                """, arguments: [file])
        return try rows.allSatisfy { row in
            let current = try currentReadings(indicator: row[0], knownAt: nil)
            return current.count(in: range) >= row[1] as Int
        }
    }

    /// The numbers of a strategy's indicators that readings have spoken of, by name.
    func indicatorNumbers(_ strategy: Identifier<Strategy>) throws -> [String: Int64] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT name, id FROM indicator WHERE strategy = ?",
            arguments: [strategy.text])
        return rows.reduce(into: [:]) { result, row in
            result[row["name"] as String] = row["id"] as Int64
        }
    }

    private func currentReadings(
        indicator: Int64, knownAt moment: Timestamp?, before end: Int64? = nil
    ) throws -> CurrentReadings {
        let held = try heldFigures(indicator: indicator, at: moment)
        var fold = CurrentReadings.Fold()
        let sums = try partSums(indicator: indicator, except: held, at: moment, before: end)
        for figure in sums.known {
            fold.add(figure.sum, period: figure.period, basis: figure.basis)
        }
        guard !sums.others.isEmpty else { return CurrentReadings(fold) }
        let isSummed = Set(sums.known.map(\.key))
        // Ids grow with time, but clocks step: what was not known yet is said by the files.
        let statement = try SQLStatement(
            db,
            sql: """
                SELECT id, period, basis, part, value, stage, certainty, denominator, respondents,
                    file_id
                FROM reading WHERE indicator_id = ?1 AND id < ?2
                    AND file_id NOT IN (SELECT id FROM drop_file WHERE taken_at > ?3)
                    AND file_id NOT IN (SELECT file_id FROM revocation WHERE revoked_at <= ?3)
                ORDER BY id
                """, isCached: true)
        statement.bind(indicator, at: 1)
        statement.bind(end ?? Int64.max, at: 2)
        statement.bind(moment?.milliseconds ?? Int64.max, at: 3)
        var periods: [String: Period] = [:]
        while try statement.step() {
            let key = FigureKey(
                file: statement.integer(9), period: statement.text(1) ?? "",
                basis: statement.integer(2))
            if isSummed.contains(key) { continue }
            let period = try periods[key.period] ?? Self.period(key.period)
            periods[key.period] = period
            let reading = try Self.known(statement, period: period)
            if held.contains(key) { fold.addHeld(reading) } else { fold.add(reading) }
        }
        return CurrentReadings(fold)
    }

    private static func known(
        _ row: borrowing SQLStatement, period: Period
    ) throws -> KnownReading {
        let part = row.text(3) ?? ""
        let value =
            row.text(5).map(Reading.Reported.stage) ?? row.number(4).map(Reading.Reported.number)
        return KnownReading(
            sequence: row.integer(0), period: period, basis: try Code.basis(row.integer(2)),
            part: part.isEmpty ? nil : part, value: value,
            isFinal: Code.isFinal(row.integer(6)), weight: row.number(7) ?? row.number(8))
    }
}
