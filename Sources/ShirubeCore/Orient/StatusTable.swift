/// The statuses in the order in which they are tried; the first that fits is given.
enum StatusTable {
    /// The share of the season below which the plan's first year is not judged yet.
    static let leastSeason = 0.1
    /// How many usable values a path needs, the baseline being one.
    static let leastValues = 2

    /// Gives the status and the reason that decided it; `date` says which periods are over.
    static func verdict(
        on indicator: Indicator, evidence: Evidence?, date: CivilDate
    ) -> Verdict {
        if indicator.blocked { return Verdict(.definitionQuery, .blocked(indicator)) }
        guard let evidence else { return Verdict(.awaitingData, .noFigure) }
        if let obstacle = evidence.obstacle { return obstacle }
        guard let value = evidence.value else { return Verdict(.awaitingData, .noFigure) }
        if let final = atTarget(indicator, evidence, value: value, date: date) { return final }
        switch indicator.kind {
        case .milestone: return milestone(indicator, value: value, date: date)
        case .survey: return Verdict(.inconclusive, .survey(indicator, value: value))
        case .maintain, .floor:
            let isKept = indicator.isGood(value, against: indicator.target.value)
            if !isKept, indicator.cadence == .year, !evidence.period.endsYear {
                return Verdict(.watch, .yearOpen(indicator, value: value))
            }
            return Verdict(
                isKept ? .atTargetLevel : .movingAway, .floor(indicator, value: value))
        case .ceiling:
            let isKept = indicator.isGood(value, against: indicator.target.value)
            return Verdict(isKept ? .onTrack : .lagging, .floor(indicator, value: value))
        default: return pace(indicator, evidence, value: value)
        }
    }

    /// MET and MISS: what can be said for good.
    private static func atTarget(
        _ indicator: Indicator, _ evidence: Evidence, value: Double, date: CivilDate
    ) -> Verdict? {
        let isOver = isOver(indicator, evidence, date: date)
        if indicator.isGood(value, against: indicator.aim) {
            guard isOver || indicator.kind.isIrreversible else { return nil }
            return Verdict(.achieved, .outcome(indicator, value: value, isMet: true))
        }
        guard isOver, evidence.isFinal else { return nil }
        return Verdict(.notAchieved, .outcome(indicator, value: value, isMet: false))
    }

    /// Whether a miss at the target period is not yet one for good, because its figure is
    /// preliminary.
    static func awaitsFinal(
        _ indicator: Indicator, _ evidence: Evidence, date: CivilDate
    ) -> Bool {
        guard let value = evidence.value, !evidence.isFinal else { return false }
        return isOver(indicator, evidence, date: date)
            && !indicator.isGood(value, against: indicator.aim)
    }

    private static func isOver(
        _ indicator: Indicator, _ evidence: Evidence, date: CivilDate
    ) -> Bool {
        indicator.target.period.isClosed(on: date) && evidence.isOfTargetPeriod
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
        let reason = Standing.Reason.stage(reached: reached, due: due, behind: behind)
        return switch behind {
        case 0: Verdict(.onTrack, reason)
        case _ where value == 0: Verdict(.notStarted, reason)
        case 1: Verdict(.watch, reason)
        default: Verdict(.lagging, reason)
        }
    }

    /// PRE, NS, and the statuses of the pace ratio.
    private static func pace(
        _ indicator: Indicator, _ evidence: Evidence, value: Double
    ) -> Verdict {
        if let season = evidence.season {
            let isEarly =
                season.elapsed == 0 || (season.isFirstYear && season.elapsed < leastSeason)
            if isEarly { return Verdict(.beforeSeason, .beforeSeason(indicator)) }
        }
        let values = evidence.usableValues + (indicator.baseline == nil ? 0 : 1)
        if values < leastValues { return Verdict(.inconclusive, .tooFewValues) }
        guard let expected = evidence.expected else {
            return Verdict(.inconclusive, .noBaseline)
        }
        if evidence.season?.covered == 0, let missing = evidence.missing {
            return Verdict(.inconclusive, missing)
        }
        let pace = Pace(of: indicator, value: value, expected: expected)
        return Verdict(
            pace.status, .pace(pace, of: indicator, value: value, expected: expected))
    }
}

extension Evidence {
    /// The note that names the periods without a figure; nil where none is missing.
    var missing: Standing.Reason? { notes.first { $0.code == "missing-periods" } }
}
