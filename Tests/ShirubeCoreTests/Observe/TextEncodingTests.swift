import ShirubeCore
import Testing

@Suite struct TextEncodingTests {
    private func decode(_ bytes: [UInt8]) throws(TextEncoding.Fault) -> (String, TextEncoding) {
        let decoded = try TextEncoding.decode(bytes)
        return (String(decoding: decoded.bytes, as: UTF8.self), decoded.encoding)
    }

    @Test(
        arguments: [
            (Array("年度,値\n".utf8), TextEncoding.utf8, "年度,値\n"),
            ([0xEF, 0xBB, 0xBF] + Array("年".utf8), .utf8WithMark, "年"),
            ([0x94, 0x4E, 0x93, 0x78], .cp932, "年度"),
            ([0xFF, 0xFE, 0x74, 0x5E, 0x09, 0x00, 0x31, 0x00], .utf16LittleEndian, "年\t1"),
            ([0xFE, 0xFF, 0x5E, 0x74, 0xD8, 0x42, 0xDF, 0xB7], .utf16BigEndian, "年𠮷"),
            (Array("a,b\n1,2\n".utf8), .utf8, "a,b\n1,2\n"),
        ] as [([UInt8], TextEncoding, String)])
    func `the encoding is found from the bytes`(
        bytes: [UInt8], encoding: TextEncoding, text: String
    ) throws {
        let (read, found) = try decode(bytes)
        #expect(read == text)
        #expect(found == encoding)
    }

    @Test func `half-width kana that happen to form UTF-8 are CP932`() throws {
        // ﾏｴ in CP932 is CF B4, which as UTF-8 would be U+03F4.
        let (text, encoding) = try decode([0xCF, 0xB4, 0x2C, 0x31])
        #expect(text == "ﾏｴ,1")
        #expect(encoding == .cp932)
    }

    @Test func `two-byte UTF-8 that CP932 cannot hold stays UTF-8`() throws {
        // U+0080 is C2 80, and 80 begins nothing in CP932.
        let (_, encoding) = try decode([0xC2, 0x80])
        #expect(encoding == .utf8)
    }

    @Test(
        arguments: [
            ([0x61, 0x0A, 0x62, 0x0D, 0x0A, 0x0D, 0xFF], TextEncoding.cp932, 6, 4),
            ([0xEF, 0xBB, 0xBF, 0x0A, 0x94, 0x4E], .utf8WithMark, 4, 2),
            ([0xFF, 0xFE, 0x0A, 0x00, 0x41], .utf16LittleEndian, 4, 2),
            ([0xFF, 0xFE, 0x00, 0xDC], .utf16LittleEndian, 2, 1),
            ([0xFE, 0xFF, 0xD8, 0x42, 0x00, 0x41], .utf16BigEndian, 2, 1),
        ] as [([UInt8], TextEncoding, Int, Int)])
    func `bytes that fit no encoding are named by position and line`(
        bytes: [UInt8], encoding: TextEncoding, position: Int, line: Int
    ) {
        let expected = TextEncoding.Fault(encoding: encoding, position: position, line: line)
        #expect(throws: expected) { try TextEncoding.decode(bytes) }
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xE3, 0x81],
        ] as [[UInt8]])
    func `overlong forms, surrogates and cut sequences are no UTF-8`(bytes: [UInt8]) {
        let expected = TextEncoding.Fault(encoding: .utf8WithMark, position: 3, line: 1)
        #expect(throws: expected) { try TextEncoding.decode([0xEF, 0xBB, 0xBF] + bytes) }
    }
}
