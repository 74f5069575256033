/// How the files of one department differ from what docs/CSV.md asks for.
///
/// It is configuration: what a file itself does not say, and what would be a guess without it.
package struct DropProfile: Sendable, Equatable {
    /// Headings of the department by their key (`CellText.key`), and the fields that they stand for.
    let headings: [String: Field]
    /// In which order its dates are written.
    let dates: DateOrder
    /// The western year of figures whose file names none; nil refuses them.
    let year: Int?
    /// Columns in which a blank cell means what stands above it.
    let fillDown: Set<Field>
    /// What separates its cells; nil finds out.
    package let delimiter: Delimiter?
    /// How many rows its header has; nil finds out.
    let headerRows: Int?

    /// What a profile may say, by its name in the configuration.
    package enum Key: String, Sendable, CaseIterable {
        /// Headings of the department's own.
        case headings
        /// The order of dates.
        case dates
        /// The year of figures whose file names none.
        case year
        /// Columns in which a blank means what stands above it.
        case fillDown
        /// What separates cells.
        case delimiter
        /// How many rows the header has.
        case headerRows
    }

    /// Most rows of a header.
    package static let maximumHeaderRows = 5

    /// Makes a profile; without arguments, that of a department whose files need none.
    package init(
        headings: [String: Field] = [:], dates: DateOrder = .yearMonthDay, year: Int? = nil,
        fillDown: Set<Field> = [], delimiter: Delimiter? = nil, headerRows: Int? = nil
    ) {
        self.headings = headings.reduce(into: [:]) { $0[CellText.key($1.key)] = $1.value }
        self.dates = dates
        self.year = year
        self.fillDown = fillDown
        self.delimiter = delimiter
        self.headerRows = headerRows
    }
}
