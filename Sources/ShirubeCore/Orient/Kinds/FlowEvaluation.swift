/// Evaluates flows: annual ones (K4), and sums over the plan (K1, K3).
struct FlowEvaluation {
    let terms: Terms
    let profile: SeasonProfile

    /// What a walk through the figures has come to, by these terms; `earlier` is the evaluation before.
    func evaluation(_ track: FlowTrack, after earlier: Evaluation?) -> Evaluation {
        var result = Evaluation(end: track.end, isNew: track.isNew)
        guard let current = track.years.last else { return result }
        let season = current.months.share(of: profile.shares)
        let usual = usualYear(track.years, current.year)
        let estimate = YearEnd.estimate(flow: current.sum, share: season, earlier: usual ?? 0)
        result.season = season
        result.estimate = usual == nil && season < 1 ? nil : Forecast.rounded(estimate)
        if terms.kind == .annualFlow {
            forecastYear(track, current, season, estimate, into: &result)
        } else {
            forecastSum(track, current, season, estimate, into: &result)
        }
        result.surprise = surprise(track, current, season, usual: usual, earlier, result)
        return result
    }

    /// What a year usually brings (U₀): the newest complete year before this one that no common cause has struck, the
    /// baseline's among them; else what the path asks for.
    func usualYear(_ years: [YearSum], _ current: Int) -> Double? {
        let known = years.last { year in
            year.year < current && year.isComplete(terms.active) && !terms.isStruck(year.year)
        }
        if let baseline = baselineYear, baseline.year < current,
            baseline.year >= known?.year ?? .min
        {
            return baseline.flow
        }
        return known?.sum ?? Path.flow(of: terms, in: current)
    }

    /// The flow of one year that the baseline stands for, and which year.
    private var baselineYear: (year: Int, flow: Double)? {
        guard let baseline = terms.indicator.baseline, let year = terms.baselineYear else {
            return nil
        }
        let flow = terms.kind == .periodTotal ? baseline.value / terms.planYears : baseline.value
        return (year, flow)
    }

    /// The baseline's year and the complete years before the current one, from `first` on; years struck by a common
    /// cause are left out.
    func closedYears(_ years: [YearSum], from first: Int) -> AnnualPoints {
        var points = AnnualPoints(capacity: years.count + 1)
        let baseline = baselineYear
        var hasBaseline = baseline == nil
        for year in years.dropLast() where year.year >= first {
            if let baseline, !hasBaseline, baseline.year <= year.year {
                points.append(Double(baseline.year), baseline.flow)
                hasBaseline = true
            }
            guard year.year != baseline?.year, year.isComplete(terms.active),
                !terms.isStruck(year.year)
            else { continue }
            points.append(Double(year.year), year.sum)
        }
        if let baseline, !hasBaseline, let current = years.last, baseline.year < current.year {
            points.append(Double(baseline.year), baseline.flow)
        }
        return points
    }

    private func forecastYear(
        _ track: FlowTrack, _ current: YearSum, _ season: Double, _ estimate: Double,
        into result: inout Evaluation
    ) {
        let horizon = terms.targetYear - current.year
        var quarter = terms.quarter(season)
        if quarter == 4, horizon == 0 {
            result.forecast = Forecast(known: current.sum, terms.requirement)
            return
        }
        var points = closedYears(track.years, from: .min)
        var span = horizon
        if quarter > 0 {
            points.append(Double(current.year), estimate)
        } else {
            quarter = 4
            span = terms.targetYear - Int(points.times.last ?? 0)
        }
        guard span >= 0 else { return }
        let outlook = AnnualForecast.flow(
            times: points.times, values: points.values, scale: terms.scale(of: points.values),
            horizon: span, quarter: quarter, strength: profile.strength)
        result.outlook = outlook
        result.foretell(terms) { outlook?.forecast(of: terms.requirement, corrected: $0) }
    }

    private func forecastSum(
        _ track: FlowTrack, _ current: YearSum, _ season: Double, _ estimate: Double,
        into result: inout Evaluation
    ) {
        let first = terms.year(of: terms.planStart)
        guard current.year >= first, terms.planYears > 0 else { return }
        var exposure = 0.0
        for year in track.years where year.year >= first {
            exposure += year.months.share(of: profile.shares)
        }
        let rest = terms.planYears - exposure
        guard rest > 1e-9 else {
            result.forecast = Forecast(known: track.total, terms.requirement)
            return
        }
        let prior = baselineYear?.flow ?? terms.target / terms.planYears
        if let grain = terms.grain, grain > 0, prior / grain <= SmallCountForecast.highestRate,
            track.total >= 0
        {
            forecastSmallSum(track.total, exposure, rest, prior, grain, into: &result)
            return
        }
        let missing = Double(current.year - first) + season - exposure
        let running = current.sum - missing * estimate
        forecastLargeSum(
            track, current, season, estimate, running: running, first: first, into: &result)
    }

    private func forecastSmallSum(
        _ counted: Double, _ exposure: Double, _ rest: Double, _ prior: Double, _ grain: Double,
        into result: inout Evaluation
    ) {
        let forecast = SmallCountForecast(
            counted: counted / grain, exposure: exposure, rest: rest, priorRate: prior / grain,
            priorYears: terms.indicator.baseline == nil ? 0.5 : 1,
            dispersion: terms.dispersion)
        result.foretell(terms) {
            forecast?.forecast(of: .atLeast(terms.target / grain), corrected: $0).scaled(by: grain)
        }
    }

    private func forecastLargeSum(
        _ track: FlowTrack, _ current: YearSum, _ season: Double, _ estimate: Double,
        running: Double, first: Int, into result: inout Evaluation
    ) {
        var points = closedYears(track.years, from: first)
        var quarter = terms.quarter(season)
        var counted = track.total
        var open = running
        var years = terms.targetYear - current.year
        if quarter > 0 {
            points.append(Double(current.year), estimate)
        } else {
            // So little of the season has passed that the closed years say more: the whole year is still to come.
            guard let last = points.times.last, let value = points.values.last else { return }
            quarter = 4
            counted -= current.sum
            open = value
            years = terms.targetYear - Int(last)
            if Int(last) < first { years = terms.targetYear - first + 1 }
        }
        let outlook = PlanSumForecast.outlook(
            times: points.times, values: points.values, offset: terms.offset(of: points.values),
            counted: counted, running: open, years: years, quarter: quarter,
            strength: profile.strength)
        result.outlook = outlook
        result.foretell(terms) { outlook?.forecast(of: terms.requirement, corrected: $0) }
    }

    /// How the flow since the evaluation before differs from its share of what the year was expected to bring.
    ///
    /// `(f − m)/√(φ·m·g + (ΔS·σ̃·w)²)` with m = ΔS·U, U the year-end estimate before (at the year's first point U₀), g
    /// one counted thing, φ = 2; σ̃ that of the series, or of the shipped prior, and w what 1 on its scale is at U.
    private func surprise(
        _ track: FlowTrack, _ current: YearSum, _ season: Double, usual: Double?,
        _ earlier: Evaluation?, _ result: Evaluation
    ) -> Double? {
        guard track.isNew, !terms.isStruck(current.year) else { return nil }
        let before = track.before
        let isSameYear = !before.months.isEmpty
        let passed = season - before.months.share(of: profile.shares)
        guard passed > 0, let year = isSameYear ? earlier?.estimate : usual, year > 0 else {
            return nil
        }
        let expected = passed * year
        let scale = result.outlook?.scale ?? .logarithm(offset: 0)
        let spread = result.outlook?.spread ?? scale.priorVariance.squareRoot()
        let deviation = passed * spread * scale.width(at: year)
        let variance =
            terms.dispersion * expected * (terms.grain ?? 0) + deviation * deviation
        guard variance > 0 else { return nil }
        return (current.sum - before.sum - expected) / variance.squareRoot()
    }
}
