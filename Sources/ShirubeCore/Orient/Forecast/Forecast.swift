/// What is foretold of a value: its middle, the interval that holds it four times in five, and the
/// probability that the goal is met.
package struct Forecast: Sendable, Equatable {
    /// Half of the outcomes lie below it; in the figure's unit, to 6 significant digits.
    package let median: Double
    /// One outcome in ten lies below it; in the figure's unit, to 6 significant digits.
    package let low80: Double
    /// One outcome in ten lies above it; in the figure's unit, to 6 significant digits.
    package let high80: Double
    /// The probability that the goal is met, 0 to 1, to 4 decimals.
    package let probability: Double

    /// Makes a forecast, rounded as it is stored.
    package init(median: Double, low80: Double, high80: Double, probability: Double) {
        self.median = Self.rounded(median)
        self.low80 = Self.rounded(low80)
        self.high80 = Self.rounded(high80)
        self.probability = (min(max(probability, 0), 1) * 10_000).rounded() / 10_000
    }

    /// The outcome is known.
    package init(known value: Double, _ requirement: Requirement) {
        let isMet =
            switch requirement {
            case .atLeast(let target): Closeness.isAtLeast(value, target)
            case .atMost(let target): Closeness.isAtLeast(target, value)
            case .within(let low, let high):
                Closeness.isAtLeast(value, low) && Closeness.isAtLeast(high, value)
            }
        self.init(median: value, low80: value, high80: value, probability: isMet ? 1 : 0)
    }

    /// A number to 6 significant digits.
    package static func rounded(_ value: Double) -> Double {
        guard value != 0, value.isFinite else { return value }
        var digits = 0
        var scaled = value.magnitude
        while scaled >= 1_000_000 {
            scaled /= 10
            digits -= 1
        }
        while scaled < 100_000 {
            scaled *= 10
            digits += 1
        }
        let scale = powerOfTen(digits.magnitude)
        return digits >= 0 ? (value * scale).rounded() / scale : (value / scale).rounded() * scale
    }

    private static func powerOfTen(_ exponent: UInt) -> Double {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
