/// The text of a drop, piece by piece: UTF-16 as UTF-8, anything else as it is, none with a byte order mark.
struct TextPieces {
    let encoding: TextEncoding
    private let source: DropBytes
    private var position: Int

    /// Begins at the start of a file whose bytes all fit the encoding.
    init(_ source: DropBytes, encoding: TextEncoding) throws {
        self.source = source
        self.encoding = encoding
        let first = try source.piece(at: 0)
        position =
            switch encoding {
            case .utf8WithMark: 3
            case .utf16LittleEndian: first.starts(with: [0xFF, 0xFE]) ? 2 : 0
            case .utf16BigEndian: first.starts(with: [0xFE, 0xFF]) ? 2 : 0
            case .utf8, .cp932: 0
            }
    }

    /// Whether nothing follows.
    var isAtEnd: Bool { position >= source.count }

    /// The next piece and, before it, the last `count` bytes of the pieces so far once more; nil where they cannot be had
    /// as one.
    ///
    /// Reading what is left of a row again costs less than copying all that follows it.
    mutating func next(after count: Int) throws -> [UInt8]? {
        guard !encoding.isUTF16, count < source.pieceSize / 2 else { return nil }
        position -= count
        return try next()
    }

    /// The next piece; none at the end.
    mutating func next() throws -> [UInt8] {
        let piece = try source.piece(at: position)
        guard encoding.isUTF16 else {
            position += piece.count
            return piece
        }
        var reader = UTF16Text(encoding, keepsText: true)
        let count = reader.scan(piece, isLast: position + piece.count == source.count)
        // What was found to fit before goes on; a file that shrinks meanwhile must not hold the loop.
        position += count > 0 ? count : piece.count
        return reader.text
    }
}
