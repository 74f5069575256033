/// How the bytes of a drop stand for characters; found for each file from its whole content.
///
/// The order: a byte order mark, then the zero bytes of UTF-16, then strict UTF-8, then strict CP932. The same
/// city, even the same person, saves one month's file in one encoding and the next month's in another, so
/// nothing is remembered.
package enum TextEncoding: String, Sendable, CaseIterable {
    /// UTF-8 without a byte order mark.
    case utf8 = "UTF-8"
    /// UTF-8 with a byte order mark (Excel's「CSV UTF-8」).
    case utf8WithMark = "UTF-8 (BOM)"
    /// CP932 (Excel's「CSV（コンマ区切り）」).
    case cp932 = "CP932 (Shift_JIS)"
    /// UTF-16, low byte first (Excel's「Unicode テキスト」).
    case utf16LittleEndian = "UTF-16LE"
    /// UTF-16, high byte first.
    case utf16BigEndian = "UTF-16BE"

    /// Why a file is no text.
    package enum Fault: Error, Equatable {
        /// No encoding fits: the one that came closest, the position of the first byte that does not fit it, from
        /// 0, and the physical line on which that byte lies, from 1.
        case unknown(TextEncoding, position: Int, line: Int)
        /// It holds the character U+0000, which no text has.
        case binary
    }

    /// Whether characters take two bytes or four.
    var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

    /// Finds the encoding of a whole file.
    ///
    /// - Throws: `Fault` where no encoding fits, and whatever reading the file throws.
    package static func find(in source: DropBytes) throws -> TextEncoding {
        let first = try source.beginning.piece(at: 0)
        if first.starts(with: [0xEF, 0xBB, 0xBF]) {
            var scan = UTF8Scan()
            return try checked(.utf8WithMark, &scan, source)
        }
        if first.starts(with: [0xFF, 0xFE]) {
            return try utf16(.utf16LittleEndian, source)
        }
        if first.starts(with: [0xFE, 0xFF]) {
            return try utf16(.utf16BigEndian, source)
        }
        if let encoding = UTF16Text.encoding(ofUnmarked: first) {
            return try utf16(encoding, source)
        }
        return try unmarked(source)
    }

    /// The encoding that the beginning of a file points to; what follows may turn out otherwise.
    ///
    /// - Throws: what reading the file throws.
    package static func guess(from source: DropBytes) throws -> TextEncoding {
        let first = try source.beginning.piece(at: 0)
        if first.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8WithMark }
        if first.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if first.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if let encoding = UTF16Text.encoding(ofUnmarked: first) { return encoding }
        var utf8 = UTF8Scan()
        _ = utf8.scan(first, isLast: first.count == source.count)
        return utf8.isFaulty || (utf8.hasTwoByte && !utf8.hasLonger) ? .cp932 : .utf8
    }

    private static func unmarked(_ source: DropBytes) throws -> TextEncoding {
        var utf8 = UTF8Scan()
        let isUTF8 = try utf8.fault(in: source, from: 0) == nil
        if isUTF8, utf8.hasNUL { throw Fault.binary }
        // Half-width kana in CP932 may by chance form UTF-8, but only two-byte sequences; Japanese in
        // UTF-8 always has three-byte ones. So text of two-byte sequences alone is CP932 where that fits.
        let isDoubtful = utf8.hasTwoByte && !utf8.hasLonger
        if isUTF8, !isDoubtful { return .utf8 }
        var cp932 = CP932Scan()
        guard let position = try cp932.fault(in: source, from: 0) else {
            if cp932.hasNUL { throw Fault.binary }
            return .cp932
        }
        if isUTF8 { return .utf8 }
        if utf8.hasNUL || cp932.hasNUL { throw Fault.binary }
        throw Fault.unknown(
            .cp932, position: position, line: try line(of: position, in: source, unit: 1))
    }

    private static func utf16(
        _ encoding: TextEncoding, _ source: DropBytes
    ) throws -> TextEncoding {
        var scan = UTF16Text(encoding, keepsText: false)
        return try checked(encoding, &scan, source)
    }

    private static func checked(
        _ encoding: TextEncoding, _ scan: inout some EncodingScan, _ source: DropBytes
    ) throws -> TextEncoding {
        if let position = try scan.fault(in: source, from: 0) {
            let unit = encoding.isUTF16 ? 2 : 1
            throw Fault.unknown(
                encoding, position: position,
                line: try line(of: position, in: source, unit: unit))
        }
        if scan.hasNUL { throw Fault.binary }
        return encoding
    }

    /// The physical line on which a byte lies; characters take `unit` bytes.
    private static func line(of position: Int, in source: DropBytes, unit: Int) throws -> Int {
        var line = 1
        var previous: UInt8 = 0
        var start = 0
        while start < position {
            let piece = try source.piece(at: start)
            for byte in piece.prefix(position - start) where byte != 0 || unit == 1 {
                if byte == 0x0A, previous != 0x0D { line += 1 }
                if byte == 0x0D { line += 1 }
                previous = byte
            }
            start += piece.count
        }
        return line
    }
}
