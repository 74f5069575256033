/// Finds the cells of one row among bytes.
struct RowSplitter {
    /// What was found.
    enum Outcome {
        /// A row, and where the next one begins.
        case row(end: Int)
        /// Nothing more.
        case end
        /// The row goes on beyond the bytes; its unfinished cell begins at the position.
        case needsMore(cellStart: Int)
        /// The cell after those that were found opens a quote that never ends.
        case unclosedQuote
        /// The row has more cells than allowed.
        case tooManyColumns
    }

    private let delimiter: UInt8
    private let delimiters: UInt64
    private let maximumColumns: Int
    /// Whether nothing follows after the bytes.
    private let isWhole: Bool
    /// How many line ends lie within quoted cells of the row.
    private(set) var lineEndsInQuotes = 0

    init(delimiter: UInt8, maximumColumns: Int, isWhole: Bool) {
        self.delimiter = delimiter
        self.maximumColumns = maximumColumns
        self.isWhole = isWhole
        delimiters = ByteWord.pattern(delimiter)
    }

    // Computed, because a stored one would be asked at every byte whether it has been made.
    private static var quote: UInt8 { UInt8(ascii: "\"") }
    private static var lineFeed: UInt8 { 0x0A }
    private static var carriageReturn: UInt8 { 0x0D }

    /// Finds the cells of the row that begins at a position, of which the first `kept` are known already.
    mutating func split(
        _ bytes: borrowing Span<UInt8>, from start: Int, keeping kept: Int,
        into cells: inout [CSVReader.Cell]
    ) -> Outcome {
        cells.removeLast(cells.count - kept)
        guard start < bytes.count else { return isWhole ? .end : .needsMore(cellStart: start) }
        var position = kept == 0 ? start : start + cells[kept - 1].end + 1
        while true {
            guard cells.count < maximumColumns else { return .tooManyColumns }
            let cellStart = position
            if position < bytes.count, bytes[position] == Self.quote {
                guard let cell = quoted(bytes, &position, rowStart: start) else {
                    return isWhole ? .unclosedQuote : .needsMore(cellStart: cellStart)
                }
                if position == bytes.count, !isWhole { return .needsMore(cellStart: cellStart) }
                cells.append(cell)
            } else {
                position = endOfPlain(bytes, from: position)
                if position == bytes.count, !isWhole { return .needsMore(cellStart: cellStart) }
                cells.append(
                    CSVReader.Cell(
                        bytes: cellStart - start..<position - start, end: position - start,
                        spelling: .plain))
            }
            guard position < bytes.count else { return .row(end: position) }
            let byte = bytes[position]
            position += 1
            if byte == delimiter { continue }
            guard byte == Self.carriageReturn else { return .row(end: position) }
            if position == bytes.count, !isWhole { return .needsMore(cellStart: cellStart) }
            if position < bytes.count, bytes[position] == Self.lineFeed { position += 1 }
            return .row(end: position)
        }
    }

    /// Where a cell without quotes ends: at a delimiter, a line end, or the end of the bytes.
    @inline(__always)
    private func endOfPlain(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
        var position = start
        while position + ByteWord.width <= bytes.count {
            let word = ByteWord(bytes, at: position)
            let marks =
                word.bytes(equalTo: delimiters)
                | word.bytes(equalTo: ByteWord.pattern(Self.lineFeed))
                | word.bytes(equalTo: ByteWord.pattern(Self.carriageReturn))
            if marks != 0 { return position + ByteWord.position(ofFirst: marks) }
            position += ByteWord.width
        }
        while position < bytes.count {
            let byte = bytes[position]
            if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            position += 1
        }
        return position
    }

    /// Takes a quoted cell, and text after its closing quote; nil where the quote does not end.
    private mutating func quoted(
        _ bytes: borrowing Span<UInt8>, _ position: inout Int, rowStart: Int
    ) -> CSVReader.Cell? {
        let start = position
        var end = start + 1
        var hasDoubled = false
        var lineEnds = 0
        while true {
            guard end < bytes.count else { return nil }
            let byte = bytes[end]
            if byte == Self.quote {
                guard end + 1 < bytes.count, bytes[end + 1] == Self.quote else { break }
                hasDoubled = true
                end += 1
            } else if byte == Self.lineFeed {
                lineEnds += 1
            } else if byte == Self.carriageReturn,
                end + 1 == bytes.count || bytes[end + 1] != Self.lineFeed
            {
                lineEnds += 1
            }
            end += 1
        }
        lineEndsInQuotes += lineEnds
        position = endOfPlain(bytes, from: end + 1)
        guard position == end + 1 else {
            return CSVReader.Cell(
                bytes: start - rowStart..<position - rowStart, end: position - rowStart,
                spelling: .strayText)
        }
        return CSVReader.Cell(
            bytes: start + 1 - rowStart..<end - rowStart, end: position - rowStart,
            spelling: hasDoubled ? .doubledQuotes : .plain)
    }
}
