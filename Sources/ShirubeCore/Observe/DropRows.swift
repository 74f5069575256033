/// The rows of a drop that are not blank, until the first fault or the limit.
struct DropRows {
    private var reader: CSVReader
    private let maximumRows: Int
    private var count = 0
    private var pending: ArraySlice<CSVRow> = []
    private var isOver = false

    init(_ reader: CSVReader, maximumRows: Int) {
        self.reader = reader
        self.maximumRows = maximumRows
    }

    /// The header and the texts above it; nil, with findings, where there is none that can be used.
    mutating func findHeader(
        strategy: Strategy, findings: inout FindingList
    ) -> (header: Header, titles: [String])? {
        var first: [CSVRow] = []
        while first.count < Header.searchDepth, let row = next(findings: &findings) {
            first.append(row)
        }
        guard !first.isEmpty else {
            if findings.errorCount == 0 {
                findings.add(
                    .fileEmpty, ja: "このファイルには空の行しかありません。", en: "The file holds only blank rows.")
            }
            return nil
        }
        guard let found = Header.find(in: first, strategy: strategy, findings: &findings) else {
            return nil
        }
        pending = first[(found.position + 1)...]
        return (found.header, first[..<found.position].flatMap(\.cells))
    }

    /// The next row; nil after the last one, or after a finding that ends the reading.
    mutating func next(findings: inout FindingList) -> CSVRow? {
        if let row = pending.popFirst() { return row }
        guard !isOver else { return nil }
        do {
            while let row = try reader.next() {
                if row.isBlank { continue }
                count += 1
                guard count <= maximumRows else {
                    let limit = NumberText.grouped(Double(maximumRows))
                    findings.add(
                        .rowsTooMany, at: Place(line: row.line), ja: "で、読める行数（\(limit)行）を超えました。",
                        en: "is beyond the limit of \(limit) rows.")
                    isOver = true
                    return nil
                }
                return row
            }
        } catch {
            Self.add(error, to: &findings)
        }
        isOver = true
        return nil
    }

    private static func add(_ fault: CSVFault, to findings: inout FindingList) {
        switch fault {
        case .unclosedQuote(let line, let column):
            let name = Place.name(ofColumn: column)
            findings.add(
                .quoteUnclosed, at: Place(line: line),
                ja: "の\(name)列で始まる「\"」が、ファイルの終わりまで閉じていません。",
                en: "opens a quote in column \(name) that never ends.")
        case .cellTooLong(let line, let column):
            let name = Place.name(ofColumn: column)
            findings.add(
                .cellTooLong, at: Place(line: line),
                ja: "の\(name)列のセルが\(CSVReader.maximumCellLength)文字を超えています。",
                en:
                    "has a cell of more than \(CSVReader.maximumCellLength) characters in column \(name)."
            )
        case .tooManyColumns(let line):
            findings.add(
                .columnsTooMany, at: Place(line: line),
                ja: "の列が\(CSVReader.maximumColumns)列を超えています。",
                en: "has more than \(CSVReader.maximumColumns) columns.")
        }
    }
}
