import Foundation
import Testing

@testable import Shirube

/// Pixels as PNG, read back by another's decoder: `DrawingProcess` and `DrawingChild` are tested with `Rasterizer`.
@Suite struct PNGWriterTests {
    /// The pixels of a PNG as Python's zlib unpacks them, after its kind of colours.
    private func decoded(_ png: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "shirube-\(UUID().uuidString).png")
        try Data(png).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let program = """
            import struct, sys, zlib
            data = open(sys.argv[1], 'rb').read(); place = 8; parts = {}
            while place < len(data):
                length, kind = struct.unpack('>I4s', data[place:place + 8])
                body = data[place + 8:place + 8 + length]
                check, = struct.unpack('>I', data[place + 8 + length:place + 12 + length])
                assert check == zlib.crc32(kind + body); parts[kind] = body; place += 12 + length
            width, height, depth, colours = struct.unpack('>IIBB', parts[b'IHDR'][:10])
            raw = zlib.decompress(parts[b'IDAT']); size = 1 if colours == 3 else 3
            assert len(raw) == height * (1 + width * size); out = []
            for y in range(height):
                row = raw[y * (1 + width * size):][:1 + width * size]; assert row[0] == 0
                for x in range(width):
                    if colours == 3: out.append(parts[b'PLTE'][3 * row[1 + x]:][:3].hex())
                    else: out.append(row[1 + 3 * x:][:3].hex())
            print(colours, *out)
            """
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/python3")
        python.arguments = ["-c", program, file.path]
        let pipe = Pipe()
        python.standardOutput = pipe
        try Nursery.start(python)
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        python.waitUntilExit()
        return String(decoding: output, as: UTF8.self).trimmingCharacters(
            in: .whitespacesAndNewlines)
    }

    @Test func `few colours stand in a palette, exactly`() throws {
        let png = try #require(PNGWriter.png([0xFF_FFFF, 0x12_3456, 0xAB00_00FF, 0], width: 2))
        #expect(try decoded(png) == "3 ffffff 123456 0000ff 000000")
    }

    @Test func `more than 256 colours are rounded, white and black are not`() throws {
        let greys = (0..<256).map { UInt32($0) * 0x1_0101 }
        let blues = (0..<64).map { UInt32($0) * 4 }
        let png = try #require(PNGWriter.png(greys + blues, width: 64))
        let colours = try decoded(png).split(separator: " ").map(String.init)
        #expect(colours[0] == "3" && colours[1] == "000000" && colours[256] == "ffffff")
        for (grey, colour) in zip(0..<256, colours.dropFirst()) {
            let shown = try #require(Int(colour.prefix(2), radix: 16))
            #expect(abs(shown - grey) <= 5)
        }
    }

    @Test func `colours that even then are too many stay as they are`() throws {
        let pixels = (0..<4096).map { (number: UInt32) -> UInt32 in
            let (red, green, blue) = (number >> 8, number >> 4 & 15, number & 15)
            return (red << 16 | green << 8 | blue) * 0x11
        }
        let png = try #require(PNGWriter.png(pixels, width: 64))
        let colours = try decoded(png).split(separator: " ").map(String.init)
        #expect(colours[0] == "2" && colours[4096] == "ffffff" && colours[2] == "000011")
    }
}
