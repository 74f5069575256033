import ShirubeCore
import Testing

@Suite struct TextTableTests {
    private let columns = [
        TextTable.Column("指標"), TextTable.Column("値", .right), TextTable.Column("課"),
    ]

    @Test func `columns stand below each other whatever the script`() {
        let table = TextTable(
            columns: columns, rows: [["内定者数", "1,234", "商工労政課"], ["KPI", "5", "ab"], ["ｶﾅ"]])
        #expect(
            table.lines() == [
                "指標         値  課", "--------  -----  ----------", "内定者数  1,234  商工労政課",
                "KPI           5  ab", "ｶﾅ",
            ])
    }

    @Test func `the last column goes on below itself where the width is bounded`() {
        let table = TextTable(columns: columns, rows: [["a", "1", "とても長い名前の課"]])
        let lines = table.lines(width: 20)
        #expect(lines == ["指標  値  課", "----  --  ----------", "a      1  とても長い", "          名前の課"])
    }

    @Test func `a cell cannot break its row`() {
        let table = TextTable(columns: [TextTable.Column("a")], rows: [["x\ny"]])
        #expect(table.lines().last == "x y")
    }
}
