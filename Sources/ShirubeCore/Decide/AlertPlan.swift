/// Decides who is to be told of an open alert on a day.
package struct AlertPlan: Sendable {
    private let rules: AlertRules
    private let calendar: BusinessCalendar
    private let day: CivilDate

    /// Plans for a day.
    package init(rules: AlertRules, calendar: BusinessCalendar, on day: CivilDate) {
        self.rules = rules
        self.calendar = calendar
        self.day = day
    }

    /// Who is to be told now, in the order of the organisation.
    ///
    /// - Parameters:
    ///   - alert: the alert as it stands.
    ///   - isSilenced: whether somebody wants to hear nothing of it.
    ///   - worseThisQuarter: whether its indicator's people were told of a worsening in this quarter already: once is enough.
    /// - Returns: the tellings, each role once; empty where the alert is over, answered, silenced, or recovers.
    package func tellings(
        of alert: AlertState, isSilenced: Bool = false, worseThisQuarter: Bool = false
    ) -> [AlertTransition.Telling] {
        guard alert.closedAt == nil, !isSilenced, !alert.isRecovering,
            alert.acknowledgement == nil
        else { return [] }
        let told = alert.tellingsSinceSpur
        var tellings: [AlertTransition.Telling] = []
        func add(_ role: Role, _ stage: AlertTransition.Stage) {
            if tellings.contains(where: { $0.role == role }) { return }
            tellings.append(AlertTransition.Telling(role: role, stage: stage))
        }
        for role in first(alert, worseThisQuarter: worseThisQuarter)
        where !told.contains(where: { $0.telling?.role == role }) {
            add(role, stage(of: alert.spur))
        }
        for (role, days) in steps(alert)
        where day >= calendar.workingDay(days, after: alert.spur.at.japanDate)
            && !told.contains(where: { $0.telling?.role == role && isHigher($0, role, alert) })
        {
            add(role, .escalated)
        }
        for role in reminded(alert, told) { add(role, .repeated) }
        return Role.allCases.compactMap { role in tellings.first { $0.role == role } }
    }

    /// Who is told at once of what happened last.
    private func first(_ alert: AlertState, worseThisQuarter: Bool) -> [Role] {
        if alert.isQuiet { return [] }
        let isWorse = alert.spur.kind == .worsened || alert.spur.kind == .relapsed
        if isWorse, worseThisQuarter { return [] }
        return alert.type.firstRoles.filter { $0 != .director || alert.status == .movingAway }
    }

    private func stage(of spur: AlertTransition) -> AlertTransition.Stage {
        switch spur.kind {
        case .worsened: .worsened
        case .relapsed: .relapsed
        case .lapsed: .lapsed
        default: .onset
        }
    }

    /// To whom it goes up after how many working days.
    private func steps(_ alert: AlertState) -> [(role: Role, days: Int)] {
        // Who was never told cannot have failed to answer.
        guard !alert.isQuiet else { return [] }
        return alert.type.higherRoles.map { role in
            (
                role,
                role == .manager ? rules.escalateToManagerAfter : rules.escalateToDirectorAfter
            )
        }
    }

    /// Whether a telling stands for going up to a role: a director who was told of a moving away at once is not told again.
    private func isHigher(_ told: AlertTransition, _ role: Role, _ alert: AlertState) -> Bool {
        told.telling?.stage == .escalated || role == .director
    }

    /// Who is reminded: those whose answer is asked for, a month after anybody was told last, some times.
    private func reminded(_ alert: AlertState, _ told: [AlertTransition]) -> [Role] {
        guard alert.type.asksForAnswer,
            told.count(where: { $0.telling?.stage == .repeated && $0.telling?.role == .staff })
                < rules.repeatTimes
        else { return [] }
        let last = told.last?.at ?? alert.spur.at
        guard let due = rules.reminder(after: last.japanDate), due <= day else { return [] }
        return alert.type.firstRoles.filter { $0 != .director }
    }
}
