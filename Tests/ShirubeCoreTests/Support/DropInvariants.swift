import ShirubeCore

/// What holds of every drop, whatever its bytes; the fuzz target looks for input of which it does not.
enum DropInvariants {
    /// What is wrong with how an input is read; nil where all is well.
    ///
    /// `FuzzCase` says what its first two bytes choose; the rest is the file.
    static func violation(of input: [UInt8]) throws -> String? {
        guard input.count >= 2 else { return nil }
        let choice = FuzzCase(input[0], input[1])
        let bytes = Array(input.dropFirst(2))
        let whole = try choice.read(DropBytes(bytes))
        let pieces = try choice.read(DropBytes(bytes, pieceSize: choice.pieceSize))
        if whole != pieces { return "pieces of another size are read otherwise" }
        let guess = TextEncoding.allCases[Int(input[1]) % TextEncoding.allCases.count]
        let search = EncodingSearch(guess: guess) { try TextEncoding.find(in: DropBytes(bytes)) }
        if try choice.read(DropBytes(bytes), besides: search) != whole {
            return "it is read otherwise where \(guess.rawValue) is guessed"
        }
        return try violation(of: whole) ?? holdViolation(of: whole)
            ?? rowViolation(of: whole.drop, bytes, choice)
            ?? explanationViolation(of: whole, bytes, choice)
    }

    private static func violation(of outcome: ReadDrop) -> String? {
        let drop = outcome.drop
        let hasError = drop.findings.contains { $0.severity == .error }
        if hasError != (drop.counts[.error] > 0) { return "errors are miscounted" }
        if drop.isAcceptable == hasError { return "acceptable, with an error, or neither" }
        if drop.isAcceptable, outcome.readings.count != drop.readingCount {
            return "readings are miscounted"
        }
        if drop.isAcceptable, outcome.readings.isEmpty { return "acceptable without a reading" }
        let signs = outcome.readings.count { reading in
            guard case .absent = reading.value else { return false }
            return true
        }
        if drop.isAcceptable, signs != drop.absenceCount { return "signs are miscounted" }
        for finding in drop.findings {
            guard let rule = Rule(rawValue: finding.rule) else { return "an unknown rule" }
            if finding.severity != rule.severity { return "\(rule) has another severity" }
            if finding.message.japanese.isEmpty { return "\(rule) says nothing" }
        }
        return nil
    }

    /// A figure that waits is one that the drop gives, with a finding that says why.
    private static func holdViolation(of outcome: ReadDrop) -> String? {
        let drop = outcome.drop
        guard drop.isAcceptable else { return nil }
        if drop.holds.isEmpty != (drop.counts[.hold] == 0) { return "a doubt without its figure" }
        if drop.holds.count > drop.counts[.hold] { return "a figure that waits without a doubt" }
        for hold in drop.holds {
            let indicator = SampleStrategy.strategy.indicators[hold.figure.indicator].id
            let isGiven = outcome.readings.contains { reading in
                reading.indicator == indicator && reading.period == hold.figure.period
                    && reading.basis == hold.figure.basis
            }
            if !isGiven { return "a figure waits that was not given" }
            if hold.finding.severity != .hold { return "what waits is no hold" }
        }
        return nil
    }

    /// The rows by how they were read add up to the rows of the file, counted without reading them.
    private static func rowViolation(
        of drop: ParsedDrop, _ bytes: [UInt8], _ choice: FuzzCase
    ) -> String? {
        guard let encoding = TextEncoding(rawValue: drop.encoding) else {
            return drop.rows.total == 0 ? nil : "rows without an encoding"
        }
        var count = 0
        do {
            let delimiter =
                try choice.profile.delimiter?.byte
                ?? Delimiter.find(
                    in: DropBytes(bytes), encoding: encoding, fileName: choice.fileName)
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

    /// Each reading is explained at its cell as the number that it is.
    private static func explanationViolation(
        of outcome: ReadDrop, _ bytes: [UInt8], _ choice: FuzzCase
    ) throws -> String? {
        let explanation = try choice.explain(DropBytes(bytes))
        if explanation.counts != outcome.drop.rows { return "the explanation counts otherwise" }
        guard outcome.drop.isAcceptable else { return nil }
        for reading in outcome.readings {
            let row = explanation.rows.first { $0.record == reading.origin.record }
            let cell = row?.cells.enumerated().first {
                Place.name(ofColumn: $0.offset) == reading.origin.column
            }
            guard let cell else { return "a reading without an explained cell" }
            let number: Double? = if case .number(let value) = reading.value { value } else { nil }
            if cell.element.reading.number != number { return "a reading is explained otherwise" }
        }
        return nil
    }
}
