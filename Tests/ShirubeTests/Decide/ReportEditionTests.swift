import ShirubeCore
import Testing

@testable import Shirube

@Suite struct ReportEditionTests {
    private let strategy = SampleSummary.strategy
    private let quarter = Period(code: "FY2022Q2")

    @Test func `a report has the summary's judgements, and those of every quarter before`() throws {
        let quarter = try #require(quarter)
        let report = MadeUpFigures.report(of: strategy, quarter: quarter, seed: 1)
        #expect(report.histories.map(\.indicator.id) == strategy.indicators.map(\.id))
        let first = strategy.term.lowerBound
        for (history, standing) in zip(report.histories, report.summary.standings) {
            #expect(history.quarters.last?.standing == standing)
            #expect(history.quarters.first?.period == Period(Year(.fiscal, first), .quarter(1)))
            #expect(history.quarters.last?.period == quarter)
            #expect(history.versions.count == 1)
            #expect(history.figures.allSatisfy { $0.period <= quarter })
            #expect(report.history(of: history.indicator.id) == history)
            let judged = history.judged.compactMap(\.standing.period)
            #expect(Set(judged).count == judged.count)
        }
    }

    @Test func `from a ledger without figures a report still has every quarter`() throws {
        let temporary = try TemporaryFolder()
        let now = SampleSummary.moment("2022-10-17T09:00")
        let store = try Store(path: temporary.path + "/ledger.sqlite", now: now)
        let setup = Setup(
            configuration: Configuration(
                file: "", strategies: [], state: temporary.path, drops: temporary.path),
            strategies: [strategy])
        let quarter = try #require(quarter)
        let report = try store.read { ledger in
            try ReportEdition.gather(
                Definitions(of: strategy), quarter: quarter, cutoff: now, source: .today,
                setup: setup, from: ledger)
        }
        let histories = report.histories
        #expect(report.summary.standings.count == histories.count)
        #expect(histories.count == strategy.indicators.count)
        #expect(histories.allSatisfy { $0.judged.isEmpty && $0.figures.isEmpty })
        #expect(histories.allSatisfy { $0.quarters.last?.period == quarter })
    }
}
