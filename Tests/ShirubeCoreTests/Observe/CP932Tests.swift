import ShirubeCore
import Testing

@Suite struct CP932Tests {
    @Test(
        arguments: [
            ([0x81, 0x60], "～"), ([0x81, 0x7C], "－"), ([0x81, 0x5C], "―"), ([0x87, 0x40], "①"),
            ([0xFB, 0xFC], "髙"), ([0xEE, 0xE0], "髙"), ([0xF0, 0x40], "\u{E000}"),
            ([0xF9, 0xFC], "\u{E757}"), ([0xB1, 0x5C, 0x7E], "ｱ\\~"), ([0x95, 0x5C], "表"),
        ] as [([UInt8], String)])
    func `characters that other codecs read otherwise are read as Windows does`(
        bytes: [UInt8], text: String
    ) throws {
        #expect(String(decoding: try CP932.decode(bytes[...]), as: UTF8.self) == text)
    }

    @Test(
        arguments: [
            [0x41, 0x80], [0x41, 0xA0], [0x41, 0xFD], [0x41, 0xFF], [0x41, 0x81],
            [0x41, 0x81, 0xAD],
            [0x41, 0x81, 0x0A], [0x41, 0x81, 0x7F],
        ] as [[UInt8]])
    func `a byte that begins no character is named by its position`(bytes: [UInt8]) {
        #expect(throws: CP932.Fault(position: 1)) { try CP932.decode(bytes[...]) }
    }

    @Test func `what is decoded is encoded again, and to the same characters`() throws {
        for lead in UInt8(0x81)...0xFC {
            for trail in UInt8(0x40)...0xFC {
                guard let first = try? CP932.decode([lead, trail]) else { continue }
                let text = String(decoding: first, as: UTF8.self)
                let again = try CP932.decode(CP932.encode(text)[...])
                #expect(again == first, "\(lead) \(trail)")
            }
        }
    }

    @Test(
        arguments: [
            ("～〜", [0x81, 0x60, 0x81, 0x60]), ("－−", [0x81, 0x7C, 0x81, 0x7C]),
            ("∥‖", [0x81, 0x61, 0x81, 0x61]), ("―—", [0x81, 0x5C, 0x81, 0x5C]),
            ("髙", [0xFB, 0xFC]), ("∪", [0x81, 0xBE]), ("￢", [0x81, 0xCA]), ("Ⅰ", [0x87, 0x54]),
            ("ⅰ", [0xFA, 0x40]), ("㈱", [0x87, 0x8A]), ("\u{E757}", [0xF9, 0xFC]),
            ("ｱ¥‾", [0xB1, 0x5C, 0x7E]), ("A\r\n", [0x41, 0x0D, 0x0A]),
        ] as [(String, [UInt8])])
    func `a character with several byte pairs gets the one that Windows writes`(
        text: String, bytes: [UInt8]
    ) throws {
        #expect(try CP932.encode(text) == bytes)
    }

    @Test(
        arguments: [
            ("令和𠮷", 2), ("か\u{3099}", 1), ("葛\u{E0100}", 1), ("\u{80}", 0), ("①é", 1),
            ("\u{FFFD}", 0), ("\u{F8FF}", 0),
        ] as [(String, Int)])
    func `a character that CP932 cannot hold is named by its position`(
        text: String, position: Int
    ) throws {
        let scalars = Array(text.unicodeScalars)
        #expect(throws: CP932.Unencodable(scalar: scalars[position], position: position)) {
            try CP932.encode(text)
        }
    }
}
