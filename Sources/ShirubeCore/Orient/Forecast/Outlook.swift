/// The distribution of a future value: a middle, a scale, and the errors that such forecasts have had.
package struct Outlook: Sendable, Equatable {
    /// The largest error, in units of `spread`, of which a probability is told apart.
    ///
    /// It is the inverse of `Drift.newestShare`. A newest value higher by x raises the middle by x at
    /// least and σ̃ by x/5 at most, so up to errors of 5 the probability of reaching a target can only
    /// rise; beyond, it stays as it is. A city's widening comes after, because it changes no order.
    package static let reach = 1 / Drift.newestShare

    /// The forecast on the scale, before the errors' own median is added.
    package let center: Double
    /// σ̃: what an error of 1 is on the scale.
    package let spread: Double
    /// How past errors were distributed, in units of `spread`.
    package let errors: ErrorQuantiles
    /// The scale.
    package let scale: ForecastScale
    /// What is certain already and added to the value, in the figure's unit; zero unless the value is
    /// the rest of a sum.
    package let certain: Double

    /// Makes an outlook.
    package init(
        center: Double, spread: Double, errors: ErrorQuantiles, scale: ForecastScale,
        certain: Double = 0
    ) {
        self.center = center
        self.spread = spread
        self.errors = errors
        self.scale = scale
        self.certain = certain
    }

    /// The probability that the value stays below a number in the figure's unit, by shipped errors alone.
    package func probability(below value: Double) -> Double {
        probability(below: value, widening: 1)
    }

    private func probability(below value: Double, widening: Double) -> Double {
        if certain != 0 && value <= certain { return 0 }
        let position = scale.position(of: value - certain)
        if position == -.infinity { return 0 }
        let error = min(max((position - center) / spread, -Self.reach), Self.reach)
        return errors.share(below: error / widening)
    }

    /// The value that a share `level` of all outcomes lies below, in the figure's unit, by shipped errors
    /// alone.
    package func value(at level: Double) -> Double { value(at: level, widening: 1) }

    private func value(at level: Double, widening: Double) -> Double {
        certain + scale.value(at: center + spread * widening * errors.error(at: level))
    }

    /// The forecast, by shipped errors alone or corrected by a city's own.
    package func forecast(of requirement: Requirement, corrected correction: Correction = .none)
        -> Forecast
    {
        let at = { (level: Double) in value(at: level, widening: correction.widening) }
        return Forecast(
            median: at(correction.levels.median), low80: at(correction.levels.low),
            high80: at(correction.levels.high),
            probability: probability(of: requirement, corrected: correction))
    }

    private func probability(
        of requirement: Requirement, corrected correction: Correction
    ) -> Double {
        let reached = { (value: Double) in
            let below = probability(below: value, widening: correction.widening)
            return below == 0 ? 1 : errors.frequency(of: 1 - correction.corrected(below))
        }
        switch requirement {
        case .atLeast(let target): return reached(target)
        case .atMost(let target): return 1 - reached(target)
        case .within(let low, let high): return max(0, reached(low) - reached(high))
        }
    }
}
