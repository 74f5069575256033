/// The forecast of a sum of few things a year (up to about 15): Gamma–Poisson.
///
/// The rate has a gamma distribution, from the baseline and from what was counted; what is to come is
/// then negative binomial (Greenwood, Yule 1920). φ widens it, because the rate itself changes from
/// year to year.
package struct SmallCountForecast: Sendable, Equatable {
    /// φ: how much more than Poisson counts are spread.
    package static let dispersion = 2.0
    /// From this rate a year on, changes of the rate outweigh chance, and `PlanSumForecast` is right.
    package static let highestRate = 15.0

    /// The counts still to come.
    package let rest: NegativeBinomial
    /// G, what was counted since the plan began.
    package let counted: Double

    /// Makes the forecast.
    ///
    /// - `counted`: G; `exposure`: e = (k − 1) + S_q, the years that it took, by season.
    /// - `rest`: r, the years to come, N − e.
    /// - `priorRate`: b, the baseline B, or T/N without one; `priorYears`: w, what it weighs, 1 with a
    ///   baseline and 0.5 without.
    ///
    /// Shape a = (w·b + G)/φ, rate c = (w + e)/φ, so the rest is NegBin(a, c/(c + r)). Nil where nothing
    /// is to come or nothing is known (a = 0, c = 0).
    package init?(
        counted: Double, exposure: Double, rest: Double, priorRate: Double, priorYears: Double,
        dispersion: Double = Self.dispersion
    ) {
        let shape = (priorYears * priorRate + counted) / dispersion
        let rate = (priorYears + exposure) / dispersion
        guard rest > 0, shape > 0, rate > 0, counted >= 0 else { return nil }
        self.rest = NegativeBinomial(size: shape, success: rate / (rate + rest))
        self.counted = counted
    }

    /// The probability that the sum stays below a number.
    package func probability(below value: Double) -> Double {
        let need = (value - counted - 1e-9).rounded(.up)
        return rest.probability(below: Int(min(max(need, 0), 1e9)))
    }

    /// The forecast of the sum, by the formula alone or corrected by a city's own errors.
    package func forecast(
        of requirement: Requirement, corrected correction: Correction = .none
    ) -> Forecast {
        Forecast(
            median: sum(at: correction.levels.median), low80: sum(at: correction.levels.low),
            high80: sum(at: correction.levels.high),
            probability: probability(of: requirement, corrected: correction))
    }

    private func sum(at level: Double) -> Double { counted + Double(rest.quantile(at: level)) }

    private func probability(
        of requirement: Requirement, corrected correction: Correction
    ) -> Double {
        let below = { (value: Double) in
            value <= counted ? 0 : correction.corrected(probability(below: value))
        }
        switch requirement {
        case .atLeast(let target): return 1 - below(target)
        case .atMost(let target): return below(target.rounded(.down) + 1)
        case .within(let low, let high): return max(0, below(high.rounded(.down) + 1) - below(low))
        }
    }
}
