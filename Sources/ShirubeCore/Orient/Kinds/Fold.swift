/// What the evaluations of an indicator, in order of time, add up to: whether it lags, and whether its figures have
/// run away.
///
/// A pure function of the figures in force: nothing depends on when a judgement was made, or in what order figures came.
struct Fold {
    /// Whether it lags.
    private(set) var lag = LagState()
    /// The period at which it began to lag; nil while it does not.
    private(set) var since: Period?
    /// The side to which figures had run away at the newest evaluation; nil where they had not.
    private(set) var runaway: Cusum.Side?
    /// How many evaluations there were.
    private(set) var count = 0
    /// The newest evaluation; nil before the first.
    private(set) var newest: Evaluation?

    private var cusum = Cusum()
    private var terms: Terms?

    /// Takes the next evaluation, made by the terms that held at its point.
    ///
    /// `lags` says whether the kind can lag. A point that adds nothing in season is kept as the newest, and is no
    /// evaluation.
    mutating func add(_ evaluation: Evaluation, _ terms: Terms, period: Period, lags: Bool) {
        newest = evaluation
        guard evaluation.isNew else { return }
        count += 1
        runaway = evaluation.surprise.flatMap { cusum.add($0) }
        defer { self.terms = terms }
        guard lags else { return }
        let isSame = self.terms.map { $0 === terms || $0.judgesLike(terms) } ?? true
        lag.evaluate(
            probability: evaluation.forecast?.probability,
            shortfall: evaluation.shortfall(terms), target: terms.target, unit: terms.grain ?? 0,
            isSameDefinition: isSame)
        if lag.hasJustFired { since = period }
        if lag.phase == .clear { since = nil }
    }

    /// The state as it is shown; nil where it does not lag.
    var shown: Standing.Lag? {
        since.map { Standing.Lag(since: $0, isRecovering: lag.phase == .recovering) }
    }
}

/// The terms of an indicator's definition that hold at each point: of earlier points those of the period's last day, of
/// the newest those of the day of judging.
struct TermsInTime {
    /// The terms of the day of judging.
    let now: Terms
    private let history: DefinitionHistory
    private let moment: Timestamp
    private var known: [Terms] = []

    /// Works out the terms of today's version.
    init(
        _ version: DefinitionVersion, history: DefinitionHistory, at occasion: Judge.Occasion
    ) {
        now = Terms(version, dispersion: occasion.dispersion, own: occasion.own)
        self.history = history
        moment = occasion.now
    }

    /// The terms of a period's last day.
    ///
    /// A version by which figures are counted otherwise, of another kind or calendar, cannot be compared with
    /// today's: today's stands for it.
    mutating func terms(of period: Period) -> Terms {
        guard history.versions.count > 1 else { return now }
        let version = history.inForce(on: period.lastDay, knownAt: moment)
        if version.number == now.version { return now }
        if let terms = known.first(where: { $0.version == version.number }) { return terms }
        guard version.indicator.kind == now.kind,
            version.indicator.calendar == now.indicator.calendar
        else { return now }
        let terms = Terms(version, dispersion: now.dispersion, own: now.own)
        known.append(terms)
        return terms
    }
}
