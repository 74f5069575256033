import ShirubeCore
import Testing

@testable import Shirube

/// Figures of very many parts are judged by their sums; the sums must be what the parts, looked at one by one, are.
@Suite struct FileFigureTableTests {
    private let temporary: TemporaryFolder
    private let store: Store
    private let strategy = SampleSummary.strategy
    private let start = Timestamp(milliseconds: 1_650_000_000_000)

    init() throws {
        temporary = try TemporaryFolder()
        store = try Store(path: temporary.path + "/ledger.sqlite", now: start)
    }

    private var indicator: Indicator {
        get throws {
            try #require(
                strategy.indicators.first {
                    $0.departments.contains(Identifier("shoko")) && $0.kind.isFlow
                })
        }
    }

    private func take(_ rows: [String], claim: String, after seconds: Int = 0) throws {
        try store.write { ledger in
            let number = try ledger.nextDropFile()
            var writer = try ReadingWriter(ledger, strategy: strategy, file: number)
            let parser = DropParser(strategy: strategy, department: Identifier("shoko"))
            let text = "指標ID,年度,期間,内訳,実績値,区分\r\n" + rows.joined(separator: "\r\n")
            let drop = try parser.parse(
                DropBytes(Array(text.utf8)), fileName: "a.csv", today: CivilDate(dayNumber: 19_282),
                into: &writer)
            #expect(drop.isAcceptable)
            try writer.finish()
            let row = DropFileRow(
                strategy: strategy.id, department: Identifier("shoko"), claim: claim,
                name: "a.csv", sha256: "00", bytes: 1, encoding: drop.encoding,
                outcome: .accepted, readingCount: drop.readingCount, findingCount: 0,
                takenAt: start.adding(seconds: seconds))
            try ledger.insert(row, as: number, readings: writer.range)
        }
    }

    private func parts(
        _ count: Int, value: Int = 2, certainty: String = "確報", quarter: String = "Q1"
    ) throws -> [String] {
        let id = try indicator.id
        return (1...count).map { "\(id),R4,\(quarter),第\($0)施設,\(value),\(certainty)" }
    }

    private func current(at seconds: Int? = nil) throws -> CurrentReadings {
        let id = try indicator.id
        return try store.read { ledger in
            guard let seconds else {
                return try ledger.currentReadings(strategy: strategy.id, indicator: id)
            }
            let all = try ledger.currentReadings(
                of: strategy, knownAt: start.adding(seconds: seconds))
            return all[id] ?? CurrentReadings([])
        }
    }

    @Test func `figures of many parts of the same names are known by their sums`() throws {
        try take(try parts(300) + parts(300, value: 3, quarter: "Q2"), claim: "c1")
        let figures = try current().figures
        #expect(figures.map(\.number) == [600, 900])
        #expect(figures.map(\.partCount) == [300, 300])
        #expect(figures.allSatisfy { $0.partSum != nil })
        #expect(figures.allSatisfy { $0.isFinal && $0.isMadeOfParts })
        #expect(figures.map(\.sequence) == [300, 600])
        #expect(try store.read { try $0.isInForce(file: 1) })
    }

    @Test
    func
        `figures whose parts differ are looked at part by part, so that what is missing has a name`()
        throws
    {
        let rows = try parts(300) + parts(298, quarter: "Q2") + parts(298, quarter: "Q3")
        try take(rows, claim: "c1")
        #expect(try current().figures.map { $0.partSum != nil } == [false, false, true])
    }

    @Test func `a figure beside a whole is looked at part by part`() throws {
        try take(["\(indicator.id),R3,Q4,,1,"], claim: "c1")
        try take(try parts(300), claim: "c2", after: 10)
        #expect(try current().figures.map(\.number) == [1, 600])
        #expect(try current().figures.allSatisfy { $0.partSum == nil })
    }

    @Test func `a second file for the same period makes the parts be looked at one by one`() throws
    {
        try take(try parts(300), claim: "c1")
        try take(try Array(parts(300, value: 5).prefix(2)), claim: "c2", after: 10)
        let figure = try #require(try current().figures.first)
        #expect(figure.number == 606)
        #expect(figure.partSum == nil)
        #expect(try store.read { try $0.isInForce(file: 1) } == false)
        #expect(try store.read { try $0.isInForce(file: 2) })
        // As of a moment before the second file it is a sum again.
        #expect(try current(at: 5).figures.first?.partSum?.sum == 600)
    }

    @Test func `a withdrawn part and a preliminary one are seen`() throws {
        try take(try parts(300) + parts(300, certainty: "速報", quarter: "Q2"), claim: "c1")
        #expect(try current().figures.map(\.isFinal) == [true, false])
        let id = try indicator.id
        try take(["\(id),R4,Q1,第1施設,,取消", "\(id),R4,Q3,,1,"], claim: "c2", after: 10)
        #expect(try current().figures.first?.number == 598)
    }

    @Test func `a withdrawn file leaves the sum of the other`() throws {
        try take(try parts(300), claim: "c1")
        try take(try parts(300, value: 5), claim: "c2", after: 10)
        try store.write {
            try $0.revoke(file: 2, reason: "r", by: "b", now: start.adding(seconds: 20))
        }
        #expect(try current().figures.first?.partSum?.sum == 600)
    }
}
