/// Splits text into rows as RFC 4180 says, and as spreadsheets really write them.
///
/// Lines may end in LF, CR LF or CR, mixed. A quoted cell may hold line ends; they count as physical lines.
/// A quote inside an unquoted cell is text. It works on the bytes of UTF-8 and of CP932 alike, because no
/// second byte of a CP932 character is a quote, a delimiter or a line end; text is made only of cells that
/// are asked for.
package struct CSVReader {
    /// A cell of the row, by where it lies among the bytes, counted from the start of the row.
    struct Cell {
        /// Where its bytes begin and end, without the quotes around them.
        let bytes: Range<Int>
        /// Where the delimiter or line end lies that ends it.
        let end: Int
        /// How its bytes stand for its text.
        let spelling: Spelling
    }

    /// How a cell is written.
    enum Spelling {
        /// Its bytes are its text.
        case plain
        /// A quote within it is written twice.
        case doubledQuotes
        /// Its bytes begin with a quote, and text follows the closing one.
        case strayText
    }

    private var pieces: TextPieces
    private let delimiter: UInt8
    private let limits: DropLimits
    /// The bytes that are held: the row, and what was read beyond it.
    private(set) var bytes: [UInt8] = []
    /// Where the row begins among the bytes that are held.
    private var start = 0
    private var position = 0
    private var nextLine = 1
    /// The cells of the row that was read last.
    private(set) var cells: [Cell] = []
    /// How many of its first cells are written as those of the row before, byte by byte; perhaps more are.
    private(set) var repeatedCells = 0
    /// Whether the row before is still held, and on one line.
    private var mayRepeat = false
    /// The physical line on which the row begins, from 1.
    private(set) var line = 0
    /// The row's number among all rows, from 1.
    private(set) var record = 0

    /// Reads rows of a file in its encoding, whose cells `delimiter` separates.
    ///
    /// - Throws: what reading the file throws.
    package init(
        _ source: DropBytes, encoding: TextEncoding, delimiter: UInt8,
        limits: DropLimits = DropLimits()
    ) throws {
        pieces = try TextPieces(source, encoding: encoding)
        self.delimiter = delimiter
        self.limits = limits
    }

    /// Moves on to the next row; false after the last one.
    ///
    /// A line end at the very end of the file begins no row.
    ///
    /// - Throws: `CSVFault` where the rest cannot be split, and what reading the file throws.
    mutating func advance() throws -> Bool {
        while true {
            // A second reference, so that the cells can be changed while the bytes are looked at.
            let held = bytes
            var splitter = RowSplitter(
                delimiter: delimiter, maximumColumns: limits.maximumColumns,
                isWhole: pieces.isAtEnd)
            repeatedCells = mayRepeat ? countRepeated(held.span) : 0
            let outcome = splitter.split(
                held.span, from: position, keeping: repeatedCells, into: &cells)
            switch outcome {
            case .end:
                return false
            case .row(let end):
                line = nextLine
                record += 1
                start = position
                position = end
                nextLine += 1 + splitter.lineEndsInQuotes
                mayRepeat = splitter.lineEndsInQuotes == 0
                try checkLengths()
                return true
            case .needsMore(let cellStart):
                try checkGrowth(cellStart: cellStart)
            case .unclosedQuote:
                throw CSVFault.unclosedQuote(
                    line: nextLine + splitter.lineEndsInQuotes, column: cells.count)
            case .tooManyColumns:
                throw CSVFault.tooManyColumns(line: nextLine, limit: limits.maximumColumns)
            }
            try refill()
        }
    }

    /// The next row with the text of its cells; nil after the last one.
    ///
    /// - Throws: as `advance`.
    package mutating func next() throws -> CSVRow? {
        try advance() ? row : nil
    }

    /// How many cells of the row before lie, with the delimiters after them, within what the two rows begin with.
    ///
    /// Tables repeat in row after row what a figure is of, so that much need not be looked at again.
    @inline(__always)
    private func countRepeated(_ bytes: borrowing Span<UInt8>) -> Int {
        let common = ByteWord.countCommon(bytes, from: start, and: position)
        var count = 0
        // The last cell is ended by a line end, which does not make the row longer.
        while count + 1 < cells.count, cells[count].end < common { count += 1 }
        return count
    }

    private mutating func refill() throws {
        if let next = try pieces.next(after: bytes.count - position) {
            bytes = next
        } else {
            bytes.removeFirst(position)
            bytes += try pieces.next()
        }
        position = 0
        mayRepeat = false
    }

    /// Sees to it that a cell or row without end is not gathered in memory.
    private func checkGrowth(cellStart: Int) throws(CSVFault) {
        // No character takes more than four bytes.
        if bytes.count - cellStart > 4 * limits.maximumCellLength + 2 {
            throw .cellTooLong(line: nextLine, column: cells.count, limit: limits.maximumCellLength)
        }
        if bytes.count - position > DropLimits.maximumRowBytes {
            throw .rowTooLong(line: nextLine)
        }
    }

    private func checkLengths() throws(CSVFault) {
        if position - start <= limits.maximumCellLength { return }
        for (column, cell) in cells.enumerated() where cell.bytes.count > limits.maximumCellLength {
            guard text(of: cell).unicodeScalars.count <= limits.maximumCellLength else {
                throw .cellTooLong(line: line, column: column, limit: limits.maximumCellLength)
            }
        }
    }
}

/// Why the rest of a CSV file cannot be split into rows.
package enum CSVFault: Error, Equatable {
    /// A quoted cell never ends; the line and position of the cell are those where it begins.
    case unclosedQuote(line: Int, column: Int)
    /// A cell is longer than the limit.
    case cellTooLong(line: Int, column: Int, limit: Int)
    /// A row takes more bytes than are held of one row.
    case rowTooLong(line: Int)
    /// A row has more cells than the limit.
    case tooManyColumns(line: Int, limit: Int)
}

extension CSVReader {
    /// Whether a cell of the row holds a line end.
    var spansLines: Bool { nextLine > line + 1 }

    /// The row with the text of its cells.
    var row: CSVRow {
        CSVRow(
            line: line, record: record,
            strayQuote: cells.firstIndex { $0.spelling == .strayText },
            cells: cells.map(text(of:)))
    }

    /// The text of a cell as written; empty beyond the last one.
    func text(_ column: Int) -> String {
        cells.indices.contains(column) ? text(of: cells[column]) : ""
    }

    /// Where a cell lies among the bytes that are held; empty beyond the last one.
    @inline(__always)
    func range(_ column: Int) -> Range<Int> {
        guard column < cells.count else { return 0..<0 }
        let bytes = cells[column].bytes
        return start + bytes.lowerBound..<start + bytes.upperBound
    }

    private func text(of cell: Cell) -> String {
        let own = bytes[start + cell.bytes.lowerBound..<start + cell.bytes.upperBound]
        let written: [UInt8] =
            switch cell.spelling {
            case .plain: Array(own)
            case .doubledQuotes: Self.unquoted(own)
            case .strayText: Self.unquoted(own.dropFirst())
            }
        return Self.text(written, encoding: pieces.encoding)
    }

    /// The text of bytes in the encoding, which all fit it.
    static func text(_ bytes: [UInt8], encoding: TextEncoding) -> String {
        guard encoding == .cp932 else { return String(decoding: bytes, as: UTF8.self) }
        let decoded = try? CP932.decode(bytes[...])
        return String(decoding: decoded ?? bytes, as: UTF8.self)
    }

    /// The bytes with doubled quotes as one, up to and beyond the quote that closes the cell.
    private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var isClosed = false
        var position = bytes.startIndex
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\""), !isClosed {
                guard position < bytes.endIndex, bytes[position] == byte else {
                    isClosed = true
                    continue
                }
                position += 1
            }
            result.append(byte)
        }
        return result
    }
}
