/// The scale on which a series is forecast: on it, equal steps are equally surprising.
///
/// The choice is the caller's, by the kind of figure, and is the same for values and target.
package enum ForecastScale: Sendable, Equatable {
    /// Counts and amounts from zero on: `z = ln(y + offset)`.
    ///
    /// The offset is half of one counted thing in the figure's unit: ½ for 人, 0.00005 for 万人. Zero
    /// for measured amounts, such as money, that are never zero; the mean of the values before the newest
    /// where these differ more than tenfold. Told so, a change of units changes nothing.
    case logarithm(offset: Double)
    /// A share of `whole` (1, or 100 for percent): `z = logit((p + ε)/(1 + 2ε))` of `p = y/whole`,
    /// with ε = 0.005, so that 0 and the whole stay finite.
    case share(whole: Double)
    /// Points of a scale, and whatever can be zero or negative: `z = y / size`.
    ///
    /// `size` carries the unit: `size(of:)`. No value lies outside `limits`, though a place on the scale may.
    case linear(size: Double, limits: ClosedRange<Double> = -.infinity ... .infinity)

    private static let epsilon = 0.005

    /// The size to measure a linear series by: the mean magnitude of all values before the last.
    ///
    /// The last value has no part in it, so that a better value cannot make its own scale coarser.
    /// Where that is zero, `fallback` (the target) or 1. `values` are in order of time.
    package static func size(of values: some BidirectionalCollection<Double>, fallback: Double)
        -> Double
    {
        let earlier = values.dropLast()
        let sum = earlier.reduce(0) { $0 + $1.magnitude }
        if sum > 0 { return sum / Double(earlier.count) }
        return fallback == 0 ? 1 : fallback.magnitude
    }

    /// A value in the figure's unit on this scale; −∞ where the scale has no place for it.
    package func position(of value: Double) -> Double {
        switch self {
        case .logarithm(let offset):
            return value + offset > 0 ? Analysis.ln(value + offset) : -.infinity
        case .share(let whole):
            let e = Self.epsilon
            let p = (min(max(value / whole, 0), 1) + e) / (1 + 2 * e)
            return Analysis.ln(p / (1 - p))
        case .linear(let size, _):
            return value / size
        }
    }

    /// The value, in the figure's unit, at a place of this scale; the inverse of `position`.
    package func value(at position: Double) -> Double {
        switch self {
        case .logarithm(let offset):
            return max(0, Analysis.exp(position) - offset)
        case .share(let whole):
            let e = Self.epsilon
            let p = 1 / (1 + Analysis.exp(-position))
            return whole * min(max(p * (1 + 2 * e) - e, 0), 1)
        case .linear(let size, let limits):
            return min(max(position * size, limits.lowerBound), limits.upperBound)
        }
    }

    /// How much of the figure's unit 1 on this scale is, at a value: the derivative of `value(at:)`.
    package func width(at value: Double) -> Double {
        switch self {
        case .logarithm(let offset): return value + offset
        case .share(let whole):
            let e = Self.epsilon
            let p = (min(max(value / whole, 0), 1) + e) / (1 + 2 * e)
            return whole * p * (1 - p) * (1 + 2 * e)
        case .linear(let size, _): return size
        }
    }

    /// The variance of a yearly step that is supposed before a series has shown its own (s_p²).
    package var priorVariance: Double {
        switch self {
        case .logarithm: ErrorTables.priorVarianceLogarithm
        case .share: ErrorTables.priorVarianceShare
        case .linear: ErrorTables.priorVarianceLinear
        }
    }
}
