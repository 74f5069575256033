/// How surprising the flow of one quarter is, in standard deviations: what `Cusum` adds up.
package enum Surprise {
    /// No quarter is more surprising than this, so that one slip of the pen is not a run.
    package static let most = 2.5

    /// The flow's error before it is compared with others: `ln((F + o)/(E + o))/σ̃`.
    ///
    /// `flow` is F, the quarter's own; `expected` is E, the share of the season that falls into the
    /// quarter times the year's total as it was estimated before (`YearEnd`, for the first quarter the
    /// last closed year); `offset` is o of `ForecastScale.logarithm`; `spread` is σ̃ of the closed years.
    /// All flows are in one unit. Nil where a logarithm has no place for them.
    package static func error(flow: Double, expected: Double, offset: Double, spread: Double)
        -> Double?
    {
        let (above, below) = (flow + offset, expected + offset)
        guard above > 0, below > 0, spread > 0 else { return nil }
        return (Analysis.ln(above) - Analysis.ln(below)) / spread
    }

    /// The surprise: the standard normal number with the same share below it as the error has among
    /// those of public series (its normal score), at most 2.5 either way.
    package static func score(error: Double, strength: SeasonProfile.Strength) -> Double {
        let cell = ErrorCell(.surprise, points: 2, horizon: 0, quarter: 1, strength: strength)
        let share = ErrorQuantiles(cell).share(below: error)
        guard share > 0, share < 1 else { return share > 0 ? most : -most }
        return min(max(NormalCurve.quantile(at: share), -most), most)
    }
}
