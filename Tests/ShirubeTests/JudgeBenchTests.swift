import ShirubeCore
import Testing

@testable import Shirube

@Suite struct JudgeBenchTests {
    @Test func `what is measured is the same work every time`() throws {
        let strategy = SampleSummary.strategy
        let now = SampleSummary.moment("2025-04-20T09:00")
        let first = JudgeBench.fromNothing(
            strategy.indicators, of: strategy, strategies: 3, now: now)
        let second = JudgeBench.fromNothing(
            strategy.indicators, of: strategy, strategies: 3, now: now)
        #expect(first.indicators == 3 * strategy.indicators.count)
        #expect(first.checksum == second.checksum && first.checksum > 0)
    }

    @Test func `judging from a ledger finds what was stored to be as judged`() throws {
        let temporary = try TemporaryFolder()
        let strategy = SampleSummary.strategy
        let now = SampleSummary.moment("2022-10-17T09:00")
        let store = try Store(path: temporary.path + "/ledger.sqlite", now: now)
        try store.write { ledger in
            for indicator in strategy.indicators {
                let standing = Judge.standing(
                    of: indicator, in: Definitions(of: strategy), current: CurrentReadings([]),
                    at: Judge.Occasion(now: now))
                _ = try ledger.insertIfChanged(standing, strategy: strategy.id, now: now)
            }
        }
        let measured = try JudgeBench.fromLedger(strategy, store: store, rounds: 2, now: now)
        #expect(measured.checksum == 2 * strategy.indicators.count)
    }
}
