extension Evidence {
    /// What is known about a level, ratio or running total: its newest value stands for the moment at which its period
    /// ends.
    ///
    /// `figures` are those in force up to the target period, at least one, in the order of their periods.
    static func ofLevel(_ figures: [CurrentReadings.Figure], newest: Period, _ time: TermsInTime)
        -> Evidence
    {
        var time = time
        let terms = time.now
        var track = LevelTrack(figures, terms)
        guard !track.isEmpty else {
            return Evidence(period: newest, obstacle: Verdict(.awaitingData, .notComparable))
        }
        let lags = terms.kind != .survey && terms.kind != .maintain && terms.kind != .floor
        var fold = Fold()
        while track.advance() {
            guard let period = track.newest?.period,
                period.absoluteMonths.upperBound > terms.planStart || track.isLast
            else { continue }
            let own = track.isLast ? terms : time.terms(of: period)
            fold.add(LevelEvaluation(terms: own).evaluation(track), own, period: period, lags: lags)
        }
        guard let last = track.newest else {
            return Evidence(period: newest, obstacle: Verdict(.awaitingData, .notComparable))
        }
        var evidence = Evidence(period: last.period, obstacle: track.obstacle)
        guard track.obstacle == nil, let value = track.values.last else { return evidence }
        evidence.value = value.value
        evidence.yearly = value.isRunning ? fold.newest?.estimate ?? value.value : value.value
        evidence.expected = Path.level(of: terms.indicator, atEnd: value.end)
        evidence.yearlyExpected = evidence.expected
        evidence.usableValues = track.usable
        evidence.isOfTargetPeriod = value.end == terms.targetEnd
        evidence.isFinal = last.isFinal
        evidence.isRedefined = !terms.judgesLike(time.terms(of: last.period))
        evidence.fold = fold
        evidence.evaluation = fold.newest
        evidence.notes = Standing.Reason.parts(of: [last])
        let own = LevelEvaluation(terms: terms)
        let points = own.points(track.values)
        evidence.drift = terms.kind.isIrreversible ? nil : evidence.driftAway(points, terms)
        evidence.rates = own.rates(points, newest: value)
        evidence.stepsBehind = terms.stepsBehind(value)
        evidence.noise = Noise(ratio: terms, count: value.weight)
        evidence.survey = terms.kind == .survey ? SurveyReading(value, track.first, terms) : nil
        return evidence
    }

    /// How far a series drifts away from its target: `b·√(n − 1)/σ̃` with b the Theil–Sen slope of the n points on their
    /// scale, counted positive away from the target; nil with fewer than two points.
    func driftAway(_ points: AnnualPoints, _ terms: Terms) -> Double? {
        let scale = terms.scale(of: points.values)
        guard let drift = Drift(times: points.times, values: points.values, scale: scale),
            drift.spread > 0
        else { return nil }
        let slope = TheilSen.slope(
            times: points.times, values: points.values.map(scale.position))
        let z = slope * Double(points.count - 1).squareRoot() / drift.spread
        return terms.wantsLess ? z : -z
    }
}

extension Evidence.SurveyReading {
    /// Tests the newest share against the baseline, or where there is none against the first survey; nil where answers
    /// were not counted, or the unit is no share of a whole.
    init?(_ newest: LevelTrack.Value, _ first: LevelTrack.Value?, _ terms: Terms) {
        guard let whole = terms.whole, let count = newest.weight else { return nil }
        let baseline = terms.indicator.baseline?.value
        guard baseline != nil || (first.map { $0.end < newest.end } ?? false),
            let earlier = baseline ?? first?.value
        else { return nil }
        let earlierCount =
            baseline == nil ? first?.weight : terms.indicator.baselineN.map(Double.init)
        guard
            let z = SurveyTest.z(
                share: newest.value / whole, count: count, against: earlier / whole,
                earlierCount: earlierCount)
        else { return nil }
        let interval = SurveyTest.interval95(share: newest.value / whole, count: count)
        self.z = terms.wantsLess ? -z : z
        self.interval = (interval.low * whole, interval.high * whole)
    }
}

extension Evidence.Noise {
    /// Of an annual count: `σ = √(φ·B·g + (0.05·B)²)` with φ = 1 and g one counted thing, which is chance and an
    /// ordinary year's drift; nil for what is not counted.
    init?(annual terms: Terms) {
        guard let grain = terms.grain, grain > 0, let base = terms.indicator.baseline?.value,
            base > 0
        else {
            return nil
        }
        let deviation = (base * grain + 0.0025 * base * base).squareRoot()
        self.init(deviation: deviation, ratio: (terms.target - base).magnitude / deviation)
    }

    /// Of an administrative ratio: its standard error `√(p(1 − p)/n)` at the baseline; nil where n is not known.
    init?(ratio terms: Terms, count: Double?) {
        guard terms.kind == .ratio, let whole = terms.whole, let count, count > 0,
            let base = terms.indicator.baseline?.value, base > 0, base < whole
        else { return nil }
        let deviation = SurveyTest.standardError(share: base / whole, count: count) * whole
        self.init(deviation: deviation, ratio: (terms.target - base).magnitude / deviation)
    }
}

extension LevelEvaluation {
    /// The change that each year left must bring, and the best change that a year has brought so far; both nil for
    /// what is only to be kept, and for surveys.
    func rates(
        _ points: AnnualPoints, newest: LevelTrack.Value
    ) -> (required: Double?, best: Double?) {
        switch terms.kind {
        case .survey, .maintain, .floor, .ceiling: return (nil, nil)
        default: break
        }
        var best: Double?
        for index in points.values.indices.dropFirst() {
            let change =
                (points.values[index] - points.values[index - 1])
                / max(points.times[index] - points.times[index - 1], 1)
            best = best.map { terms.wantsLess ? min($0, change) : max($0, change) } ?? change
        }
        let years = Double(terms.targetEnd - newest.end) / 12
        guard years > 0 else { return (nil, best.map(Forecast.rounded)) }
        let needed = (terms.target - newest.value) / years
        let required = terms.wantsLess ? min(0, needed) : max(0, needed)
        return (Forecast.rounded(required), best.map(Forecast.rounded))
    }
}

extension Terms {
    /// How many steps of the owners' yearly plan were due at a value's moment and lie beyond it; nil for what has no
    /// such plan, or is no level.
    func stepsBehind(_ value: LevelTrack.Value) -> Int? {
        guard kind == .level, !indicator.plan.isEmpty else { return nil }
        let due = indicator.plan.filter { months(of: $0.key).upperBound <= value.end }.values
        let missed = Set(due).filter { !indicator.isGood(value.value, against: $0) }
        return missed.count
    }
}
