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

    /// The text of a cell.
    struct Text {
        /// Where it is remembered; nil where the cell's own bytes are its text.
        fileprivate let place: Int?
        /// Whether there is none.
        let isEmpty: Bool
        /// A hash of it, as of a name; only of folded text.
        let hash: UInt64
    }

    /// What is remembered at a place; the bytes lie apart, so that nothing has to be counted where it is looked at.
    private struct Entry {
        /// Where the cell's bytes lie, its text after them.
        let start: Int
        let count: Int
        let textCount: Int
        let hash: UInt64
        /// Whether it has to be looked at together with its row.
        let isDoubtful: Bool
    }

    /// A place for each of the lower bits of a hash, and the one beside it; a later text takes an earlier one's.
    private var entries = [Entry?](repeating: nil, count: Self.size)
    private static var size: Int { 8_192 }
    private var bytes: [UInt8] = []
    private let encoding: TextEncoding
    private let spelling: Spelling

    /// Beyond so many bytes everything is forgotten, so that a table of nothing but new texts takes no more memory.
    private static var maximumBytes: Int { 1 << 20 }

    init(_ spelling: Spelling, encoding: TextEncoding) {
        self.spelling = spelling
        self.encoding = encoding
    }

    /// The cell's text; nil where it has to be looked at together with its row.
    @inline(__always)
    mutating func text(_ row: borrowing Span<UInt8>, _ range: Range<Int>) -> Text? {
        if range.isEmpty { return Text(place: nil, isEmpty: true, hash: Self.emptyHash) }
        if encoding != .cp932, isSpelled(row, range) {
            let hash = spelling == .folded ? ByteWord.hash(row, range, from: 0) : 0
            return Text(place: nil, isEmpty: false, hash: hash)
        }
        let hash = ByteWord.hash(row, range, from: 0)
        let place = Int(truncatingIfNeeded: hash & UInt64(Self.size - 1))
        if holds(row, range, at: place) { return text(at: place) }
        // Two texts that share a place must not drive each other out in row after row.
        let beside = place ^ 1
        if holds(row, range, at: beside) { return text(at: beside) }
        let free = entries[place] == nil ? place : beside
        remember(row, range, at: free)
        return text(at: free)
    }

    @inline(__always)
    private func holds(_ row: borrowing Span<UInt8>, _ range: Range<Int>, at place: Int) -> Bool {
        guard let entry = entries[place], entry.count == range.count else { return false }
        return ByteWord.areEqual(row, range, bytes.span, from: entry.start)
    }

    @inline(__always)
    private func text(at place: Int) -> Text? {
        guard let entry = entries[place], !entry.isDoubtful else { return nil }
        return Text(place: place, isEmpty: entry.textCount == 0, hash: entry.hash)
    }

    private static var emptyHash: UInt64 { ByteWord.hash(ofName: []) }

    /// The bytes in UTF-8 of a text that was just given of a cell.
    func bytes(
        of text: Text, _ row: borrowing [UInt8], _ range: Range<Int>
    ) -> ArraySlice<UInt8> {
        guard let place = text.place, let entry = entries[place] else { return row[range] }
        let start = entry.start + entry.count
        return bytes[start..<start + entry.textCount]
    }

    private mutating func remember(
        _ row: borrowing Span<UInt8>, _ range: Range<Int>, at place: Int
    ) {
        if bytes.count > Self.maximumBytes {
            bytes.removeAll(keepingCapacity: true)
            for place in entries.indices { entries[place] = nil }
        }
        let start = bytes.count
        for position in range { bytes.append(row[position]) }
        let text = spelled(bytes[start...])
        bytes += text ?? []
        entries[place] = Entry(
            start: start, count: range.count, textCount: text?.count ?? 0,
            hash: ByteWord.hash(ofName: (text ?? [])[...]), isDoubtful: text == nil)
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
            case 0xE3 where position + 3 <= range.upperBound:
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
