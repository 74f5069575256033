/// Eight bytes that are looked at as one number, since most bytes of a table need no look of their own.
///
/// The tests for bytes within a word are those of Mycroft (1987): exact for the lowest byte that they find,
/// which is the first one in the text.
struct ByteWord {
    /// How many bytes it holds.
    static let width = 8

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    let bits: UInt64

    /// Loads the eight bytes from a position on; all of them must lie within the span.
    @inline(__always)
    init(_ bytes: borrowing Span<UInt8>, at position: Int) {
        // Safe: the span checks that the eight bytes lie within it, and any bits make an integer.
        bits = UInt64(
            littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(
                fromByteOffset: position, as: UInt64.self))
    }

    /// Marks the bytes that are not ASCII.
    @inline(__always)
    var nonASCII: UInt64 { bits & Self.highs }

    /// Marks the bytes that are zero.
    @inline(__always)
    var zeros: UInt64 { (bits &- Self.ones) & ~bits & Self.highs }

    /// Marks the bytes that are equal to one given eight times in `pattern`.
    @inline(__always)
    func bytes(equalTo pattern: UInt64) -> UInt64 {
        let difference = bits ^ pattern
        return (difference &- Self.ones) & ~difference & Self.highs
    }

    /// A byte given eight times.
    @inline(__always)
    static func pattern(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

    /// How many bytes lie before the first marked one; 8 where none is marked.
    @inline(__always)
    static func position(ofFirst marks: UInt64) -> Int { marks.trailingZeroBitCount >> 3 }
}

extension ByteWord {
    /// A hash of bytes that goes on from another one (multiply and fold, as in Wang Yi's wyhash).
    ///
    /// It is quick, and gives the same in every run; whoever asks it must look at the bytes where hashes agree.
    @inline(__always)
    static func hash(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>, from seed: UInt64)
        -> UInt64
    {
        var hash = mixed(seed ^ UInt64(truncatingIfNeeded: range.count))
        var position = range.lowerBound
        while position + width <= range.upperBound {
            hash = mixed(hash ^ ByteWord(bytes, at: position).bits)
            position += width
        }
        var rest: UInt64 = 0
        while position < range.upperBound {
            rest = rest << 8 | UInt64(bytes[position])
            position += 1
        }
        return mixed(hash ^ rest)
    }

    /// A hash of one name, in UTF-8; the same in every version, because the ledger keeps it.
    @inline(__always)
    static func hash(ofName name: ArraySlice<UInt8>) -> UInt64 {
        hash(name.span, 0..<name.count, from: 0)
    }

    /// A hash of several names, whatever their order: the sum of theirs; 0 for none.
    static func hash(ofNames names: [String]) -> UInt64 {
        names.reduce(0) { $0 &+ hash(ofName: Array($1.utf8)[...]) }
    }

    /// Spreads the bits of a number over all of another one.
    @inline(__always)
    static func mixed(_ value: UInt64) -> UInt64 {
        let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(
            by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }

    /// How many bytes are the same from two positions on, the first one before the second; no more than lie between them.
    ///
    /// Without that limit a table of equal rows would be compared to its end at every row.
    @inline(__always)
    static func countCommon(
        _ bytes: borrowing Span<UInt8>, from one: Int, and other: Int
    ) -> Int {
        let limit = min(other - one, bytes.count - other)
        var count = 0
        while count + width <= limit {
            let difference =
                ByteWord(bytes, at: one + count).bits ^ ByteWord(bytes, at: other + count).bits
            if difference != 0 { return count + position(ofFirst: difference) }
            count += width
        }
        while count < limit, bytes[one + count] == bytes[other + count] { count += 1 }
        return count
    }

    /// Whether two runs of as many bytes are the same.
    @inline(__always)
    static func areEqual(
        _ one: borrowing Span<UInt8>, _ range: Range<Int>, _ other: borrowing Span<UInt8>,
        from start: Int
    ) -> Bool {
        var (position, otherPosition) = (range.lowerBound, start)
        while position + width <= range.upperBound {
            guard
                ByteWord(one, at: position).bits == ByteWord(other, at: otherPosition).bits
            else { return false }
            position += width
            otherPosition += width
        }
        while position < range.upperBound {
            guard one[position] == other[otherPosition] else { return false }
            position += 1
            otherPosition += 1
        }
        return true
    }
}
