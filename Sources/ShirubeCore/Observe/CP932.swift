/// The encoding in which Japanese Excel saves「CSV（コンマ区切り）」: Shift_JIS with Microsoft's characters.
///
/// It decodes as the Shift_JIS decoder of the WHATWG Encoding Standard does, including NEC's and IBM's
/// characters and the user-defined area (外字, U+E000 and on), with one difference: the byte 0x80, which
/// that decoder lets through as a control character, is a fault here, since no Japanese office program
/// writes it and a file that holds it is something else.
package enum CP932 {
    /// Where decoding stopped.
    package struct Fault: Error, Equatable {
        /// The position of the first byte that begins no character, from 0.
        package let position: Int

        /// Makes a fault.
        package init(position: Int) {
            self.position = position
        }
    }

    /// Decodes all bytes to UTF-8, or says where the first byte lies that fits no character.
    package static func decode(_ bytes: ArraySlice<UInt8>) throws(Fault) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 2)
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let lead = bytes[position]
            switch lead {
            case 0x00...0x7F:
                result.append(lead)
                position += 1
            case 0xA1...0xDF:
                UTF8Writer.append(0xFF61 + UInt16(lead - 0xA1), to: &result)
                position += 1
            default:
                let next = position + 1
                guard next < bytes.endIndex, let unit = character(lead: lead, trail: bytes[next])
                else { throw Fault(position: position) }
                UTF8Writer.append(unit, to: &result)
                position += 2
            }
        }
        return result
    }

    /// The character of a two-byte sequence, nil where there is none; every one lies in the BMP.
    static func character(lead: UInt8, trail: UInt8) -> UInt16? {
        let leadOffset: Int
        switch lead {
        case 0x81...0x9F: leadOffset = 0x81
        case 0xE0...0xFC: leadOffset = 0xC1
        default: return nil
        }
        let trailOffset: Int
        switch trail {
        case 0x40...0x7E: trailOffset = 0x40
        case 0x80...0xFC: trailOffset = 0x41
        default: return nil
        }
        let pointer = (Int(lead) - leadOffset) * 188 + Int(trail) - trailOffset
        return unit(at: pointer, in: table)
    }

    /// The character of a pointer into the index, nil where there is none.
    @inline(__always)
    static func unit(at pointer: Int, in table: [UInt16]) -> UInt16? {
        let userDefined = 8_836..<10_716
        if userDefined.contains(pointer) {
            return UInt16(0xE000 + pointer - userDefined.lowerBound)
        }
        let unit = table[pointer]
        return unit == 0xFFFD ? nil : unit
    }
}

/// What a strict look at bytes as CP932 finds.
struct CP932Scan: EncodingScan {
    private(set) var isFaulty = false
    private(set) var hasNUL = false

    mutating func scan(_ piece: [UInt8], isLast: Bool) -> Int {
        let bytes = piece.span
        let characters = Self.characters
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
            }
            let lead = bytes[position]
            switch lead {
            case 0x00...0x7F:
                if lead == 0 { hasNUL = true }
                position += 1
            case 0xA1...0xDF:
                position += 1
            default:
                guard position + 1 < bytes.count else {
                    isFaulty = isLast
                    return position
                }
                let start = position
                position = Self.endOfPairs(bytes, from: position, characters)
                guard position > start else {
                    isFaulty = true
                    return position
                }
            }
        }
        return position
    }

    /// Passes by characters of two bytes, as Japanese text is made of.
    @inline(__always)
    private static func endOfPairs(
        _ bytes: borrowing Span<UInt8>, from start: Int, _ characters: [UInt64]
    ) -> Int {
        var position = start
        while position + 1 < bytes.count {
            let pair = Int(bytes[position]) << 8 | Int(bytes[position + 1])
            guard characters[pair >> 6] >> UInt64(pair & 63) & 1 == 1 else { break }
            position += 2
        }
        return position
    }

    /// A bit for each two bytes: whether they are a character.
    private static let characters: [UInt64] = {
        var bits = [UInt64](repeating: 0, count: 1 << 10)
        for pair in 0..<1 << 16
        where CP932.character(lead: UInt8(pair >> 8), trail: UInt8(pair & 0xFF)) != nil {
            bits[pair >> 6] |= 1 << UInt64(pair & 63)
        }
        return bits
    }()
}
