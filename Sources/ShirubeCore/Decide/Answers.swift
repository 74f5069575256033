/// What each department owes, by when, and what it has given.
package enum Answers {
    /// How an indicator's owners stand with their answer.
    package enum State: String, Sendable, CaseIterable {
        /// A period is over whose figure is not there, and its due day is not past.
        case due
        /// A figure is not there although its due day is past (未回答).
        case overdue
        /// The figure of the newest period is there, or the answer that there is none.
        case given
    }

    /// How the owners of an indicator stand on a date; nil where no period of the plan has been over yet.
    ///
    /// Looked at are the newest period that is over, and where its figure is not there the newest one whose due day is
    /// past. A gap before those is the judgement's to name (`missing-periods`). `current` is what is in force of the
    /// indicator, nil for nothing; `planStart` the plan's first month, counted as in `Period.absoluteMonths`.
    package static func state(
        of indicator: Indicator, planStart: Int, current: CurrentReadings?,
        dueDays: DueDays, on date: CivilDate
    ) -> State? {
        let over = date.year * 12 + date.month - 1
        guard planStart < over else { return nil }
        let periods = owedPeriods(of: indicator, endingIn: planStart..<over)
        guard let newest = periods.last else { return nil }
        if isAnswered(indicator, for: newest, current: current) { return .given }
        let pastDue = periods.last { dueDays.day(for: indicator, of: $0) < date }
        let isLate = pastDue.map { !isAnswered(indicator, for: $0, current: current) } ?? false
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
            owedPeriods(of: indicator, for: quarter, in: strategy).last.map {
                (indicator: indicator, period: $0)
            }
        }
        let given = Set(
            owed.filter { isGiven($0.indicator, for: $0.period, current: current[$0.indicator.id]) }
                .map(\.indicator.id))
        let absences = owed.filter { !given.contains($0.indicator.id) }.compactMap { owed in
            absence(owed.indicator, for: owed.period, current: current[owed.indicator.id]).map {
                QuarterlySummary.Absent(indicator: owed.indicator.id, absence: $0)
            }
        }
        let later = Set(
            owed.filter { dueDays.day(for: $0.indicator, of: $0.period) >= date }
                .map(\.indicator.id)
        ).subtracting(given).subtracting(absences.map(\.indicator))
        return strategy.departments.map { department in
            let own = owed.map(\.indicator).filter { $0.departments.contains(department.id) }
            let signs = absences.filter { absent in own.contains { $0.id == absent.indicator } }
            return QuarterlySummary.Answer(
                department: department.id, owed: own.count,
                given: own.count { given.contains($0.id) } + signs.count, absent: signs,
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

    /// The same within a plan: one that succeeds another asks for nothing from before its own first period.
    package static func owedPeriods(
        of indicator: Indicator, for quarter: Period, in strategy: Strategy
    ) -> [Period] {
        let start = Period(Year(indicator.calendar, strategy.term.lowerBound)).absoluteMonths
            .lowerBound
        return owedPeriods(of: indicator, for: quarter).filter {
            strategy.succeeds == nil || $0.absoluteMonths.lowerBound >= start
        }
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
        guard let current else { return false }
        let months = DayRollup.months(of: current, isFlow: indicator.kind.isFlow)
        let periods = months.map(\.period) + current.held.map(\.period)
        return periods.contains { speaks($0, ofMonthBefore: end, indicator) }
    }

    private static func isAnswered(
        _ indicator: Indicator, for period: Period, current: CurrentReadings?
    ) -> Bool {
        isGiven(indicator, for: period, current: current)
            || absence(indicator, for: period, current: current) != nil
    }

    /// What a department has answered for the period's end in place of a figure; nil where it has not.
    ///
    /// The newest such answer counts. A day without a figure says nothing of what it lies in.
    package static func absence(
        _ indicator: Indicator, for period: Period, current: CurrentReadings?
    ) -> Absence? {
        let end = period.absoluteMonths.upperBound
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

extension Answers.State {
    /// The label that people read.
    package var wording: Wording {
        switch self {
        case .due: Wording(ja: "報告待ち", en: "Due")
        case .overdue: Wording(ja: "未回答", en: "Overdue")
        case .given: Wording(ja: "報告済み", en: "Given")
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
