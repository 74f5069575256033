/// The cells of one row, by what their columns hold.
struct RowCells {
    let header: Header
    let row: CSVRow

    /// The physical line on which the row begins.
    var line: Int { row.line }

    /// The text of a field without blanks around it; empty where it is blank or has no column.
    func text(_ field: Field) -> String {
        header.columns[field].map(text(column:)) ?? ""
    }

    /// The text of a column without blanks around it.
    func text(column: Int) -> String { CellText.trimmed(row[column]) }

    /// The unit that the row, or else the heading of a column, says its numbers are in; nil where neither does.
    func declaredUnit(column: Int) -> String? {
        let unit = text(.unit)
        return unit.isEmpty ? header.units[column] : unit
    }

    /// Whether the department says that a figure is meant, even if it looks wrong (確認).
    var isMeant: Bool {
        header.columns[.confirmation] != nil
            && Self.confirmations.contains(CellText.key(text(.confirmation)))
    }

    private static let confirmations: Set<String> = [
        "確認済", "確認済み", "確認", "済", "済み", "○", "〇", "◯", "ok", "yes", "confirmed", "meant",
    ]

    /// Where the whole row stands.
    var place: Place { Place(line: line, record: row.record) }

    /// Where a field stands; the whole line where it has no column.
    func place(_ field: Field) -> Place {
        header.columns[field].map(place(column:)) ?? place
    }

    /// Where a cell stands.
    func place(column: Int) -> Place {
        Place(
            line: line, record: row.record, column: column,
            heading: header.heading(of: column), written: row[column])
    }
}
