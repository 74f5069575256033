/// Takes the readings of a drop while it is being read.
package protocol ReadingSink {
    /// Whether it looks at the readings: where not, none are put together.
    var takesReadings: Bool { get }
    /// Forgets what was taken before: the drop is read from its start, which may happen more than once.
    mutating func begin() throws
    /// Takes the next readings, in the order of the file.
    ///
    /// They count only if the drop turns out to have no error.
    mutating func take(_ batch: ReadingBatch) throws
}

/// Takes readings and does nothing with them, where only what is wrong with a drop is asked for.
package struct NoSink: ReadingSink {
    /// Makes a sink.
    package init() {}

    /// No.
    package var takesReadings: Bool { false }
    /// Does nothing.
    package mutating func begin() {}
    /// Does nothing.
    package mutating func take(_ batch: ReadingBatch) {}
}

/// A search for the encoding of a whole drop that goes on while the drop is already read in the one that it probably has.
package struct EncodingSearch {
    /// What the beginning of the drop points to.
    package let guess: TextEncoding
    /// Waits for what `TextEncoding.find` gives, or throws.
    package let result: () throws -> TextEncoding

    /// Makes a search that has been begun.
    package init(guess: TextEncoding, result: @escaping () throws -> TextEncoding) {
        self.guess = guess
        self.result = result
    }
}

/// Reads a department's drop: from the bytes of the file to readings, or to all that is wrong with it.
package struct DropParser {
    let strategy: Strategy
    let department: Identifier<Department>
    let limits: DropLimits
    let profile: DropProfile
    private let lookup: IndicatorLookup
    /// Where hashes are laid aside of drops that have very many readings.
    package var room: @Sendable () throws -> HashRoom = { .inMemory() }

    /// Makes a parser for the drops of one department.
    ///
    /// Only indicators that the department owns, alone or jointly, may be reported.
    package init(
        strategy: Strategy, department: Identifier<Department>, limits: DropLimits = DropLimits(),
        profile: DropProfile = DropProfile()
    ) {
        self.strategy = strategy
        self.department = department
        self.limits = limits
        self.profile = profile
        lookup = IndicatorLookup(strategy: strategy, department: department)
    }

    /// Reads a file; any error among the findings means that no reading of it counts.
    ///
    /// - Parameters:
    ///   - source: the content, which is read several times.
    ///   - search: a search for its encoding that goes on meanwhile; nil where there is none.
    ///   - fileName: tells the file's kind and, in wide tables that do not say it otherwise, its year.
    ///   - today: bounds which periods are plausible, and nothing else.
    ///   - history: gives what is in force of the indicator at a place in the strategy's list, with which the
    ///     figures are compared; it is asked at the end, after the sink has taken nearly all readings.
    ///   - sink: what takes the readings.
    /// - Returns: the findings, and how the rows were read.
    /// - Throws: what reading the content, the history or the sink throws.
    package func parse(
        _ source: DropBytes, besides search: EncodingSearch? = nil, fileName: String,
        today: CivilDate, history: (Int) throws -> CurrentReadings = { _ in CurrentReadings([]) },
        into sink: inout some ReadingSink
    ) throws -> ParsedDrop {
        var findings = FindingList()
        guard try isText(source, fileName: fileName, findings: &findings) else {
            return ParsedDrop(findings, encoding: "")
        }
        func table(_ encoding: TextEncoding) -> Table {
            Table(source: source, encoding: encoding, fileName: fileName, today: today)
        }
        var guessed: ParsedDrop?
        if let search { guessed = try read(table(search.guess), history, into: &sink) }
        do {
            let encoding = try search?.result() ?? TextEncoding.find(in: source)
            if let guessed, encoding == search?.guess { return guessed }
            return try read(table(encoding), history, into: &sink)
        } catch let fault as TextEncoding.Fault {
            if guessed != nil { try sink.begin() }
            try Self.add(fault, source, to: &findings)
            return ParsedDrop(findings, encoding: "")
        }
    }

    /// Reads a table, once more where figures are given twice.
    private func read(
        _ table: Table, _ history: (Int) throws -> CurrentReadings,
        into sink: inout some ReadingSink
    ) throws -> ParsedDrop {
        var suspects: Set<UInt64>?
        // Where some figures are given twice, or look it, they are compared in a second reading.
        while true {
            try sink.begin()
            switch try read(table, suspects: suspects, history, into: &sink) {
            case .drop(let drop): return drop
            case .repetitions(let repeated): suspects = repeated
            }
        }
    }

    /// A file that is text.
    struct Table {
        let source: DropBytes
        let encoding: TextEncoding
        let fileName: String
        let today: CivilDate
    }

    /// What comes of reading a table.
    private enum Outcome {
        case drop(ParsedDrop)
        /// The hashes of readings that may be given twice.
        case repetitions(Set<UInt64>)
    }

    private func read(
        _ table: Table, suspects: Set<UInt64>?, _ history: (Int) throws -> CurrentReadings,
        into sink: inout some ReadingSink
    ) throws -> Outcome {
        var findings = FindingList()
        var rows = try rows(of: table)
        let first = try rows.first(findings: &findings)
        guard let found = header(in: first, findings: &findings) else {
            // The rest is only counted.
            while try rows.next(findings: &findings) != nil {}
            var counts = RowCounts()
            counts.unread = rows.recordCount - rows.blankCount
            counts.blank = rows.blankCount
            return .drop(ParsedDrop(findings, encoding: table.encoding.rawValue, rows: counts))
        }
        rows.holdBack(first[(found.position + found.header.rowCount)...])
        var reader = dropReader(of: table, first: first, found)
        reader.readings = ReadingSet(
            suspects: suspects,
            sieve: HashSieve(maximumRepeated: limits.maximumRepetitions, room: room),
            maximumHolds: limits.maximumDoubts, keepsReadings: sink.takesReadings)
        reader.findings = findings
        reader.noteShape(first: first, headerAt: found.position)
        try Self.read(&rows, by: &reader, into: &sink)
        if let repeated = try reader.readings.repeatedHashes() {
            if !repeated.isEmpty { return .repetitions(repeated) }
        } else {
            reader.refuseRepetitions(limit: limits.maximumRepetitions)
        }
        try reader.finish(history: history)
        reader.refuseDoubts(limit: limits.maximumDoubts)
        if reader.findings.errorCount == 0 { try sink.take(reader.readings.batch) }
        var counts = reader.rows
        counts.titles += found.position
        counts.headings = found.header.rowCount
        counts.blank = rows.blankCount
        counts.faulty += rows.recordCount - counts.total
        return .drop(
            ParsedDrop(
                readingCount: reader.readings.count, absenceCount: reader.readings.absenceCount,
                reader.findings, encoding: table.encoding.rawValue, rows: counts,
                holds: reader.readings.holds, named: reader.named))
    }

    private static func read(
        _ rows: inout DropRows, by reader: inout DropReader, into sink: inout some ReadingSink
    ) throws {
        while let reached = try rows.next(findings: &reader.findings) {
            switch reached {
            case .heldBack(let row): reader.read(row)
            case .read: rows.read(by: &reader)
            }
            guard reader.readings.batch.isFull else { continue }
            if reader.findings.errorCount == 0 { try sink.take(reader.readings.batch) }
            reader.readings.batch.removeReadings()
        }
    }

    /// What reads the rows below a header that was found among the first ones.
    func dropReader(
        of table: Table, first: [CSVRow], _ found: (header: Header, position: Int)
    ) -> DropReader {
        DropReader(
            header: found.header, strategy: strategy, lookup: lookup, department: department,
            profile: profile, encoding: table.encoding,
            periods: PeriodResolver(term: strategy.term, today: table.today, profile: profile),
            documentYear: DocumentYear(
                titles: first[..<found.position].flatMap(\.cells), fileName: table.fileName),
            readings: ReadingSet(), findings: FindingList())
    }

    /// The rows of a file, from its start.
    func rows(of table: Table) throws -> DropRows {
        let delimiter =
            try profile.delimiter?.byte
            ?? Delimiter.find(
                in: table.source, encoding: table.encoding, fileName: table.fileName)
        let reader = try CSVReader(
            table.source, encoding: table.encoding, delimiter: delimiter, limits: limits)
        return DropRows(reader, maximumRows: limits.maximumRows)
    }

    func header(
        in first: [CSVRow], findings: inout FindingList
    ) -> (header: Header, position: Int)? {
        guard !first.isEmpty else {
            if findings.errorCount == 0 {
                findings.add(
                    .fileEmpty, ja: "このファイルには空の行しかありません。", en: "The file holds only blank rows.")
            }
            return nil
        }
        return Header.find(in: first, strategy: strategy, profile: profile, findings: &findings)
    }
}

extension DropParser {
    private func isText(
        _ source: DropBytes, fileName: String, findings: inout FindingList
    ) throws -> Bool {
        switch FileKind(try source.beginning.piece(at: 0), count: source.count, fileName: fileName)
        {
        case .text: return true
        case .empty:
            findings.add(.fileEmpty, ja: "このファイルは空です。", en: "The file is empty.")
        case .foreign(let program):
            findings.add(
                .fileNotCSV,
                ja: program.isEmpty
                    ? "このファイルはCSVではありません。" : "このファイルは\(program)で、CSVではありません。",
                en: program.isEmpty
                    ? "The file is not CSV." : "The file is of the kind \(program), not CSV.")
        }
        return false
    }

    /// Says why a file is no text.
    static func add(
        _ fault: TextEncoding.Fault, _ source: DropBytes, to findings: inout FindingList
    ) throws {
        switch fault {
        case .binary:
            findings.add(
                .fileBinary, ja: "文字ではないデータ（NUL）があるので、CSVとして読めません。",
                en: "The file holds a NUL, which no CSV does.")
        case .unknown(let encoding, let position, let line):
            let shown = try source.piece(at: position).prefix(2).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }.joined(separator: " ")
            findings.add(
                .encodingUnknown, at: Place(line: line),
                ja: "にある、ファイルの先頭から\(position + 1)バイト目（\(shown)）が、"
                    + "\(encoding.rawValue)の文字として読めません。",
                en: "holds byte \(position + 1) of the file (\(shown)), which is no character in "
                    + "\(encoding.rawValue).")
        }
    }
}
