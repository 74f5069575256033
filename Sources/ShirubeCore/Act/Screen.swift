/// The window of a terminal that something is drawn in.
package struct Screen: Sendable, Equatable {
    /// How many columns and rows it has, at least one of each.
    package let columns, rows: Int
    /// How wide it draws ambiguous characters.
    package let cells: TextWidth.Cells

    /// Makes a window; a terminal that does not know its size counts as 80 by 24.
    package init(columns: Int, rows: Int, cells: TextWidth.Cells = .narrow) {
        self.columns = columns > 0 ? columns : 80
        self.rows = rows > 0 ? rows : 24
        self.cells = cells
    }

    /// The same window with fewer columns, at least eight.
    package func narrowed(by count: Int) -> Screen {
        Screen(columns: max(8, columns - count), rows: rows, cells: cells)
    }

    /// How many rows the text takes, lines that are too long going on in the next row.
    package func height(of text: String) -> Int {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast(
            text.hasSuffix("\n") ? 1 : 0
        ).reduce(0) { sum, line in
            sum + max(1, (TextWidth.columns(line, cells) + columns - 1) / columns)
        }
    }
}
