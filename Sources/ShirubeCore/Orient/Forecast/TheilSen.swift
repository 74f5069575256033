/// The slope that half of all pairs of points exceed (Theil 1950, Sen 1968).
package enum TheilSen {
    /// The median of `(z_j − z_i)/(t_j − t_i)` over all pairs at least a year apart; zero where there is
    /// none.
    ///
    /// Pairs within a year are left out: divided by a short time, a small step is a large slope.
    /// `times` are years in ascending order, `values` as many, on any scale.
    package static func slope(times: [Double], values: [Double]) -> Double {
        var slopes: [Double] = []
        slopes.reserveCapacity(values.count * (values.count - 1) / 2)
        for last in values.indices.dropFirst() {
            for first in 0..<last where times[last] - times[first] >= 0.999 {
                slopes.append((values[last] - values[first]) / (times[last] - times[first]))
            }
        }
        guard !slopes.isEmpty else { return 0 }
        slopes.sort()
        let middle = slopes.count / 2
        return slopes.count % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2
    }
}
