/// What the cells of some columns turned out to mean, by their bytes.
struct ByteMemo<Value> {
    /// What was remembered at a place; its bytes lie apart, so that nothing has to be counted where it is looked at.
    private struct Entry {
        let start: Int
        let value: Value
    }

    /// A place for each of the lower bits of a hash; later cells take earlier ones' place.
    private var entries: [Entry?]
    /// Where each column's bytes end, counted from the start of an entry's, for each place.
    private var ends: [Int]
    /// The bytes of all entries, one after the other.
    private var keys: [UInt8] = []
    /// The place that was recalled or remembered last: most rows mean what the row before meant.
    private var last = 0
    /// The row for which that was.
    private var lastRecord = 0
    /// The columns whose cells are looked at.
    private let columns: [Int]

    /// Beyond so many bytes everything is forgotten, so that a table of nothing but new cells takes no more memory.
    private static var maximumBytes: Int { 1 << 20 }

    /// Makes an empty memory of `size` places, a power of two.
    init(_ columns: [Int], size: Int) {
        self.columns = columns.sorted()
        entries = [Entry?](repeating: nil, count: size)
        ends = [Int](repeating: 0, count: size * columns.count)
    }

    /// What the cells of the reader's row mean; nil where none like them is remembered.
    @inline(__always)
    mutating func recall(_ reader: borrowing CSVReader) -> Value? {
        let repeated = reader.record == lastRecord + 1 ? reader.repeatedCells : 0
        if let value = value(at: last, reader, from: repeated) {
            lastRecord = reader.record
            return value
        }
        let place = place(reader)
        guard let value = value(at: place, reader, from: 0) else { return nil }
        last = place
        lastRecord = reader.record
        return value
    }

    /// What is remembered at a place, if it is of the cells of the reader's row; those before a column are known to be
    /// what they were when the last place was recalled.
    @inline(__always)
    private func value(
        at place: Int, _ reader: borrowing CSVReader, from column: Int
    ) -> Value? {
        guard let entry = entries[place] else { return nil }
        let bytes = reader.bytes.span
        let keys = keys.span
        var start = 0
        for position in columns.indices {
            let end = ends[place * columns.count + position]
            defer { start = end }
            if columns[position] < column { continue }
            let range = reader.range(columns[position])
            guard end - start == range.count,
                ByteWord.areEqual(bytes, range, keys, from: entry.start + start)
            else { return nil }
        }
        return entry.value
    }

    /// Remembers what the cells of the reader's row mean; `joined` says how that goes with what they meant before.
    mutating func remember(
        _ value: Value, of reader: borrowing CSVReader, joined: (Value, Value) -> Value
    ) {
        let place = place(reader)
        last = place
        lastRecord = reader.record
        if let before = self.value(at: place, reader, from: 0), let entry = entries[place] {
            entries[place] = Entry(start: entry.start, value: joined(before, value))
            return
        }
        if keys.count > Self.maximumBytes {
            keys.removeAll(keepingCapacity: true)
            for place in entries.indices { entries[place] = nil }
        }
        entries[place] = Entry(start: keys.count, value: value)
        let start = keys.count
        for (position, column) in columns.enumerated() {
            keys += reader.bytes[reader.range(column)]
            ends[place * columns.count + position] = keys.count - start
        }
    }

    private func place(_ reader: borrowing CSVReader) -> Int {
        var hash: UInt64 = 0
        for column in columns where column < reader.cells.count {
            hash = ByteWord.hash(reader.bytes.span, reader.range(column), from: hash)
        }
        return Int(truncatingIfNeeded: hash & UInt64(entries.count - 1))
    }
}
