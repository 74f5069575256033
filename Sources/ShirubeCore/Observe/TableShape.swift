/// Says what a table has that machines of other houses stumble over and that is read all the same.
extension DropReader {
    /// Says of rows above the header, and of a column for each period, once a file; `first` are the first rows of the
    /// file, of which the header begins at the position.
    mutating func noteShape(first: [CSVRow], headerAt position: Int) {
        for row in first.prefix(position + header.rowCount) { noteLineBreaks(in: row) }
        let above = first.prefix(position)
        // Of the lines that the program writes above its own forms there is nothing to say.
        let isOwnForm = Form.isForm(of: department, above: above.compactMap(\.cells.first))
        if let top = first.first, let bottom = above.last, !isOwnForm {
            let isOne = top.record == bottom.record
            findings.add(
                .titleRows, at: Place(line: top.line, record: top.record),
                ja: (isOne ? "は" : "から\(bottom.line)行目までは")
                    + "見出しの上にあるので、値としては使いません（年度の手がかりにだけします）。",
                en: (isOne ? "stands" : "and those to line \(bottom.line) stand")
                    + " above the header: no figures, but perhaps the year.")
        }
        if header.layout == .wide {
            findings.add(
                .layoutWide, at: Place(line: header.line, record: header.record),
                ja: "は期ごとに列がある表（横持ち）の見出しなので、列ごとに1つの期間の値として読みました。",
                en: "is the header of a table with a column for each period, and was read so.")
        }
    }

    /// Says which cells of a row hold a line break.
    mutating func noteLineBreaks(in row: CSVRow) {
        for (column, text) in row.cells.enumerated()
        where text.unicodeScalars.contains(where: { $0 == "\n" || $0 == "\r" }) {
            let isHeading = header.isPart(row) || header.isAbove(row)
            findings.add(
                .cellLineBreak,
                at: Place(
                    line: row.line, record: row.record, column: column,
                    heading: isHeading ? "" : header.heading(of: column), written: text),
                ja: "のセルの中に改行があります。", en: "has a line break within its cell.")
        }
    }
}
