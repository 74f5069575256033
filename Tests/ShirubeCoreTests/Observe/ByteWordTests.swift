import Testing

@testable import ShirubeCore

@Suite struct ByteWordTests {
    @Test func `of equal rows no more is compared than one row, however many follow`() {
        let bytes = [UInt8]("ab,cd,ef\n".utf8)
        let rows = [UInt8]((0..<1_000).flatMap { _ in bytes })
        #expect(ByteWord.countCommon(rows.span, from: 0, and: bytes.count) == bytes.count)
    }

    @Test(arguments: 0..<20)
    func `what is common ends at the first byte that differs`(length: Int) {
        let common = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        let rest = [UInt8](repeating: UInt8(ascii: "c"), count: 30)
        let bytes = common + [UInt8(ascii: "b")] + rest + common + rest
        #expect(
            ByteWord.countCommon(bytes.span, from: 0, and: length + 1 + rest.count) == length)
    }
}
