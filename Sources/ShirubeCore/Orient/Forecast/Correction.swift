/// How a city's own past errors correct the shipped ones.
package struct Correction: Sendable, Equatable {
    /// How many forecasts the shipped errors count for, against the city's own.
    ///
    /// A share of n independent errors has the variance ¼/n at most, of errors of one city in the same years about twice
    /// that; the shipped shares are off by some 5 points for any one city. The two weigh the same at n = ½/0.05² = 200.
    package static let shippedWeight = 200.0
    /// Intervals are widened when a smaller share of the judged ones held.
    package static let leastCoverage = 0.7
    /// The fewest indicators whose intervals say whether they hold.
    ///
    /// Where intervals do hold four times in five, fewer than 70 % of 40 independent ones do so by chance in one case of
    /// 23. Forecasts of one indicator err together, so indicators are counted and not forecasts.
    package static let leastIndicators = 40

    /// What σ̃ is multiplied by; 1 while the city's intervals hold.
    package let widening: Double
    /// The shipped levels at which the corrected distribution has its tenths and its middle.
    package let levels: (low: Double, median: Double, high: Double)
    private let own: [Double]

    /// How many of the city's own errors correct.
    package var count: Int { own.count }

    /// Whether it leaves everything as it is.
    package var isNone: Bool { own.isEmpty && widening == 1 }

    /// The shipped errors alone.
    package static let none = Correction(own: [], widening: 1)

    /// Corrects by the city's own errors.
    ///
    /// `own` are the shares of shipped errors below each of the city's own ones, from 0 to 1: the forecasts'
    /// probability integral transforms (Dawid 1984). The corrected share below a point is
    /// `(w·u + n·Ĝ(u))/(w + n)`, where u is the shipped one, Ĝ(u) the share of the n own ones up to u,
    /// and w = 200.
    package init(own: [Double], widening: Double) {
        self.own = own.sorted()
        self.widening = widening
        let sorted = self.own
        let inverse = { (level: Double) in Self.level(own: sorted, for: level) }
        levels = own.isEmpty ? (0.1, 0.5, 0.9) : (inverse(0.1), inverse(0.5), inverse(0.9))
    }

    /// The corrected probability of an outcome below a point, given the shipped one.
    package func corrected(_ shipped: Double) -> Double {
        own.isEmpty ? shipped : Self.corrected(shipped, own: own)
    }

    private static func corrected(_ shipped: Double, own: [Double]) -> Double {
        var (low, high) = (0, own.count)
        while low < high {
            let middle = (low + high) / 2
            if own[middle] <= shipped { low = middle + 1 } else { high = middle }
        }
        let weight = shippedWeight
        return (weight * shipped + Double(low)) / (weight + Double(own.count))
    }

    /// The shipped level whose corrected one is `level`, by halving.
    private static func level(own: [Double], for level: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<50 {
            let middle = (low + high) / 2
            if corrected(middle, own: own) < level { low = middle } else { high = middle }
        }
        return min(max(high, 1e-6), 1 - 1e-6)
    }

    /// Whether the two correct alike.
    package static func == (left: Correction, right: Correction) -> Bool {
        left.own == right.own && left.widening == right.widening
    }

    /// What σ̃ is multiplied by, given the share of 80 % intervals that held, each indicator weighing the same.
    ///
    /// With a coverage c below 70 %, `Φ⁻¹(0.9)/Φ⁻¹((1 + c)/2)`, which would have made it 80 % were errors
    /// normal; at most 2. Fewer than 40 indicators say nothing yet: 1.
    package static func widening(coverage: Double, indicators: Int) -> Double {
        guard indicators >= leastIndicators, coverage < leastCoverage else { return 1 }
        let own = NormalCurve.quantile(at: (1 + coverage) / 2)
        return own > 0 ? min(2, NormalCurve.quantile(at: 0.9) / own) : 2
    }
}
