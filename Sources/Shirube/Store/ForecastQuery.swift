import GRDB
package import ShirubeCore

extension Ledger {
    /// The forecasts that were stored of a strategy's indicators by a moment, where their outcome was known by then.
    ///
    /// An outcome is a newest judgement of 達成 or 未達成. Of each period the newest judgement that gave a probability
    /// counts, because judging a period again replaces what was said of it. A ledger from before there were forecasts
    /// has none.
    ///
    /// - Parameters:
    ///   - strategy: the strategy, whose term numbers the plan years.
    ///   - moment: what was stored later is left out.
    /// - Returns: the forecasts, oldest first.
    /// - Throws: where the ledger cannot be read.
    package func judgedForecasts(
        of strategy: Strategy, knownAt moment: Timestamp
    ) throws -> [JudgedForecast] {
        let names = Set(try db.columns(in: "judgement").map(\.name))
        guard names.isSuperset(of: ["probability", "low80", "high80"]) else { return [] }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT j.indicator, j.period, j.probability, j.low80, j.high80,
                    o.status AS outcome, o.value AS final, o.period AS last_period
                FROM judgement o JOIN judgement j
                    ON j.strategy = o.strategy AND j.indicator = o.indicator AND j.id < o.id
                WHERE o.id IN (
                        SELECT MAX(id) FROM judgement WHERE strategy = ?1 AND judged_at <= ?2
                        GROUP BY indicator)
                    AND o.status IN ('MET', 'MISS')
                    AND j.id IN (
                        SELECT MAX(id) FROM judgement
                        WHERE strategy = ?1 AND judged_at <= ?2 AND probability IS NOT NULL
                            AND status NOT IN ('MET', 'MISS')
                        GROUP BY indicator, period)
                ORDER BY j.id
                """, arguments: [strategy.id.text, moment])
        return try rows.compactMap { row in
            let period = try Self.period(row["period"])
            let last = try (row["last_period"] as String?).map(Self.period)
            // What is said once the year of the outcome is over is no forecast any more.
            guard let last, period < last else { return nil }
            let interval = (row["low80"] as Double?).flatMap { low in
                (row["high80"] as Double?).flatMap { low <= $0 ? low...$0 : nil }
            }
            return JudgedForecast(
                indicator: Identifier(row["indicator"] as String),
                planYear: max(1, period.year.number - strategy.term.lowerBound + 1),
                probability: row["probability"], interval: interval,
                isMet: row["outcome"] == Status.achieved.rawValue, outcome: row["final"])
        }
    }
}
