/// What rows turned out to mean, by the bytes that say so: a table repeats its indicators, years and periods in
/// row after row, and each of them is read only once.
///
/// Only rows without any finding are remembered, so a row that is recalled has nothing to be said of. A row whose
/// indicator was remembered from one row and whose period from another means both together, if the indicators of the
/// two are read alike.
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
        /// Whether its figure may be given in parts (内訳).
        let takesParts: Bool
        /// Whether it is marked as meant (確認).
        let isMeant: Bool
    }

    /// What the cells beside those that name the indicator said.
    private struct Beside {
        let period: Period
        let basis: Reading.Basis
        let meaning: Meaning
        /// How its indicator is read.
        let manner: Int
    }

    private var rows: ByteMemo<Meaning>
    private var indicators: ByteMemo<Int>
    private var besides: ByteMemo<Beside>
    /// How each of the strategy's indicators is read: the same number, the same manner.
    private let manners: [Int]

    /// What decides how the cells beside an indicator's name are read.
    private struct Manner: Hashable {
        let kind: IndicatorKind
        let calendar: YearKind
        let unit: String
    }

    /// Makes an empty memory for a header.
    init(_ header: Header, strategy: Strategy) {
        let naming: [Field] = [.indicatorID, .programName, .indicatorName]
        let others: [Field] = [.year, .period, .basis, .unit, .certainty, .confirmation]
        let namingColumns = naming.compactMap { header.columns[$0] }
        let otherColumns = others.compactMap { header.columns[$0] }
        rows = ByteMemo(namingColumns + otherColumns, size: 1_024)
        // Few, but all of them are asked for again and again: hardly any two should share a place.
        indicators = ByteMemo(namingColumns, size: 4_096)
        besides = ByteMemo(otherColumns, size: 4_096)
        var numbers: [Manner: Int] = [:]
        manners = strategy.indicators.map { indicator in
            let manner = Manner(
                kind: indicator.kind, calendar: indicator.calendar, unit: indicator.unit)
            let number = numbers[manner] ?? numbers.count
            numbers[manner] = number
            return number
        }
    }

    /// What the reader's row means; nil where no such row has been read.
    @inline(__always)
    mutating func recall(_ reader: borrowing CSVReader) -> Meaning? { rows.recall(reader) }

    /// What the reader's row speaks of, put together from two rows; nil where one of them has not been read.
    mutating func compose(
        _ reader: borrowing CSVReader
    ) -> (figure: ReadingBatch.Figure, meaning: Meaning)? {
        guard let indicator = indicators.recall(reader), let beside = besides.recall(reader),
            beside.manner == manners[indicator]
        else { return nil }
        let figure = ReadingBatch.Figure(
            indicator: indicator, period: beside.period, basis: beside.basis)
        return (figure, beside.meaning)
    }

    /// Remembers what the reader's row means, which speaks of a figure.
    mutating func remember(
        _ meaning: Meaning, of reader: borrowing CSVReader, figure: ReadingBatch.Figure
    ) {
        rows.remember(meaning, of: reader) { before, now in
            Meaning(
                figure: now.figure, certainty: now.certainty,
                hasDecimals: before.hasDecimals || now.hasDecimals, isScaled: now.isScaled,
                takesParts: now.takesParts, isMeant: now.isMeant)
        }
        indicators.remember(figure.indicator, of: reader) { $1 }
        besides.remember(
            Beside(
                period: figure.period, basis: figure.basis, meaning: meaning,
                manner: manners[figure.indicator]), of: reader
        ) { $1 }
    }
}
