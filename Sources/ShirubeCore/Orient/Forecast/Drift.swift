/// Where a series stands, where it drifts, and how much its years differ, on a scale.
package struct Drift: Sendable, Equatable {
    /// How many years' worth of belief the shipped variance has.
    package static let priorDegrees = 4.0
    /// The newest points that are used; what lies further back says little about the coming years.
    package static let longest = ErrorCell.pointsRange.upperBound

    /// The newest value on the scale.
    package let last: Double
    /// The Theil–Sen slope per year, on the scale.
    package let slope: Double
    /// σ̃: `√((4·s_p² + d·s²)/(4 + d))`.
    package let spread: Double
    /// The points used, 2 to 8.
    package let points: Int

    /// Measures a series; nil with fewer than two values, or where the scale has no place for one.
    ///
    /// s² is the variance of the yearly steps `(z_i − z_{i−1})/(t_i − t_{i−1})` about their mean, the step
    /// to the newest value left out, and d one less than their number. The newest value has no part in
    /// σ̃: else a better value could look more doubtful than a worse one. `times` are years in
    /// ascending order, `values` the figures in their unit.
    package init?(times: [Double], values: [Double], scale: ForecastScale) {
        let first = max(0, values.count - Self.longest)
        let positions = values[first...].map(scale.position)
        guard positions.count >= 2, times.count == values.count,
            positions.allSatisfy(\.isFinite), let last = positions.last
        else { return nil }
        let years = Array(times[first...])
        self.last = last
        points = positions.count
        slope = TheilSen.slope(times: years, values: positions)
        var (sum, squares, count) = (0.0, 0.0, 0.0)
        for index in 1..<positions.count - 1 {
            let step =
                (positions[index] - positions[index - 1]) / (years[index] - years[index - 1])
            sum += step
            squares += step * step
            count += 1
        }
        let degrees = max(count - 1, 0)
        let variance = degrees > 0 ? max(squares - sum * sum / count, 0) / degrees : 0
        let prior = Self.priorDegrees
        spread = ((prior * scale.priorVariance + degrees * variance) / (prior + degrees))
            .squareRoot()
    }
}

/// The forecast of a level or an annual value: the newest one and half the way that its slope leads.
///
/// The half slope is the drift of the Theta method (Assimakopoulos, Nikolopoulos 2000; Hyndman, Billah
/// 2003); the slope is robust (Theil 1950, Sen 1968); the errors are those that such forecasts have
/// had.
package enum AnnualForecast {
    /// The outlook on an annual flow; the last of `values` is the newest closed year, or the running
    /// year's estimate (`YearEnd`).
    ///
    /// `horizon` is the number of years from that year to the target's. `quarter` is
    /// `ErrorCell.quarter(ofShare:)` of the season that has passed in the last of `times`, 4 for a
    /// closed year. Nil with fewer than two values, and where nothing is open (closed, horizon 0).
    package static func flow(
        times: [Double], values: [Double], scale: ForecastScale, horizon: Int, quarter: Int,
        strength: SeasonProfile.Strength
    ) -> Outlook? {
        guard horizon > 0 || quarter < 4,
            let drift = Drift(times: times, values: values, scale: scale)
        else { return nil }
        let cell = ErrorCell(
            .value, points: drift.points, horizon: horizon, quarter: quarter, strength: strength)
        return Outlook(
            center: drift.last + 0.5 * Double(horizon) * drift.slope, spread: drift.spread,
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
            center: drift.last + 0.5 * horizon * drift.slope, spread: drift.spread,
            errors: ErrorQuantiles(points: drift.points, horizon: horizon), scale: scale)
    }
}
