/// What each department owes, by when, and what it has given.
package enum Answers {
    /// How an indicator's owners stand with their answer.
    package enum State: String, Sendable, CaseIterable {
        /// A period is over whose figure is not there, and its due day is not past.
        case due
        /// A figure is not there although its due day is past (未回答).
        case overdue
        /// The figure of the newest period is there.
        case given
    }

    /// How the owners of an indicator stand on a date; nil where no period of the plan has been over yet.
    ///
    /// Looked at are the newest period that is over, and where its figure is not there the newest one whose due day is
    /// past. A gap before those is the judgement's to name (`missing-periods`). `current` is what is in force of the
    /// indicator, nil for nothing.
    package static func state(
        of indicator: Indicator, in strategy: Strategy, current: CurrentReadings?,
        dueDays: DueDays, on date: CivilDate
    ) -> State? {
        let over = date.year * 12 + date.month - 1
        let start = strategy.planStart(indicator.calendar)
        guard start < over else { return nil }
        let periods = owedPeriods(of: indicator, endingIn: start..<over)
        guard let newest = periods.last else { return nil }
        if isGiven(indicator, for: newest, current: current) { return .given }
        let pastDue = periods.last { dueDays.day(for: indicator, of: $0) < date }
        let isLate = pastDue.map { !isGiven(indicator, for: $0, current: current) } ?? false
        return isLate ? .overdue : .due
    }

    /// The answers of all departments, in the strategy's order.
    ///
    /// `quarter` is a quarter of a fiscal year, `date` the day on which it is asked who is late. `current` is what is in force by indicator; one
    /// missing from it has nothing in force. `lastAccepted` is when a department's newest accepted file was read, and `rejected`
    /// how many of its files were rejected since the quarter's end; a department missing from them
    /// has none.
    package static func answers(
        strategy: Strategy, quarter: Period, current: [Identifier<Indicator>: CurrentReadings],
        dueDays: DueDays, on date: CivilDate, lastAccepted: [Identifier<Department>: Timestamp],
        rejected: [Identifier<Department>: Int]
    ) -> [QuarterlySummary.Answer] {
        // Of the months of a quarter the last one that is asked for decides.
        let owed = strategy.indicators.compactMap { indicator in
            owedPeriods(of: indicator, for: quarter).last.map { (indicator: indicator, period: $0) }
        }
        let given = Set(
            owed.filter { isGiven($0.indicator, for: $0.period, current: current[$0.indicator.id]) }
                .map(\.indicator.id))
        let later = Set(
            owed.filter { dueDays.day(for: $0.indicator, of: $0.period) >= date }
                .map(\.indicator.id)
        ).subtracting(given)
        return strategy.departments.map { department in
            let own = owed.map(\.indicator).filter { $0.departments.contains(department.id) }
            return QuarterlySummary.Answer(
                department: department.id, owed: own.count,
                given: own.count { given.contains($0.id) },
                notDue: own.count { later.contains($0.id) },
                lastAccepted: lastAccepted[department.id], rejected: rejected[department.id] ?? 0)
        }
    }

    /// The periods of its cadence of which a figure is owed for the quarter: those that end within it.
    ///
    /// Months and quarters end with each quarter, halves with every second, years with one; those of
    /// calendar years with June and December, that is with the first and third quarter of a fiscal
    /// year. An indicator whose definition is being clarified is asked for all the same; months
    /// outside its season, and what begins after its target period, are not asked for.
    package static func owedPeriods(of indicator: Indicator, for quarter: Period) -> [Period] {
        owedPeriods(of: indicator, endingIn: quarter.absoluteMonths)
    }

    /// The periods of its cadence of which a figure is owed and whose last month is one of these, in order.
    package static func owedPeriods(
        of indicator: Indicator, endingIn months: Range<Int>
    ) -> [Period] {
        let isMonthly = indicator.cadence == .month
        return indicator.cadence.periods(indicator.calendar, endingIn: months).filter { period in
            let last = period.absoluteMonths.upperBound - 1
            // A target in the midst of a quarter is still asked for with that quarter.
            return indicator.targetEnd > (isMonthly ? last : last - 2)
                && (!isMonthly || indicator.season.isActive(last))
        }
    }

    /// Whether a figure in force speaks of the period's end: a flow's covers its last month, any other one ends with it.
    ///
    /// One that waits to be confirmed counts: the department has answered.
    package static func isGiven(
        _ indicator: Indicator, for period: Period, current: CurrentReadings?
    ) -> Bool {
        let end = period.absoluteMonths.upperBound
        let months = DayRollup.months(
            of: current?.figures ?? [], isFlow: indicator.kind.isFlow)
        let periods = months.map(\.period) + (current?.held ?? []).map(\.period)
        return periods.contains { period in
            let months = period.absoluteMonths
            return months.upperBound == end || (indicator.kind.isFlow && months.contains(end - 1))
        }
    }
}

extension Cadence {
    /// The periods of this length whose last month is one of these, in order.
    package func periods(_ calendar: YearKind, endingIn range: Range<Int>) -> [Period] {
        range.compactMap { month in
            let shifted = month - Year(calendar, 0).firstMonth + 1
            let (year, index) = shifted.quotientAndRemainder(dividingBy: 12)
            guard (index + 1) % months == 0 else { return nil }
            let part: Period.Part =
                switch self {
                case .month: .month(month % 12 + 1)
                case .quarter: .quarter(index / 3 + 1)
                case .half: .half(index / 6 + 1)
                case .year: .year
                }
            return Period(Year(calendar, year), part)
        }
    }
}
