/// Judges how an indicator stands, by the rules of docs/METHODS.md.
package enum Judge {
    /// The version of the rules, stored with every judgement.
    package static let rule = "pace-1"

    /// Judges an indicator by what is in force of its readings.
    ///
    /// `through` leaves out those whose
    /// period ends later than its last day (nil: none), and judges as on the day after it at the
    /// latest. `now` says which periods are over. An indicator without a figure in force has nil
    /// figures and waits (WAIT).
    package static func standing(
        of indicator: Indicator, in strategy: Strategy, current: CurrentReadings,
        through: Period?, now: Timestamp
    ) -> Standing {
        let limit = through?.absoluteMonths.upperBound ?? .max
        let months = DayRollup.months(of: current.figures, isFlow: indicator.kind.isFlow)
        let figures = months.filter { $0.period.absoluteMonths.upperBound <= limit }
        let judged = figures.filter {
            $0.period.absoluteMonths.upperBound <= indicator.targetEnd
        }
        let date = min(now.japanDate, through?.lastDay.adding(days: 1) ?? now.japanDate)
        var evidence = evidence(for: indicator, in: strategy, figures: judged, on: date)
        // The accounts close on a day of the calendar, also for a quarter that is looked at later.
        let isOpen = { ClosingPeriod.isOpen(for: indicator, period: $0, on: now.japanDate) }
        let awaitsClosing = evidence.map { $0.isFinal && isOpen($0.period) } ?? false
        if awaitsClosing { evidence = evidence?.asPreliminary() }
        let verdict = StatusTable.verdict(on: indicator, evidence: evidence, date: date)
        let value = evidence?.value
        var notes = evidence?.notes ?? []
        if let evidence, StatusTable.awaitsFinal(indicator, evidence, date: date) {
            notes.append(
                awaitsClosing ? .accountsOpen(evidence.period) : .preliminary(indicator))
        }
        notes += Standing.Reason.partsMissing(in: judged)
        notes += Standing.Reason.held(
            current.held.filter { $0.period.absoluteMonths.upperBound <= limit })
        if judged.count < figures.count { notes.append(.afterTarget(indicator)) }
        if !indicator.blocked { notes += indicator.questions.map(Standing.Reason.question) }
        return Standing(
            indicator: indicator.id, period: evidence?.period, value: value,
            expected: evidence?.expected,
            achievementRate: value.flatMap { Rates.achievement(of: indicator, value: $0) },
            progressRate: value.flatMap {
                Rates.progress(
                    of: indicator, value: $0,
                    isYearComplete: evidence?.season?.isYearComplete ?? false)
            },
            status: verdict.status,
            reasons: [verdict.reason] + notes.filter { $0.code != verdict.reason.code }, rule: rule)
    }

    private static func evidence(
        for indicator: Indicator, in strategy: Strategy, figures: [CurrentReadings.Figure],
        on date: CivilDate
    ) -> Evidence? {
        guard let newest = figures.map(\.period).max() else { return nil }
        if indicator.kind == .milestone {
            return .ofMilestone(indicator, figures: figures, newest: newest, on: date)
        }
        if indicator.kind.isFlow {
            return .ofFlow(
                indicator, figures: figures, newest: newest,
                planStart: strategy.planStart(indicator.calendar))
        }
        return .ofLevel(indicator, figures: figures, newest: newest)
    }
}
