/// How a city's own past errors correct the shipped ones.
package struct Correction: Sendable, Equatable {
    /// How many forecasts the shipped errors count for, against the city's own.
    package static let shippedWeight = 200.0
    /// Intervals are widened when fewer of the newest judged ones held than this share.
    package static let leastCoverage = 0.7
    /// The newest judged intervals that are looked at.
    package static let window = 88

    /// What σ̃ is multiplied by; 1 while the city's intervals hold.
    package let widening: Double
    /// The shipped levels at which the corrected distribution has its tenths and its middle.
    package let levels: (low: Double, median: Double, high: Double)
    private let own: [Double]

    /// The shipped errors alone.
    package static let none = Correction(own: [], widening: 1)

    /// Corrects by the city's own errors.
    ///
    /// `own` are the shares of shipped errors below each of the city's own ones
    /// (`Outlook.probability(below: actual)`), from 0 to 1: the forecasts' probability integral
    /// transforms (Dawid 1984). The corrected share below a point is
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

    /// What σ̃ is multiplied by, given whether each of the judged 80 % intervals held, oldest first.
    ///
    /// With a coverage c of the newest 88 below 70 %, `Φ⁻¹(0.9)/Φ⁻¹((1 + c)/2)`, which would have made
    /// it 80 % were errors normal; at most 2. Fewer than 88 say nothing yet: 1.
    package static func widening(held: [Bool]) -> Double {
        guard held.count >= window else { return 1 }
        let coverage = Double(held.suffix(window).count { $0 }) / Double(window)
        guard coverage < leastCoverage else { return 1 }
        let own = NormalCurve.quantile(at: (1 + coverage) / 2)
        return own > 0 ? min(2, NormalCurve.quantile(at: 0.9) / own) : 2
    }
}
