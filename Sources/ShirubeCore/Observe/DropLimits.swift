/// How much one drop may hold.
package struct DropLimits: Sendable, Equatable {
    /// Most rows that are not blank, the header among them.
    package var maximumRows: Int
    /// Most cells in a row.
    package var maximumColumns: Int
    /// Most characters in a cell.
    package var maximumCellLength: Int
    /// Most figures that may be given twice for their rows to be looked at one by one.
    package var maximumRepetitions = 100_000
    /// Most figures that may wait to be confirmed.
    package var maximumDoubts = 10_000

    /// Makes limits; by default 200,000 rows, 1,000 columns and Excel's 32,767 characters.
    package init(
        maximumRows: Int = 200_000, maximumColumns: Int = 1_000, maximumCellLength: Int = 32_767
    ) {
        self.maximumRows = maximumRows
        self.maximumColumns = maximumColumns
        self.maximumCellLength = maximumCellLength
    }

    /// Most bytes in a row: far more than a table needs, and little enough to be held in memory.
    static let maximumRowBytes = 4 << 20
}
