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

    @Test func `text is filled up to a width and never cut`() {
        #expect(TextWidth.padded("漢", to: 4) == "漢  ")
        #expect(TextWidth.padded("12", to: 4, .right) == "  12")
        #expect(TextWidth.padded("長い語", to: 4) == "長い語")
    }
}
