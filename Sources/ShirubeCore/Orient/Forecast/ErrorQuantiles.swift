/// Which errors a forecast can be compared with.
package struct ErrorCell: Sendable, Equatable {
    /// Of what: a value some years on, by scale, or the rest of a sum over several years.
    package enum Quantity: Int, Sendable, CaseIterable {
        /// A value some years after the newest one, on the logarithmic scale.
        case value
        /// What is still to come of a sum.
        case rest
        /// A closed value on the scale of shares.
        case share
        /// A closed value on the linear scale.
        case linear
        /// The flow of one quarter, beside what the estimate before it expected.
        case surprise
    }

    /// What is forecast.
    package let quantity: Quantity
    /// Annual points known, an estimate of the running year among them: 2 to 8.
    package let points: Int
    /// Whole years from the newest point's year to the target's: 0 to 6.
    package let horizon: Int
    /// The quarter through which the newest point's year is known, 1 to 4; 4 means closed.
    package let quarter: Int
    /// How much is known of the season; without meaning when the quarter is 4.
    package let strength: SeasonProfile.Strength

    /// The fewest and the most points that tables tell apart.
    package static let pointsRange = 2...8
    /// The horizons that tables tell apart, in years.
    package static let horizonRange = 0...6

    /// Makes a cell; what lies outside the tables is moved to their edge.
    package init(
        _ quantity: Quantity, points: Int, horizon: Int, quarter: Int,
        strength: SeasonProfile.Strength = .unknown
    ) {
        self.quantity = quantity
        self.points = min(max(points, Self.pointsRange.lowerBound), Self.pointsRange.upperBound)
        let longest = Self.horizonRange.upperBound
        self.horizon = min(max(horizon, quarter >= 4 ? 1 : 0), longest)
        self.quarter = min(max(quarter, 1), 4)
        self.strength = quarter >= 4 ? .unknown : strength
    }

    /// The quarter to look under when a share S of the season has passed: the nearest one, 0 below an
    /// eighth, 4 only when all of it has passed.
    ///
    /// At 0 the running year tells too little, and a forecast stands on the closed years.
    package static func quarter(ofShare share: Double) -> Int {
        if share >= 1 - 1e-9 { return 4 }
        return min(Int(share * 4 + 0.5), 3)
    }
}

/// The distribution of `(actual − forecast)/σ̃`, as quantiles at fixed levels.
///
/// Between two levels it is straight; beyond the outermost ones the tails fall off exponentially, at
/// the pace between the outermost two.
package struct ErrorQuantiles: Sendable, Equatable {
    /// The levels of the quantiles, ascending.
    package static let levels: [Double] = [
        0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7,
        0.75, 0.8, 0.85, 0.9, 0.95, 0.975, 0.99,
    ]

    private let recalibration: Int
    private let first: Int
    private let second: Int
    private let weight: Double
    private let factor: Double

    /// The shipped errors of a cell.
    package init(_ cell: ErrorCell) {
        recalibration = ErrorTables.recalibrationOffset(cell.quantity, horizon: cell.horizon)
        first = ErrorTables.offset(of: cell)
        second = first
        weight = 0
        factor = 1
    }

    /// The shipped errors of closed years at a horizon that need not be whole, in years above zero.
    ///
    /// Within the first year they grow with the root of time; between two whole years they lie
    /// between; beyond the longest they grow with the root of time again.
    package init(_ quantity: ErrorCell.Quantity, points: Int, horizon: Double) {
        let longest = Double(ErrorCell.horizonRange.upperBound)
        let lower = min(max(horizon.rounded(.down), 1), longest)
        let upper = min(lower + 1, longest)
        first = ErrorTables.offset(
            of: ErrorCell(quantity, points: points, horizon: Int(lower), quarter: 4))
        second = ErrorTables.offset(
            of: ErrorCell(quantity, points: points, horizon: Int(upper), quarter: 4))
        recalibration = ErrorTables.recalibrationOffset(quantity, horizon: Int(lower))
        weight = horizon > 1 && horizon < longest ? horizon - lower : 0
        factor =
            if horizon < 1 {
                max(horizon, 0).squareRoot()
            } else if horizon > longest {
                (horizon / longest).squareRoot()
            } else {
                1
            }
    }

    private func quantile(_ index: Int) -> Double {
        let low = Double(ErrorTables.thousandths[first + index])
        let high = Double(ErrorTables.thousandths[second + index])
        return factor * (low + weight * (high - low)) / 1000
    }

    /// The error that a share `level` (above 0, below 1) of all errors lies below.
    package func error(at level: Double) -> Double {
        let levels = Self.levels
        let last = levels.count - 1
        if level < levels[0] {
            let step = (quantile(1) - quantile(0)) / Analysis.ln(levels[1] / levels[0])
            return quantile(0) + step * Analysis.ln(level / levels[0])
        }
        if level > levels[last] {
            let open = 1 - levels[last]
            let step =
                (quantile(last) - quantile(last - 1)) / Analysis.ln((1 - levels[last - 1]) / open)
            return quantile(last) - step * Analysis.ln((1 - level) / open)
        }
        var index = 1
        while levels[index] < level { index += 1 }
        let (low, high) = (quantile(index - 1), quantile(index))
        return low + (high - low) * (level - levels[index - 1])
            / (levels[index] - levels[index - 1])
    }

    /// The share of all errors that lie below a number; from 0 to 1.
    package func share(below error: Double) -> Double {
        guard error.isFinite else { return error > 0 ? 1 : 0 }
        let levels = Self.levels
        let last = levels.count - 1
        let (lowest, highest) = (quantile(0), quantile(last))
        if error < lowest {
            let step = (quantile(1) - lowest) / Analysis.ln(levels[1] / levels[0])
            return step > 0 ? levels[0] * Analysis.exp((error - lowest) / step) : 0
        }
        if error > highest {
            let open = 1 - levels[last]
            let step = (highest - quantile(last - 1)) / Analysis.ln((1 - levels[last - 1]) / open)
            return step > 0 ? 1 - open * Analysis.exp((highest - error) / step) : 1
        }
        var (below, above) = (0, last)
        while above - below > 1 {
            let middle = (below + above) / 2
            if quantile(middle) <= error { below = middle } else { above = middle }
        }
        let (low, high) = (quantile(below), quantile(above))
        guard high > low else { return levels[above] }
        return levels[below] + (levels[above] - levels[below]) * (error - low) / (high - low)
    }

    /// How often targets were reached that were given a probability by these quantiles; rising, 0 of 0 and 1 of 1.
    ///
    /// The quantiles hold for all series together. A target looks far away most often where σ̃ happens to be too
    /// small, so that what is improbable comes true more often than it is said to.
    package func frequency(of probability: Double) -> Double {
        let levels = Self.levels
        var (below, above) = (-1, levels.count)
        while above - below > 1 {
            let middle = (below + above) / 2
            if levels[middle] <= probability { below = middle } else { above = middle }
        }
        let knot = { (index: Int) in
            Double(ErrorTables.recalibration[recalibration + index]) / 1000
        }
        let (low, high) = (below < 0 ? 0 : levels[below], above == levels.count ? 1 : levels[above])
        let (from, to) = (below < 0 ? 0 : knot(below), above == levels.count ? 1 : knot(above))
        return from + (to - from) * (probability - low) / (high - low)
    }
}
