import GRDB
package import ShirubeCore

extension Ledger {
    /// The forecasts that were stored of a strategy's indicators by a moment, where their outcome was known by then.
    ///
    /// An outcome is a newest judgement of 達成 or 未達成. Of each period the newest judgement that gave a probability
    /// counts, because judging a period again replaces what was said of it. A ledger from before there were forecasts
    /// has none. A forecast that was made under another definition than the outcome was judged by, of another target
    /// perhaps, is left out.
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
                SELECT j.*, o.status AS outcome, o.value AS final, o.period AS last_period
                FROM judgement o JOIN judgement j
                    ON j.strategy = o.strategy AND j.indicator = o.indicator AND j.id < o.id
                WHERE o.id IN (
                        SELECT MAX(id) FROM judgement WHERE strategy = ?1 AND judged_at <= ?2
                        GROUP BY indicator)
                    AND o.status IN ('MET', 'MISS') AND o.definition IS j.definition
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
            let forecast = Self.forecast(row)
            let end = last.absoluteMonths.upperBound
            // A sum that has reached its target goes on until the target's period is over.
            let indicator = strategy.indicator(Identifier(row["indicator"] as String))
            let isOver = indicator.map { $0.targetEnd <= end } ?? true
            return JudgedForecast(
                indicator: Identifier(row["indicator"] as String),
                planYear: max(1, period.year.number - strategy.term.lowerBound + 1),
                probability: row["probability"],
                interval: forecast.flatMap { $0.low80 <= $0.high80 ? $0.low80...$0.high80 : nil },
                isMet: row["outcome"] == Status.achieved.rawValue,
                outcome: isOver ? row["final"] : nil,
                shipped: Self.own(row)?.shipped ?? forecast,
                quartersAhead: (end - period.absoluteMonths.upperBound + 2) / 3, targetEnd: end)
        }
    }

    /// How the city's own forecasts have erred, of all its strategies, as far as outcomes were known by a moment.
    ///
    /// Cheap while no target's period is over: nothing is read then.
    ///
    /// - Parameters:
    ///   - strategies: the strategies that the configuration names.
    ///   - moment: what was stored later is left out.
    /// - Returns: the errors of forecasts as the shipped tables gave them.
    /// - Throws: where the ledger cannot be read.
    package func ownErrors(
        of strategies: [Strategy], knownAt moment: Timestamp
    ) throws -> OwnErrors {
        let today = moment.japanDate
        let ended = strategies.filter { strategy in
            strategy.indicators.contains { $0.target.period.lastDay < today }
        }
        return ended.isEmpty
            ? .none : OwnErrors(try ended.map { try judgedForecasts(of: $0, knownAt: moment) })
    }

    /// The forecast that a judgement's row holds; nil where it gave no interval.
    private static func forecast(_ row: Row) -> Forecast? {
        guard let low = row["low80"] as Double?, let high = row["high80"] as Double? else {
            return nil
        }
        return Forecast(
            median: row["median"] ?? (low + high) / 2, low80: low, high80: high,
            probability: row["probability"])
    }
}
