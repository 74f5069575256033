import ShirubeCore
import Testing

@Suite struct TextWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("漢字", 4), ("ｶﾀｶﾅ", 4), ("ｶﾞ", 2), ("か\u{3099}", 2), ("①○△", 6),
        ("髙﨑", 4), ("\u{E000}", 2), ("👨‍👩‍👧", 2), ("👍🏽", 2), ("🇯🇵", 2), ("葛\u{E0100}", 2), ("é", 2),
        ("e\u{301}", 1), ("－", 2), ("𠮷", 2), ("\u{200B}", 0), ("%", 1), ("％", 2), ("½", 2),
        ("–", 2),
    ])
    func `text takes the columns of a Japanese fixed-width font`(text: String, columns: Int) {
        #expect(TextWidth.columns(text) == columns)
    }

    @Test func `a terminal may draw signs and blocks narrow, kanji never`() {
        let mixed = TextWidth.Cells(signs: 2, blocks: 1)
        #expect(TextWidth.columns("○▁漢ｶ－", .narrow) == 7)
        #expect(TextWidth.columns("○▁漢ｶ－", mixed) == 8)
        #expect(TextWidth.columns("○▁漢ｶ－", .printed) == 9)
        #expect(TextWidth.columns("👍🏽か\u{3099}\u{E000}", .narrow) == 5)
        #expect(TextWidth.padded("○", to: 3, .right, .narrow) == "  ○")
    }

    @Test func `text that is too wide ends in an ellipsis, as wide as that is drawn`() {
        #expect(TextWidth.shortened("新規雇用", to: 8) == "新規雇用")
        #expect(TextWidth.shortened("新規雇用", to: 7, .narrow) == "新規雇…")
        #expect(TextWidth.shortened("新規雇用", to: 7, .printed) == "新規…")
        #expect(TextWidth.shortened("新規雇用", to: 6, .narrow) == "新規…")
        #expect(TextWidth.shortened("abc", to: 1, .narrow) == "…")
        #expect(TextWidth.shortened("abc", to: 1, .printed) == "")
    }

    @Test func `text is filled up to a width and never cut`() {
        #expect(TextWidth.padded("漢", to: 4) == "漢  ")
        #expect(TextWidth.padded("12", to: 4, .right) == "  12")
        #expect(TextWidth.padded("長い語", to: 4) == "長い語")
    }
}
