/// One row of a CSV file: its cells, unquoted, in one run of bytes.
package struct CSVRow: Sendable, Equatable {
    /// The physical line on which the row begins, from 1.
    package let line: Int
    /// The position of the first cell that has text after its closing quote; nil where none has.
    package let strayQuote: Int?
    private let bytes: [UInt8]
    private let ends: [Int]

    fileprivate init(line: Int, strayQuote: Int?, bytes: [UInt8], ends: [Int]) {
        self.line = line
        self.strayQuote = strayQuote
        self.bytes = bytes
        self.ends = ends
    }

    /// The number of cells, at least 1.
    package var count: Int { ends.count }

    /// The cell's text as written; empty for a position beyond the last cell.
    package subscript(_ position: Int) -> String {
        guard ends.indices.contains(position) else { return "" }
        let start = position == 0 ? 0 : ends[position - 1]
        return String(decoding: bytes[start..<ends[position]], as: UTF8.self)
    }

    /// All cells as written.
    package var cells: [String] { (0..<count).map { self[$0] } }

    /// Whether no cell holds anything but blanks.
    package var isBlank: Bool {
        bytes.isEmpty || (0..<count).allSatisfy { CellText.trimmed(self[$0]).isEmpty }
    }
}

/// Why the rest of a CSV file cannot be split into rows.
package enum CSVFault: Error, Equatable {
    /// A quoted cell never ends; the line and position of the cell are those where it begins.
    case unclosedQuote(line: Int, column: Int)
    /// A cell is longer than spreadsheets allow.
    case cellTooLong(line: Int, column: Int)
    /// A row has more cells than allowed.
    case tooManyColumns(line: Int)
}

/// Splits UTF-8 bytes into rows as RFC 4180 says, and as spreadsheets really write them.
///
/// Lines may end in LF, CR LF or CR, mixed. A quoted cell may hold line ends; they count as physical lines.
/// A quote inside an unquoted cell is text.
package struct CSVReader {
    /// Most cells in a row.
    package static let maximumColumns = 1_000
    /// Most characters in a cell, which is also Excel's limit.
    package static let maximumCellLength = 32_767

    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var position = 0
    private var line = 1

    /// Reads rows of the UTF-8 text, whose cells `delimiter` separates.
    package init(_ bytes: [UInt8], delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    /// The next row, nil after the last one; a line end at the very end of the file begins no row.
    package mutating func next() throws(CSVFault) -> CSVRow? {
        guard position < bytes.count else { return nil }
        let first = line
        var text: [UInt8] = []
        var ends: [Int] = []
        var strayQuote: Int?
        while true {
            guard ends.count < Self.maximumColumns else { throw .tooManyColumns(line: first) }
            let start = text.count
            if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                try readQuoted(into: &text, column: ends.count)
                let quotedEnd = text.count
                readPlain(into: &text)
                if text.count > quotedEnd, strayQuote == nil { strayQuote = ends.count }
            } else {
                readPlain(into: &text)
            }
            guard isWithinLimit(text[start...]) else {
                throw .cellTooLong(line: first, column: ends.count)
            }
            ends.append(text.count)
            guard position < bytes.count, bytes[position] == delimiter else { break }
            position += 1
        }
        skipLineEnd()
        return CSVRow(line: first, strayQuote: strayQuote, bytes: text, ends: ends)
    }

    private mutating func readPlain(into text: inout [UInt8]) {
        while position < bytes.count {
            let byte = bytes[position]
            guard byte != delimiter, byte != 0x0A, byte != 0x0D else { return }
            text.append(byte)
            position += 1
        }
    }

    private mutating func readQuoted(into text: inout [UInt8], column: Int) throws(CSVFault) {
        let first = line
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") {
                guard position < bytes.count, bytes[position] == byte else { return }
                position += 1
            } else if byte == 0x0A
                || (byte == 0x0D && (position == bytes.count || bytes[position] != 0x0A))
            {
                line += 1
            }
            text.append(byte)
        }
        throw .unclosedQuote(line: first, column: column)
    }

    private mutating func skipLineEnd() {
        guard position < bytes.count else { return }
        if bytes[position] == 0x0D {
            position += 1
            if position < bytes.count, bytes[position] == 0x0A { position += 1 }
        } else {
            position += 1
        }
        line += 1
    }

    private func isWithinLimit(_ cell: ArraySlice<UInt8>) -> Bool {
        // Continuation bytes of UTF-8 begin no character.
        cell.count <= Self.maximumCellLength
            || cell.count { $0 & 0xC0 != 0x80 } <= Self.maximumCellLength
    }

    /// The byte that separates cells: a tab or a comma.
    ///
    /// Excel writes tabs in UTF-16 and a name that ends in `.tsv` says so, which needs only one tab to be
    /// believed; any other file has tabs where its first lines hold more of them than commas.
    package static func delimiter(
        of bytes: [UInt8], encoding: TextEncoding, fileName: String
    ) -> UInt8 {
        var (tabs, commas, lines) = (0, 0, 0)
        for byte in bytes.prefix(65_536) where lines < 20 {
            switch byte {
            case UInt8(ascii: "\t"): tabs += 1
            case UInt8(ascii: ","): commas += 1
            case 0x0A, 0x0D: lines += 1
            default: break
            }
        }
        let isTabbedKind =
            encoding == .utf16LittleEndian || encoding == .utf16BigEndian
            || FileKind.suffix(of: fileName) == "tsv"
        return (isTabbedKind ? tabs > 0 : tabs > commas) ? UInt8(ascii: "\t") : UInt8(ascii: ",")
    }
}
