import Testing

@testable import Shirube

/// Pixels as PNG, read back: `DrawingProcess` and `DrawingChild` are tested with `Rasterizer`.
@Suite struct PNGWriterTests {
    /// The colours of a PNG with a palette, pixel by pixel.
    private func decoded(_ png: [UInt8]) throws -> String {
        func number(_ place: Int) -> Int { png[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
        var (parts, place): ([String: [UInt8]], Int) = ([:], 8)
        while place < png.count {
            let name = String(decoding: png[place + 4..<place + 8], as: UTF8.self)
            parts[name] = Array(png[place + 8..<place + 8 + number(place)])
            place += 12 + number(place)
        }
        let (width, height) = (number(16), number(20))
        let palette = try #require(parts["PLTE"])
        let packed = try #require(parts["IDAT"])
        let rows = try #require(PackedBody.unpack(packed, size: height * (width + 1)))
        try #require(rows.count == height * (width + 1) && png[25] == 3)
        let colours = rows.enumerated().filter { $0.offset % (width + 1) != 0 }.map { _, entry in
            palette[Int(entry) * 3..<Int(entry) * 3 + 3].map {
                let digits = String($0, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
        }
        return colours.joined(separator: " ")
    }

    @Test func `few colours stand in a palette, exactly`() throws {
        let png = try #require(PNGWriter.png([0xFF_FFFF, 0x12_3456, 0xAB00_00FF, 0], width: 2))
        #expect(try decoded(png) == "ffffff 123456 0000ff 000000")
    }

    @Test func `of more than 256 colours the frequent ones stay, and the rare ones nearly`() throws
    {
        // An area of one colour, greys, and blues of which every second one is rare.
        let area = Array(repeating: UInt32(0xF4_F6F8), count: 656)
        let greys = (0..<200).map { UInt32($0) * 0x1_0101 }
        let (frequent, rare) = (
            (0..<32).map { UInt32($0) * 8 }, (0..<32).map { UInt32($0) * 8 + 4 }
        )
        let pixels = area + greys + greys + frequent + frequent + rare
        let png = try #require(PNGWriter.png(pixels, width: 64))
        let colours = try decoded(png).split(separator: " ")
        try #require(colours.count == pixels.count)
        #expect(Set(colours.prefix(656)) == ["f4f6f8"])
        for (wanted, text) in zip(pixels, colours) {
            let shown = try #require(UInt32(text, radix: 16))
            for shift in [16, 8, 0] as [UInt32] {
                #expect(abs(Int(shown >> shift & 0xFF) - Int(wanted >> shift & 0xFF)) <= 8)
            }
        }
        #expect(PNGWriter.png(pixels, width: 64) == png)
    }
}
