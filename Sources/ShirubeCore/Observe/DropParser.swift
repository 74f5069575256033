/// Reads a department's drop: from the bytes of the file to readings, or to all that is wrong with it.
package struct DropParser {
    private let strategy: Strategy
    private let department: Identifier<Department>
    private let maximumRows: Int
    private let lookup: IndicatorLookup

    /// Makes a parser for the drops of one department.
    ///
    /// Only indicators that the department owns, alone or jointly, may be reported. A file may hold at most
    /// `maximumRows` rows that are not blank, the header among them.
    package init(strategy: Strategy, department: Identifier<Department>, maximumRows: Int) {
        self.strategy = strategy
        self.department = department
        self.maximumRows = maximumRows
        lookup = IndicatorLookup(strategy: strategy, department: department)
    }

    /// Reads a file; any error among the findings means that no reading of it counts.
    ///
    /// `today` only bounds which periods are plausible. The file's name tells its kind and, in wide tables
    /// that do not say it otherwise, its year.
    package func parse(_ bytes: [UInt8], fileName: String, today: CivilDate) -> ParsedDrop {
        var findings = FindingList()
        guard Self.isText(bytes, fileName: fileName, findings: &findings) else {
            return ParsedDrop(readings: [], findings: findings.inOrder, encoding: "")
        }
        let text: TextEncoding.Decoded
        do {
            text = try TextEncoding.decode(bytes)
        } catch {
            Self.add(error, bytes, to: &findings)
            return ParsedDrop(readings: [], findings: findings.inOrder, encoding: "")
        }
        guard !text.bytes.contains(0) else {
            Self.addBinary(position: nil, to: &findings)
            return ParsedDrop(readings: [], findings: findings.inOrder, encoding: "")
        }
        let delimiter = CSVReader.delimiter(
            of: text.bytes, encoding: text.encoding, fileName: fileName)
        var rows = DropRows(
            CSVReader(text.bytes, delimiter: delimiter), maximumRows: maximumRows)
        var readings: [Reading] = []
        if let found = rows.findHeader(strategy: strategy, findings: &findings) {
            var reader = DropReader(
                header: found.header, lookup: lookup, department: department,
                periods: PeriodResolver(term: strategy.term, today: today),
                documentYear: DocumentYear(titles: found.titles, fileName: fileName),
                findings: findings)
            while let row = rows.next(findings: &reader.findings) { reader.read(row) }
            readings = reader.finish()
            findings = reader.findings
        }
        return ParsedDrop(
            readings: findings.errorCount == 0 ? readings : [], findings: findings.inOrder,
            encoding: text.encoding.rawValue)
    }

    private static func isText(
        _ bytes: [UInt8], fileName: String, findings: inout FindingList
    ) -> Bool {
        switch FileKind(bytes, fileName: fileName) {
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
        case .binary(let position): addBinary(position: position, to: &findings)
        }
        return false
    }

    private static func addBinary(position: Int?, to findings: inout FindingList) {
        let place = position.map { Wording(ja: "\($0 + 1)バイト目に", en: " at byte \($0 + 1)") }
        findings.add(
            .fileBinary, ja: "\(place?.japanese ?? "")文字ではないデータ（NUL）があるので、CSVとして読めません。",
            en: "The file holds a NUL\(place?.english ?? ""), which no CSV does.")
    }

    private static func add(
        _ fault: TextEncoding.Fault, _ bytes: [UInt8], to findings: inout FindingList
    ) {
        let digits = bytes[fault.position...].prefix(2).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
        let shown = digits.joined(separator: " ")
        findings.add(
            .encodingUnknown, at: Place(line: fault.line),
            ja: "の\(fault.position + 1)バイト目（\(shown)）が、\(fault.encoding.rawValue)の文字として読めません。",
            en: "holds byte \(fault.position + 1) (\(shown)), which is no character in "
                + "\(fault.encoding.rawValue).")
    }
}
