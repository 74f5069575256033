/// Where values stand along an axis.
struct ChartScale {
    /// The values at both ends.
    let domain: ClosedRange<Double>
    /// The places of both ends.
    let start: Double
    let end: Double

    init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
        self.domain = domain
        self.start = start
        self.end = end
    }

    /// The place of a value.
    func callAsFunction(_ value: Double) -> Double {
        let length = domain.upperBound - domain.lowerBound
        guard length > 0 else { return (start + end) / 2 }
        return start + (value - domain.lowerBound) / length * (end - start)
    }

    /// A range that holds all values, with its ends on ticks of 1, 2 or 5 times a power of ten.
    ///
    /// - Parameters:
    ///   - values: the values; finite ones count.
    ///   - fromZero: whether 0 is in it.
    ///   - count: about how many ticks.
    /// - Returns: the range and its ticks, at least two.
    static func nice(
        _ values: [Double], fromZero: Bool, count: Int = 5
    ) -> (domain: ClosedRange<Double>, ticks: [Double]) {
        let known = values.filter(\.isFinite)
        var low = known.min() ?? 0
        var high = known.max() ?? 1
        if fromZero { (low, high) = (min(0, low), max(0, high)) }
        if low == high { high = low + max(1, abs(low) / 10) }
        let step = niceStep((high - low) / Double(max(1, count)))
        let first = (low / step).rounded(.down)
        let last = (high / step).rounded(.up)
        let ticks = stride(from: first, through: last, by: 1).map { $0 * step }
        return (first * step...last * step, ticks)
    }

    private static func niceStep(_ raw: Double) -> Double {
        var power = 1.0
        while power * 10 <= raw { power *= 10 }
        while power > raw { power /= 10 }
        let ratio = raw / power
        return power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10)
    }
}
