/// What is known about an indicator at the point at which it is judged, before a status is given.
struct Evidence {
    /// The newest reported period.
    let period: Period
    /// Why there is no value, and the status that follows; nil where there is one.
    var obstacle: Verdict?
    /// The figure judged; nil where what was reported cannot be compared with the target.
    var value: Double?
    /// What the path asks for at the same point; nil where there is no path.
    var expected: Double?
    /// The value that the rates are made of: the figure, of a running year its year-end estimate.
    var yearly: Double?
    /// What the path asks of that value; nil where there is no path.
    var yearlyExpected: Double?
    /// How many usable values there are, the baseline not counted.
    var usableValues = 0
    /// Whether the figure speaks of the target period, and of all of it.
    var isOfTargetPeriod = false
    /// Whether the newest figure is final (確報 or 訂正).
    var isFinal = false
    /// Whether the definition is another one than the figures were reported under.
    var isRedefined = false
    /// How far the season has come; nil for what is no flow.
    var season: SeasonProgress?
    /// The newest evaluation; nil for what has none.
    var evaluation: Evaluation?
    /// What the fold over the evaluations has come to.
    var fold = Fold()
    /// How far the yearly values drift away from the target, in standard errors; nil where they cannot.
    var drift: Double?
    /// How many steps of the owners' yearly plan are due and not reached; nil without such a plan.
    var stepsBehind: Int?
    /// The survey against the baseline; nil for what is none, or where it cannot be tested.
    var survey: SurveyReading?
    /// What an ordinary year's chance does to the figure; nil where nobody can say.
    var noise: Noise?
    /// What is asked of each year that is left, and the best that a year has brought.
    var rates: (required: Double?, best: Double?) = (nil, nil)
    /// How a year's flow falls on its months, and from how many years that was learned; nil for what is no flow.
    var profile: (shares: SeasonProfile, years: Int)?
    /// What a reader must know beside the status.
    var notes: [Standing.Reason] = []

    /// How far the season of the judged year has come.
    struct SeasonProgress {
        /// The share of the judged year's season that has passed (S_q), 0 to 1.
        let elapsed: Double
        /// The share of a year's season that figures cover, over all years judged.
        let covered: Double
        /// Whether the judged year is the plan's first.
        let isFirstYear: Bool
    }

    /// A survey against the one of the baseline.
    struct SurveyReading {
        /// The distance from the baseline in standard errors, positive towards the target.
        let z: Double
        /// The 95 % interval of the newest share, in the indicator's unit.
        let interval: (low: Double, high: Double)
    }

    /// How large the way from baseline to target is beside an ordinary year's chance.
    struct Noise {
        /// One standard deviation of a year, in the indicator's unit.
        let deviation: Double
        /// |T − B| in these.
        let ratio: Double

        /// Below it a progress rate says more about chance than about progress.
        static let least = 2.0

        /// Whether a progress rate means something.
        var isClear: Bool { Closeness.isAtLeast(ratio, Self.least) }
    }

    /// Makes evidence of a period, without a value yet.
    init(period: Period, obstacle: Verdict? = nil) {
        self.period = period
        self.obstacle = obstacle
    }
}

/// A status with the reason that decided it.
struct Verdict {
    /// The status.
    let status: Status
    /// The reason.
    let reason: Standing.Reason

    /// Makes a verdict.
    init(_ status: Status, _ reason: Standing.Reason) {
        self.status = status
        self.reason = reason
    }
}
