import GRDB
import ShirubeCore
import Testing

@testable import Shirube

/// What an indicator goes on from, in the ledger; the table is made by `MigrationOfSuccession`.
@Suite struct SuccessionTableTests {
    private let temporary: TemporaryFolder
    private let store: Store
    private static let start = Timestamp(milliseconds: 1_650_000_000_000)

    init() throws {
        temporary = try TemporaryFolder()
        store = try Store(path: temporary.path + "/ledger.sqlite", now: Self.start)
    }

    private func plan(
        _ id: String, after before: String? = nil, continues: Continuation? = nil
    ) throws -> Strategy {
        let sample = SampleSummary.strategy
        let row = try #require(
            sample.indicators.first {
                $0.departments.contains(Identifier("shoko")) && $0.kind.isFlow
            })
        let own = Indicator(
            id: row.id, name: row.name, program: row.program, measure: row.measure,
            goal: row.goal, departments: row.departments, unit: row.unit, baseline: row.baseline,
            target: row.target, kind: row.kind, sense: row.sense, cumulative: row.cumulative,
            calendar: row.calendar, cadence: row.cadence, continues: continues)
        return Strategy(
            id: Identifier(id), name: id, city: sample.city, term: sample.term, outlook: [],
            departments: sample.departments, planningDepartment: sample.planningDepartment,
            goals: sample.goals, directions: sample.directions, measures: sample.measures,
            programs: sample.programs, indicators: [own],
            succeeds: before.map { Identifier($0) })
    }

    private func take(_ rows: String, of strategy: Strategy, at moment: Timestamp) throws {
        try store.write { ledger in
            let number = try ledger.nextDropFile()
            var writer = try ReadingWriter(ledger, strategy: strategy, file: number)
            let text =
                "指標ID,年度,期間,実績値,区分\r\n" + rows.replacing("$", with: strategy.indicators[0].id.text)
            let drop = try DropParser(strategy: strategy, department: Identifier("shoko")).parse(
                DropBytes(Array(text.utf8)), fileName: "a.csv",
                today: CivilDate(dayNumber: 19_282), into: &writer)
            try #require(drop.isAcceptable, "\(drop.findings)")
            try writer.finish()
            let row = DropFileRow(
                strategy: strategy.id, department: Identifier("shoko"), claim: "c\(number)",
                name: "\(strategy.id)-\(number).csv", sha256: "00", bytes: 1, encoding: "",
                outcome: .accepted, readingCount: drop.readingCount, findingCount: 0,
                takenAt: moment)
            try ledger.insert(row, as: number, readings: writer.range)
        }
    }

    private func figures(
        _ strategy: Strategy, knownAt moment: Timestamp? = nil
    ) throws -> [String] {
        let id = strategy.indicators[0].id
        return try store.read { ledger in
            let one = try ledger.currentReadings(
                strategy: strategy.id, indicator: id, knownAt: moment)
            let all = try ledger.currentReadings(
                of: strategy, knownAt: moment ?? Timestamp(milliseconds: .max))
            #expect(all[id] ?? CurrentReadings([]) == one)
            return one.figures.map { "\($0.period) \(NumberText.plain($0.number ?? .nan))" }
        }
    }

    private func record(_ strategies: Strategy..., at moment: Timestamp) throws -> [Int] {
        try store.write { ledger in
            try strategies.map { try ledger.recordSuccession(of: $0, now: moment) }
        }
    }

    @Test func `a third plan has the history of the second and the first, each in its own unit`()
        throws
    {
        let first = try plan("p1")
        let id = first.indicators[0].id
        let second = try plan("p2", after: "p1", continues: Continuation(of: id, factor: 10))
        let third = try plan("p3", after: "p2", continues: Continuation(of: id, factor: 2))
        #expect(try record(first, second, third, at: Self.start) == [0, 1, 1])
        try take("$,R2,年度,1,確報\r\n", of: first, at: Self.start)
        try take("$,R3,年度,20,確報\r\n", of: second, at: Self.start)
        try take("$,R4,Q1,300,確報\r\n", of: third, at: Self.start)
        #expect(try figures(first) == ["FY2020 1"])
        #expect(try figures(second) == ["FY2020 10", "FY2021 20"])
        #expect(try figures(third) == ["FY2020 20", "FY2021 40", "FY2022Q1 300"])
        // A late figure of the first plan shows in the third at once, and an own one of the period before it.
        try take("$,R2,年度,2,訂正\r\n", of: first, at: Self.start)
        try take("$,R3,年度,41,確報\r\n", of: third, at: Self.start)
        #expect(try figures(third) == ["FY2020 40", "FY2021 41", "FY2022Q1 300"])
        let before = try store.read {
            try $0.predecessors(of: IndicatorPlace(strategy: third.id, indicator: id))
        }
        #expect(before.map(\.place.description) == ["p2/\(id)", "p1/\(id)"])
    }

    @Test func `what is recorded is recorded once, and a withdrawal is a row of its own`() throws {
        let id = try plan("p1").indicators[0].id
        let second = try plan("p2", after: "p1", continues: Continuation(of: id))
        let later = Self.start.adding(seconds: 60)
        try take("$,R2,年度,1,確報\r\n", of: try plan("p1"), at: Self.start)
        #expect(try record(second, second, at: Self.start) == [1, 0])
        #expect(try figures(second) == ["FY2020 1"])
        #expect(try record(try plan("p2", after: "p1"), at: later) == [0])
        #expect(try figures(second) == [])
        // What was shown once can be shown again.
        #expect(try figures(second, knownAt: Self.start) == ["FY2020 1"])
        let rows = try store.read {
            try Int.fetchOne(
                $0.db, sql: "SELECT COUNT(*) FROM audit WHERE fact = 'indicator_succession'")
        }
        #expect(rows == 2)
    }

    @Test func `a new series takes nothing over, and is known all the same`() throws {
        let id = try plan("p1").indicators[0].id
        let second = try plan(
            "p2", after: "p1", continues: Continuation(of: id, newSeries: "数え方を変えたため"))
        try take("$,R2,年度,1,確報\r\n", of: try plan("p1"), at: Self.start)
        _ = try record(second, at: Self.start)
        #expect(try figures(second) == [])
        let link = try store.read { try $0.successions(of: second.id)[id] }
        #expect(link?.continuation.newSeries == "数え方を変えたため")
    }

    @Test func `a ledger in which plans succeed each other is still read`() throws {
        let id = try plan("p1").indicators[0].id
        let first = try plan("p1", after: "p2", continues: Continuation(of: id))
        let second = try plan("p2", after: "p1", continues: Continuation(of: id))
        try take("$,R2,年度,1,確報\r\n", of: first, at: Self.start)
        _ = try record(first, second, at: Self.start)
        #expect(try figures(second) == ["FY2020 1"])
    }
}
