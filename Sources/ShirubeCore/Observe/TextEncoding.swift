/// How the bytes of a drop stand for characters; found for each file from its whole content.
///
/// The order: a byte order mark, then strict UTF-8, then strict CP932. The same city, even the same person,
/// saves one month's file in one encoding and the next month's in another, so nothing is remembered.
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

    /// Text as UTF-8, and the encoding that it was found in.
    package struct Decoded: Equatable {
        /// The text in UTF-8, without a byte order mark.
        package let bytes: [UInt8]
        /// What the file's own bytes were.
        package let encoding: TextEncoding
    }

    /// Why no encoding fits.
    package struct Fault: Error, Equatable {
        /// The encoding that came closest: the mark's, or else CP932 as the last one tried.
        package let encoding: TextEncoding
        /// The position of the first byte that does not fit, from 0.
        package let position: Int
        /// The physical line on which that byte lies, from 1.
        package let line: Int

        /// Makes a fault.
        package init(encoding: TextEncoding, position: Int, line: Int) {
            self.encoding = encoding
            self.position = position
            self.line = line
        }
    }

    /// Finds the encoding of a whole file and reads it.
    package static func decode(_ bytes: [UInt8]) throws(Fault) -> Decoded {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return try marked(bytes[3...], .utf8WithMark, bytes)
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let encoding = bytes[0] == 0xFF ? utf16LittleEndian : utf16BigEndian
            return try utf16(bytes[2...], encoding)
        }
        let scan = UTF8Scan(bytes[...])
        // Half-width kana in CP932 may by chance form UTF-8, but only two-byte sequences; Japanese in
        // UTF-8 always has three-byte ones. So text of two-byte sequences alone is CP932 where that fits.
        let isDoubtful = scan.hasTwoByte && !scan.hasLonger
        if scan.fault == nil, !isDoubtful { return Decoded(bytes: bytes, encoding: .utf8) }
        do {
            return Decoded(bytes: try CP932.decode(bytes[...]), encoding: .cp932)
        } catch {
            if scan.fault == nil { return Decoded(bytes: bytes, encoding: .utf8) }
            let line = line(of: error.position, in: bytes)
            throw Fault(encoding: .cp932, position: error.position, line: line)
        }
    }

    private static func marked(
        _ rest: ArraySlice<UInt8>, _ encoding: TextEncoding, _ whole: [UInt8]
    ) throws(Fault) -> Decoded {
        if let fault = UTF8Scan(rest).fault {
            throw Fault(encoding: encoding, position: fault, line: line(of: fault, in: whole))
        }
        return Decoded(bytes: Array(rest), encoding: encoding)
    }

    private static func utf16(
        _ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding
    ) throws(Fault) -> Decoded {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var line = 1
        var position = bytes.startIndex
        func unit(at index: Int) -> UInt32? {
            guard index + 1 < bytes.endIndex else { return nil }
            let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
            return encoding == .utf16LittleEndian ? second << 8 | first : first << 8 | second
        }
        while position < bytes.endIndex {
            let fault = Fault(encoding: encoding, position: position, line: line)
            guard let first = unit(at: position) else { throw fault }
            position += 2
            switch first {
            case 0xD800...0xDBFF:
                guard let second = unit(at: position), (0xDC00...0xDFFF).contains(second) else {
                    throw fault
                }
                position += 2
                let scalar = 0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00)
                UTF8Writer.append(scalar: scalar, to: &result)
            case 0xDC00...0xDFFF:
                throw fault
            default:
                if first == 0x0A { line += 1 }
                UTF8Writer.append(scalar: first, to: &result)
            }
        }
        return Decoded(bytes: result, encoding: encoding)
    }

    private static func line(of position: Int, in bytes: [UInt8]) -> Int {
        var line = 1
        for index in bytes.indices.prefix(position) {
            let isLoneReturn =
                bytes[index] == 0x0D && (index + 1 == bytes.endIndex || bytes[index + 1] != 0x0A)
            if bytes[index] == 0x0A || isLoneReturn { line += 1 }
        }
        return line
    }
}
