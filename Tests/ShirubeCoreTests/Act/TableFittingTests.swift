import ShirubeCore
import Testing

@Suite struct TableFittingTests {
    private let table = TextTable(
        columns: [
            TextTable.Column("ID"), TextTable.Column("指標", least: 6),
            TextTable.Column("実績", .right), TextTable.Column("期待値", .right, rank: 2),
            TextTable.Column("推移", rank: 1),
        ],
        rows: [
            ["a-1", "新規雇用の創出数", "1,234", "1,500", "▁▃█"], ["b-2", "就職者数", "5", "6", "█▁"],
        ])

    private func lines(_ width: Int, _ cells: TextWidth.Cells = .narrow) -> [String] {
        table.fitted(to: width, cells).table.lines(width: nil, cells)
    }

    @Test func `a table that fits is left alone`() {
        let fitted = table.fitted(to: 43, .narrow)
        #expect(fitted.table == table)
        #expect(fitted.note == nil)
    }

    @Test func `words are shortened before a column is left out, and figures never`() {
        #expect(
            lines(34) == [
                "ID   指標       実績  期待値  推移", "---  --------  -----  ------  ----",
                "a-1  新規雇…   1,234   1,500  ▁▃█", "b-2  就職者数      5       6  █▁",
            ])
    }

    @Test func `columns go by their rank, and are named`() {
        let fitted = table.fitted(to: 26, .narrow)
        #expect(fitted.omitted == ["期待値"])
        #expect(fitted.note?.english == "Left out, as the screen is too narrow: 期待値.")
        #expect(table.fitted(to: 22, .narrow).omitted == ["期待値", "推移"])
        #expect(table.fitted(to: 5, .narrow).omitted == ["期待値", "推移"])
    }

    @Test(arguments: [TextWidth.Cells.narrow, .printed, TextWidth.Cells(signs: 2, blocks: 1)])
    func `every line fits and every column stands straight, however signs are drawn`(
        cells: TextWidth.Cells
    ) {
        for width in 20...60 {
            let lines = lines(width, cells)
            let widths = lines.map { TextWidth.columns($0, cells) }
            #expect(widths.allSatisfy { $0 <= width }, "\(width)")
            let ends = [(lines[0], "実績"), (lines[2], "1,234")].map { line, word in
                end(of: word, in: line, cells)
            }
            #expect(ends[0] == ends[1], "\(width)")
        }
    }

    /// The column at which a word ends.
    private func end(of word: String, in line: String, _ cells: TextWidth.Cells) -> Int? {
        line.indices.first { line[$0...].hasPrefix(word) }.map {
            TextWidth.columns(line[..<$0], cells) + TextWidth.columns(word, cells)
        }
    }
}
