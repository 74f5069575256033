package import ShirubeCore

/// Gathers a report from the ledger: the quarterly summary, and what its charts, workbook and pages show besides.
package enum ReportEdition {
    /// The report of a quarter by what was known at `cutoff`.
    ///
    /// - Parameters:
    ///   - definitions: the strategy with the versions that were known at `cutoff`.
    ///   - quarter: a quarter of a fiscal year.
    ///   - cutoff: the moment.
    ///   - source: where the judgements come from.
    ///   - setup: the configuration.
    ///   - ledger: the ledger.
    /// - Returns: the report.
    /// - Throws: where the ledger cannot be read.
    package static func gather(
        _ definitions: Definitions, quarter: Period, cutoff: Timestamp, source: JudgementSource,
        setup: Setup, from ledger: Ledger
    ) throws -> Report {
        let board = try StandingBoard(
            definitions, quarter: quarter, cutoff: cutoff, source: source, setup: setup,
            from: ledger)
        return Report(
            summary: try SummaryEdition.gather(by: board, from: ledger),
            histories: try histories(by: board))
    }

    /// What is known of each indicator, in the strategy's order.
    static func histories(by board: StandingBoard) throws -> [IndicatorHistory] {
        let periods = quarters(of: board.strategy, through: board.quarter)
        let standings = try periods.map { ($0, try board.standings(through: $0)) }
        let end = board.quarter.absoluteMonths.upperBound
        return board.strategy.indicators.enumerated().map { place, indicator in
            let history = board.definitions.history(of: indicator)
            return IndicatorHistory(
                indicator: indicator,
                versions: history.versions.filter { $0.knownAt <= board.cutoff },
                figures: (board.current[indicator.id]?.figures ?? []).filter {
                    $0.period.absoluteMonths.upperBound <= end
                },
                quarters: standings.map { period, standings in
                    IndicatorHistory.Quarter(period: period, standing: standings[place])
                })
        }
    }

    /// The quarters of a plan up to one of them, in order.
    private static func quarters(of strategy: Strategy, through last: Period) -> [Period] {
        (strategy.term.lowerBound...max(strategy.term.lowerBound, last.year.number))
            .flatMap { Period.quarters(of: Year(.fiscal, $0)) }.filter { $0 <= last }
    }
}
