/// What a strict look at bytes as UTF-8 finds (Unicode 15, table 3-7: no overlong form, no surrogate).
struct UTF8Scan: EncodingScan {
    private(set) var isFaulty = false
    private(set) var hasNUL = false
    /// Whether there is a two-byte sequence (U+0080 to U+07FF).
    private(set) var hasTwoByte = false
    /// Whether there is a three- or four-byte sequence.
    private(set) var hasLonger = false

    mutating func scan(_ piece: [UInt8], isLast: Bool) -> Int {
        let bytes = piece.span
        var position = 0
        while position < bytes.count {
            if position + ByteWord.width <= bytes.count {
                let word = ByteWord(bytes, at: position)
                let marks = word.nonASCII | word.zeros
                if marks == 0 {
                    position += ByteWord.width
                    continue
                }
                position += ByteWord.position(ofFirst: marks)
                let pairs = Self.pairs(bytes, from: position)
                if pairs > position {
                    hasLonger = true
                    position = pairs
                    continue
                }
            }
            let lead = bytes[position]
            if lead < 0x80 {
                if lead == 0 { hasNUL = true }
                position += 1
                continue
            }
            let length = Self.length(bytes, at: position)
            guard length > 0 else {
                isFaulty = isLast || !Self.mayGoOn(bytes, at: position)
                return position
            }
            if length == 2 { hasTwoByte = true } else { hasLonger = true }
            position += length
        }
        return position
    }

    /// Passes by sequences of three bytes, as Japanese text is made of, two at a time; where they end.
    @inline(__always)
    private static func pairs(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position + ByteWord.width <= bytes.count {
            let bits = ByteWord(bytes, at: position).bits
            // After the leads E0 and ED not every byte may follow.
            guard bits & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, Self.isFree(bits & 0xFF),
                Self.isFree(bits >> 24 & 0xFF)
            else { break }
            position += 6
        }
        return position
    }

    @inline(__always)
    private static func isFree(_ lead: UInt64) -> Bool { lead != 0xE0 && lead != 0xED }

    /// The length of the sequence that begins here; 0 where there is none, or not all of it.
    @inline(__always)
    private static func length(_ bytes: borrowing Span<UInt8>, at position: Int) -> Int {
        let left = bytes.count - position
        guard left >= 2, let (length, range) = shape(bytes[position]), length <= left else {
            return 0
        }
        let second = bytes[position + 1]
        guard second >= range.lowerBound, second <= range.upperBound else { return 0 }
        if length > 2, bytes[position + 2] & 0xC0 != 0x80 { return 0 }
        if length > 3, bytes[position + 3] & 0xC0 != 0x80 { return 0 }
        return length
    }

    /// Whether further bytes could make what is left a whole sequence.
    private static func mayGoOn(_ bytes: borrowing Span<UInt8>, at position: Int) -> Bool {
        guard let (length, range) = shape(bytes[position]) else { return false }
        let left = bytes.count - position
        guard left < length else { return false }
        if left > 1, !range.contains(bytes[position + 1]) { return false }
        return left < 3 || bytes[position + 2] & 0xC0 == 0x80
    }

    @inline(__always)
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
