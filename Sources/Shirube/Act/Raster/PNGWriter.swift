import CZlib

/// Pixels as PNG.
///
/// Charts have few colours: with a palette they are a third as long as cairo writes them, and packed sooner. Where the smoothed
/// edges of letters make more than 256, each channel is rounded to 32 steps, which nobody sees, and if need be to 16.
enum PNGWriter {
    /// Writes a picture.
    ///
    /// - Parameters:
    ///   - pixels: 0x00RRGGBB, row by row.
    ///   - width: pixels of a row; at least one.
    /// - Returns: a PNG; nil where zlib refuses.
    static func png(_ pixels: [UInt32], width: Int) -> [UInt8]? {
        let height = pixels.count / width
        var indexed: (palette: [UInt32], data: [UInt8])?
        for steps in [255, 31, 15] as [UInt32] {
            indexed = self.indexed(pixels, width: width, steps: steps)
            if indexed != nil { break }
        }
        let data = indexed?.data ?? full(pixels, width: width)
        guard let packed = packed(data) else { return nil }
        var result: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let kind: UInt8 = indexed == nil ? 2 : 3
        let head = bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, kind, 0, 0, 0]
        result += chunk("IHDR", head)
        if let indexed { result += chunk("PLTE", indexed.palette.flatMap(channels)) }
        // 144 dots an inch: programs that care draw it at half of its pixels.
        result += chunk("pHYs", bigEndian(5669) + bigEndian(5669) + [1])
        result += chunk("IDAT", packed)
        return result + chunk("IEND", [])
    }

    /// Each pixel as a number of a palette, a filter byte before each row; nil where there are more than 256 colours.
    private static func indexed(
        _ pixels: [UInt32], width: Int, steps: UInt32
    ) -> (palette: [UInt32], data: [UInt8])? {
        var numbers: [UInt32: UInt8] = [:]
        var palette: [UInt32] = []
        var data: [UInt8] = []
        data.reserveCapacity(pixels.count + pixels.count / width)
        var last: (colour: UInt32, number: UInt8)?
        for (place, pixel) in pixels.enumerated() {
            if place % width == 0 { data.append(0) }
            if let last, last.colour == pixel {
                data.append(last.number)
                continue
            }
            let colour = rounded(pixel & 0xFF_FFFF, steps)
            let number: UInt8
            if let known = numbers[colour] {
                number = known
            } else {
                guard palette.count < 256 else { return nil }
                number = UInt8(palette.count)
                numbers[colour] = number
                palette.append(colour)
            }
            last = (pixel, number)
            data.append(number)
        }
        return (palette, data)
    }

    private static func full(_ pixels: [UInt32], width: Int) -> [UInt8] {
        var data: [UInt8] = []
        data.reserveCapacity(pixels.count * 3 + pixels.count / width)
        for (place, pixel) in pixels.enumerated() {
            if place % width == 0 { data.append(0) }
            data += channels(pixel)
        }
        return data
    }

    private static func rounded(_ colour: UInt32, _ steps: UInt32) -> UInt32 {
        guard steps < 255 else { return colour }
        return channels(colour).reduce(0) { sum, channel in
            let step = (UInt32(channel) * steps + 127) / 255
            return sum << 8 | (step * 255 + steps / 2) / steps
        }
    }

    private static func channels(_ pixel: UInt32) -> [UInt8] {
        [
            UInt8(truncatingIfNeeded: pixel >> 16), UInt8(truncatingIfNeeded: pixel >> 8),
            UInt8(truncatingIfNeeded: pixel),
        ]
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
