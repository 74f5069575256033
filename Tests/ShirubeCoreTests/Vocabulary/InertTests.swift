import ShirubeCore
import Testing

@Suite struct InertTests {
    @Test(arguments: [
        ("普通の名前 a😀", "普通の名前 a😀"), ("a\r\nb\nc\rd\te", "a b c d e"), ("a\u{2028}b\u{85}c", "a b c"),
        ("\u{1B}[31m\u{0}", "[U+001B][31m[U+0000]"), ("甲\u{202E}乙\u{2066}", "甲[U+202E]乙[U+2066]"),
        ("\u{200F}\u{61C}\u{9B}", "[U+200F][U+061C][U+009B]"), ("👨‍👩‍👧", "👨‍👩‍👧"),
    ])
    func `what would act is shown or becomes a blank`(text: String, line: String) {
        #expect(Inert.line(text) == line)
    }
}
