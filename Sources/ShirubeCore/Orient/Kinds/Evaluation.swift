/// What one evaluation point says: numbers only, because hundreds of thousands of them are worked out.
struct Evaluation {
    /// The month after the point, counted as in `Period.absoluteMonths`.
    let end: Int
    /// Whether it is an evaluation of its own: something in season was added, or a year closed.
    let isNew: Bool
    /// What the final value may be; nil where too little is known, or the kind has no model.
    var forecast: Forecast?
    /// The year-end estimate of the running year (Û); nil for what is no flow.
    var estimate: Double?
    /// The share of the running year's season that figures cover (S_q); nil for what is no flow.
    var season: Double?
    /// The size of a yearly surprise (σ̃) on the series' scale; nil without one.
    var spread: Double?
    /// How far the newest figures lie from what was expected of them, in standard deviations; positive for more.
    var surprise: Double?

    /// Makes an evaluation of which nothing but its place is known.
    init(end: Int, isNew: Bool) {
        self.end = end
        self.isNew = isNew
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
    /// Shares of a whole where the unit says so, unless a value or the target lies at or beyond a bound; counts and
    /// amounts by their logarithm; points, and whatever is zero where nothing is counted, or negative, as they are.
    func scale(of values: [Double]) -> ForecastScale {
        let lowest = values.reduce(target, min)
        if let whole {
            let isInside =
                values.allSatisfy { $0 >= 0 && $0 <= whole } && target > 0 && target < whole
            if isInside { return .share(whole: whole) }
        } else if let grain, grain > 0 ? lowest >= 0 : lowest > 0 {
            return .logarithm(offset: grain / 2)
        }
        return .linear(size: ForecastScale.size(of: values, fallback: target))
    }

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
