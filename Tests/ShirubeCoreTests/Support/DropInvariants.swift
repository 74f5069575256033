import ShirubeCore

/// What holds of every drop, whatever its bytes; the fuzz target looks for input of which it does not.
enum DropInvariants {
    /// What is wrong with how an input is read; nil where all is well.
    ///
    /// Its first two bytes choose the department, the file's name and how much is read at a time; the rest is the
    /// file.
    static func violation(of input: [UInt8]) throws -> String? {
        guard input.count >= 2 else { return nil }
        let departments = SampleStrategy.strategy.departments.map(\.id)
        let choice = Case(
            department: departments[Int(input[0]) % departments.count],
            fileName: fileNames[Int(input[0]) / departments.count % fileNames.count])
        let bytes = Array(input.dropFirst(2))
        let whole = try choice.read(DropBytes(bytes))
        let pieces = try choice.read(DropBytes(bytes, pieceSize: 4 + Int(input[1]) % 61))
        if whole != pieces { return "pieces of another size are read otherwise" }
        let guess = TextEncoding.allCases[Int(input[1]) % TextEncoding.allCases.count]
        let search = EncodingSearch(guess: guess) { try TextEncoding.find(in: DropBytes(bytes)) }
        if try choice.read(DropBytes(bytes), besides: search) != whole {
            return "it is read otherwise where \(guess.rawValue) is guessed"
        }
        return violation(of: whole, bytes, fileName: choice.fileName)
    }

    private static let fileNames = ["drop.csv", "令和4年度.csv", "kanko_2022.tsv", "R3.txt"]

    /// What was chosen for an input.
    private struct Case {
        let department: Identifier<Department>
        let fileName: String

        func read(_ source: DropBytes, besides search: EncodingSearch? = nil) throws -> Outcome {
            let parser = DropParser(
                strategy: SampleStrategy.strategy, department: department,
                limits: DropLimits(maximumRows: 100))
            var list = ReadingList(department: department)
            let drop = try parser.parse(
                source, besides: search, fileName: fileName, today: CivilDate(dayNumber: 19_282),
                into: &list)
            return Outcome(drop: drop, readings: list.readings)
        }
    }

    private struct Outcome: Equatable {
        let drop: ParsedDrop
        let readings: [Reading]
    }

    private static func violation(
        of outcome: Outcome, _ bytes: [UInt8], fileName: String
    ) -> String? {
        let drop = outcome.drop
        let hasError = drop.findings.contains { $0.severity == .error }
        if hasError != (drop.counts[.error] > 0) { return "errors are miscounted" }
        if drop.isAcceptable == hasError { return "acceptable, with an error, or neither" }
        if drop.isAcceptable, outcome.readings.count != drop.readingCount {
            return "readings are miscounted"
        }
        if drop.isAcceptable, outcome.readings.isEmpty { return "acceptable without a reading" }
        for finding in drop.findings {
            guard let rule = Rule(rawValue: finding.rule) else { return "an unknown rule" }
            if finding.severity != rule.severity { return "\(rule) has another severity" }
            if finding.message.japanese.isEmpty { return "\(rule) says nothing" }
        }
        return rowViolation(of: drop, bytes, fileName: fileName)
    }

    /// The rows by how they were read add up to the rows of the file, counted without reading them.
    private static func rowViolation(
        of drop: ParsedDrop, _ bytes: [UInt8], fileName: String
    ) -> String? {
        guard let encoding = TextEncoding(rawValue: drop.encoding) else {
            return drop.rows.total == 0 ? nil : "rows without an encoding"
        }
        var count = 0
        do {
            let delimiter = try Delimiter.find(
                in: DropBytes(bytes), encoding: encoding, fileName: fileName)
            var reader = try CSVReader(DropBytes(bytes), encoding: encoding, delimiter: delimiter)
            while try reader.next() != nil { count += 1 }
        } catch {
            // What comes after a fault is no row.
            return drop.rows.total >= count ? nil : "rows before a fault are missing"
        }
        let limit: Set<String> = [Rule.rowsTooMany.rawValue]
        if drop.findings.contains(where: { limit.contains($0.rule) }) { return nil }
        return drop.rows.total == count ? nil : "\(drop.rows.total) rows of \(count)"
    }
}
