/// What each department owes for a quarter, and what it has given.
package enum Answers {
    /// The answers of all departments, in the strategy's order.
    ///
    /// `quarter` is a quarter of a fiscal year. `current` is what is in force by indicator; one
    /// missing from it has nothing in force. `lastAccepted` is when a department's newest accepted file was read, and `rejected`
    /// how many of its files were rejected since the quarter's end; a department missing from them
    /// has none.
    package static func answers(
        strategy: Strategy, quarter: Period, current: [Identifier<Indicator>: CurrentReadings],
        lastAccepted: [Identifier<Department>: Timestamp],
        rejected: [Identifier<Department>: Int]
    ) -> [QuarterlySummary.Answer] {
        let owed = strategy.indicators.filter { isOwed($0, for: quarter) }
        let given = Set(
            owed.filter { isGiven($0, for: quarter, current: current[$0.id]) }.map(\.id))
        return strategy.departments.map { department in
            let own = owed.filter { $0.departments.contains(department.id) }
            return QuarterlySummary.Answer(
                department: department.id, owed: own.count,
                given: own.count { given.contains($0.id) },
                lastAccepted: lastAccepted[department.id], rejected: rejected[department.id] ?? 0)
        }
    }

    /// Whether a figure of the indicator is owed for the quarter: a period of its cadence ends with
    /// it.
    ///
    /// Months and quarters end with each quarter, halves with every second, years with one. For
    /// calendar years, the half ends with June and December and the year with December, that is
    /// with the first and third quarter of a fiscal year. An indicator whose definition is being
    /// clarified is asked for all the same; one whose target period was over before the quarter is
    /// not asked for any more.
    package static func isOwed(_ indicator: Indicator, for quarter: Period) -> Bool {
        let end = quarter.absoluteMonths.upperBound
        let shift = Year(indicator.calendar, 0).firstMonth - 1
        return (end - shift) % indicator.cadence.months == 0
            && indicator.targetEnd > quarter.absoluteMonths.lowerBound
    }

    /// The periods of its cadence of which a figure is owed for the quarter: those that end within it.
    ///
    /// Months outside an indicator's season, or after its target period, are not asked for.
    package static func owedPeriods(of indicator: Indicator, for quarter: Period) -> [Period] {
        guard isOwed(indicator, for: quarter) else { return [] }
        let length = indicator.cadence.months
        return quarter.absoluteMonths.compactMap { month in
            let shifted = month - Year(indicator.calendar, 0).firstMonth + 1
            let (year, index) = shifted.quotientAndRemainder(dividingBy: 12)
            guard (index + 1) % length == 0 else { return nil }
            let isMonth = indicator.cadence == .month
            if isMonth, month >= indicator.targetEnd || !indicator.season.isActive(month) {
                return nil
            }
            let part: Period.Part =
                switch indicator.cadence {
                case .month: .month(month % 12 + 1)
                case .quarter: .quarter(index / 3 + 1)
                case .half: .half(index / 6 + 1)
                case .year: .year
                }
            return Period(Year(indicator.calendar, year), part)
        }
    }

    /// Whether a figure in force speaks of the quarter's end: a flow's covers the quarter's last
    /// month, any other one ends with it.
    ///
    /// One that waits to be confirmed counts: the department has answered.
    package static func isGiven(
        _ indicator: Indicator, for quarter: Period, current: CurrentReadings?
    ) -> Bool {
        let end = quarter.absoluteMonths.upperBound
        let months = DayRollup.months(
            of: current?.figures ?? [], isFlow: indicator.kind.isFlow)
        let periods = months.map(\.period) + (current?.held ?? []).map(\.period)
        return periods.contains { period in
            let months = period.absoluteMonths
            return months.upperBound == end || (indicator.kind.isFlow && months.contains(end - 1))
        }
    }

    /// The day by which the figures of a quarter are due: ten working days after its end.
    package static func dueDay(_ quarter: Period) -> CivilDate {
        BusinessCalendar.workingDay(10, after: quarter.lastDay)
    }

    /// Whether the owners have answered for the newest closed quarter that they owe a figure for; nil where none of the
    /// last four is one.
    package static func answer(
        of indicator: Indicator, current: CurrentReadings, occasion: Judge.Occasion
    ) -> Standing.Answer? {
        guard let owed = occasion.dueDays.first(where: { isOwed(indicator, for: $0.quarter) })
        else {
            return nil
        }
        if isGiven(indicator, for: owed.quarter, current: current) { return .given }
        return occasion.date > owed.due ? .overdue : .due
    }
}
