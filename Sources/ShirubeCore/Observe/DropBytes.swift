/// The content of a drop: read piece by piece, and as often as needed, so that its size costs no memory.
package struct DropBytes {
    /// Fewer bytes came than the content is said to have.
    package struct Shortfall: Error, Equatable {}

    /// How many bytes there are.
    package let count: Int
    private let read: (Range<Int>) throws -> [UInt8]
    /// How many bytes are asked for at a time.
    let pieceSize: Int

    /// Makes content that lies elsewhere.
    ///
    /// - Parameters:
    ///   - count: how many bytes there are.
    ///   - pieceSize: how many bytes are asked for at a time; at least four, that a character fits in.
    ///   - read: gives all the bytes of a range within the content, or throws what keeps it from that.
    package init(
        count: Int, pieceSize: Int = 1 << 18, read: @escaping (Range<Int>) throws -> [UInt8]
    ) {
        self.count = count
        self.pieceSize = max(4, pieceSize)
        self.read = read
    }

    /// Makes content that lies in memory.
    package init(_ bytes: [UInt8], pieceSize: Int = 1 << 18) {
        self.init(count: bytes.count, pieceSize: pieceSize) { Array(bytes[$0]) }
    }

    /// The bytes from a position on, as many as come in one piece; none at the end.
    ///
    /// - Throws: `Shortfall`, and what keeps the bytes from being read.
    func piece(at position: Int) throws -> [UInt8] {
        guard position < count else { return [] }
        let range = position..<min(count, position + pieceSize)
        let bytes = try read(range)
        guard bytes.count == range.count else { throw Shortfall() }
        return bytes
    }

    /// The beginning, by which a file's kind is told: as much as is needed for that, however the rest is read.
    var beginning: DropBytes { DropBytes(count: count, pieceSize: 1 << 16, read: read) }
}
