/// What is known about an indicator at the point at which it is judged, before a status is given.
struct Evidence {
    /// The newest reported period.
    let period: Period
    /// The figure judged; nil where what was reported cannot be compared with the target.
    let value: Double?
    /// What the path asks for at the same point; nil where there is no path.
    let expected: Double?
    /// How many usable values there are, the baseline not counted.
    let usableValues: Int
    /// Whether the figure speaks of the target period, and of all of it.
    let isOfTargetPeriod: Bool
    /// Whether the newest figure is final (確報 or 訂正).
    let isFinal: Bool
    /// How far the season has come; nil for what is no flow.
    let season: SeasonProgress?
    /// Why there is no value, and the status that follows; nil where there is one.
    let obstacle: Verdict?
    /// What a reader must know beside the status.
    let notes: [Standing.Reason]

    /// How far the season of the judged year has come.
    struct SeasonProgress {
        /// The share of the judged year's season that has passed (S_q), 0 to 1.
        let elapsed: Double
        /// The share of a year's season that figures cover, over all years judged.
        let covered: Double
        /// Whether the judged year is the plan's first.
        let isFirstYear: Bool
        /// Whether figures cover the whole season of the judged year.
        let isYearComplete: Bool
    }

    /// Makes evidence without a value: what was reported cannot be compared with the target.
    init(period: Period, obstacle: Verdict) {
        self.init(
            period: period, value: nil, expected: nil, usableValues: 0, isOfTargetPeriod: false,
            isFinal: false, season: nil, obstacle: obstacle, notes: [])
    }

    /// Makes evidence with a value.
    init(
        period: Period, value: Double, expected: Double?, usableValues: Int,
        isOfTargetPeriod: Bool, isFinal: Bool, season: SeasonProgress? = nil,
        notes: [Standing.Reason]
    ) {
        self.init(
            period: period, value: value, expected: expected, usableValues: usableValues,
            isOfTargetPeriod: isOfTargetPeriod, isFinal: isFinal, season: season, obstacle: nil,
            notes: notes)
    }

    /// The same, but preliminary although its department calls it final.
    func asPreliminary() -> Evidence {
        Evidence(
            period: period, value: value, expected: expected, usableValues: usableValues,
            isOfTargetPeriod: isOfTargetPeriod, isFinal: false, season: season,
            obstacle: obstacle, notes: notes)
    }

    private init(
        period: Period, value: Double?, expected: Double?, usableValues: Int,
        isOfTargetPeriod: Bool, isFinal: Bool, season: SeasonProgress?, obstacle: Verdict?,
        notes: [Standing.Reason]
    ) {
        self.period = period
        self.value = value
        self.expected = expected
        self.usableValues = usableValues
        self.isOfTargetPeriod = isOfTargetPeriod
        self.isFinal = isFinal
        self.season = season
        self.obstacle = obstacle
        self.notes = notes
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
