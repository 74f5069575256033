/// What a strict look at bytes as UTF-8 finds (Unicode 15, table 3-7: no overlong form, no surrogate).
struct UTF8Scan {
    /// The position of the first byte that does not fit; nil where all do.
    private(set) var fault: Int?
    /// Whether there is a two-byte sequence (U+0080 to U+07FF).
    private(set) var hasTwoByte = false
    /// Whether there is a three- or four-byte sequence.
    private(set) var hasLonger = false

    init(_ bytes: ArraySlice<UInt8>) {
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let lead = bytes[position]
            if lead < 0x80 {
                position += 1
                continue
            }
            guard let (length, second) = Self.shape(lead), position + length <= bytes.endIndex,
                second.contains(bytes[position + 1]),
                bytes[(position + 2)..<(position + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
            else {
                fault = position
                return
            }
            if length == 2 { hasTwoByte = true } else { hasLonger = true }
            position += length
        }
    }

    private static func shape(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
        switch lead {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE, 0xEF: (3, 0x80...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}

/// Writes characters as UTF-8.
enum UTF8Writer {
    /// Appends a character of the BMP that is no surrogate.
    static func append(_ unit: UInt16, to bytes: inout [UInt8]) {
        append(scalar: UInt32(unit), to: &bytes)
    }

    /// Appends a Unicode scalar value.
    static func append(scalar: UInt32, to bytes: inout [UInt8]) {
        switch scalar {
        case ..<0x80:
            bytes.append(UInt8(scalar))
        case ..<0x800:
            bytes.append(0xC0 | UInt8(scalar >> 6))
            bytes.append(0x80 | UInt8(scalar & 0x3F))
        case ..<0x1_0000:
            bytes.append(0xE0 | UInt8(scalar >> 12))
            bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            bytes.append(0x80 | UInt8(scalar & 0x3F))
        default:
            bytes.append(0xF0 | UInt8(scalar >> 18 & 0x07))
            bytes.append(0x80 | UInt8(scalar >> 12 & 0x3F))
            bytes.append(0x80 | UInt8(scalar >> 6 & 0x3F))
            bytes.append(0x80 | UInt8(scalar & 0x3F))
        }
    }
}
