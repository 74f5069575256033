/// How the rows of a drop were read; each row is counted once, and the counts add up to all rows.
package struct RowCounts: Sendable, Equatable {
    /// Rows above the header, and headers that are repeated further down.
    package var titles = 0
    /// The rows of the header; none where none was found.
    package var headings = 0
    /// Rows that speak of an indicator and are not at fault.
    package var data = 0
    /// Rows that sum up others.
    package var totals = 0
    /// Notes on the table.
    package var notes = 0
    /// Rows without anything but blanks.
    package var blank = 0
    /// Rows with an error.
    package var faulty = 0
    /// Rows that were not understood, because no header was found.
    package var unread = 0

    /// Makes counts of nothing.
    package init() {}

    /// All rows.
    package var total: Int {
        titles + headings + data + totals + notes + blank + faulty + unread
    }
}
