/// Base64 (RFC 4648 section 4), as MIME bodies and encoded words need it.
package enum Base64 {
    /// The bytes as base64 text with padding, on one line.
    package static func encoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var group: UInt32 = 0
        var count = 0
        for byte in bytes {
            group = group << 8 | UInt32(byte)
            count += 1
            if count == 3 {
                append(group, sextets: 4, to: &text)
                (group, count) = (0, 0)
            }
        }
        if count > 0 {
            append(group << (8 * UInt32(3 - count)), sextets: count + 1, to: &text)
            text.append(contentsOf: repeatElement(UInt8(ascii: "="), count: 3 - count))
        }
        return text
    }

    /// The bytes as base64 text in lines of 76 characters, each ended by CRLF (RFC 2045 section
    /// 6.8); empty for no bytes.
    package static func lines(_ bytes: [UInt8]) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity(bytes.count / 57 * 78 + 80)
        for start in stride(from: 0, to: bytes.count, by: 57) {
            lines += encoded(bytes[start..<min(start + 57, bytes.count)])
            lines += [13, 10]
        }
        return lines
    }

    private static func append(_ group: UInt32, sextets: Int, to text: inout [UInt8]) {
        for position in 0..<sextets {
            text.append(alphabet[Int(group >> UInt32(18 - 6 * position) & 63)])
        }
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The bytes of base64 text; line ends and padding are passed over, nil where anything else stands in it.
    package static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var group: UInt32 = 0
        var bits: UInt32 = 0
        for byte in text {
            switch byte {
            case UInt8(ascii: "="), UInt8(ascii: "\r"), UInt8(ascii: "\n"): continue
            default: break
            }
            guard let sextet = sextet(byte) else { return nil }
            group = (group << 6 | sextet) & 0xFF_FFFF
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: group >> bits))
            }
        }
        return bytes
    }

    private static func sextet(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
