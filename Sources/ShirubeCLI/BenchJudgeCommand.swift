import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube bench-judge`: how fast indicators are judged; for `make bench-judge`, and not listed.
struct BenchJudgeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench-judge",
        abstract: "判定の速さを測る (measures how fast indicators are judged)", shouldDisplay: false)

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "判定する日時 (the moment of judging)")
    var now: Timestamp

    /// What is promised (docs/BENCHMARKS.md).
    private enum Bound {
        static let ledgerMilliseconds = 20.0
        static let nothingMilliseconds = 3_000.0
        static let slope = 1.25
        static let strategies = 179
    }

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            guard let strategy = setup.strategies.first else { return }
            let rounds = 25
            _ = try JudgeBench.fromLedger(strategy, store: store, rounds: 2, now: now)
            let ledger = try JudgeBench.fromLedger(strategy, store: store, rounds: rounds, now: now)
            let indicators = strategy.indicators
            let quarter = Array(indicators.prefix(indicators.count / 4))
            _ = JudgeBench.fromNothing(indicators, of: strategy, strategies: 10, now: now)
            // The same indicators four times as often: what an indicator costs must not depend on how many there are.
            let few = JudgeBench.fromNothing(
                quarter, of: strategy, strategies: Bound.strategies, now: now)
            let many = JudgeBench.fromNothing(
                quarter + quarter + quarter + quarter, of: strategy,
                strategies: Bound.strategies, now: now)
            let whole = JudgeBench.fromNothing(
                indicators, of: strategy, strategies: Bound.strategies, now: now)
            let slope = many.milliseconds / few.milliseconds / 4
            let results = [
                result(
                    "\(indicators.count) KPIs from a warm ledger, ms",
                    ledger.milliseconds / Double(rounds), Bound.ledgerMilliseconds),
                result(
                    "\(whole.indicators) KPIs of 20 quarters from nothing, ms",
                    whole.milliseconds, Bound.nothingMilliseconds),
                result("time over number of KPIs, four times as many", slope, Bound.slope),
            ]
            Output.write(results.map(\.line).joined())
            Output.write("checksums \(ledger.checksum) \(whole.checksum)\n")
            if !results.allSatisfy(\.isKept) { throw ExitCode(1) }
        }
    }

    private func result(
        _ name: String, _ value: Double, _ bound: Double
    ) -> (line: String, isKept: Bool) {
        let isKept = value <= bound
        let text = NumberText.grouped(value, decimals: 2)
        let limit = NumberText.grouped(bound, decimals: 2)
        return ("\(name): \(text) (at most \(limit)) \(isKept ? "kept" : "MISSED")\n", isKept)
    }
}
