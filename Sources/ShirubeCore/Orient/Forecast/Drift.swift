/// Where a series stands, where it drifts, and how much its years differ, on a scale.
package struct Drift: Sendable, Equatable {
    /// How many yearly steps the shipped variance counts for.
    package static let priorDegrees = 0.5
    /// The share of its deviation that the newest step adds to σ̃.
    package static let newestShare = 0.2
    /// The newest points that are used; what lies further back says little about the coming years.
    package static let longest = ErrorCell.pointsRange.upperBound

    /// The newest value on the scale.
    package let last: Double
    /// `b′ = ½·b·(n − 1)/(n + 1)` per year on the scale, b the Theil–Sen slope of the n points.
    package let slope: Double
    /// σ̃: what an error of 1 is, on the scale.
    package let spread: Double
    /// The points used, 2 to 8.
    package let points: Int

    /// Measures a series; nil with fewer than two values, or where the scale has no place for one.
    ///
    /// With the steps `d_i = (z_i − z_{i−1})/max(1, t_i − t_{i−1})`, m of them before the newest,
    /// `σ̃ = √((½·s_p² + Σ d_i²)/(½ + m)) + 0.2·|d_last − d̄|`, sums and mean over the m earlier steps. The
    /// newest step counts less than the others and not squared: else a better value could look so much
    /// more doubtful that its probability fell (`Outlook.reach`). The last of `values` may be an
    /// estimate of a running year (`isEstimate`); then σ̃ is that of the closed years, all their steps
    /// among the m and none added. `times` are years in ascending order, `values` the figures in their
    /// unit.
    package init?(
        times: [Double], values: [Double], scale: ForecastScale, isEstimate: Bool = false
    ) {
        let first = max(0, values.count - Self.longest)
        let positions = values[first...].map(scale.position)
        guard positions.count >= 2, times.count == values.count,
            positions.allSatisfy(\.isFinite), let last = positions.last
        else { return nil }
        let years = Array(times[first...])
        let n = Double(positions.count)
        self.last = last
        points = positions.count
        slope = 0.5 * TheilSen.slope(times: years, values: positions) * (n - 1) / (n + 1)
        var (sum, squares, count) = (0.0, 0.0, 0.0)
        let step = { (index: Int) in
            (positions[index] - positions[index - 1]) / max(1, years[index] - years[index - 1])
        }
        for index in 1..<positions.count - 1 {
            sum += step(index)
            squares += step(index) * step(index)
            count += 1
        }
        let prior = Self.priorDegrees
        let own = ((prior * scale.priorVariance + squares) / (prior + count)).squareRoot()
        let mean = count > 0 ? sum / count : 0
        spread =
            isEstimate
            ? own : own + Self.newestShare * (step(positions.count - 1) - mean).magnitude
    }
}
