/// Evaluates levels, ratios and running totals (K2, K5, K6a, K6b, K7, K9, K10, K11).
struct LevelEvaluation {
    let terms: Terms

    /// What a walk through the figures has come to, by these terms.
    func evaluation(_ track: LevelTrack) -> Evaluation {
        guard let newest = track.values.last else { return Evaluation(end: 0, isNew: false) }
        var result = Evaluation(end: newest.end, isNew: track.obstacle == nil)
        guard track.obstacle == nil else { return result }
        switch terms.indicator.kind {
        case .survey: result.forecast = survey(newest)
        case .level where !terms.indicator.plan.isEmpty: break
        case .runningTotal where terms.indicator.baseline != nil:
            forecastTotal(track, newest, into: &result)
        case .ceiling where newest.isRunning: forecastRunning(track, newest, into: &result)
        default: forecastLevel(track, newest, into: &result)
        }
        result.surprise = surprise(track, newest, result)
        return result
    }

    /// When a value was measured, in years.
    private func time(_ end: Int) -> Double { Double(end) / 12 }

    /// The baseline and the values, of which years struck by a common cause are left out unless they are the newest.
    func points(_ values: some BidirectionalCollection<LevelTrack.Value>) -> AnnualPoints {
        var points = AnnualPoints(capacity: values.count + 1)
        var baseline = terms.indicator.baseline.flatMap { anchor in
            terms.baselineEnd.map { (end: $0, value: anchor.value) }
        }
        for value in values {
            if let known = baseline, known.end <= value.end {
                points.append(time(known.end), known.value)
                baseline = nil
                if known.end == value.end { continue }
            }
            guard !terms.isStruck(terms.year(of: value.end - 1)) || value.end == values.last?.end
            else {
                continue
            }
            points.append(time(value.end), value.value)
        }
        if values.isEmpty, let baseline { points.append(time(baseline.end), baseline.value) }
        return points
    }

    private func forecastLevel(
        _ track: LevelTrack, _ newest: LevelTrack.Value, into result: inout Evaluation
    ) {
        guard newest.end < terms.targetEnd else {
            result.forecast = Forecast(known: newest.value, terms.requirement)
            return
        }
        let points = points(track.values)
        let outlook = AnnualForecast.level(
            times: points.times, values: points.values, scale: terms.scale(of: points.values),
            horizon: Double(terms.targetEnd - newest.end) / 12)
        result.outlook = outlook
        result.foretell(terms) { outlook?.forecast(of: terms.requirement, corrected: $0) }
    }

    /// A running total: what came since the baseline is a sum like K1's, of which T − B is needed.
    private func forecastTotal(
        _ track: LevelTrack, _ newest: LevelTrack.Value, into result: inout Evaluation
    ) {
        guard newest.end < terms.targetEnd else {
            result.forecast = Forecast(known: newest.value, terms.requirement)
            return
        }
        guard let start = terms.baselineEnd, let base = terms.indicator.baseline?.value,
            newest.end > start
        else { return }
        let years = Double(terms.targetEnd - start) / 12
        let rate = (terms.target - base) / years
        let counted = newest.value - base
        // Below the baseline nothing counts yet, and the way back is needed too.
        let need = terms.target - base - min(counted, 0)
        if let grain = terms.grain, grain > 0, rate > 0,
            rate / grain <= SmallCountForecast.highestRate
        {
            let small = SmallCountForecast(
                counted: max(counted, 0) / grain, exposure: Double(newest.end - start) / 12,
                rest: Double(terms.targetEnd - newest.end) / 12, priorRate: rate / grain,
                priorYears: 0.5, dispersion: terms.dispersion)
            result.foretell(terms) {
                small?.forecast(of: .atLeast(need / grain), corrected: $0).scaled(by: grain)
                    .raised(by: min(counted, 0)).raised(by: base)
            }
        } else {
            forecastGain(track, newest, base: base, into: &result)
        }
        if result.forecast == nil { forecastLevel(track, newest, into: &result) }
    }

    /// The forecast of what a running total gains over its baseline, from what its years have gained.
    private func forecastGain(
        _ track: LevelTrack, _ newest: LevelTrack.Value, base: Double, into result: inout Evaluation
    ) {
        var gains = AnnualPoints(capacity: track.values.count)
        let start = terms.baselineEnd ?? newest.end
        var (end, value) = (start, base)
        for known in track.values where known.end > start && isYearEnd(known.end) {
            gains.append(
                time(known.end) - 1, max(0, known.value - value) * 12 / Double(known.end - end))
            (end, value) = (known.end, known.value)
        }
        let year = terms.year(of: newest.end - 1)
        let share = Double(newest.end - terms.months(of: year).lowerBound) / 12
        var running = gains.values.last ?? 0
        if newest.end > end {
            let usual =
                gains.values.last ?? (terms.target - base) * 12 / Double(terms.targetEnd - start)
            running = newest.value - value
            gains.append(
                Double(year), YearEnd.estimate(flow: max(0, running), share: share, earlier: usual))
        }
        let outlook = PlanSumForecast.outlook(
            times: gains.times, values: gains.values, offset: terms.offset(of: gains.values),
            counted: newest.value - base, running: running, years: terms.targetYear - year,
            quarter: terms.quarter(share), strength: .unknown)
        result.outlook = outlook
        result.foretell(terms) {
            outlook?.forecast(of: .atLeast(terms.target - base), corrected: $0).raised(by: base)
        }
    }

    private func isYearEnd(_ end: Int) -> Bool { (end - terms.shift) % 12 == 0 }

    /// A ceiling in the midst of a year: the year-end estimate stands for the year.
    private func forecastRunning(
        _ track: LevelTrack, _ newest: LevelTrack.Value, into result: inout Evaluation
    ) {
        let year = terms.year(of: newest.end - 1)
        let share = YearMonths(terms.months(of: year).lowerBound..<newest.end)
            .share(of: SeasonProfile(season: terms.indicator.season).shares)
        var points = points(track.values.dropLast())
        let usual = points.values.last ?? terms.target
        let estimate = YearEnd.estimate(flow: newest.value, share: share, earlier: usual)
        result.estimate = Forecast.rounded(estimate)
        result.season = share
        var yearly = AnnualPoints(capacity: points.count + 1)
        for (time, value) in zip(points.times, points.values) {
            yearly.append(time.rounded(.down), value)
        }
        let quarter = terms.quarter(share)
        if quarter > 0 { yearly.append(Double(year + 1), estimate) }
        points = yearly
        let outlook = AnnualForecast.flow(
            times: points.times, values: points.values, scale: terms.scale(of: points.values),
            horizon: terms.targetYear - year + (quarter > 0 ? 0 : 1),
            quarter: quarter > 0 ? quarter : 4,
            strength: .unknown)
        result.outlook = outlook
        result.foretell(terms) { outlook?.forecast(of: terms.requirement, corrected: $0) }
    }

    /// What a survey's own sampling error leaves open: no trend is looked for.
    ///
    /// Half of a normal interval is 1.2816 standard errors; P is Φ of the distance to the target in standard errors.
    private func survey(_ newest: LevelTrack.Value) -> Forecast? {
        guard let whole = terms.whole, let count = newest.weight, count > 0 else { return nil }
        let share = newest.value / whole
        guard share > 0, share < 1 else { return nil }
        let error = SurveyTest.standardError(share: share, count: count)
        let target = terms.target / whole
        let below = NormalCurve.share(below: (target - share) / error)
        let half = NormalCurve.quantile(at: 0.9) * error
        return Forecast(
            median: newest.value, low80: max(0, share - half) * whole,
            high80: min(1, share + half) * whole,
            probability: terms.indicator.wantsLess ? below : 1 - below)
    }

    /// How the newest value differs from the one before, in standard deviations of such a time: `(z − z′)/(σ̃·√Δt)`.
    private func surprise(
        _ track: LevelTrack, _ newest: LevelTrack.Value, _ result: Evaluation
    ) -> Double? {
        guard let before = track.before, let outlook = result.outlook, outlook.spread > 0,
            newest.end > before.end, !newest.isRunning
        else { return nil }
        let scale = outlook.scale
        let step = scale.position(of: newest.value) - scale.position(of: before.value)
        let years = Double(newest.end - before.end) / 12
        return step.isFinite ? step / (outlook.spread * years.squareRoot()) : nil
    }
}
