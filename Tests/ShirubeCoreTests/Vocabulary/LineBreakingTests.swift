import ShirubeCore
import Testing

@Suite struct LineBreakingTests {
    @Test(arguments: [
        ("あいうえおか", 10, ["あいうえお", "か"]),
        ("あいうえお。か", 10, ["あいうえ", "お。か"]),
        ("あいうえ「お」", 10, ["あいうえ", "「お」"]),
        ("値は約１２人です", 10, ["値は約", "１２人です"]),
        ("the quick brown fox", 10, ["the quick", "brown fox"]),
        ("abcdefghijklmno", 10, ["abcdefghij", "klmno"]),
        ("", 10, [""]),
    ])
    func `lines end where Japanese typesetting lets them`(text: String, width: Int, lines: [String])
    {
        #expect(LineBreaking.lines(text, width: width) == lines)
    }

    @Test func `the first line has its bullet, the others their indent, and nothing is lost`() {
        let text = String(repeating: "長い文章です。", count: 9)
        let lines = LineBreaking.lines(text, width: 24, first: "・", hanging: "  ")
        #expect(lines[0].hasPrefix("・長い"))
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") })
        #expect(lines.allSatisfy { TextWidth.columns($0) <= 24 })
        #expect(lines.joined().filter { $0 != " " && $0 != "・" } == text)
    }

    @Test func `pieces that are to stay together do, unless one is wider than the line`() {
        #expect(
            LineBreaking.lines(keeping: ["実績 11人、", "期待値 20人、", "率 5%"], width: 20)
                == ["実績 11人、", "期待値 20人、率 5%"])
        let lines = LineBreaking.lines(keeping: ["あいうえおかき", "く"], width: 8)
        #expect(lines == ["あいうえ", "おかきく"])
    }
}
