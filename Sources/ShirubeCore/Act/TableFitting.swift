extension TextTable {
    /// A table that fits a screen, and what that has cost.
    package struct Fitted: Sendable, Equatable {
        /// The table.
        package let table: TextTable
        /// The titles of the columns that had to be left out, in their order.
        package let omitted: [String]

        /// What is missing, in one sentence; nil where nothing is.
        package var note: Wording? {
            guard !omitted.isEmpty else { return nil }
            return Wording(
                ja: "画面の幅に収まらないため「\(omitted.joined(separator: "」「"))」の列を省いています。",
                en: "Left out, as the screen is too narrow: \(omitted.joined(separator: ", ")).")
        }
    }

    /// The table in at most `width` columns: whole columns are left out by their rank until those that may be shortened
    /// can make room for the rest, and are then shortened, the widest first.
    ///
    /// It is wider nevertheless where the columns that may not be left out need more.
    package func fitted(to width: Int, _ cells: TextWidth.Cells) -> Fitted {
        let natural = widths(cells)
        let least = columns.indices.map { index in
            // No column is shortened below its own heading.
            columns[index].least.map {
                min(natural[index], max($0, TextWidth.columns(columns[index].title, cells)))
            } ?? natural[index]
        }
        func total(_ widths: [Int], _ kept: [Int]) -> Int {
            kept.reduce(0) { $0 + widths[$1] } + 2 * max(0, kept.count - 1)
        }
        var kept = Array(columns.indices)
        while total(least, kept) > width,
            let next = kept.filter({ columns[$0].rank > 0 }).max(by: {
                columns[$0].rank < columns[$1].rank
            })
        {
            kept.removeAll { $0 == next }
        }
        var widths = natural
        while total(widths, kept) > width,
            let widest = kept.filter({ widths[$0] > least[$0] }).max(by: { widths[$0] < widths[$1] }
            )
        {
            widths[widest] -= 1
        }
        return Fitted(
            table: TextTable(
                columns: kept.map { columns[$0] },
                rows: rows.map { row in
                    kept.map { TextWidth.shortened(row[$0], to: widths[$0], cells) }
                }),
            omitted: columns.indices.filter { !kept.contains($0) }.map { columns[$0].title })
    }
}
