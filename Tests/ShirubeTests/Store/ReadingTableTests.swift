import GRDB
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct ReadingTableTests {
    private let temporary: TemporaryFolder
    private let store: Store
    private let strategy = SampleSummary.strategy
    private let start = Timestamp(milliseconds: 1_650_000_000_000)

    init() throws {
        temporary = try TemporaryFolder()
        store = try Store(path: temporary.path + "/ledger.sqlite", now: start)
    }

    /// Takes a table in as a file of its own, and gives the numbers of its readings.
    @discardableResult
    private func take(
        _ rows: String, claim: String, at moment: Timestamp? = nil
    ) throws -> ClosedRange<Int64>? {
        try store.write { ledger in
            let number = try ledger.nextDropFile()
            var writer = try ReadingWriter(ledger, strategy: strategy, file: number)
            let parser = DropParser(strategy: strategy, department: Identifier("shoko"))
            let text = "指標ID,年度,期間,集計,内訳,実績値,区分,回答数,備考\r\n" + rows
            let drop = try parser.parse(
                DropBytes(Array(text.utf8)), fileName: "a.csv", today: CivilDate(dayNumber: 19_282),
                into: &writer)
            #expect(drop.findings.filter { $0.severity == .error } == [])
            try writer.finish()
            let row = DropFileRow(
                strategy: strategy.id, department: Identifier("shoko"), claim: claim,
                name: "a.csv", sha256: "00", bytes: 1, encoding: drop.encoding,
                outcome: .accepted, readingCount: drop.readingCount, findingCount: 0,
                takenAt: moment ?? start)
            try ledger.insert(row, as: number, readings: writer.range)
            return writer.range
        }
    }

    private var indicator: Indicator {
        get throws {
            try #require(
                strategy.indicators.first {
                    $0.departments.contains(Identifier("shoko")) && $0.kind.isFlow
                })
        }
    }

    @Test func `a reading is kept with what was written, and where`() throws {
        let id = try indicator.id
        try take("\(id),R4,Q1,年度累計,西部,\"1,234\",確報,,\"備考\nです\"\r\n", claim: "c1")
        let row = try store.read { ledger in
            try Row.fetchOne(
                ledger.db,
                sql: """
                    SELECT i.name, f.period, f.basis, r.part, r.value, r.stage, r.certainty, r.note,
                        r.line, r.record, r.sheet_column, r.written, f.file_id
                    FROM reading r JOIN file_figure f ON f.id = r.figure_id
                    JOIN indicator i ON i.id = f.indicator_id
                    """)
        }
        let kept = try #require(row)
        #expect(
            kept.databaseValues.map(\.description) == [
                "\"\(id)\"", "\"FY2022Q1\"", "1", "\"西部\"", "1234.0", "NULL", "1",
                "\"備考\\nです\"", "2", "2", "\"F\"", "\"1,234\"", "1",
            ])
    }

    @Test func `what became known later is not there at an earlier moment`() throws {
        let id = try indicator.id
        try take("\(id),R4,Q1,,,5,,,\r\n", claim: "c1")
        try take("\(id),R4,Q1,,,7,,,\r\n", claim: "c2", at: start.adding(seconds: 10))
        func number(_ moment: Timestamp) throws -> Double? {
            try store.read { try $0.currentReadings(of: strategy, knownAt: moment) }[id]?
                .figures.first?.number
        }
        #expect(try number(start.adding(seconds: -1)) == nil)
        #expect(try number(start) == 5)
        #expect(try number(start.adding(seconds: 10)) == 7)
    }

    @Test func `what a withdrawn file brought is gone from then on, and what it corrected is back`()
        throws
    {
        let id = try indicator.id
        try take("\(id),R4,Q1,,,5,,,\r\n", claim: "c1")
        try take("\(id),R4,Q1,,,7,,,\r\n", claim: "c2", at: start.adding(seconds: 10))
        try store.write {
            try $0.revoke(file: 2, reason: "x", by: "y", now: start.adding(seconds: 20))
        }
        func number(_ moment: Timestamp) throws -> Double? {
            try store.read { try $0.currentReadings(of: strategy, knownAt: moment) }[id]?
                .figures.first?.number
        }
        #expect(try number(start.adding(seconds: 19)) == 7)
        #expect(try number(start.adding(seconds: 20)) == 5)
        let now = try store.read {
            try $0.currentReadings(strategy: strategy.id, indicator: id)
        }
        #expect(now.figures.first?.number == 5)
        #expect(try store.read { try $0.isInForce(file: 1) })
        #expect(try store.read { try $0.isInForce(file: 2) } == false)
        #expect(try store.read { try $0.indicators(ofFile: 2) } == [id])
    }

    @Test func `the readings of a file lie together, and their effect can be asked for`() throws {
        let id = try indicator.id
        let first = try take("\(id),R4,Q1,,,5,,,\r\n\(id),R4,Q2,,,6,,,\r\n", claim: "c1")
        #expect(first == 1...2)
        #expect(try store.read { try $0.isInForce(file: 1) })
        #expect(try take("\(id),R4,Q1,,,7,,,\r\n", claim: "c2") == 3...3)
        #expect(try store.read { try $0.isInForce(file: 1) } == false)
        #expect(try store.read { try $0.isInForce(file: 2) })
    }

    @Test func `a drop that is read twice is written once`() throws {
        let id = try indicator.id
        // The repeated figure asks for a second reading, at which it is left out.
        let range = try take("\(id),R4,Q1,,,5,,,\r\n\(id),R4,Q1,,,5,,,\r\n", claim: "c1")
        #expect(range == 1...1)
        let count = try store.read { ledger in
            try Int.fetchOne(ledger.db, sql: "SELECT COUNT(*) FROM reading")
        }
        #expect(count == 1)
    }
}
