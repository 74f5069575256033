import ShirubeCore

/// Closed years by quarters, and the running year as far as it is known, as a judgement sees them.
struct SeasonalWindow {
    let profile: SeasonProfile
    /// S of the running year; 1 where none runs.
    let share: Double
    /// The year that is forecast, C so far; zero where none runs.
    let counted: Double
    /// Annual values, the running year's estimate among them where enough of its season has passed.
    let values: [Double]
    /// The year's estimate, however little of it has passed; the last closed year where none runs.
    let estimate: Double
    /// The quarter to look errors up under; 4 where the running year is left out or none runs.
    let quarter: Int
    /// Whether a year runs of which too little has passed.
    let isTooEarly: Bool

    /// `years` are closed, four quarters each, at least one; `running` the quarters so far of the year after them.
    init(years: [[Double]], running: [Double], isSeasonKnown: Bool) {
        var flows = [Double](repeating: 0, count: 12)
        let season = Season(activeMonths: [])
        for year in years where isSeasonKnown {
            for (quarter, flow) in year.enumerated() {
                let months = (0..<3).map { (3 * quarter + 3 + $0) % 12 + 1 }
                for part in SeasonProfile.spread(flow, over: months, in: season) {
                    flows[part.month - 1] += part.flow
                }
            }
        }
        profile = SeasonProfile(
            season: season, flows: flows, years: isSeasonKnown ? years.count : 0)
        let totals = years.map { $0.reduce(0, +) }
        let sum = running.reduce(0, +)
        counted = sum
        guard !running.isEmpty, let earlier = totals.last else {
            (share, values, estimate, quarter) = (1, totals, totals.last ?? .nan, 4)
            isTooEarly = false
            return
        }
        let passed = profile.share(of: 3..<3 + 3 * running.count)
        let nearest = ErrorCell.quarter(ofShare: passed)
        share = passed
        estimate = YearEnd.estimate(flow: sum, share: passed, earlier: earlier)
        isTooEarly = nearest == 0
        quarter = isTooEarly ? 4 : nearest
        values = isTooEarly ? totals : totals + [estimate]
    }

    private var times: [Double] { values.indices.map(Double.init) }

    /// The outlook on the annual flow `horizon` years after the running year, or after the last closed one.
    func flow(horizon: Int) -> Outlook? {
        AnnualForecast.flow(
            times: times, values: values, scale: .logarithm(offset: 0.5),
            horizon: isTooEarly ? horizon + 1 : horizon, quarter: quarter,
            strength: profile.strength)
    }

    /// The outlook on the sum of the running year and the `years` after it; `before` is what earlier plan years counted.
    func sum(years: Int, before: Double) -> Outlook? {
        PlanSumForecast.outlook(
            times: times, values: values, offset: 0.5,
            counted: before + (isTooEarly ? 0 : counted), running: isTooEarly ? 0 : counted,
            years: isTooEarly ? years + 1 : years, quarter: quarter, strength: profile.strength)
    }
}
