/// Reads UTF-16, strictly: a surrogate without its other half is a fault.
struct UTF16Text: EncodingScan {
    private(set) var isFaulty = false
    private(set) var hasNUL = false
    /// What was read, as UTF-8.
    private(set) var text: [UInt8] = []
    private let isLittleEndian: Bool
    private let keepsText: Bool

    /// Begins to read; where `keepsText` is false, nothing but faults is looked for.
    init(_ encoding: TextEncoding, keepsText: Bool) {
        isLittleEndian = encoding == .utf16LittleEndian
        self.keepsText = keepsText
    }

    mutating func scan(_ piece: [UInt8], isLast: Bool) -> Int {
        var position = 0
        while position < piece.count {
            guard let first = unit(piece, at: position) else {
                isFaulty = isLast
                return position
            }
            switch first {
            case 0xD800...0xDBFF:
                guard let second = unit(piece, at: position + 2) else {
                    isFaulty = isLast
                    return position
                }
                guard (0xDC00...0xDFFF).contains(second) else {
                    isFaulty = true
                    return position
                }
                let scalar = 0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00)
                if keepsText { UTF8Writer.append(scalar: scalar, to: &text) }
                position += 4
            case 0xDC00...0xDFFF:
                isFaulty = true
                return position
            default:
                if first == 0 { hasNUL = true }
                if keepsText { UTF8Writer.append(scalar: first, to: &text) }
                position += 2
            }
        }
        return position
    }

    private func unit(_ bytes: [UInt8], at position: Int) -> UInt32? {
        guard position + 1 < bytes.count else { return nil }
        let (first, second) = (UInt32(bytes[position]), UInt32(bytes[position + 1]))
        return isLittleEndian ? second << 8 | first : first << 8 | second
    }

    /// Which byte order text without a mark has, by where its zero bytes lie; nil where it is not UTF-16.
    ///
    /// Commas, digits and line ends have a zero for their high byte, and every table holds many of them.
    static func encoding(ofUnmarked bytes: [UInt8]) -> TextEncoding? {
        var zeros = (even: 0, odd: 0)
        for position in bytes.indices where bytes[position] == 0 {
            if position % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        guard (zeros.even + zeros.odd) * 16 >= bytes.count else { return nil }
        switch zeros {
        case (0, 1...): return .utf16LittleEndian
        case (1..., 0): return .utf16BigEndian
        default: return nil
        }
    }
}
