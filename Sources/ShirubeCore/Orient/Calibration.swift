/// A forecast that was stored once, and what has come of it.
package struct JudgedForecast: Sendable, Equatable {
    /// The indicator.
    package let indicator: Identifier<Indicator>
    /// The plan year in which it was forecast, from 1.
    package let planYear: Int
    /// The probability, 0 to 1, that the target would be met.
    package let probability: Double
    /// The interval in which the final value was expected with 80 %; nil where none was given.
    package let interval: ClosedRange<Double>?
    /// Whether the target was met in the end.
    package let isMet: Bool
    /// The value of the target's period; nil where it has none, or was met before that period was over.
    package let outcome: Double?
    /// What the shipped errors alone foretold, in the figure's unit; nil where no interval was given.
    package let shipped: Forecast?
    /// The quarters from the end of the newest figure to the end of the target's period, a part of one counted whole.
    package let quartersAhead: Int
    /// The month after the target's period, counted as in `Period.absoluteMonths`.
    package let targetEnd: Int

    /// Makes a forecast with its outcome.
    package init(
        indicator: Identifier<Indicator>, planYear: Int, probability: Double,
        interval: ClosedRange<Double>?, isMet: Bool, outcome: Double?, shipped: Forecast? = nil,
        quartersAhead: Int = 0, targetEnd: Int = 0
    ) {
        self.indicator = indicator
        self.planYear = planYear
        self.probability = probability
        self.interval = interval
        self.isMet = isMet
        self.outcome = outcome
        self.shipped = shipped
        self.quartersAhead = quartersAhead
        self.targetEnd = targetEnd
    }
}

/// How good Shirube's own forecasts were (Brier 1950; reliability as in Murphy 1973).
///
/// Several forecasts of one indicator count one each, although they are not independent of each other.
package struct Calibration: Sendable, Equatable {
    /// How many equal bins of probability there are.
    package static let binCount = 5
    /// With fewer forecasts, or of fewer indicators, a figure would say more of chance than of the forecasts.
    package static let leastForecasts = 20, leastIndicators = 10
    /// With fewer forecasts in a bin its share is not shown.
    package static let leastInBin = 5

    /// Forecasts of like probability.
    package struct Bin: Sendable, Equatable {
        /// The lowest probability, and the one below which all lie; the last bin holds 1 as well.
        package let from, to: Double
        /// How many forecasts.
        package let count: Int
        /// The mean of their probabilities; nil for too few.
        package let forecast: Double?
        /// The share of them whose target was met; nil for too few.
        package let observed: Double?
    }

    /// The forecasts of one plan year, or all of them.
    package struct Group: Sendable, Equatable {
        /// The plan year, from 1; nil for all.
        package let planYear: Int?
        /// How many forecasts.
        package let count: Int
        /// Of how many indicators.
        package let indicators: Int
        /// Whether they are enough for figures; where not, every figure below is nil and the bins are empty.
        package let isEnough: Bool
        /// The share of forecasts whose target was met, 0 to 1.
        package let metShare: Double?
        /// The Brier score: the mean of (P − outcome)², 0 at best.
        package let brier: Double?
        /// The Brier score of who always says the share of met targets: o · (1 − o).
        package let climatology: Double?
        /// How many forecasts had an interval and a final value.
        package let intervals: Int
        /// The share of these whose final value lay in the 80 % interval; nil for too few.
        package let coverage: Double?
        /// Reliability by probability.
        package let bins: [Bin]
    }

    /// All forecasts.
    package let overall: Group
    /// Those of each plan year that has any, in order.
    package let years: [Group]

    /// Measures forecasts whose outcome is known.
    package init(_ forecasts: [JudgedForecast]) {
        overall = Self.group(forecasts, planYear: nil)
        years = Set(forecasts.map(\.planYear)).sorted().map { year in
            Self.group(forecasts.filter { $0.planYear == year }, planYear: year)
        }
    }

    private static func group(_ forecasts: [JudgedForecast], planYear: Int?) -> Group {
        let indicators = Set(forecasts.map(\.indicator)).count
        let isEnough = forecasts.count >= leastForecasts && indicators >= leastIndicators
        let covered = forecasts.compactMap { forecast -> Bool? in
            guard let interval = forecast.interval, let outcome = forecast.outcome else {
                return nil
            }
            return interval.contains(outcome)
        }
        let share = isEnough ? mean(forecasts.map { $0.isMet ? 1 : 0 }) : nil
        return Group(
            planYear: planYear, count: forecasts.count, indicators: indicators, isEnough: isEnough,
            metShare: share,
            brier: isEnough ? mean(forecasts.map(\.squaredError)) : nil,
            climatology: share.map { $0 * (1 - $0) }, intervals: covered.count,
            coverage: isEnough && covered.count >= leastForecasts
                ? mean(covered.map { $0 ? 1 : 0 }) : nil,
            bins: isEnough ? bins(forecasts) : [])
    }

    private static func bins(_ forecasts: [JudgedForecast]) -> [Bin] {
        (0..<binCount).map { index in
            let own = forecasts.filter { bin(of: $0.probability) == index }
            let isEnough = own.count >= leastInBin
            return Bin(
                from: Double(index) / Double(binCount), to: Double(index + 1) / Double(binCount),
                count: own.count, forecast: isEnough ? mean(own.map(\.probability)) : nil,
                observed: isEnough ? mean(own.map { $0.isMet ? 1 : 0 }) : nil)
        }
    }

    private static func bin(of probability: Double) -> Int {
        min(max(Int(probability * Double(binCount)), 0), binCount - 1)
    }

    private static func mean(_ values: [Double]) -> Double? {
        values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
}

extension JudgedForecast {
    fileprivate var squaredError: Double {
        let error = probability - (isMet ? 1 : 0)
        return error * error
    }
}
