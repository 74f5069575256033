import ShirubeCore
import Testing

@Suite struct FormulaMarkTests {
    @Test(arguments: ["=1", "+1", "-1", "@x", "\t1", "＝1", "＋1", "－1", "＠x"])
    func `what would begin a formula gets an apostrophe`(text: String) {
        #expect(FormulaMark.defused(text) == "'" + text)
    }

    @Test func `other text stays as it is`() {
        for text in ["", "1", "a=b", "理由"] { #expect(FormulaMark.defused(text) == text) }
    }
}
