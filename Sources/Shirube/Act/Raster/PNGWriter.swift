import CZlib

/// Pixels as PNG.
///
/// Charts have few colours: with a palette they are a third as long as cairo writes them, and packed sooner. Areas keep their
/// colours; where the smoothed edges of letters make more than 256, the rarest become the nearest of the others.
enum PNGWriter {
    /// Writes a picture.
    ///
    /// - Parameters:
    ///   - pixels: 0x00RRGGBB, row by row.
    ///   - width: pixels of a row; at least one.
    /// - Returns: a PNG; nil where zlib refuses.
    static func png(_ pixels: [UInt32], width: Int) -> [UInt8]? {
        let (palette, numbers) = palette(of: pixels)
        var data: [UInt8] = []
        data.reserveCapacity(pixels.count + pixels.count / width)
        var last: (colour: UInt32, number: UInt8)?
        for start in stride(from: 0, to: pixels.count, by: width) {
            data.append(0)  // the row's filter: none
            for place in start..<start + width {
                let colour = pixels[place] & 0xFF_FFFF
                if last?.colour != colour { last = (colour, numbers[colour] ?? 0) }
                data.append(last?.number ?? 0)
            }
        }
        guard let packed = packed(data) else { return nil }
        let height = pixels.count / width
        var result: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let head = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 3, 0, 0, 0]
        result += chunk("IHDR", head)
        result += chunk("PLTE", palette.flatMap(channels))
        // 144 dots an inch: programs that care draw it at half of its pixels.
        result += chunk("pHYs", bigEndian(5669) + bigEndian(5669) + [1])
        result += chunk("IDAT", packed)
        return result + chunk("IEND", [])
    }

    /// The 256 most frequent colours, and the number of each colour's nearest among them.
    private static func palette(of pixels: [UInt32]) -> (
        colours: [UInt32], numbers: [UInt32: UInt8]
    ) {
        var counts: [UInt32: Int] = [:]
        var (run, length) = (UInt32.max, 0)
        for pixel in pixels {
            let colour = pixel & 0xFF_FFFF
            if colour == run {
                length += 1
            } else {
                if length > 0 { counts[run, default: 0] += length }
                (run, length) = (colour, 1)
            }
        }
        if length > 0 { counts[run, default: 0] += length }
        // By count, then by colour: the same pixels give the same bytes.
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        let palette = Array(sorted.prefix(256))
        var numbers: [UInt32: UInt8] = [:]
        for (number, colour) in palette.enumerated() { numbers[colour] = UInt8(number) }
        for colour in sorted.dropFirst(256) {
            let nearest = palette.indices.min {
                distance(palette[$0], colour) < distance(palette[$1], colour)
            }
            numbers[colour] = UInt8(nearest ?? 0)
        }
        return (palette, numbers)
    }

    private static func distance(_ one: UInt32, _ other: UInt32) -> Int {
        var sum = 0
        for shift in [16, 8, 0] as [UInt32] {
            let difference = Int(one >> shift & 0xFF) - Int(other >> shift & 0xFF)
            sum += difference * difference
        }
        return sum
    }

    private static func channels(_ pixel: UInt32) -> [UInt8] {
        [16, 8, 0].map { UInt8(truncatingIfNeeded: pixel >> $0) }
    }

    private static func packed(_ data: [UInt8]) -> [UInt8]? {
        var length = compressBound(uLong(data.count))
        var result = [UInt8](repeating: 0, count: Int(length))
        let code = unsafe result.withUnsafeMutableBufferPointer { target in
            unsafe data.withUnsafeBufferPointer { source in
                unsafe compress2(
                    target.baseAddress, &length, source.baseAddress, uLong(source.count), 6)
            }
        }
        return code == Z_OK ? Array(result.prefix(Int(length))) : nil
    }

    private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + data
        let check = unsafe body.withUnsafeBufferPointer {
            unsafe crc32(0, $0.baseAddress, uInt($0.count))
        }
        return bigEndian(UInt32(data.count)) + body + bigEndian(UInt32(truncatingIfNeeded: check))
    }

    /// Four bytes, the highest first.
    static func bigEndian(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
