import Testing

@testable import Shirube

@Suite struct KeyModeTests {
    @Test func `letters and sequences are told apart, also where several come at once`() {
        #expect(
            KeyMode.keys(in: Array("jj\u{1B}[A\u{1B}[6~q".utf8)) == [
                "j", "j", "\u{1B}[A", "\u{1B}[6~", "q",
            ])
        #expect(KeyMode.keys(in: Array("\u{1B}OB".utf8)) == ["\u{1B}OB"])
        #expect(KeyMode.keys(in: [0x1B]) == ["\u{1B}"])
        #expect(KeyMode.keys(in: Array("\u{1B}[1".utf8)) == ["\u{1B}[1"])
        #expect(KeyMode.keys(in: []) == [])
    }
}
