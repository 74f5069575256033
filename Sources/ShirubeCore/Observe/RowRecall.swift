/// Reads rows of a tidy table that differ from an earlier one only in number, part (内訳) and note, from their
/// bytes; every other row is left to the readers of cells.
struct RowRecall {
    private let width: Int
    private let valueColumn: Int
    private let valueHeading: String
    private let partColumn: Int?
    private let noteColumn: Int?
    /// Columns that such a row leaves empty.
    private let emptyColumns: [Int]
    /// Columns before the first that says what the row means; a word in them could make it a total or a note.
    private let leadingColumns: Int
    private let strategy: Strategy
    private var memo: RowMemo
    private var parts: CellMemo
    private var notes: CellMemo
    private let isPossible: Bool

    init(_ header: Header, strategy: Strategy, encoding: TextEncoding, isAllowed: Bool) {
        width = header.width
        valueColumn = header.columns[.value] ?? 0
        valueHeading = header.heading(of: valueColumn)
        partColumn = header.columns[.part]
        noteColumn = header.columns[.note]
        let beside: [Field] = [.numerator, .denominator, .respondents]
        emptyColumns = beside.compactMap { header.columns[$0] } + header.columnsWithoutHeading
        let naming: [Field] = [.indicatorID, .programName, .indicatorName]
        leadingColumns = naming.compactMap { header.columns[$0] }.min() ?? 0
        self.strategy = strategy
        memo = RowMemo(header, strategy: strategy)
        parts = CellMemo(.folded, encoding: encoding)
        notes = CellMemo(.trimmed, encoding: encoding)
        isPossible = isAllowed && header.layout == .tidy
    }

    /// Remembers what a row means that was read without a finding, and which speaks of a figure.
    mutating func remember(
        _ meaning: RowMemo.Meaning, of reader: borrowing CSVReader, figure: ReadingBatch.Figure
    ) {
        guard isPossible, Self.isPlain(reader) else { return }
        memo.remember(meaning, of: reader, figure: figure)
    }

    /// Reads the reader's row; false, with nothing done, where it is not such a row.
    @inline(__always)
    mutating func read(
        _ reader: borrowing CSVReader, into readings: inout ReadingSet,
        totals: inout TotalsCheck
    ) -> Bool {
        guard isPossible, reader.cells.count <= width, valueColumn < reader.cells.count,
            Self.isPlain(reader), isSilentElsewhere(reader)
        else { return false }
        let written = reader.range(valueColumn)
        guard let number = PlainNumber.read(reader.bytes.span, written),
            let part = parts.text(reader.bytes.span, range(partColumn, reader)),
            let note = notes.text(reader.bytes.span, range(noteColumn, reader)),
            let meaning = memo.recall(reader)
                ?? composed(reader, number, isPart: !part.isEmpty, &readings, &totals),
            part.isEmpty || meaning.takesParts, number.decimals == 0 || meaning.hasDecimals,
            number.value != 0 || (number.decimals == 0 && !meaning.isScaled),
            readings.add(number.value, meaning: meaning, line: reader.line, part: part)
        else { return false }
        if readings.keepsReadings {
            readings.batch.append(
                number.value, certainty: meaning.certainty, figure: meaning.figure,
                line: reader.line, record: reader.record, column: valueColumn,
                part: parts.bytes(of: part, reader.bytes, range(partColumn, reader)),
                partName: part.hash,
                note: notes.bytes(of: note, reader.bytes, range(noteColumn, reader)),
                written: reader.bytes[written])
        }
        totals.add(number.value, figure: meaning.figure, column: valueColumn)
        return true
    }

    /// What the reader's row means, put together from two rows that have been read; nil where it has to be read itself.
    private mutating func composed(
        _ reader: borrowing CSVReader, _ number: (value: Double, decimals: Int), isPart: Bool,
        _ readings: inout ReadingSet, _ totals: inout TotalsCheck
    ) -> RowMemo.Meaning? {
        guard let (figure, beside) = memo.compose(reader), number.decimals == 0,
            number.value != 0 || !beside.isScaled, !isPart || beside.takesParts
        else { return nil }
        let place = Place(
            line: reader.line, record: reader.record, column: valueColumn,
            heading: valueHeading, written: reader.text(valueColumn))
        let known = readings.number(of: figure, at: place, isMeant: beside.isMeant)
        totals.know(known, of: strategy.indicators[figure.indicator])
        let meaning = RowMemo.Meaning(
            figure: known, certainty: beside.certainty, hasDecimals: false,
            isScaled: beside.isScaled, takesParts: beside.takesParts, isMeant: beside.isMeant)
        memo.remember(meaning, of: reader, figure: figure)
        return meaning
    }

    @inline(__always)
    private func range(_ column: Int?, _ reader: borrowing CSVReader) -> Range<Int> {
        column.map { reader.range($0) } ?? 0..<0
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
            for byte in reader.bytes[reader.range(column)]
            where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
                return false
            }
        }
        return true
    }
}
