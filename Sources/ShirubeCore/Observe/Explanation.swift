/// How a file is read, row by row and cell by cell, without anything being applied.
package struct Explanation: Sendable, Equatable {
    /// What a row is.
    package enum RowClass: String, Sendable, CaseIterable {
        /// It stands above the header.
        case title
        /// It is the header.
        case heading
        /// It holds figures.
        case data
        /// It sums up others.
        case totals
        /// It is a remark on the table.
        case note
        /// It holds nothing.
        case blank
        /// It says what the header says.
        case repeatedHeading
        /// It has an error.
        case faulty
        /// It cannot be understood, because there is no header.
        case unread

        /// The class for people.
        package var wording: Wording {
            switch self {
            case .title: Wording(ja: "表題など", en: "title")
            case .heading: Wording(ja: "見出し", en: "header")
            case .data: Wording(ja: "データ", en: "data")
            case .totals: Wording(ja: "合計", en: "totals")
            case .note: Wording(ja: "注記", en: "note")
            case .blank: Wording(ja: "空行", en: "blank")
            case .repeatedHeading: Wording(ja: "見出しの繰り返し", en: "header again")
            case .faulty: Wording(ja: "誤り", en: "faulty")
            case .unread: Wording(ja: "読めない", en: "not understood")
            }
        }
    }

    /// A column, by its heading.
    package struct Column: Sendable, Equatable {
        /// The heading as written.
        package let written: String
        /// What the column is taken for.
        package let meaning: CellReading
    }

    /// A cell.
    package struct Cell: Sendable, Equatable {
        /// The cell as written.
        package let written: String
        /// How it is read.
        package let reading: CellReading
    }

    /// A row.
    package struct Row: Sendable, Equatable {
        /// The physical line on which it begins, from 1.
        package let line: Int
        /// Its number among all rows, from 1.
        package let record: Int
        /// What it is.
        package let kind: RowClass
        /// Its cells.
        package let cells: [Cell]
    }

    /// How the header lies.
    package struct Header: Sendable, Equatable {
        /// The physical line on which it begins.
        package let line: Int
        /// Its number among all rows.
        package let record: Int
        /// The layout; nil where nothing is known of the table.
        package let layout: Wording?
        /// How many rows it has because the profile of the department says so; nil where it does not.
        package let rowsByProfile: Int?
        /// Its columns.
        package let columns: [Column]
    }

    /// What the bytes say; nil where no encoding fits.
    package let evidence: TextEvidence?
    /// The header; nil where there is none.
    package let header: Header?
    /// The rows that were asked for.
    package let rows: [Row]
    /// All rows of the file, by what they are.
    package let counts: RowCounts
    /// All findings, in the order of the file.
    package let findings: [Finding]

    /// The findings about a row, which may take several lines.
    package func findings(about row: Row) -> [Finding] {
        findings.filter { $0.line == row.line }
    }
}
