/// How a city's own forecasts have erred, by how far before the target's end they were made.
///
/// Quarters to the target's end are what tells (plan year, quarter) cells apart. Of an indicator the last forecast of each
/// counts, so that within a cell nobody counts twice.
package struct OwnErrors: Sendable, Equatable {
    /// Nothing of the city's own has been judged yet.
    package static let none = OwnErrors([])

    /// What is known once the targets of a month are over, from then on.
    private struct Stage: Sendable, Equatable {
        let end: Int
        let widening: Double
        let cells: [Int: Correction]
    }

    /// Which forecast it was.
    private struct Cell: Hashable {
        let strategy: Int
        let indicator: Identifier<Indicator>
        let quartersAhead: Int
    }

    private let stages: [Stage]

    /// Measures forecasts whose outcome is known; of each strategy the oldest first.
    package init(_ strategies: [[JudgedForecast]]) {
        var misses: [Cell: Miss] = [:]
        for (number, forecasts) in strategies.enumerated() {
            for forecast in forecasts {
                let cell = Cell(
                    strategy: number, indicator: forecast.indicator,
                    quartersAhead: forecast.quartersAhead)
                if let miss = Miss(forecast) { misses[cell] = miss }
            }
        }
        stages = Set(misses.values.map(\.end)).sorted().map { end in
            Self.stage(misses.filter { $0.value.end <= end }, end: end)
        }
    }

    /// Whether there are none.
    package var isEmpty: Bool { stages.isEmpty }

    /// How forecasts are corrected that are made so many quarters ahead, by figures up to the month before `end`.
    ///
    /// An outcome counts once its own period was over by then, so that the past is not judged by what came later.
    package func correction(quartersAhead: Int, knownBy end: Int) -> Correction {
        guard let stage = stages.last(where: { $0.end <= end }) else { return .none }
        return stage.cells[quartersAhead] ?? Correction(own: [], widening: stage.widening)
    }

    private static func stage(_ misses: [Cell: Miss], end: Int) -> Stage {
        let byIndicator = Dictionary(grouping: misses) {
            Cell(strategy: $0.key.strategy, indicator: $0.key.indicator, quartersAhead: 0)
        }
        // Added up in an order of their own, so that the sum is the same to the last digit.
        let shares = byIndicator.values.map { own in
            Double(own.count { $0.value.isHeld }) / Double(own.count)
        }.sorted()
        let widening = Correction.widening(
            coverage: shares.reduce(0, +) / Double(shares.count), indicators: shares.count)
        let cells = Dictionary(grouping: misses) { $0.key.quartersAhead }.mapValues { own in
            Correction(
                own: own.map { NormalCurve.share(below: $0.value.error / widening) },
                widening: widening)
        }
        return Stage(end: end, widening: widening, cells: cells)
    }

    /// How far one forecast was off.
    private struct Miss {
        /// The month after the target's period.
        let end: Int
        /// The distance of the outcome from the median, in units of which the interval's end on that side is 1.2816 away.
        let error: Double
        /// Whether the outcome lay in the interval.
        let isHeld: Bool

        /// Nil where there was no interval of any width, or is no outcome.
        init?(_ forecast: JudgedForecast) {
            guard let shipped = forecast.shipped, let outcome = forecast.outcome,
                shipped.low80 < shipped.high80, forecast.quartersAhead > 0
            else { return nil }
            end = forecast.targetEnd
            isHeld = (shipped.low80...shipped.high80).contains(outcome)
            let distance = outcome - shipped.median
            let side =
                distance < 0
                ? shipped.median - shipped.low80 : shipped.high80 - shipped.median
            error = distance == 0 ? 0 : NormalCurve.quantile(at: 0.9) * distance / side
        }
    }
}
