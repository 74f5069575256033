/// A table in plain text, its columns aligned by display width.
package struct TextTable: Sendable, Equatable {
    /// One column of a table.
    package struct Column: Sendable, Equatable {
        /// Its heading.
        package let title: String
        /// Where its cells stand.
        package let alignment: TextWidth.Alignment

        /// Makes a column.
        package init(_ title: String, _ alignment: TextWidth.Alignment = .left) {
            self.title = title
            self.alignment = alignment
        }
    }

    /// The columns, at least one.
    package let columns: [Column]
    /// The rows from top to bottom, each with a cell for every column.
    package let rows: [[String]]

    /// Makes a table; a row that is short of cells ends in empty ones, and what it has too many is
    /// left out.
    ///
    /// Cells are made one line (`Inert`), nothing in them is cut.
    package init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows.map { row in
            columns.indices.map { $0 < row.count ? Inert.line(row[$0]) : "" }
        }
    }

    /// The table's lines: headings, a rule, the rows; no line ends in a blank.
    ///
    /// - Parameter width: columns beyond which the cells of the last column go on in the next line,
    ///   below themselves; nil for lines as long as they are.
    /// - Returns: at least two lines.
    package func lines(width: Int? = nil) -> [String] {
        var widths = columns.indices.map { index in
            rows.reduce(TextWidth.columns(columns[index].title)) {
                max($0, TextWidth.columns($1[index]))
            }
        }
        let before = widths.dropLast().reduce(0) { $0 + $1 + 2 }
        if let width, let last = widths.popLast() {
            // Eight columns still hold four characters; for less the table may be wider.
            widths.append(min(last, max(width - before, 8)))
        }
        let rule = widths.map { String(repeating: "-", count: $0) }
        return lines(columns.map(\.title), widths, before)
            + [rule.joined(separator: "  ")]
            + rows.flatMap { lines($0, widths, before) }
    }

    private func lines(_ cells: [String], _ widths: [Int], _ before: Int) -> [String] {
        guard let last = cells.last, let width = widths.last else { return [] }
        var text = ""
        for (index, cell) in cells.dropLast().enumerated() {
            text += TextWidth.padded(cell, to: widths[index], columns[index].alignment) + "  "
        }
        if TextWidth.columns(last) <= width {
            text += TextWidth.padded(last, to: width, columns[columns.count - 1].alignment)
            while text.hasSuffix(" ") { text.removeLast() }
            return [text]
        }
        return LineBreaking.lines(
            last, width: before + width, first: text,
            hanging: String(repeating: " ", count: before))
    }
}
