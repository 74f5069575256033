/// What a row below the header is.
enum RowKind {
    /// It speaks of an indicator.
    case data
    /// It sums up the rows above it.
    case totals
    /// It repeats the header, as tables that were put together from several do.
    case heading
    /// It is a remark on the table.
    case note
    /// It has more cells than the header; the first of them stands in the column.
    case ragged(column: Int)
    /// A cell has text after its closing quote.
    case strayQuote(column: Int)

    /// Looks at a row that is not blank.
    init(_ cells: RowCells) {
        let row = cells.row
        let filled = (0..<row.count).filter { !cells.text(column: $0).isEmpty }
        if let first = filled.first, filled.count == 1,
            Self.isNote(CellText.key(row[first]))
        {
            self = .note
        } else if cells.header.isRepeated(in: row) {
            self = .heading
        } else if let column = row.strayQuote {
            self = .strayQuote(column: column)
        } else if let column = filled.first(where: { $0 >= cells.header.width }) {
            self = .ragged(column: column)
        } else {
            let labels = [Field.indicatorID, .indicatorName, .programName].map(cells.text)
            let isTotals =
                labels.contains(where: Self.isTotal)
                || filled.first.map { Self.isTotal(row[$0]) } == true
            self = isTotals ? .totals : .data
        }
    }

    /// Whether a label says that a row or a part sums up others.
    static func isTotal(_ label: String) -> Bool { totalLabels.contains(CellText.key(label)) }

    /// Whether the key of a row's only text says that it is a remark.
    static func isNote(_ key: String) -> Bool { noteMarks.contains { key.hasPrefix($0) } }

    private static let totalLabels: Set<String> = [
        "合計", "計", "小計", "総計", "総合計", "累計", "total", "subtotal", "grandtotal",
    ]

    private static let noteMarks = ["※", "注", "(注", "*注", "備考", "資料", "出典"]
}
