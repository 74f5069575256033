/// What the cells of some columns turned out to mean, by their bytes.
struct ByteMemo<Value> {
    private struct Entry {
        let key: [UInt8]
        let ends: [Int]
        var value: Value
    }

    /// A place for each of the lower bits of a hash; later cells take earlier ones' place.
    private var entries: [Entry?]
    /// The columns whose cells are looked at.
    private let columns: [Int]

    /// Makes an empty memory of `size` places, a power of two.
    init(_ columns: [Int], size: Int) {
        self.columns = columns.sorted()
        entries = [Entry?](repeating: nil, count: size)
    }

    /// What the cells of the reader's row mean; nil where none like them is remembered.
    @inline(__always)
    func recall(_ reader: borrowing CSVReader) -> Value? {
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
        return entry.value
    }

    /// Remembers what the cells of the reader's row mean; `joined` says how that goes with what they meant before.
    mutating func remember(
        _ value: Value, of reader: borrowing CSVReader, joined: (Value, Value) -> Value
    ) {
        var key: [UInt8] = []
        var ends: [Int] = []
        for column in columns {
            if column < reader.cells.count { key += reader.bytes[reader.cells[column].bytes] }
            ends.append(key.count)
        }
        let place = place(reader, reader.bytes.span)
        let before = entries[place].flatMap { $0.key == key && $0.ends == ends ? $0.value : nil }
        entries[place] = Entry(
            key: key, ends: ends, value: before.map { joined($0, value) } ?? value)
    }

    @inline(__always)
    private func place(_ reader: borrowing CSVReader, _ bytes: borrowing Span<UInt8>) -> Int {
        var hash: UInt64 = 0
        for column in columns where column < reader.cells.count {
            hash = ByteWord.hash(bytes, reader.cells[column].bytes, from: hash)
        }
        return Int(truncatingIfNeeded: hash & UInt64(entries.count - 1))
    }
}
