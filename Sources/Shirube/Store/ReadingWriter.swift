import GRDB
import ShirubeCore

/// Writes the readings of a file into the ledger while the file is being read.
///
/// It works inside the file's transaction: what it has written is gone again if that is given up.
struct ReadingWriter: ReadingSink {
    let takesReadings = true
    private let ledger: Ledger
    private let strategy: Strategy
    /// The number of the file.
    let file: Int64
    /// The number that its first reading has, or would have.
    let first: Int64
    private var next: Int64
    private var indicators: [Int: Int64] = [:]

    /// What has been written of each figure, in the order of the batch's figures.
    private var tallies: [Tally] = []

    /// Which indicators the readings spoke of, by their places in the strategy's list.
    private(set) var touched: Set<Int> = []

    /// What was written of one figure.
    private struct Tally {
        let figure: ReadingBatch.Figure
        var readings = 0
        var finals = 0
        var sum = 0.0
        var last: Int64 = 0
        /// Whether all of it is numbers of parts, which add up.
        var isSum = true
        /// A hash of the names of its parts, whatever their order.
        var parts: UInt64 = 0

        mutating func add(_ entry: ReadingBatch.Entry, isPart: Bool, as number: Int64) {
            parts &+= entry.partName
            readings += 1
            if entry.certainty == .confirmed || entry.certainty == .corrected { finals += 1 }
            sum += entry.number ?? 0
            last = number
            isSum =
                isSum && isPart && entry.number != nil && entry.denominator == nil
                && entry.respondents == nil
        }
    }

    init(_ ledger: Ledger, strategy: Strategy, file: Int64) throws {
        self.ledger = ledger
        self.strategy = strategy
        self.file = file
        first = (try Int64.fetchOne(ledger.db, sql: "SELECT MAX(id) FROM reading") ?? 0) + 1
        next = first
    }

    /// The numbers of its readings; nil where there are none.
    var range: ClosedRange<Int64>? { next > first ? first...next - 1 : nil }

    mutating func begin() throws {
        guard next > first else { return }
        try ledger.db.execute(sql: "DELETE FROM reading WHERE id >= ?", arguments: [first])
        next = first
        touched = []
        tallies = []
    }

    /// Writes what the file says of each figure in sum, once all readings are written.
    func finish() throws {
        for tally in tallies where tally.readings > 0 {
            try ledger.db.execute(
                sql: "INSERT INTO file_figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    indicators[tally.figure.indicator], tally.figure.period.description,
                    Ledger.Code.of(tally.figure.basis), file, tally.readings,
                    tally.isSum ? tally.readings : 0, Int64(bitPattern: tally.parts), tally.finals,
                    tally.sum, tally.last,
                ])
        }
    }

    mutating func take(_ batch: ReadingBatch) throws {
        let insert = try SQLStatement(
            ledger.db,
            sql: """
                INSERT INTO reading (id, file_id, indicator_id, period, basis, part, value, stage,
                    certainty, numerator, denominator, respondents, note, line, record,
                    sheet_column, written)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        insert.bind(file, at: 2)
        for figure in batch.figures.dropFirst(tallies.count) {
            tallies.append(Tally(figure: figure))
        }
        var figure = -1
        var column = -1
        try unsafe batch.text.withUnsafeBufferPointer { text in
            for (position, entry) in batch.entries.enumerated() {
                // What is the same as in the row before is still bound.
                if entry.figure != figure {
                    figure = entry.figure
                    try bind(batch.figures[figure], to: insert)
                }
                if entry.column != column {
                    column = entry.column
                    insert.bind(Place.name(ofColumn: column), at: 16)
                }
                let texts = batch.texts(of: position)
                insert.bind(next, at: 1)
                unsafe insert.bind(texts.part, of: text, at: 6)
                insert.bind(entry.number, at: 7)
                if texts.stage.isEmpty {
                    insert.bindNull(at: 8)
                } else {
                    unsafe insert.bind(texts.stage, of: text, at: 8)
                }
                insert.bind(Ledger.Code.of(entry.certainty), at: 9)
                insert.bind(entry.numerator, at: 10)
                insert.bind(entry.denominator, at: 11)
                insert.bind(entry.respondents.map(Double.init), at: 12)
                unsafe insert.bind(texts.note, of: text, at: 13)
                insert.bind(Int64(entry.line), at: 14)
                insert.bind(Int64(entry.record), at: 15)
                unsafe insert.bind(texts.written, of: text, at: 17)
                try insert.run()
                tallies[figure].add(
                    entry, isPart: !texts.part.isEmpty,
                    as: next)
                next += 1
            }
        }
    }

    private mutating func bind(
        _ figure: ReadingBatch.Figure, to insert: borrowing SQLStatement
    ) throws {
        touched.insert(figure.indicator)
        insert.bind(try number(of: figure.indicator), at: 3)
        insert.bind(figure.period.description, at: 4)
        insert.bind(Ledger.Code.of(figure.basis), at: 5)
    }

    private mutating func number(of indicator: Int) throws -> Int64 {
        if let number = indicators[indicator] { return number }
        let name = strategy.indicators[indicator].id.text
        try ledger.db.execute(
            sql: "INSERT INTO indicator (strategy, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
            arguments: [strategy.id.text, name])
        let number = try Int64.fetchOne(
            ledger.db, sql: "SELECT id FROM indicator WHERE strategy = ? AND name = ?",
            arguments: [strategy.id.text, name])
        indicators[indicator] = number
        return number ?? 0
    }
}
