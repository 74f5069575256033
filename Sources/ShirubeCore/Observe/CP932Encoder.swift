extension CP932 {
    /// The first character of a text that has no bytes in CP932.
    package struct Unencodable: Error, Equatable {
        /// The character.
        package let scalar: Unicode.Scalar
        /// How many scalars stand before it.
        package let position: Int

        /// Makes it.
        package init(scalar: Unicode.Scalar, position: Int) {
            self.scalar = scalar
            self.position = position
        }
    }

    /// Encodes a text, or names the first character that CP932 cannot hold.
    ///
    /// It encodes as the Shift_JIS encoder of the WHATWG Encoding Standard does: of the bytes that mean the same
    /// character NEC's selection of IBM's characters is never used, and of the others the first. Beyond it, gaiji of
    /// the user-defined area have their bytes, and the characters that other tables put where Microsoft has a
    /// twin, as 〜 for ～, become the twin. What `decode` calls a fault is never written.
    package static func encode(_ text: String) throws(Unencodable) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var position = 0
        for scalar in text.unicodeScalars {
            guard append(scalar, to: &result) else {
                throw Unencodable(scalar: scalar, position: position)
            }
            position += 1
        }
        return result
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
        if let ascii = UInt8(exactly: scalar.value), ascii < 0x80 {
            bytes.append(ascii)
            return true
        }
        guard let unit = UInt16(exactly: scalar.value) else { return false }
        switch unit {
        case 0x00A5: bytes.append(0x5C)
        case 0x203E: bytes.append(0x7E)
        case 0xFF61...0xFF9F: bytes.append(0xA1 + UInt8(unit - 0xFF61))
        default:
            let pair = pairs[Int(twins[unit] ?? unit)]
            guard pair != 0 else { return false }
            bytes.append(UInt8(pair >> 8))
            bytes.append(UInt8(pair & 0xFF))
        }
        return true
    }

    /// The characters by which JIS X 0208's own tables differ from Microsoft's, with the latter's.
    private static let twins: [UInt16: UInt16] = [
        0x301C: 0xFF5E, 0x2212: 0xFF0D, 0x2016: 0x2225, 0x2014: 0x2015, 0x00A2: 0xFFE0,
        0x00A3: 0xFFE1, 0x00AC: 0xFFE2,
    ]

    /// The two bytes of every character of the BMP, 0 where it has none.
    private static let pairs: [UInt16] = {
        var pairs = [UInt16](repeating: 0, count: 0x10000)
        for pointer in 0..<table.count where !selectedByNEC.contains(pointer) {
            guard let unit = unit(at: pointer), pairs[Int(unit)] == 0 else { continue }
            let (row, cell) = pointer.quotientAndRemainder(dividingBy: 188)
            let lead = row + (row < 31 ? 0x81 : 0xC1)
            let trail = cell + (cell < 63 ? 0x40 : 0x41)
            pairs[Int(unit)] = UInt16(lead << 8 | trail)
        }
        return pairs
    }()

    /// IBM's characters a second time, as NEC numbered them.
    private static let selectedByNEC = 8_272..<8_836
}
