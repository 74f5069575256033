/// The percentages that councils expect beside every status; alone they decide nothing.
package enum Rates {
    /// 達成率 in percent: `y / T · 100`; for K10 `T / y · 100`, for K8 the stage's weight times 100.
    ///
    /// Nil where the divisor is zero. `value` is in the indicator's unit, for K8 a weight from 0 to
    /// 1; of a running year it is the year-end estimate.
    package static func achievement(of indicator: Indicator, value: Double) -> Double? {
        let (above, below) =
            indicator.kind == .reduction
            ? (indicator.target.value, value) : (value, indicator.aim)
        return below == 0 ? nil : 100 * above / below
    }

    /// 進捗率 in percent, by kind.
    ///
    /// - K1, K3: `G / T`. K8: the stage's weight.
    /// - K2, K4, K5, K6a, K6b, K10: `(y − B) / (T − B)`.
    /// - K11: `y / T`.
    /// - K7, K9, and whatever else is held at its target: nil.
    ///
    /// Nil also without a baseline, or where the divisor is zero. `value` is in the indicator's
    /// unit, for K8 a weight from 0 to 1; of a running year it is the year-end estimate.
    package static func progress(of indicator: Indicator, value: Double) -> Double? {
        switch indicator.kind {
        case .planSum, .periodTotal, .ceiling:
            return indicator.target.value == 0 ? nil : 100 * value / indicator.target.value
        case .milestone: return value * 100
        default:
            guard !indicator.isHeldAtTarget, let baseline = indicator.baseline,
                indicator.target.value != baseline.value
            else { return nil }
            return 100 * (value - baseline.value) / (indicator.target.value - baseline.value)
        }
    }

    /// The pace ratio r: for K1 and K3 the figure over the expected one, for K2, K4, K5, K6a and K10 the progress over
    /// the expected progress.
    ///
    /// Nil where the divisor is not above zero, and for every other kind.
    static func pace(_ terms: Terms, _ evidence: Evidence) -> Double? {
        guard let value = evidence.yearly, let expected = evidence.yearlyExpected else {
            return nil
        }
        switch terms.kind {
        case .planSum, .periodTotal: return expected > 0 ? value / expected : nil
        case .runningTotal, .annualFlow, .level, .ratio, .reduction:
            guard let done = progress(of: terms.indicator, value: value),
                let due = progress(of: terms.indicator, value: expected), due > 0
            else { return nil }
            return done / due
        case .survey, .maintain, .milestone, .floor, .ceiling: return nil
        }
    }
}
