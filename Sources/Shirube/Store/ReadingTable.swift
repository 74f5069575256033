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

        /// The number of a sign in place of a figure.
        static func of(_ absence: Absence) -> Int64 {
            switch absence {
            case .notApplicable: 0
            case .unknown: 1
            case .suppressed: 2
            }
        }

        /// The sign of a number; one that no version wrote is a damaged ledger.
        static func absence(_ number: Int64) throws -> Absence {
            guard let absence = Absence.allCases.first(where: { of($0) == number }) else {
                throw DatabaseError(
                    resultCode: .SQLITE_CORRUPT, message: "unknown absence \(number) in the ledger")
            }
            return absence
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
    ///
    /// An indicator that goes on from one of the plan before has the readings of that one before its own.
    package func currentReadings(
        of strategy: Strategy, knownAt moment: Timestamp
    ) throws -> [Identifier<Indicator>: CurrentReadings] {
        var result: [Identifier<Indicator>: CurrentReadings] = [:]
        for (name, number) in try indicatorNumbers(strategy.id) {
            result[Identifier(name)] = try currentReadings(indicator: number, knownAt: moment)
        }
        for (id, succession) in try successions(of: strategy.id, knownAt: moment) {
            let own = result[id] ?? CurrentReadings([])
            result[id] = try takingOver(own, from: succession, knownAt: moment, before: nil)
        }
        return result
    }

    /// What is in force of all readings of an indicator, of those known at `moment`, or of those before the number `end`,
    /// together with those of the indicators that it goes on from.
    package func currentReadings(
        strategy: Identifier<Strategy>, indicator: Identifier<Indicator>,
        knownAt moment: Timestamp? = nil, before end: Int64? = nil
    ) throws -> CurrentReadings {
        let place = IndicatorPlace(strategy: strategy, indicator: indicator)
        let own =
            try indicatorNumber(place).map {
                try currentReadings(indicator: $0, knownAt: moment, before: end)
            } ?? CurrentReadings([])
        return try takingOver(
            own, from: try succession(of: place, knownAt: moment), knownAt: moment, before: end)
    }

    /// The number of an indicator; nil where no reading has spoken of it.
    func indicatorNumber(_ place: IndicatorPlace) throws -> Int64? {
        let named = try db.cachedStatement(
            sql: "SELECT id FROM indicator WHERE strategy = ? AND name = ?")
        return try Int64.fetchOne(
            named, arguments: [place.strategy.text, place.indicator.text])
    }

    /// Where readings came from, by their places in the ledger's order: who reported them, in which file and cell.
    func readingSources(at sequences: [Int64]) throws -> [Int64: ReadingSource] {
        try sequences.reduce(into: [:]) { result, sequence in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT f.department, f.name, f.taken_at, r.line, r.record, r.sheet_column, r.written
                    FROM reading r JOIN file_figure g ON g.id = r.figure_id
                    JOIN drop_file f ON f.id = g.file_id WHERE r.id = ?
                    """, arguments: [sequence])
            result[sequence] = row.map { row in
                ReadingSource(
                    department: Identifier(row["department"] as String), fileName: row["name"],
                    takenAt: row["taken_at"],
                    origin: Reading.Origin(
                        line: row["line"], record: row["record"], column: row["sheet_column"],
                        written: row["written"]))
            }
        }
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

    /// What is in force of an indicator's own readings.
    func currentReadings(
        indicator: Int64, knownAt moment: Timestamp?, before end: Int64? = nil
    ) throws -> CurrentReadings {
        let held = try heldFigures(indicator: indicator, at: moment)
        var fold = CurrentReadings.Fold()
        let sums = try partSums(indicator: indicator, except: held, at: moment, before: end)
        for figure in sums.known {
            if let sum = figure.sum { fold.add(sum, period: figure.period, basis: figure.basis) }
        }
        guard !sums.others.isEmpty else { return CurrentReadings(fold) }
        let statement = try SQLStatement(
            db,
            sql: """
                SELECT r.id, r.figure_id, r.part, r.value, r.stage, r.certainty, r.denominator,
                    r.respondents, r.absence
                FROM reading_run u
                CROSS JOIN reading r ON r.id BETWEEN u.first_reading AND u.last_reading
                WHERE u.indicator_id = ?1 AND u.first_reading < ?2
                ORDER BY u.first_reading, r.id
                """)
        statement.bind(indicator, at: 1)
        statement.bind(end ?? Int64.max, at: 2)
        while try statement.step() {
            guard let figure = sums.others[statement.integer(1)] else { continue }
            let reading = try Self.known(statement, of: figure)
            if held.contains(figure.key) { fold.addHeld(reading) } else { fold.add(reading) }
        }
        return CurrentReadings(fold)
    }

    private static func known(
        _ row: borrowing SQLStatement, of figure: PartSums.Figure
    ) throws -> KnownReading {
        let part = row.text(2) ?? ""
        let value =
            try row.text(4).map(Reading.Reported.stage)
            ?? row.number(3).map(Reading.Reported.number)
            ?? row.number(8).map { .absent(try Code.absence(Int64($0))) }
        return KnownReading(
            sequence: row.integer(0), period: figure.period, basis: figure.basis,
            part: part.isEmpty ? nil : part, value: value,
            isFinal: Code.isFinal(row.integer(5)), weight: row.number(6) ?? row.number(7))
    }
}
