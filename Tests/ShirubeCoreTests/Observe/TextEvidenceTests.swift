import ShirubeCore
import Testing

@Suite struct TextEvidenceTests {
    private func evidence(_ bytes: [UInt8]) throws -> TextEvidence {
        let explanation = try RawTable.explain(
            DropBytes(bytes, pieceSize: 4), fileName: "a.csv", records: 1...1)
        return try #require(explanation.evidence)
    }

    @Test func `line ends are counted by kind, those within quotes apart`() throws {
        let text = try evidence(Array("a\t\"b\r\nc\nd\"\r\ne\tf\rg\t1\n2\t3".utf8))
        #expect(text.delimiterWording.english == "tab")
        #expect(
            [text.lineEnds.pairs, text.lineEnds.feeds, text.lineEnds.returns] == [1, 1, 1])
        #expect(text.quotedLineEnds.pairs == 1 && text.quotedLineEnds.feeds == 1)
        #expect(!text.endsWithLineEnd)
        #expect(try evidence(Array("a;b\r".utf8)).endsWithLineEnd)
        #expect(try evidence(Array("a;b\r".utf8)).delimiterWording.english == "semicolon")
    }

    @Test func `how the encoding was found is said`() throws {
        func reason(_ bytes: [UInt8]) throws -> String { try evidence(bytes).reason.english }
        #expect(try reason(Array("a,b\n".utf8)).contains("ASCII alone"))
        #expect(try reason(Array("あ,b\n".utf8)).contains("well-formed UTF-8"))
        #expect(try reason([0xEF, 0xBB, 0xBF, 0x61, 0x0A]).contains("EF BB BF"))
        #expect(try reason([0x61, 0x82, 0xA0, 0x0A]).contains("byte 2 is not UTF-8"))
        // ﾏｴ in CP932 happens to be well-formed UTF-8.
        #expect(try reason([0xCF, 0xB4, 0x0A]).contains("half-width kana"))
        #expect(try reason([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00]).contains("mark of UTF-16"))
        #expect(
            try reason([0x61, 0x00, 0x2C, 0x00, 0x62, 0x00, 0x0A, 0x00]).contains("zero bytes"))
    }
}
