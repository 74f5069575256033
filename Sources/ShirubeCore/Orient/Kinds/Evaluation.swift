/// What one evaluation point says: numbers only, because hundreds of thousands of them are worked out.
struct Evaluation {
    /// The month after the point, counted as in `Period.absoluteMonths`.
    let end: Int
    /// Whether it is an evaluation of its own: something in season was added, or a year closed.
    let isNew: Bool
    /// What the final value may be; nil where too little is known, or the kind has no model.
    var forecast: Forecast?
    /// What the shipped errors alone foretell, where the city's own correct them; nil where they do not.
    private(set) var shipped: Forecast?
    /// How many of the city's own errors correct the forecast.
    private(set) var ownErrors = 0
    /// What σ̃ was multiplied by.
    private(set) var widening = 1.0
    /// The year-end estimate of the running year (Û); nil for what is no flow.
    var estimate: Double?
    /// The share of the running year's season that figures cover (S_q); nil for what is no flow.
    var season: Double?
    /// What the forecast was made from, where it was made on a scale; it has the size of a yearly surprise (σ̃).
    var outlook: Outlook?
    /// How far the newest figures lie from what was expected of them, in standard deviations; positive for more.
    var surprise: Double?

    /// Makes an evaluation of which nothing but its place is known.
    init(end: Int, isNew: Bool) {
        self.end = end
        self.isNew = isNew
    }

    /// Takes a forecast, corrected by the city's own errors where there are any.
    mutating func foretell(_ terms: Terms, _ forecast: (Correction) -> Forecast?) {
        let correction =
            terms.own.isEmpty
            ? .none
            : terms.own.correction(quartersAhead: (terms.targetEnd - end + 2) / 3, knownBy: end)
        self.forecast = forecast(correction)
        guard !correction.isNone else { return }
        shipped = forecast(.none)
        ownErrors = correction.count
        widening = correction.widening
    }

    /// How far the forecast's middle falls short of the target, in the indicator's unit; zero or less where it does
    /// not.
    func shortfall(_ terms: Terms) -> Double {
        guard let forecast else { return 0 }
        return terms.wantsLess ? forecast.median - terms.target : terms.target - forecast.median
    }
}

/// Annual points of a series: when, and how much.
struct AnnualPoints {
    /// Years in ascending order.
    private(set) var times: [Double] = []
    /// The values, in the indicator's unit.
    private(set) var values: [Double] = []

    /// Makes room for some points.
    init(capacity: Int) {
        times.reserveCapacity(capacity)
        values.reserveCapacity(capacity)
    }

    /// Adds a point that is later than all before.
    mutating func append(_ time: Double, _ value: Double) {
        times.append(time)
        values.append(value)
    }

    /// Takes the newest point away.
    mutating func removeLast() {
        times.removeLast()
        values.removeLast()
    }

    /// How many there are.
    var count: Int { values.count }
}

extension Terms {
    /// What is asked of the final value.
    var requirement: Requirement {
        wantsLess ? .atMost(target + indicator.tolerance) : .atLeast(target - indicator.tolerance)
    }

    /// The scale of a series of such values.
    ///
    /// Shares of a whole where the unit says so and the target lies between the bounds; counts and amounts by their
    /// logarithm; points, and whatever is negative or has no logarithm, as they are.
    func scale(of values: [Double]) -> ForecastScale {
        let lowest = values.reduce(target, min)
        if let whole {
            if target > 0, target < whole, values.allSatisfy({ $0 >= 0 && $0 <= whole }) {
                return .share(whole: whole)
            }
            if target == 0 || target == whole, values.allSatisfy({ $0 >= 0 && $0 <= whole }) {
                return .linear(
                    size: ForecastScale.size(of: values, fallback: target), limits: 0...whole)
            }
        } else if grain != nil, lowest >= 0 {
            let offset = offset(of: values)
            if lowest + offset > 0 { return .logarithm(offset: offset) }
        }
        return .linear(size: ForecastScale.size(of: values, fallback: target))
    }

    /// What is added to a value before its logarithm is taken: half of one counted thing; where the values before the
    /// newest differ more than tenfold, or some of them are zero, their mean.
    ///
    /// A year in which a festival did not take place is no small festival. By a bare logarithm it would lie as far below
    /// a usual year as that lies below a million visitors. (A started logarithm: Tukey 1957.) The newest value has no
    /// part in it, so that a better value cannot make its own scale coarser.
    func offset(of values: [Double]) -> Double {
        let least = (grain ?? 0) / 2
        let earlier = values.dropLast()
        guard let low = earlier.min(), let high = earlier.max(), low >= 0,
            low * Self.widestRatio < high
        else { return least }
        return max(least, ForecastScale.size(of: values, fallback: target))
    }

    /// How many times the smallest value the largest may be for a bare logarithm.
    private static let widestRatio = 10.0

    /// The error cell's season for a running year: its quarter by the share of the season that has passed.
    func quarter(_ season: Double) -> Int { ErrorCell.quarter(ofShare: season) }
}

extension Forecast {
    /// The forecast in units of which one of its own makes `grain`.
    func scaled(by grain: Double) -> Forecast {
        grain == 1
            ? self
            : Forecast(
                median: median * grain, low80: low80 * grain, high80: high80 * grain,
                probability: probability)
    }

    /// The forecast of a value that is larger by a known amount.
    func raised(by amount: Double) -> Forecast {
        Forecast(
            median: median + amount, low80: low80 + amount, high80: high80 + amount,
            probability: probability)
    }
}
