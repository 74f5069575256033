/// One row of a CSV file, with the text of its cells.
package struct CSVRow: Sendable, Equatable {
    /// The physical line on which the row begins, from 1.
    package let line: Int
    /// The row's number among all rows of the file, blank ones too, from 1: the number at which Excel shows it.
    package let record: Int
    /// The position of the first cell that has text after its closing quote; nil where none has.
    package let strayQuote: Int?
    /// The cells as written, at least one.
    package let cells: [String]

    /// The number of cells, at least 1.
    package var count: Int { cells.count }

    /// The cell's text as written; empty for a position beyond the last cell.
    package subscript(_ position: Int) -> String {
        cells.indices.contains(position) ? cells[position] : ""
    }

    /// The row with other texts in some of its cells.
    func replacing(_ texts: [Int: String]) -> CSVRow {
        guard !texts.isEmpty else { return self }
        let width = max(count, (texts.keys.max() ?? 0) + 1)
        return CSVRow(
            line: line, record: record, strayQuote: strayQuote,
            cells: (0..<width).map { texts[$0] ?? self[$0] })
    }

    /// The row with empty cells at its end, so that it has at least so many.
    func widened(to width: Int) -> CSVRow {
        guard width > count else { return self }
        return CSVRow(
            line: line, record: record, strayQuote: strayQuote,
            cells: cells + [String](repeating: "", count: width - count))
    }

    /// Whether no cell holds anything but blanks.
    package var isBlank: Bool { cells.allSatisfy { CellText.trimmed($0).isEmpty } }
}
