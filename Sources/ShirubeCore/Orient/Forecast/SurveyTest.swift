/// Whether two survey results differ by more than chance.
package enum SurveyTest {
    /// A result counts as a change, or as short of a target, from this distance in standard errors.
    package static let threshold = 1.28

    /// A share's standard error, `√(p(1 − p)/n)`; `share` is from 0 to 1, `count` the answers.
    package static func standardError(share: Double, count: Double) -> Double {
        (share * (1 - share) / count).squareRoot()
    }

    /// `z = (p − p_B)/√(p(1 − p)/n + p_B(1 − p_B)/n_B)`, positive where the newer share is higher.
    ///
    /// Without `earlierCount` the earlier share counts as exact, as a target does. Nil where nothing
    /// can vary. Shares are from 0 to 1.
    package static func z(
        share: Double, count: Double, against earlier: Double, earlierCount: Double? = nil
    ) -> Double? {
        guard count > 0 else { return nil }
        var variance = share * (1 - share) / count
        if let earlierCount, earlierCount > 0 { variance += earlier * (1 - earlier) / earlierCount }
        return variance > 0 ? (share - earlier) / variance.squareRoot() : nil
    }

    /// The same of means on a scale, of which the standard deviation is known.
    package static func z(
        mean: Double, deviation: Double, count: Double, against earlier: Double,
        earlierCount: Double? = nil
    ) -> Double? {
        guard count > 0, deviation > 0 else { return nil }
        var variance = deviation * deviation / count
        if let earlierCount, earlierCount > 0 { variance += deviation * deviation / earlierCount }
        return (mean - earlier) / variance.squareRoot()
    }

    /// The 95 % interval of a share: `p ± 1.96·√(p(1 − p)/n)`, within 0 and 1.
    package static func interval95(share: Double, count: Double) -> (low: Double, high: Double) {
        let half = 1.959963984540054 * standardError(share: share, count: count)
        return (max(0, share - half), min(1, share + half))
    }
}
