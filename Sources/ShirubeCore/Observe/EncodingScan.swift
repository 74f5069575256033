/// A strict look at bytes in one encoding, piece by piece.
protocol EncodingScan {
    /// Whether the bytes do not fit; the last look then ended where the first of them lies.
    var isFaulty: Bool { get }
    /// Whether the character U+0000 occurs, which no table holds.
    var hasNUL: Bool { get }

    /// Looks at a piece, and says how many of its bytes have been dealt with.
    ///
    /// They are fewer than all at a fault, or where a character goes on in the next piece, which has to begin
    /// with that character again; nothing goes on after the last piece.
    mutating func scan(_ piece: [UInt8], isLast: Bool) -> Int
}

extension EncodingScan {
    /// Looks at all bytes from a position on, and gives the position of the first that does not fit; nil
    /// where all do.
    mutating func fault(in source: DropBytes, from start: Int) throws -> Int? {
        var position = start
        while position < source.count {
            let piece = try source.piece(at: position)
            let isLast = position + piece.count == source.count
            position += scan(piece, isLast: isLast)
            if isFaulty { return position }
        }
        return nil
    }
}
