/// Reads the rows below a header, gathering readings and findings.
struct DropReader {
    let header: Header
    let lookup: IndicatorLookup
    let department: Identifier<Department>
    let documentYear: DocumentYear
    var periods: PeriodResolver
    var readings = ReadingSet()
    var findings: FindingList
    private var columnsWithoutHeading: Set<Int>

    init(
        header: Header, lookup: IndicatorLookup, department: Identifier<Department>,
        periods: PeriodResolver, documentYear: DocumentYear, findings: FindingList
    ) {
        self.header = header
        self.lookup = lookup
        self.department = department
        self.periods = periods
        self.documentYear = documentYear
        self.findings = findings
        columnsWithoutHeading = Set(header.columnsWithoutHeading)
    }

    /// Reads a row that is not blank.
    mutating func read(_ row: CSVRow) {
        let cells = RowCells(header: header, row: row)
        switch RowKind(cells) {
        case .data:
            warnOfColumnsWithoutHeading(cells)
            guard let indicator = lookup.find(cells, findings: &findings) else { return }
            switch header.layout {
            case .tidy: readTidy(cells, indicator)
            case .wide: readWide(cells, indicator)
            }
        case .totals:
            findings.add(
                .rowTotals, at: Place(line: cells.line), ja: "は合計の行なので、使いません。",
                en: "is a totals row and is not used.")
        case .note:
            findings.add(
                .rowNote, at: Place(line: cells.line), ja: "は注記の行なので、使いません。",
                en: "is a note and is not used.")
        case .ragged(let column):
            findings.add(
                .rowRagged, at: cells.place(column: column),
                ja: "は、見出し（\(header.width)列）より右にあります。",
                en: "stands beyond the \(header.width) columns of the header.")
        case .strayQuote(let column):
            findings.add(
                .quoteStray, at: cells.place(column: column), ja: "は、閉じた引用符「\"」の後にも文字があります。",
                en: "has text after its closing quote.")
        }
    }

    /// The readings, after the checks that need all rows.
    mutating func finish() -> [Reading] {
        readings.check(findings: &findings)
        if readings.readings.isEmpty, findings.errorCount == 0 {
            findings.add(
                .noFigures, ja: "見出しは読めましたが、反映する実績値が1つもありません。",
                en: "The header was read, but there is no figure to apply.")
        }
        return readings.readings
    }

    private mutating func warnOfColumnsWithoutHeading(_ cells: RowCells) {
        for column in columnsWithoutHeading.sorted() where !cells.text(column: column).isEmpty {
            columnsWithoutHeading.remove(column)
            findings.add(
                .columnWithoutHeading, at: cells.place(column: column),
                ja: "の列には見出しがないので、使いません。",
                en: "stands in a column without a heading, which is not used.")
        }
    }
}
