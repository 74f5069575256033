import Testing

@testable import Shirube

@Suite struct NearestWordTests {
    @Test(arguments: [
        ("baselne", "baseline"), ("tagret", "target"), ("Kind", "kind"), ("cadense", "cadence"),
        ("units", "unit"),
    ])
    func `a slip of the pen is recognised`(written: String, meant: String) {
        let words = ["baseline", "target", "kind", "cadence", "unit", "name"]
        #expect(NearestWord.of(written, among: words) == meant)
    }

    @Test func `a word far from all is not guessed`() {
        #expect(NearestWord.of("colour", among: ["kind", "name"]) == nil)
        #expect(NearestWord.of("x", among: []) == nil)
        #expect(NearestWord.of("K12", among: ["K1", "K2"]) == nil)
    }
}
