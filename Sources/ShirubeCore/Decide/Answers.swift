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
        let absences = owed.filter { !given.contains($0.id) }.compactMap { indicator in
            absence(indicator, for: quarter, current: current[indicator.id]).map {
                QuarterlySummary.Absent(indicator: indicator.id, absence: $0)
            }
        }
        return strategy.departments.map { department in
            let own = owed.filter { $0.departments.contains(department.id) }
            let signs = absences.filter { absent in own.contains { $0.id == absent.indicator } }
            return QuarterlySummary.Answer(
                department: department.id, owed: own.count,
                given: own.count { given.contains($0.id) } + signs.count, absent: signs,
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
        return periods.contains { speaks($0, ofMonthBefore: end, indicator) }
    }

    /// What a department has answered for the quarter's end in place of a figure; nil where it has not.
    ///
    /// The newest such answer counts. A day without a figure says nothing of its quarter.
    package static func absence(
        _ indicator: Indicator, for quarter: Period, current: CurrentReadings?
    ) -> Absence? {
        let end = quarter.absoluteMonths.upperBound
        let answers = (current?.absences ?? []).filter {
            !$0.period.isDay && speaks($0.period, ofMonthBefore: end, indicator)
        }
        return answers.max { $0.sequence < $1.sequence }?.absence
    }

    private static func speaks(
        _ period: Period, ofMonthBefore end: Int, _ indicator: Indicator
    ) -> Bool {
        let months = period.absoluteMonths
        return months.upperBound == end || (indicator.kind.isFlow && months.contains(end - 1))
    }
}
