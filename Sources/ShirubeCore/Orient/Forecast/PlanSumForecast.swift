/// The forecast of a sum over the plan's years (K1, K3) of more than a few things a year.
package enum PlanSumForecast {
    /// The outlook on the sum.
    ///
    /// - `times`, `values`: annual flows up to the newest closed year, or to the running year's estimate
    ///   Û (`YearEnd`), in ascending order; `quarter` and `strength` as in `AnnualForecast.flow`.
    /// - `counted`: G, everything counted since the plan began; `running`: the part of it that belongs
    ///   to the running year, without meaning where the last of `times` is closed.
    /// - `years`: plan years after the last of `times`.
    ///
    /// Still to come are R, of which `R + o = (Û − running) + (Û + o)·Σ_{i=1…years} exp(i·b′)` with o the
    /// offset and b′ of `Drift`; in the last year `R = Û − running`. Errors are those of ln(R + o) in units
    /// of σ̃. Nil with fewer than two values, where nothing is to come, and for values that have no
    /// logarithm.
    package static func outlook(
        times: [Double], values: [Double], offset: Double, counted: Double, running: Double,
        years: Int, quarter: Int, strength: SeasonProfile.Strength
    ) -> Outlook? {
        let scale = ForecastScale.logarithm(offset: offset)
        guard years > 0 || quarter < 4, let estimate = values.last,
            let drift = Drift(
                times: times, values: values, scale: scale, isEstimate: quarter < 4)
        else { return nil }
        let growth = Analysis.exp(drift.slope)
        var yearly = estimate + offset
        var rest = quarter < 4 ? max(0, estimate - running) : 0
        if years <= 0 { rest += offset }
        for _ in 0..<max(0, years) {
            yearly *= growth
            rest += yearly
        }
        let center = Analysis.ln(rest)
        guard center.isFinite else { return nil }
        let cell = ErrorCell(
            .rest, points: drift.points, horizon: years, quarter: quarter, strength: strength)
        return Outlook(
            center: center, spread: drift.spread, errors: ErrorQuantiles(cell), scale: scale,
            certain: counted)
    }
}
