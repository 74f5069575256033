extension Evidence {
    /// What is known about a flow: K1 and K3 since the plan's start, K4 in the newest reported year.
    ///
    /// `figures` are those in force up to the target period, at least one, in the order of their periods.
    static func ofFlow(_ figures: [CurrentReadings.Figure], newest: Period, _ time: TermsInTime)
        -> Evidence
    {
        var time = time
        let terms = time.now
        var track = FlowTrack(figures, terms)
        var fold = Fold()
        var profile = SeasonProfile(season: terms.indicator.season)
        var learned = 0
        var isAnything = false
        while track.advance() {
            isAnything = true
            if track.memory.years != learned {
                learned = track.memory.years
                profile = SeasonProfile(
                    season: terms.indicator.season, flows: track.memory.flows, years: learned)
            }
            // What lies before the plan teaches, and is not judged unless there is nothing else.
            guard track.end > terms.planStart || track.isLast, let period = track.newest?.period
            else {
                continue
            }
            let own = track.isLast ? terms : time.terms(of: period)
            let evaluation = FlowEvaluation(terms: own, profile: profile)
                .evaluation(track, after: fold.newest)
            let isEarly = isEarly(evaluation.season ?? 0, terms, end: track.end)
            fold.add(evaluation, own, period: period, lags: !isEarly)
        }
        let isBefore = terms.kind != .annualFlow && track.end <= terms.planStart
        guard isAnything, !isBefore, let current = track.years.last, let last = track.newest else {
            return Evidence(period: newest, obstacle: Verdict(.awaitingData, .notComparable))
        }
        var evidence = Evidence(period: last.period)
        evidence.fold = fold
        evidence.evaluation = fold.newest
        evidence.profile = (profile, learned)
        evidence.usableValues = track.usable
        evidence.isFinal = last.isFinal
        evidence.isRedefined = !terms.judgesLike(time.terms(of: last.period))
        evidence.fill(track, current, terms, shares: profile.shares)
        evidence.notes = coverage(track, terms)
        return evidence
    }

    /// Whether so little of the season has passed that nothing is judged: none of it, or less than a tenth in the plan's
    /// first year.
    private static func isEarly(_ season: Double, _ terms: Terms, end: Int) -> Bool {
        season == 0
            || season < StatusTable.leastSeason
                && terms.year(of: end - 1) == terms.year(of: terms.planStart)
    }

    /// Adds figure, path, rates and season.
    private mutating func fill(
        _ track: FlowTrack, _ current: YearSum, _ terms: Terms, shares: [Double]
    ) {
        let isAnnual = terms.kind == .annualFlow
        let elapsed = current.months.share(of: shares)
        let first = terms.year(of: terms.planStart)
        let covered =
            isAnnual
            ? elapsed
            : track.years.reduce(0) { $0 + ($1.year >= first ? $1.months.share(of: shares) : 0) }
        season = SeasonProgress(
            elapsed: Self.passed(track.end, current.year, terms, shares: shares), covered: covered,
            isFirstYear: current.year == first)
        if isAnnual {
            value = current.sum
            yearlyExpected = Path.flow(of: terms, in: current.year)
            expected = yearlyExpected.map { $0 * elapsed }
            // Before the season the estimate is last year's figure, and no rate of this year's.
            yearly = elapsed > 0 ? evaluation?.estimate ?? current.sum : nil
            isOfTargetPeriod = current.year == terms.targetYear && current.isComplete(terms.active)
            drift = driftAway(FlowEvaluation.annual(track, evaluation, terms), terms)
            noise = Noise(annual: terms)
        } else {
            value = track.total
            yearly = track.total
            expected = Path.sum(
                of: terms,
                shares: track.years.compactMap {
                    $0.year >= first ? ($0.year, $0.months.share(of: shares)) : nil
                })
            yearlyExpected = expected
            isOfTargetPeriod = Closeness.isAtLeast(covered, terms.planYears)
        }
        rates = FlowEvaluation.rates(track, terms, elapsed: elapsed, covered: covered)
    }

    /// The share of the season that lies before the point, whether it was reported or not.
    private static func passed(_ end: Int, _ year: Int, _ terms: Terms, shares: [Double]) -> Double
    {
        YearMonths(terms.months(of: year).lowerBound..<end).share(of: shares)
    }

    /// `missing-periods` and `part-sum`.
    private static func coverage(_ track: FlowTrack, _ terms: Terms) -> [Standing.Reason] {
        let isAnnual = terms.kind == .annualFlow
        let first = terms.year(of: terms.planStart)
        let last = terms.year(of: track.end - 1)
        var missing: [Int] = []
        for year in (isAnnual ? last : min(first, last))...last {
            let known = track.years.first { $0.year == year }?.months ?? .none
            for month in terms.months(of: year) where month < track.end {
                if isAnnual || month >= terms.planStart, terms.active.holds(month % 12),
                    !known.holds(month % 12)
                {
                    missing.append(month)
                }
            }
        }
        let figures = track.known.filter { figure in
            isAnnual ? terms.year(of: figure.period.absoluteMonths.lowerBound) == last : true
        }
        return Standing.Reason.missing(missing, of: terms.indicator)
            + Standing.Reason.parts(of: Array(figures))
    }
}

extension FlowEvaluation {
    /// The annual points of a K4: baseline, complete years, and the running year's estimate once its season has begun.
    static func annual(_ track: FlowTrack, _ evaluation: Evaluation?, _ terms: Terms)
        -> AnnualPoints
    {
        var points = FlowEvaluation(
            terms: terms, profile: SeasonProfile(season: terms.indicator.season)
        ).closedYears(track.years, from: .min)
        if let year = track.years.last?.year, let estimate = evaluation?.estimate,
            ErrorCell.quarter(ofShare: evaluation?.season ?? 0) > 0
        {
            points.append(Double(year), estimate)
        }
        return points
    }

    /// What each year that is left must bring, and the best that a complete year has brought, the baseline's year
    /// among them.
    static func rates(
        _ track: FlowTrack, _ terms: Terms, elapsed: Double, covered: Double
    ) -> (required: Double?, best: Double?) {
        let own = FlowEvaluation(
            terms: terms, profile: SeasonProfile(season: terms.indicator.season))
        guard let current = track.years.last else { return (nil, nil) }
        let isAnnual = terms.kind == .annualFlow
        var years = own.closedYears(
            track.years, from: isAnnual ? .min : terms.year(of: terms.planStart)
        ).values
        if current.isComplete(terms.active) { years.append(current.sum) }
        let best = terms.wantsLess ? years.min() : years.max()
        if isAnnual {
            let isTargetYear = current.year == terms.targetYear
            let required: Double? =
                if !isTargetYear {
                    terms.target
                } else if elapsed < 1 {
                    max(0, terms.target - current.sum) / (1 - elapsed)
                } else {
                    nil
                }
            return (required.map(Forecast.rounded), best)
        }
        let rest = terms.planYears - covered
        guard rest > 1e-9 else { return (nil, best) }
        return (Forecast.rounded(max(0, terms.target - track.total) / rest), best)
    }
}
