/// Explains a table of which nothing is known but its bytes: no strategy, no department.
package enum RawTable {
    /// Explains some rows of a table.
    ///
    /// - Parameters:
    ///   - source: the content, which is read several times.
    ///   - fileName: its ending tells a table with tabs.
    ///   - records: the numbers of the rows that are explained; the others are counted only.
    ///   - limits: how wide and long its cells may be.
    /// - Returns: the explanation; where the bytes are no text, one of nothing but that finding.
    /// - Throws: what reading the content throws.
    package static func explain(
        _ source: DropBytes, fileName: String, records: ClosedRange<Int>,
        limits: DropLimits = DropLimits()
    ) throws -> Explanation {
        var findings = FindingList()
        let evidence: TextEvidence
        do {
            let encoding = try TextEncoding.find(in: source)
            evidence = try TextEvidence(source, encoding: encoding, fileName: fileName)
        } catch let fault as TextEncoding.Fault {
            try DropParser.add(fault, source, to: &findings)
            return Explanation(
                evidence: nil, header: nil, rows: [], counts: RowCounts(),
                findings: findings.inOrder)
        }
        func reader() throws -> CSVReader {
            try CSVReader(
                source, encoding: evidence.encoding, delimiter: evidence.delimiter, limits: limits)
        }
        var first = DropRows(try reader(), maximumRows: .max)
        var scratch = FindingList()
        let header = Self.header(among: try first.first(findings: &scratch))
        var rows: [Explanation.Row] = []
        var counts = RowCounts()
        var all = try reader()
        do {
            while try all.advance() {
                let row = all.row
                let kind = Self.kind(of: row, header: header)
                counts.count(kind)
                guard records.contains(row.record) else { continue }
                rows.append(explained(row, kind))
            }
        } catch let fault as CSVFault {
            DropRows.add(fault, to: &findings)
            counts.count(.faulty)
        }
        return Explanation(
            evidence: evidence, header: header.map(explained), rows: rows, counts: counts,
            findings: findings.inOrder)
    }

    /// The header among the first rows: the first one of words that is about as wide as the table is; nil where all
    /// such rows hold numbers.
    static func header(among rows: [CSVRow]) -> CSVRow? {
        let widest = rows.map(filledCount).max() ?? 0
        return rows.first { row in
            filledCount(row) >= max(2, (widest + 1) / 2) && row.cells.allSatisfy(canBeHeading)
        }
    }

    /// What a row is, by the row that is the header.
    static func kind(of row: CSVRow, header: CSVRow?) -> Explanation.RowClass {
        if row.isBlank { return .blank }
        guard let header else { return .unread }
        if row.record < header.record { return .title }
        if row.record == header.record { return .heading }
        if row.strayQuote != nil { return .faulty }
        if isNote(row) { return .note }
        if row.cells.map(CellText.key) == header.cells.map(CellText.key) {
            return .repeatedHeading
        }
        let width = (header.cells.lastIndex { !CellText.trimmed($0).isEmpty } ?? -1) + 1
        let isWider = row.cells.dropFirst(width).contains { !CellText.trimmed($0).isEmpty }
        if isWider { return .faulty }
        return isTotals(row) ? .totals : .data
    }

    private static func explained(
        _ row: CSVRow, _ kind: Explanation.RowClass
    ) -> Explanation.Row {
        let cells = row.cells.map { text in
            let reading = CellReading(raw: text)
            let isHeading =
                (kind == .heading || kind == .repeatedHeading) && reading.kind != .blank
            return Explanation.Cell(
                written: text, reading: isHeading ? CellReading(.heading) : reading)
        }
        return Explanation.Row(line: row.line, record: row.record, kind: kind, cells: cells)
    }

    private static func explained(_ header: CSVRow) -> Explanation.Header {
        Explanation.Header(
            line: header.line, record: header.record, layout: nil, rowsByProfile: nil,
            columns: header.cells.map {
                Explanation.Column(written: $0, meaning: CellReading(.heading))
            })
    }

    private static func filledCount(_ row: CSVRow) -> Int {
        row.cells.count { !CellText.trimmed($0).isEmpty }
    }

    /// Whether a cell may stand in a header; the number of a year may.
    private static func canBeHeading(_ text: String) -> Bool {
        let reading = CellReading(raw: text)
        switch reading.kind {
        case .date, .absence: return false
        case .number: return reading.number.map { (1_900...2_100).contains($0) } ?? false
        default: return true
        }
    }

    /// Whether a row only says something about the table, as rows that begin with # do in open data.
    private static func isNote(_ row: CSVRow) -> Bool {
        let filled = row.cells.filter { !CellText.trimmed($0).isEmpty }
        guard let first = filled.first.map(CellText.key) else { return false }
        return first.hasPrefix("#") || filled.count == 1 && RowKind.isNote(first)
    }

    /// Whether the first words of a row say that it sums up others.
    private static func isTotals(_ row: CSVRow) -> Bool {
        let words = row.cells.filter { CellReading(raw: $0).kind == .text }
        return words.prefix(3).contains { word in
            RowKind.isTotal(word) || wholes.contains(CellText.key(word))
        }
    }

    /// Further words for a whole, which tables of other houses use.
    private static let wholes: Set<String> = ["総数", "全体", "全市", "全税目", "市計", "全国"]
}

extension RowCounts {
    /// Counts one row.
    mutating func count(_ kind: Explanation.RowClass) {
        switch kind {
        case .title, .repeatedHeading: titles += 1
        case .heading: headings += 1
        case .data: data += 1
        case .totals: totals += 1
        case .note: notes += 1
        case .blank: blank += 1
        case .faulty: faulty += 1
        case .unread: unread += 1
        }
    }
}
