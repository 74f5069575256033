/// The rows of a drop that are not blank, until the first fault or the limit.
struct DropRows {
    /// The row that was reached last lies here, unless it was held back.
    private(set) var reader: CSVReader
    private let maximumRows: Int
    private var count = 0
    private var heldBack: ArraySlice<CSVRow> = []
    private var isOver = false
    /// How many blank rows have been passed.
    private(set) var blankCount = 0

    /// A row that was reached.
    enum Reached {
        /// One that was held back while the header was looked for.
        case heldBack(CSVRow)
        /// The reader's row.
        case read
    }

    init(_ reader: CSVReader, maximumRows: Int) {
        self.reader = reader
        self.maximumRows = maximumRows
    }

    /// How many rows were looked at, blank ones too.
    var recordCount: Int { reader.record - heldBack.count + brokenCount }

    /// 1 where the reading ended in a row that could not be told apart.
    private var brokenCount = 0

    /// The first rows, at most as many as a header is looked for in; empty where there are none.
    mutating func first(findings: inout FindingList) throws -> [CSVRow] {
        var rows: [CSVRow] = []
        while rows.count < Header.searchDepth, try advance(findings: &findings) {
            rows.append(reader.row)
        }
        return rows
    }

    /// Gives rows back that were read ahead.
    mutating func holdBack(_ rows: ArraySlice<CSVRow>) {
        heldBack = rows
    }

    /// Moves on to the next row; nil after the last one, or after a finding that ends the reading.
    mutating func next(findings: inout FindingList) throws -> Reached? {
        if let row = heldBack.popFirst() { return .heldBack(row) }
        return try advance(findings: &findings) ? .read : nil
    }

    /// Lets `other` read the row that was reached last; borrowed here, so that no row costs a copy of what holds it.
    @inline(__always)
    borrowing func read(by other: inout DropReader) {
        other.read(reader)
    }

    private mutating func advance(findings: inout FindingList) throws -> Bool {
        guard !isOver else { return false }
        var before = reader.record
        do {
            while try reader.advance() {
                before = reader.record
                if reader.isBlank {
                    blankCount += 1
                    continue
                }
                count += 1
                guard count > maximumRows else { return true }
                let limit = NumberText.grouped(Double(maximumRows))
                findings.add(
                    .rowsTooMany, at: Place(line: reader.line),
                    ja: "で、読める行数（\(limit)行）を超えました。",
                    en: "is beyond the limit of \(limit) rows.")
                break
            }
        } catch let fault as CSVFault {
            if reader.record == before { brokenCount = 1 }
            Self.add(fault, to: &findings)
        }
        isOver = true
        return false
    }

    /// Says why the rest of a file cannot be split into rows.
    static func add(_ fault: CSVFault, to findings: inout FindingList) {
        switch fault {
        case .unclosedQuote(let line, let column):
            let name = Place.name(ofColumn: column)
            findings.add(
                .quoteUnclosed, at: Place(line: line),
                ja: "の\(name)列で始まる「\"」が、ファイルの終わりまで閉じていません。",
                en: "opens a quote in column \(name) that never ends.")
        case .cellTooLong(let line, let column, let limit):
            let name = Place.name(ofColumn: column)
            findings.add(
                .cellTooLong, at: Place(line: line),
                ja: "の\(name)列のセルが\(limit)文字を超えています。「\"」の閉じ忘れかもしれません。",
                en: "has a cell of more than \(limit) characters in column \(name); "
                    + "a quote may not have been closed.")
        case .rowTooLong(let line):
            let limit = NumberText.grouped(Double(DropLimits.maximumRowBytes))
            findings.add(
                .rowTooLong, at: Place(line: line), ja: "の長さが\(limit)バイトを超えています。",
                en: "is longer than \(limit) bytes.")
        case .tooManyColumns(let line, let limit):
            findings.add(
                .columnsTooMany, at: Place(line: line), ja: "の列が\(limit)列を超えています。",
                en: "has more than \(limit) columns.")
        }
    }
}

extension CSVReader {
    /// Whether the row holds nothing but blanks.
    var isBlank: Bool {
        for column in cells.indices {
            // Most rows are settled by their first byte.
            let range = range(column)
            if !range.isEmpty, (0x21...0x7E).contains(bytes[range.lowerBound]) { return false }
        }
        return cells.allSatisfy { $0.bytes.isEmpty } || row.isBlank
    }
}
