import ShirubeCore
import Testing

@Suite struct TextEncodingTests {
    /// Reads a file as one cell, in pieces of `size` bytes.
    private func decode(
        _ bytes: [UInt8], pieces size: Int = 1_000
    ) throws -> (String, TextEncoding) {
        let source = DropBytes(bytes, pieceSize: size)
        let encoding = try TextEncoding.find(in: source)
        var reader = try CSVReader(source, encoding: encoding, delimiter: 0)
        var text = ""
        while let row = try reader.next() { text += row[0] + "\n" }
        return (text, encoding)
    }

    @Test(
        arguments: [
            (Array("年度,値\n".utf8), TextEncoding.utf8, "年度,値\n"),
            ([0xEF, 0xBB, 0xBF] + Array("年".utf8), .utf8WithMark, "年\n"),
            ([0x94, 0x4E, 0x93, 0x78], .cp932, "年度\n"),
            ([0xFF, 0xFE, 0x74, 0x5E, 0x09, 0x00, 0x31, 0x00], .utf16LittleEndian, "年\t1\n"),
            ([0xFE, 0xFF, 0x5E, 0x74, 0xD8, 0x42, 0xDF, 0xB7], .utf16BigEndian, "年𠮷\n"),
            ([0x74, 0x5E, 0x2C, 0x00, 0x42, 0xD8, 0xB7, 0xDF], .utf16LittleEndian, "年,𠮷\n"),
            ([0x5E, 0x74, 0x00, 0x2C], .utf16BigEndian, "年,\n"),
            (Array("a,b\n1,2\n".utf8), .utf8, "a,b\n1,2\n"),
        ] as [([UInt8], TextEncoding, String)])
    func `the encoding is found from the bytes`(
        bytes: [UInt8], encoding: TextEncoding, text: String
    ) throws {
        for size in [4, 5, 6, 7, 1_000] {
            let (read, found) = try decode(bytes, pieces: size)
            #expect(read == text)
            #expect(found == encoding)
        }
    }

    @Test func `half-width kana that happen to form UTF-8 are CP932`() throws {
        // ﾏｴ in CP932 is CF B4, which as UTF-8 would be U+03F4.
        let (text, encoding) = try decode([0xCF, 0xB4, 0x2C, 0x31])
        #expect(text == "ﾏｴ,1\n")
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
        let expected = TextEncoding.Fault.unknown(encoding, position: position, line: line)
        #expect(throws: expected) { try decode(bytes) }
        #expect(throws: expected) { try decode(bytes, pieces: 4) }
    }

    @Test(
        arguments: [
            [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
            [0xF0, 0x80, 0x80, 0x80], [0xE3, 0x81],
        ] as [[UInt8]])
    func `overlong forms, surrogates and cut sequences are no UTF-8`(bytes: [UInt8]) {
        let expected = TextEncoding.Fault.unknown(.utf8WithMark, position: 3, line: 1)
        #expect(throws: expected) { try decode([0xEF, 0xBB, 0xBF] + bytes) }
    }

    @Test(arguments: [
        [0x61, 0x00, 0x00, 0x62], Array("指標ID,年度,期間,実績値\n".utf8) + [0x00],
        [0xFF, 0xFE, 0x00, 0x00],
    ])
    func `the character U+0000 is in no text`(bytes: [UInt8]) {
        #expect(throws: TextEncoding.Fault.binary) { try decode(bytes) }
    }
}
