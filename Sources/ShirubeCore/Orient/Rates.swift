/// The two percentages that councils expect beside every status; alone they decide nothing.
package enum Rates {
    /// 達成率 in percent: `y / T · 100`; for K10 `T / y · 100`, for K8 the stage's weight times 100.
    ///
    /// Nil where the divisor is zero. `value` is in the indicator's unit, for K8 a weight from 0 to
    /// 1.
    package static func achievement(of indicator: Indicator, value: Double) -> Double? {
        let (above, below) =
            indicator.kind == .reduction
            ? (indicator.target.value, value) : (value, indicator.aim)
        return below == 0 ? nil : 100 * above / below
    }

    /// 進捗率 in percent, by kind.
    ///
    /// - K1, K3: `G / T`. K8: the stage's weight.
    /// - K2, K5, K6a, K6b, K10: `(y − B) / (T − B)`.
    /// - K4: the same for a complete year, nil within the year.
    /// - K7, K9, K11, and whatever else is held at its target: nil.
    ///
    /// Nil also without a baseline, or where the divisor is zero. `value` is in the indicator's
    /// unit, for K8 a weight from 0 to 1; `isYearComplete` speaks of the judged year and matters
    /// for K4 only.
    package static func progress(
        of indicator: Indicator, value: Double, isYearComplete: Bool
    ) -> Double? {
        switch indicator.kind {
        case .planSum, .periodTotal:
            return indicator.target.value == 0 ? nil : 100 * value / indicator.target.value
        case .milestone: return value * 100
        case .annualFlow where !isYearComplete: return nil
        default:
            guard !indicator.isHeldAtTarget, let baseline = indicator.baseline,
                indicator.target.value != baseline.value
            else { return nil }
            return 100 * (value - baseline.value) / (indicator.target.value - baseline.value)
        }
    }
}
