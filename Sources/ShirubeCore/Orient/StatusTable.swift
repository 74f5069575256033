/// The statuses in the order in which they are tried; the first that fits is given.
enum StatusTable {
    /// The share of the season below which the plan's first year is not judged yet.
    static let leastSeason = 0.1
    /// How many usable values a forecast needs, the baseline being one.
    static let leastValues = 2
    /// From this probability on the target counts as likely to be met.
    static let onTrack = 0.7
    /// From this distance in standard errors on a series drifts away from its target.
    static let driftLimit = 1.28

    /// Gives the status and the reason that decided it; `date` says which periods are over.
    static func verdict(on terms: Terms, evidence: Evidence?, date: CivilDate) -> Verdict {
        let indicator = terms.indicator
        if indicator.blocked { return Verdict(.definitionQuery, .blocked(indicator)) }
        guard let evidence else { return Verdict(.awaitingData, .noFigure) }
        if let obstacle = evidence.obstacle { return obstacle }
        guard let value = evidence.value else { return Verdict(.awaitingData, .noFigure) }
        if let final = atTarget(indicator, evidence, value: value, date: date) { return final }
        if indicator.kind == .milestone { return milestone(indicator, value: value, date: date) }
        if let early = beforeSeason(indicator, evidence) { return early }
        if evidence.isRedefined { return Verdict(.inconclusive, .redefined) }
        switch indicator.kind {
        case .survey: return survey(terms, evidence, value: value)
        case .maintain, .floor: return level(terms, evidence, value: value)
        default: break
        }
        if let behind = evidence.stepsBehind { return plan(terms, evidence, value, behind: behind) }
        return forecast(terms, evidence, value: value)
    }

    /// MET and MISS: what can be said for good.
    private static func atTarget(
        _ indicator: Indicator, _ evidence: Evidence, value: Double, date: CivilDate
    ) -> Verdict? {
        let isOver = isOver(indicator, evidence, date: date)
        if indicator.meets(value) {
            guard isOver || indicator.kind.isIrreversible else { return nil }
            return Verdict(.achieved, .outcome(indicator, value: value, isMet: true))
        }
        guard isOver, evidence.isFinal else { return nil }
        return Verdict(.notAchieved, .outcome(indicator, value: value, isMet: false))
    }

    /// Whether the target period has ended and the figure speaks of all of it.
    static func isOver(_ indicator: Indicator, _ evidence: Evidence, date: CivilDate) -> Bool {
        indicator.target.period.isClosed(on: date) && evidence.isOfTargetPeriod
    }

    /// Whether a miss at the target period is not yet one for good, because its figure is preliminary.
    static func awaitsFinal(_ indicator: Indicator, _ evidence: Evidence, date: CivilDate) -> Bool {
        guard let value = evidence.value, !evidence.isFinal else { return false }
        return isOver(indicator, evidence, date: date) && !indicator.meets(value)
    }

    /// X, LAG, ON and WATCH of a milestone, by how many stages it is behind.
    private static func milestone(
        _ indicator: Indicator, value: Double, date: CivilDate
    ) -> Verdict {
        let due = indicator.stageDue(on: date)
        let behind = indicator.stages.count { stage in
            stage.weight > value && stage.weight <= due?.weight ?? 0
        }
        let reached = indicator.stages.last { $0.weight <= value }
        let reason = Standing.Reason.stage(
            reached: reached, due: due, behind: behind,
            slip: indicator.slipDays(weight: value, on: date))
        return switch behind {
        case 0: Verdict(.onTrack, reason)
        case _ where value == 0: Verdict(.notStarted, reason)
        case 1: Verdict(.watch, reason)
        default: Verdict(.lagging, reason)
        }
    }

    /// PRE: none of the season has passed, or too little of it in the plan's first year.
    private static func beforeSeason(_ indicator: Indicator, _ evidence: Evidence) -> Verdict? {
        guard let season = evidence.season,
            season.elapsed == 0 || (season.isFirstYear && season.elapsed < leastSeason)
        else { return nil }
        return Verdict(.beforeSeason, .beforeSeason(indicator))
    }

    /// NS, ON and WATCH of a survey: only what is more than chance counts.
    private static func survey(_ terms: Terms, _ evidence: Evidence, value: Double) -> Verdict {
        guard let survey = evidence.survey else {
            return Verdict(.inconclusive, .survey(terms.indicator, value: value))
        }
        let reason = Standing.Reason.survey(terms.indicator, value: value, survey)
        guard survey.z.magnitude >= SurveyTest.threshold else {
            return Verdict(.inconclusive, reason)
        }
        if survey.z > 0 {
            let isThere = terms.indicator.meets(value)
            let isSure = (evidence.evaluation?.forecast?.probability ?? 0) >= onTrack
            return Verdict(isThere && isSure ? .atTargetLevel : .onTrack, reason)
        }
        return Verdict(.watch, reason)
    }

    /// BACK, LVL and WATCH of a level that is to be kept (K7, K9).
    private static func level(_ terms: Terms, _ evidence: Evidence, value: Double) -> Verdict {
        let indicator = terms.indicator
        let reason = Standing.Reason.floor(indicator, value: value)
        if indicator.meets(value) { return Verdict(.atTargetLevel, reason) }
        guard isBelowLevel(terms, evidence) else {
            return Verdict(.watch, .yearOpen(indicator, value: value))
        }
        return Verdict(.movingAway, reason)
    }

    /// 水準割れ: a level to be kept lies below its target, by a figure that speaks of all it counts.
    ///
    /// One that counts a whole year's events says nothing before its year is over.
    static func isBelowLevel(_ terms: Terms, _ evidence: Evidence) -> Bool {
        guard terms.kind == .maintain || terms.kind == .floor, let value = evidence.value,
            !terms.indicator.meets(value)
        else { return false }
        return terms.indicator.cadence != .year || evidence.period.endsYear
    }

    /// LVL, ON, WATCH and LAG of works that follow their owners' yearly plan, by the steps they are behind.
    private static func plan(
        _ terms: Terms, _ evidence: Evidence, _ value: Double, behind: Int
    ) -> Verdict {
        let reason = Standing.Reason.plan(
            terms.indicator, value: value, expected: evidence.expected, behind: behind)
        return switch behind {
        case 0: Verdict(terms.indicator.meets(value) ? .atTargetLevel : .onTrack, reason)
        case 1: Verdict(.watch, reason)
        default: Verdict(.lagging, reason)
        }
    }

    /// NS, BACK, LAG, LVL, ON and WATCH by the forecast.
    private static func forecast(_ terms: Terms, _ evidence: Evidence, value: Double) -> Verdict {
        let indicator = terms.indicator
        let values = evidence.usableValues + (indicator.baseline == nil ? 0 : 1)
        if values < leastValues { return Verdict(.inconclusive, .tooFewValues) }
        if evidence.season?.covered == 0, let missing = evidence.missing {
            return Verdict(.inconclusive, missing)
        }
        guard let forecast = evidence.evaluation?.forecast else {
            return Verdict(.inconclusive, indicator.baseline == nil ? .noBaseline : .noForecast)
        }
        let reason = Standing.Reason.forecast(forecast, of: terms, evidence)
        if evidence.fold.shown != nil {
            let isAway = !indicator.kind.isIrreversible && (evidence.drift ?? 0) >= driftLimit
            return Verdict(isAway ? .movingAway : .lagging, reason)
        }
        guard forecast.probability >= onTrack else { return Verdict(.watch, reason) }
        let isThere =
            !indicator.kind.isIrreversible && evidence.yearly.map(indicator.meets) ?? false
        return Verdict(isThere ? .atTargetLevel : .onTrack, reason)
    }
}

extension Evidence {
    /// The note that names the periods without a figure; nil where none is missing.
    var missing: Standing.Reason? { notes.first { $0.code == "missing-periods" } }
}

extension Indicator {
    /// Whether a value satisfies the target, within the tolerance that the strategy grants.
    package func meets(_ value: Double) -> Bool {
        isGood(value, against: wantsLess ? aim + tolerance : aim - tolerance)
    }
}
