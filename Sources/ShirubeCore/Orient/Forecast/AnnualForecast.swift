/// The forecast of a level or an annual value: the newest one, and a part of the way that its slope leads.
///
/// Half the slope is the drift of the Theta method (Assimakopoulos, Nikolopoulos 2000; Hyndman, Billah
/// 2003); the slope is robust (Theil 1950, Sen 1968); the errors are those that such forecasts have
/// had.
package enum AnnualForecast {
    /// The outlook on an annual flow; the last of `values` is the newest closed year, or the running
    /// year's estimate (`YearEnd`).
    ///
    /// `horizon` is the number of years from that year to the target's. `quarter` is
    /// `ErrorCell.quarter(ofShare:)` of the season that has passed in the last of `times`, 4 for a
    /// closed year. The middle is `z_last + h·b′`. Nil with fewer than two values, and where nothing is
    /// open (closed, horizon 0).
    package static func flow(
        times: [Double], values: [Double], scale: ForecastScale, horizon: Int, quarter: Int,
        strength: SeasonProfile.Strength
    ) -> Outlook? {
        guard horizon > 0 || quarter < 4,
            let drift = Drift(
                times: times, values: values, scale: scale, isEstimate: quarter < 4)
        else { return nil }
        let cell = ErrorCell(
            quarter < 4 ? .value : scale.quantity, points: drift.points, horizon: horizon,
            quarter: quarter, strength: strength)
        return Outlook(
            center: drift.last + Double(horizon) * drift.slope, spread: drift.spread,
            errors: ErrorQuantiles(cell), scale: scale)
    }

    /// The outlook on a level, `horizon` years (above zero, of any fraction) after the newest value.
    ///
    /// `times` are the years at which the values were measured, in ascending order. Nil with fewer than
    /// two values.
    package static func level(
        times: [Double], values: [Double], scale: ForecastScale, horizon: Double
    ) -> Outlook? {
        guard horizon > 0, let drift = Drift(times: times, values: values, scale: scale)
        else { return nil }
        return Outlook(
            center: drift.last + horizon * drift.slope, spread: drift.spread,
            errors: ErrorQuantiles(scale.quantity, points: drift.points, horizon: horizon),
            scale: scale)
    }
}

extension ForecastScale {
    /// Under which quantity the errors of closed values on this scale are kept.
    fileprivate var quantity: ErrorCell.Quantity {
        switch self {
        case .logarithm: .value
        case .share: .share
        case .linear: .linear
        }
    }
}
