/// The negative binomial distribution: the number of things in a time to come, when their rate is known
/// only by a gamma distribution.
///
/// `Pr(X = x) = Γ(a + x)/(x!·Γ(a))·p^a·(1 − p)^x`.
package struct NegativeBinomial: Sendable, Equatable {
    /// a, above zero.
    package let size: Double
    /// p, above 0 and below 1.
    package let success: Double

    /// Makes the distribution with size a above zero and 0 < p < 1.
    package init(size: Double, success: Double) {
        self.size = size
        self.success = success
    }

    /// The numbers beyond this one are not looked at; more than that is no small count.
    private static let limit = 100_000

    /// `Pr(X < count)`.
    package func probability(below count: Int) -> Double {
        guard count > 0 else { return 0 }
        var walk = Walk(self)
        for _ in 0..<min(count, Self.limit) - 1 { walk.advance() }
        return min(1, walk.probability)
    }

    /// The smallest x with `Pr(X ≤ x) ≥ level`.
    package func quantile(at level: Double) -> Int {
        var walk = Walk(self)
        while walk.probability < level, walk.count < Self.limit { walk.advance() }
        return walk.count
    }

    /// Sums the probabilities from zero up, by `Pr(x + 1) = Pr(x)·(a + x)/(x + 1)·(1 − p)`.
    ///
    /// What it holds is multiplied by `e^exponent` only when asked for, so that a first term too small
    /// for a number spoils nothing.
    private struct Walk {
        private let size: Double
        private let failure: Double
        private var exponent: Double
        private var factor: Double
        private var term = 1.0
        private var sum = 1.0
        private(set) var count = 0

        init(_ distribution: NegativeBinomial) {
            size = distribution.size
            failure = 1 - distribution.success
            exponent = size * Analysis.ln(distribution.success)
            factor = Analysis.exp(exponent)
        }

        var probability: Double { sum * factor }

        mutating func advance() {
            let x = Double(count)
            term *= (size + x) / (x + 1) * failure
            sum += term
            count += 1
            guard term > 1e200 else { return }
            term *= 1e-200
            sum *= 1e-200
            exponent += 460.51701859880916
            factor = Analysis.exp(exponent)
        }
    }
}
