/// The texts of cells of one column, by their bytes, so that a text that is repeated is brought to its spelling
/// once.
struct CellMemo {
    /// How a column's text is brought to its spelling.
    enum Spelling {
        /// Widths and blanks folded, as the names of parts (内訳) are kept; a total's name has no spelling.
        case folded
        /// Without blanks around it.
        case trimmed
    }

    private struct Entry {
        let bytes: [UInt8]
        let text: [UInt8]?
    }

    /// A place for each of the lower bits of a hash; a later text takes an earlier one's.
    private var entries = [Entry?](repeating: nil, count: Self.size)
    private static var size: Int { 8_192 }
    private let encoding: TextEncoding
    private let spelling: Spelling

    init(_ spelling: Spelling, encoding: TextEncoding) {
        self.spelling = spelling
        self.encoding = encoding
    }

    /// The cell's text in UTF-8; nil where it has to be looked at together with its row.
    @inline(__always)
    mutating func text(_ bytes: borrowing [UInt8], _ range: Range<Int>) -> ArraySlice<UInt8>? {
        if range.isEmpty || (encoding != .cp932 && isSpelled(bytes.span, range)) {
            return bytes[range]
        }
        return remembered(bytes[range])
    }

    private mutating func remembered(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let hash = ByteWord.hash(cell.span, 0..<cell.count, from: 0)
        let place = Int(truncatingIfNeeded: hash & UInt64(Self.size - 1))
        if let entry = entries[place], entry.bytes.count == cell.count,
            ByteWord.areEqual(cell.span, 0..<cell.count, entry.bytes.span, from: 0)
        {
            return entry.text?[...]
        }
        let text = spelled(cell)
        entries[place] = Entry(bytes: Array(cell), text: text)
        return text?[...]
    }

    private func spelled(_ cell: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes = Array(cell)
        if encoding == .cp932 { bytes = (try? CP932.decode(cell)) ?? bytes }
        if isSpelled(bytes.span, 0..<bytes.count) { return bytes }
        let text = String(decoding: bytes, as: UTF8.self)
        switch spelling {
        case .trimmed: return Array(CellText.trimmed(text).utf8)
        case .folded: return RowKind.isTotal(text) ? nil : Array(CellText.folded(text).utf8)
        }
    }

    @inline(__always)
    private func isSpelled(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
        switch spelling {
        case .folded: Self.isFolded(bytes, range)
        case .trimmed: Self.isTrimmed(bytes, range)
        }
    }

    /// Whether UTF-8 is folded already, as far as is easily seen, and too long to be a total's name.
    @inline(__always)
    private static func isFolded(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard range.count > 15 else { return false }
        var position = range.lowerBound
        while position < range.upperBound {
            switch bytes[position] {
            case 0x21...0x7E: position += 1
            // U+4000 to U+9FFF, where all is ideographs.
            case 0xE4...0xE9: position += 3
            // U+3040 to U+30FF: kana, but for the voiced marks, which fold into the kana before them.
            case 0xE3:
                let second = bytes[position + 1]
                guard
                    second == 0x81 || second == 0x83
                        || (second == 0x82 && bytes[position + 2] < 0x99)
                else { return false }
                position += 3
            default: return false
            }
        }
        return true
    }

    /// Whether UTF-8 has no blank around it, as far as is easily seen.
    @inline(__always)
    private static func isTrimmed(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
        let first = bytes[range.lowerBound]
        guard (0x21...0x7E).contains(first) || (0xE4...0xE9).contains(first) else { return false }
        let last = bytes[range.upperBound - 1]
        if last < 0x80 { return (0x21...0x7E).contains(last) }
        guard range.count >= 3 else { return false }
        let lead = bytes[range.upperBound - 3]
        return (0xE4...0xE9).contains(lead)
            || (lead == 0xE3 && bytes[range.upperBound - 2] > 0x80)
    }
}
