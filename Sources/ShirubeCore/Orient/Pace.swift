/// How a figure compares with the one that the path asks for at the same point.
enum Pace: Equatable {
    /// The pace ratio r: 1 or more keeps up.
    case ratio(Double)
    /// No ratio exists; the figure only lies on the good side of the expected one, or not.
    case comparison(isReached: Bool)

    /// The lowest ratio that keeps up.
    static let onTrack = 1.0
    /// The lowest ratio that is worth watching, below which an indicator lags.
    static let watch = 0.8

    /// Compares a value with the expected one, both in the indicator's unit.
    ///
    /// - Flows: `r = reported so far / expected so far`.
    /// - Levels with a baseline B: `r = (y − B) / (E − B)`; where E is still B, the value keeps up
    ///   if it is not behind B, seen from the target.
    /// - Else `r = y / E`.
    ///
    /// Where less is better the quotient is turned over. A quotient needs an expected value above
    /// zero; without one the two are only compared.
    init(of indicator: Indicator, value: Double, expected: Double) {
        guard !indicator.kind.isFlow, !indicator.isHeldAtTarget, let baseline = indicator.baseline
        else {
            self = Self.quotient(of: indicator, value: value, expected: expected)
            return
        }
        if Closeness.isEqual(expected, baseline.value) {
            let rises = indicator.target.value > baseline.value
            self = .comparison(
                isReached: rises
                    ? Closeness.isAtLeast(value, baseline.value)
                    : Closeness.isAtLeast(baseline.value, value))
        } else {
            self = .ratio((value - baseline.value) / (expected - baseline.value))
        }
    }

    private static func quotient(
        of indicator: Indicator, value: Double, expected: Double
    ) -> Pace {
        let (above, below) = indicator.wantsLess ? (expected, value) : (value, expected)
        guard expected > 0, below > 0 else {
            return .comparison(isReached: indicator.isGood(value, against: expected))
        }
        return .ratio(above / below)
    }

    /// The status that the pace gives: ON, WATCH or LAG.
    var status: Status {
        switch self {
        case .comparison(let isReached): isReached ? .onTrack : .lagging
        case .ratio(let ratio):
            if Closeness.isAtLeast(ratio, Self.onTrack) {
                .onTrack
            } else if Closeness.isAtLeast(ratio, Self.watch) {
                .watch
            } else {
                .lagging
            }
        }
    }

    /// A ratio in percent with the fewest decimals (at most 3) that do not round it over a limit.
    static func percentText(_ ratio: Double) -> String {
        let percent = ratio * 100
        let isRoundedAcross = { (rounded: Double) in
            [watch, onTrack].contains { limit in
                !Closeness.isAtLeast(ratio, limit) && rounded >= limit * 100
            }
        }
        for decimals in 0..<3 {
            let scale = [1.0, 10, 100][decimals]
            if !isRoundedAcross((percent * scale).rounded() / scale) {
                return NumberText.grouped(percent, decimals: decimals)
            }
        }
        return NumberText.grouped(percent, decimals: 3)
    }
}
