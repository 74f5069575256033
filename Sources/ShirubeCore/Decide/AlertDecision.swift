/// What a new standing does to the alert of its indicator.
package enum AlertAction: Sendable, Equatable {
    /// Opens an alert with the status (LAG or BACK) and tells the department by mail.
    case raise(Status)
    /// Turns an open alert from LAG to BACK and tells the department once more.
    case worsen
    /// Closes the open alert; nobody is mailed.
    case close
    /// Leaves things as they are.
    case nothing
}

/// Decides when a department is told that an indicator lags.
package enum AlertDecision {
    /// What is to be done about an indicator's alert.
    ///
    /// `open` is the status of its open alert (LAG or BACK), nil where none is open. A standing
    /// that calls for no alert closes the open one; one that does opens one, or worsens it from LAG
    /// to BACK; from BACK to LAG it stays. A department is told only of a current period: figures
    /// of the past that are handed in later open and worsen nothing, and neither does a sum of which
    /// parts are still missing.
    package static func action(
        open: Status?, standing: Standing, indicator: Indicator, now: Timestamp
    ) -> AlertAction {
        guard standing.status.callsForAlert else { return open == nil ? .nothing : .close }
        // Several departments report the parts of a joint indicator; until all have, a sum says nothing, and neither
        // does one from which a part is kept back.
        let isPartial = standing.reasons.contains {
            ["parts-missing", "parts-absent"].contains($0.code)
        }
        guard !isPartial else { return .nothing }
        guard let period = standing.period, isCurrent(period, of: indicator, now: now) else {
            return .nothing
        }
        switch (open, standing.status) {
        case (nil, let status): return .raise(status)
        case (.lagging, .movingAway): return .worsen
        default: return .nothing
        }
    }

    /// Whether a period is one that people act on now.
    ///
    /// It is if it ends on or after the first day of the newest closed period of the indicator's
    /// cadence and calendar: on 2022-10-17 a quarterly indicator's September and second quarter are
    /// current, and a yearly one's FY2021.
    package static func isCurrent(
        _ period: Period, of indicator: Indicator, now: Timestamp
    ) -> Bool {
        let today = now.japanDate
        let length = indicator.cadence.months
        let firstMonth = Year.of(indicator.calendar, containing: today).firstMonth
        let month = today.year * 12 + today.month - 1
        let elapsed = (month - (firstMonth - 1)) % length
        let newestClosed = month - elapsed - length..<month - elapsed
        return period.absoluteMonths.upperBound > newestClosed.lowerBound
    }
}
