/// Reads numbers as most cells hold them, digits and at most thousands marks and a decimal point, from bytes.
///
/// It reads what `NumberReader` reads to the same number, only less of it and sooner; what it gives nil for may
/// still be a number.
enum PlainNumber {
    /// The number that the bytes are, and how many decimals it has; nil where they are anything but a plain
    /// number of at most 15 digits.
    @inline(__always)
    static func read(
        _ bytes: borrowing Span<UInt8>, _ range: Range<Int>
    ) -> (value: Double, decimals: Int)? {
        guard !range.isEmpty, range.count <= 20 else { return nil }
        var (number, digits, decimals) = (0, 0, 0)
        var sinceMark: Int?
        var isFraction = false
        for position in range {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                number = number &* 10 &+ Int(byte &- UInt8(ascii: "0"))
                digits += 1
                if isFraction { decimals += 1 } else { sinceMark = sinceMark.map { $0 + 1 } }
            case UInt8(ascii: ","):
                // The first group has one to three digits, every other one three.
                guard !isFraction, sinceMark == 3 || (sinceMark == nil && (1...3).contains(digits))
                else { return nil }
                sinceMark = 0
            case UInt8(ascii: "."):
                guard !isFraction, digits > 0, sinceMark ?? 3 == 3 else { return nil }
                isFraction = true
            default:
                return nil
            }
        }
        guard (1...15).contains(digits), sinceMark ?? 3 == 3, !isFraction || decimals > 0 else {
            return nil
        }
        if decimals == 0 { return (Double(number), 0) }
        // Both are exact, so that the quotient is the nearest number to what is written.
        return (Double(number) / powersOfTen[decimals], decimals)
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]
}
