/// A table in plain text, its columns aligned by display width.
package struct TextTable: Sendable, Equatable {
    /// One column of a table.
    package struct Column: Sendable, Equatable {
        /// Its heading.
        package let title: String
        /// Where its cells stand.
        package let alignment: TextWidth.Alignment
        /// To how many columns its cells may be shortened on a narrow screen; nil for what must be read whole, as figures
        /// must.
        package let least: Int?
        /// The higher, the sooner the column is left out of a screen that is too narrow for all; 0 for never.
        package let rank: Int

        /// Makes a column.
        package init(
            _ title: String, _ alignment: TextWidth.Alignment = .left, least: Int? = nil,
            rank: Int = 0
        ) {
            self.title = title
            self.alignment = alignment
            self.least = least
            self.rank = rank
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
    /// - Parameters:
    ///   - width: columns beyond which the cells of the last column go on in the next line, below themselves; nil for
    ///     lines as long as they are.
    ///   - cells: how wide ambiguous characters are.
    /// - Returns: at least two lines.
    package func lines(width: Int? = nil, _ cells: TextWidth.Cells = .printed) -> [String] {
        var widths = widths(cells)
        let before = widths.dropLast().reduce(0) { $0 + $1 + 2 }
        if let width, let last = widths.popLast() {
            // Eight columns still hold four characters; for less the table may be wider.
            widths.append(min(last, max(width - before, 8)))
        }
        let rule = widths.map { String(repeating: "-", count: $0) }
        return lines(columns.map(\.title), widths, before, cells)
            + [rule.joined(separator: "  ")]
            + rows.flatMap { lines($0, widths, before, cells) }
    }

    /// How wide the whole is.
    func width(_ cells: TextWidth.Cells) -> Int {
        widths(cells).reduce(0, +) + 2 * (columns.count - 1)
    }

    /// How wide each column is.
    func widths(_ cells: TextWidth.Cells) -> [Int] {
        columns.indices.map { index in
            rows.reduce(TextWidth.columns(columns[index].title, cells)) {
                max($0, TextWidth.columns($1[index], cells))
            }
        }
    }

    private func lines(
        _ row: [String], _ widths: [Int], _ before: Int, _ cells: TextWidth.Cells
    ) -> [String] {
        guard let last = row.last, let width = widths.last else { return [] }
        var text = ""
        for (index, cell) in row.dropLast().enumerated() {
            text +=
                TextWidth.padded(cell, to: widths[index], columns[index].alignment, cells) + "  "
        }
        if TextWidth.columns(last, cells) <= width {
            text += TextWidth.padded(last, to: width, columns[columns.count - 1].alignment, cells)
            while text.hasSuffix(" ") { text.removeLast() }
            return [text]
        }
        return LineBreaking.lines(
            last, width: before + width, first: text,
            hanging: String(repeating: " ", count: before))
    }
}
