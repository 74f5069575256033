/// Reads rows of a tidy table that differ from an earlier one only in number, part (内訳) and note, from their
/// bytes; every other row is left to the readers of cells.
struct RowRecall {
    private let width: Int
    private let valueColumn: Int
    private let partColumn: Int?
    private let noteColumn: Int?
    /// Columns that such a row leaves empty.
    private let emptyColumns: [Int]
    /// Columns before the first that says what the row means; a word in them could make it a total or a note.
    private let leadingColumns: Int
    private var memo: RowMemo
    private var parts: CellMemo
    private var notes: CellMemo
    private let isPossible: Bool

    init(_ header: Header, encoding: TextEncoding, isAllowed: Bool) {
        width = header.width
        valueColumn = header.columns[.value] ?? 0
        partColumn = header.columns[.part]
        noteColumn = header.columns[.note]
        let beside: [Field] = [.numerator, .denominator, .respondents]
        emptyColumns = beside.compactMap { header.columns[$0] } + header.columnsWithoutHeading
        let naming: [Field] = [.indicatorID, .programName, .indicatorName]
        leadingColumns = naming.compactMap { header.columns[$0] }.min() ?? 0
        memo = RowMemo(header)
        parts = CellMemo(.folded, encoding: encoding)
        notes = CellMemo(.trimmed, encoding: encoding)
        isPossible = isAllowed && header.layout == .tidy
    }

    /// Remembers what a row means that was read without a finding.
    mutating func remember(_ meaning: RowMemo.Meaning, of reader: borrowing CSVReader) {
        guard isPossible, Self.isPlain(reader) else { return }
        memo.remember(meaning, of: reader)
    }

    /// Reads the reader's row; false, with nothing done, where it is not such a row.
    @inline(__always)
    mutating func read(
        _ reader: borrowing CSVReader, into readings: inout ReadingSet,
        totals: inout TotalsCheck
    ) -> Bool {
        guard isPossible, reader.cells.count <= width, valueColumn < reader.cells.count,
            Self.isPlain(reader), isSilentElsewhere(reader),
            let meaning = memo.recall(reader)
        else { return false }
        let written = reader.cells[valueColumn].bytes
        guard let number = PlainNumber.read(reader.bytes.span, written),
            number.decimals == 0 || meaning.hasDecimals,
            number.value != 0 || (number.decimals == 0 && !meaning.isScaled),
            let part = parts.text(reader.bytes, range(partColumn, reader)),
            let note = notes.text(reader.bytes, range(noteColumn, reader)),
            readings.add(
                number.value, meaning: meaning, line: reader.line, record: reader.record,
                column: valueColumn, part: part, note: note, written: reader.bytes[written])
        else { return false }
        totals.add(number.value, figure: meaning.figure, column: valueColumn)
        return true
    }

    @inline(__always)
    private func range(_ column: Int?, _ reader: borrowing CSVReader) -> Range<Int> {
        guard let column, column < reader.cells.count else { return 0..<0 }
        return reader.cells[column].bytes
    }

    @inline(__always)
    private static func isPlain(_ reader: borrowing CSVReader) -> Bool {
        for cell in reader.cells where cell.spelling != .plain { return false }
        return true
    }

    /// Whether the columns that are not looked at hold nothing that could matter.
    @inline(__always)
    private func isSilentElsewhere(_ reader: borrowing CSVReader) -> Bool {
        for column in emptyColumns where !range(column, reader).isEmpty { return false }
        for column in 0..<min(leadingColumns, reader.cells.count) {
            for byte in reader.bytes[reader.cells[column].bytes]
            where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                return false
            }
        }
        return true
    }
}
