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
    /// The number of the first of its figures; the others follow in the order of the batch's figures.
    private let firstFigure: Int64
    private var indicators: [Int: Int64] = [:]
    /// The readings of one indicator that were written last, one after the other.
    private var run: Run?

    /// The figures that have been spoken of so far.
    private var figures = FigureList()
    /// What has been written of each of them.
    private var tallies: [Tally] = []

    /// Which indicators the readings spoke of, by their places in the strategy's list.
    private(set) var touched: Set<Int> = []

    private struct Run {
        let indicator: Int
        let first: Int64
    }

    /// What was written of one figure.
    private struct Tally {
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
        firstFigure =
            (try Int64.fetchOne(ledger.db, sql: "SELECT MAX(id) FROM file_figure") ?? 0) + 1
    }

    /// The numbers of its readings; nil where there are none.
    var range: ClosedRange<Int64>? { next > first ? first...next - 1 : nil }

    mutating func begin() throws {
        guard next > first else { return }
        try ledger.db.execute(sql: "DELETE FROM reading WHERE id >= ?", arguments: [first])
        for indicator in touched {
            try ledger.db.execute(
                sql: "DELETE FROM reading_run WHERE indicator_id = ? AND first_reading >= ?",
                arguments: [indicators[indicator], first])
        }
        run = nil
        next = first
        touched = []
        figures = FigureList()
        tallies = []
    }

    /// Writes what the file says of each figure in sum, once all readings are written.
    mutating func finish() throws {
        try endRun()
        let insert = try SQLStatement(
            ledger.db, sql: "INSERT INTO file_figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        insert.bind(file, at: 5)
        for (position, tally) in tallies.enumerated() where tally.readings > 0 {
            insert.bind(firstFigure + Int64(position), at: 1)
            let figure = figures[position]
            insert.bind(try number(of: figure.indicator), at: 2)
            insert.bind(figure.period.description, at: 3)
            insert.bind(Ledger.Code.of(figure.basis), at: 4)
            insert.bind(Int64(tally.readings), at: 6)
            insert.bind(tally.isSum ? Int64(tally.readings) : 0, at: 7)
            insert.bind(Int64(bitPattern: tally.parts), at: 8)
            insert.bind(Int64(tally.finals), at: 9)
            insert.bind(tally.sum, at: 10)
            insert.bind(tally.last, at: 11)
            try insert.run()
        }
    }

    /// Takes note of the readings of an indicator that have come to an end.
    private mutating func endRun() throws {
        guard let run else { return }
        self.run = nil
        let insert = try SQLStatement(ledger.db, sql: "INSERT INTO reading_run VALUES (?, ?, ?)")
        insert.bind(try number(of: run.indicator), at: 1)
        insert.bind(run.first, at: 2)
        insert.bind(next - 1, at: 3)
        try insert.run()
    }

    mutating func take(_ batch: ReadingBatch) throws {
        let insert = try SQLStatement(
            ledger.db,
            sql: """
                INSERT INTO reading (id, figure_id, part, value, stage, certainty, numerator,
                    denominator, respondents, note, line, record, sheet_column, written, absence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        var absence: Absence?
        insert.bindNull(at: 15)
        figures = batch.figures
        while tallies.count < figures.count { tallies.append(Tally()) }
        var figure = -1
        var column = -1
        try unsafe batch.text.withUnsafeBufferPointer { text in
            for (position, entry) in batch.entries.enumerated() {
                // What is the same as in the row before is still bound.
                if entry.figure != figure {
                    figure = entry.figure
                    insert.bind(firstFigure + Int64(figure), at: 2)
                    try begin(indicator: batch.figures[figure].indicator)
                }
                if entry.column != column {
                    column = entry.column
                    insert.bind(Place.name(ofColumn: column), at: 13)
                }
                if entry.absence != absence {
                    absence = entry.absence
                    insert.bind(absence.map(Ledger.Code.of), at: 15)
                }
                let texts = batch.texts(of: position)
                insert.bind(next, at: 1)
                unsafe insert.bind(texts.part, of: text, at: 3)
                insert.bind(entry.number, at: 4)
                if texts.stage.isEmpty {
                    insert.bindNull(at: 5)
                } else {
                    unsafe insert.bind(texts.stage, of: text, at: 5)
                }
                insert.bind(Ledger.Code.of(entry.certainty), at: 6)
                insert.bind(entry.numerator, at: 7)
                insert.bind(entry.denominator, at: 8)
                insert.bind(entry.respondents.map(Double.init), at: 9)
                unsafe insert.bind(texts.note, of: text, at: 10)
                insert.bind(Int64(entry.line), at: 11)
                insert.bind(Int64(entry.record), at: 12)
                unsafe insert.bind(texts.written, of: text, at: 14)
                try insert.run()
                tallies[figure].add(
                    entry, isPart: !texts.part.isEmpty,
                    as: next)
                next += 1
            }
        }
    }

    /// The next reading is of an indicator.
    private mutating func begin(indicator: Int) throws {
        if run?.indicator == indicator { return }
        try endRun()
        touched.insert(indicator)
        // It gets its number now, so that nothing else is asked for while its readings are written.
        _ = try number(of: indicator)
        run = Run(indicator: indicator, first: next)
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
