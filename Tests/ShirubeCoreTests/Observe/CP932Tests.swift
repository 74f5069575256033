import ShirubeCore
import Testing

@Suite struct CP932Tests {
    /// scripts/check-cp932-table.py computes the checksum from glibc's codec; the table comes from Python's.
    @Test func `every pair of bytes is the character that glibc gives`() {
        var checksum: UInt64 = 0xCBF2_9CE4_8422_2325
        for lead in UInt8(0x80)...0xFF {
            for trail in UInt8(0)...0xFF {
                let unit = Self.character(lead, trail)
                for byte in [UInt8(unit >> 8), UInt8(unit & 0xFF)] {
                    checksum = (checksum ^ UInt64(byte)) &* 0x100_0000_01B3
                }
            }
        }
        #expect(checksum == 0xC1BF_7D43_763A_26CE)
    }

    private static func character(_ lead: UInt8, _ trail: UInt8) -> UInt16 {
        guard let bytes = try? CP932.decode([lead, trail]) else { return 0xFFFD }
        let units = Array(String(decoding: bytes, as: UTF8.self).utf16)
        return units.count == 1 ? units[0] : 0xFFFD
    }

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
}
