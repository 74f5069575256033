/// What rows turned out to mean, by the bytes that say so: a table repeats its indicators, years and periods in
/// row after row, and each of them is read only once.
///
/// Only rows without any finding are remembered, so a row that is recalled has nothing to be said of.
struct RowMemo {
    /// What a row said apart from its number, its part (内訳) and its note.
    struct Meaning {
        /// The place of its figure among the file's figures.
        let figure: Int
        /// How sure the department is.
        let certainty: Reading.Certainty
        /// Whether the number was one with decimals, which not every unit takes.
        let hasDecimals: Bool
        /// Whether its unit counts in 千, 万 and so on, so that there is something to say of a zero.
        let isScaled: Bool
    }

    private struct Entry {
        let key: [UInt8]
        let ends: [Int]
        var meaning: Meaning
    }

    /// A place for each of the lower bits of a hash; a later row takes an earlier one's.
    private var entries = [Entry?](repeating: nil, count: 1_024)
    /// The columns whose cells say what a row means.
    private let columns: [Int]

    /// Makes an empty memory for a header.
    init(_ header: Header) {
        let fields: [Field] = [
            .indicatorID, .programName, .indicatorName, .year, .period, .basis, .unit, .certainty,
            .confirmation,
        ]
        columns = fields.compactMap { header.columns[$0] }.sorted()
    }

    /// What the reader's row means; nil where no such row has been read.
    @inline(__always)
    func recall(_ reader: borrowing CSVReader) -> Meaning? {
        let bytes = reader.bytes.span
        guard let entry = entries[place(reader, bytes)] else { return nil }
        let key = entry.key.span
        var start = 0
        for (position, column) in columns.enumerated() {
            let range = column < reader.cells.count ? reader.cells[column].bytes : 0..<0
            guard entry.ends[position] - start == range.count,
                ByteWord.areEqual(bytes, range, key, from: start)
            else { return nil }
            start = entry.ends[position]
        }
        return entry.meaning
    }

    /// Remembers what the reader's row means.
    mutating func remember(_ meaning: Meaning, of reader: borrowing CSVReader) {
        var key: [UInt8] = []
        var ends: [Int] = []
        for column in columns {
            if column < reader.cells.count { key += reader.bytes[reader.cells[column].bytes] }
            ends.append(key.count)
        }
        let place = place(reader, reader.bytes.span)
        let hadDecimals = entries[place].map { $0.key == key && $0.meaning.hasDecimals } ?? false
        entries[place] = Entry(
            key: key, ends: ends,
            meaning: Meaning(
                figure: meaning.figure, certainty: meaning.certainty,
                hasDecimals: meaning.hasDecimals || hadDecimals,
                isScaled: meaning.isScaled))
    }

    @inline(__always)
    private func place(_ reader: borrowing CSVReader, _ bytes: borrowing Span<UInt8>) -> Int {
        var hash: UInt64 = 0
        for column in columns where column < reader.cells.count {
            hash = ByteWord.hash(bytes, reader.cells[column].bytes, from: hash)
        }
        return Int(truncatingIfNeeded: hash & 1_023)
    }
}
