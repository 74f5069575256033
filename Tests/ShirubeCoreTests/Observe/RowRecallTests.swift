import ShirubeCore
import Testing

/// A row that resembles an earlier one is read from its bytes, sooner; it must be read to the same end as alone.
@Suite struct RowRecallTests {
    private static let header = "指標ID,指標名,年,期間,内訳,実績値,備考\n"
    private static let first = "m01-3-1,貨物取扱量,2022年,Q1,はじめの行,1.5,\n"

    /// What the last row says where it stands alone, and where a row stands before it that it resembles.
    private func readings(of row: String) -> (alone: ReadDrop, after: ReadDrop) {
        (
            Drop.parse(Self.header + row, department: "minato"),
            Drop.parse(Self.header + Self.first + row, department: "minato")
        )
    }

    private func expectSame(_ row: String) {
        let (alone, after) = readings(of: row)
        // The row before it keeps a file from being refused as one without figures.
        let rules = alone.findings.map(\.rule).filter { $0 != "no-figures" }
        #expect(after.findings.map(\.rule) == rules, "\(row)")
        guard alone.isAcceptable, let one = alone.readings.last else { return }
        let other = after.readings.last
        #expect(other?.value == one.value, "\(row)")
        #expect(other?.part == one.part && other?.note == one.note, "\(row)")
        #expect(other?.origin.written == one.origin.written, "\(row)")
    }

    @Test func `PlainNumber reads digits, marks and points as NumberReader does`() {
        let alphabet = Array("0123456789,.")
        var random = SeededSequence(state: 20_261_124)
        for _ in 0..<4_000 {
            let text = String((0...random.below(18)).map { _ in alphabet[random.below(12)] })
            expectSame("m01-3-1,貨物取扱量,2022年,Q1,乙,\"\(text)\",\n")
        }
    }

    @Test(arguments: [
        "0", "007", "1,234.50", "1234567890123.45", "123456789012345", "1234567890123456", "0.1",
        ".5", "5.", "1,23", "1,234,56", "-5", "△5", "１２", "12千t", "12 ", " 12", "-", "…", "", "1e5",
    ])
    func `a figure is read alike, however it is written`(text: String) {
        expectSame("m01-3-1,貨物取扱量,2022年,Q1,乙,\"\(text)\",\n")
    }

    @Test(arguments: [
        "ｺﾝﾃﾅ", "コンテナ（実入り・輸出・外貿定期航路）", "コンテナ(実入り・輸出・外貿定期航路)",
        " 乙", "乙　", "\u{E000}", "が", "か\u{3099}", "a", "Ａ",
    ])
    func `a part is read alike, however it is written`(part: String) {
        expectSame("m01-3-1,貨物取扱量,2022年,Q1,\(part),7,\n")
    }

    @Test(arguments: ["合計", "計", "小 計"])
    func `a total is not recalled as a part`(part: String) {
        let (_, after) = readings(of: "m01-3-1,貨物取扱量,2022年,Q1,\(part),1.5,\n")
        #expect(after.findings.map(\.rule) == ["row-totals"])
        #expect(after.readings.count == 1)
    }

    @Test(arguments: ["※ 速報", " 備考", "備考\u{3000}", "a\u{0}", "\"二\n行\"", "\"「\"\"」\"", "x"])
    func `a remark is read alike, however it is written`(note: String) {
        expectSame("m01-3-1,貨物取扱量,2022年,Q1,乙,7,\(note)\n")
    }
}
