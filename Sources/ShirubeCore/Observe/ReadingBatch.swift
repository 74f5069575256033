/// Some of a drop's readings, packed: a file of any size passes through a few of these.
///
/// A figure is given by its number in `figures`, of which all batches of a reading share the beginning; texts
/// lie one after the other in one run of UTF-8.
package struct ReadingBatch: Sendable {
    /// What a reading speaks of, apart from its part (内訳).
    package struct Figure: Sendable, Hashable {
        /// The indicator's place in the strategy's list of indicators.
        package let indicator: Int
        /// The period.
        package let period: Period
        /// What the figure sums up within or up to that period.
        package let basis: Reading.Basis

        /// A number that no other figure of the same strategy has.
        var code: UInt64 {
            let part: Int
            switch period.part {
            case .year: part = 0
            case .half(let number): part = number
            case .quarter(let number): part = 2 + number
            case .month(let number): part = 6 + number
            case .day(let month, let day): part = month << 5 | day
            }
            let basis = Reading.Basis.allCases.firstIndex(of: basis) ?? 0
            let kind = period.year.kind == .fiscal ? 0 : 1
            // Years have four digits: the rest is the indicator's.
            let low = ((period.year.number & 0xFFFF) << 9 | part) << 3 | basis << 1 | kind
            return UInt64(truncatingIfNeeded: indicator) << 28 | UInt64(low)
        }
    }

    /// One reading.
    package struct Entry: Sendable {
        /// The place of its figure in `figures`.
        package let figure: Int
        /// The number; nil for a stage, for a sign that says why there is none, and for a withdrawal (取消).
        package let number: Double?
        /// What such a sign says; nil where there is none.
        package var absence: Absence?
        /// How sure the department is.
        package let certainty: Reading.Certainty
        /// Numerator of a ratio; nil where not given.
        package let numerator: Double?
        /// Denominator of a ratio; nil where not given.
        package let denominator: Double?
        /// Number of answers behind a survey's figure; nil where not given.
        package let respondents: Int?
        /// The physical line, from 1.
        package let line: Int
        /// The row's number among all rows, from 1.
        package let record: Int
        /// The column, from 0.
        package let column: Int
        /// A hash of its part's name; the same in every version, because the ledger keeps it.
        package let partName: UInt64
        /// Where its texts end within `text`: part, stage, note, value as written.
        ///
        /// Each begins where the one before ends. A part that is empty means the whole, an empty stage none.
        package let ends: (part: Int, stage: Int, note: Int, written: Int)
    }

    /// All figures that have been spoken of so far.
    package internal(set) var figures = FigureList()
    /// The readings, in the order of the file.
    package private(set) var entries: [Entry] = []
    /// Their texts.
    package private(set) var text: [UInt8] = []

    /// Most readings in a batch.
    static let capacity = 4_096

    /// Makes an empty batch.
    init() {
        entries.reserveCapacity(Self.capacity)
    }

    /// Whether it should be handed on.
    var isFull: Bool { entries.count >= Self.capacity || text.count > 1 << 20 }

    /// Where the texts of an entry lie within `text`: part, stage, note, value as written.
    package func texts(
        of position: Int
    ) -> (part: Range<Int>, stage: Range<Int>, note: Range<Int>, written: Range<Int>) {
        let start = position == 0 ? 0 : entries[position - 1].ends.written
        let ends = entries[position].ends
        return (
            start..<ends.part, ends.part..<ends.stage, ends.stage..<ends.note,
            ends.note..<ends.written
        )
    }

    /// Forgets the readings and keeps the figures.
    mutating func removeReadings() {
        entries.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
    }

    /// Adds a reading of a figure.
    mutating func append(_ reading: Reading, figure: Int, column: Int) {
        var number: Double?
        var absence: Absence?
        var stage = ""
        switch reading.value {
        case .number(let value): number = value
        case .stage(let name): stage = name
        case .absent(let sign): absence = sign
        case nil: break
        }
        let start = text.count
        text.append(contentsOf: (reading.part ?? "").utf8)
        let part = text.count
        let partName = ByteWord.hash(ofName: text[start...])
        text.append(contentsOf: stage.utf8)
        let stageEnd = text.count
        text.append(contentsOf: reading.note.utf8)
        let note = text.count
        text.append(contentsOf: reading.origin.written.utf8)
        entries.append(
            Entry(
                figure: figure, number: number, absence: absence, certainty: reading.certainty,
                numerator: reading.numerator, denominator: reading.denominator,
                respondents: reading.respondents, line: reading.origin.line,
                record: reading.origin.record, column: column, partName: partName,
                ends: (part, stageEnd, note, text.count)))
    }

    /// Adds a reading of a figure that is a plain number.
    @inline(__always)
    mutating func append(
        _ number: Double, certainty: Reading.Certainty, figure: Int,
        line: Int, record: Int, column: Int,
        part: ArraySlice<UInt8>, partName: UInt64, note: ArraySlice<UInt8>,
        written: ArraySlice<UInt8>
    ) {
        text += part
        let partEnd = text.count
        text += note
        let noteEnd = text.count
        text += written
        entries.append(
            Entry(
                figure: figure, number: number, certainty: certainty, numerator: nil,
                denominator: nil, respondents: nil, line: line, record: record, column: column,
                partName: partName, ends: (partEnd, partEnd, noteEnd, text.count)))
    }

    /// The readings as values of their own, reported by a department of a strategy.
    package func readings(
        of strategy: Strategy, department: Identifier<Department>
    ) -> [Reading] {
        entries.indices.map { position in
            let entry = entries[position]
            let figure = figures[entry.figure]
            let texts = texts(of: position)
            func string(_ range: Range<Int>) -> String {
                String(decoding: text[range], as: UTF8.self)
            }
            return Reading(
                indicator: strategy.indicators[figure.indicator].id, department: department,
                period: figure.period, basis: figure.basis,
                part: texts.part.isEmpty ? nil : string(texts.part),
                value: texts.stage.isEmpty
                    ? entry.number.map(Reading.Reported.number)
                        ?? entry.absence.map(Reading.Reported.absent)
                    : .stage(string(texts.stage)),
                certainty: entry.certainty, numerator: entry.numerator,
                denominator: entry.denominator, respondents: entry.respondents,
                note: string(texts.note),
                origin: Reading.Origin(
                    line: entry.line, record: entry.record,
                    column: Place.name(ofColumn: entry.column), written: string(texts.written)))
        }
    }
}
