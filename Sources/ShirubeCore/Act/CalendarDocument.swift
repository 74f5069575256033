/// What `shirube calendar` shows of a year: holidays, closed and working days, quarter ends, and due days.
package struct CalendarDocument: Sendable {
    /// A period and the day by which its figure is due.
    struct Deadline: Sendable, Equatable {
        let period: Period
        let cadence: Cadence
        let day: CivilDate
    }

    /// An indicator whose figure is due on another day than its cadence says.
    struct Exception: Sendable, Equatable {
        let strategy: Identifier<Strategy>
        let indicator: Identifier<Indicator>
        let title: String
        let deadline: Deadline
    }

    /// The year.
    package let year: Year
    let dueDays: DueDays
    let schedule: [ScheduleEntry]
    let exceptions: [Exception]

    /// Makes the calendar of a year; the strategies say which indicators have due days of their own.
    package init(
        year: Year, dueDays: DueDays, schedule: [ScheduleEntry], strategies: [Strategy]
    ) {
        self.year = year
        self.dueDays = dueDays
        self.schedule = schedule
        let months = Period(year).absoluteMonths
        exceptions = strategies.flatMap { strategy in
            strategy.indicators.filter { $0.due != nil }.flatMap { indicator in
                Answers.owedPeriods(of: indicator, endingIn: months).compactMap { period in
                    let day = dueDays.day(for: indicator, of: period)
                    guard day != dueDays.day(for: indicator.cadence, of: period) else { return nil }
                    return Exception(
                        strategy: strategy.id, indicator: indicator.id,
                        title: strategy.title(of: indicator),
                        deadline: Deadline(period: period, cadence: indicator.cadence, day: day))
                }
            }
        }
    }

    /// The days on which offices are closed, in order; with a weekend's only where it is a holiday or the like.
    var closedDays: [(date: CivilDate, closure: BusinessCalendar.Closure)] {
        dueDays.calendar.closedDays(of: Period(year)).filter { $0.closure != .weekend }
    }

    /// The months of the year, in order.
    var months: [Period] { Cadence.month.periods(year.kind, endingIn: yearMonths) }

    /// The due days of all periods that end within the year, by cadence.
    ///
    /// Months and quarters of fiscal and calendar years end together; of halves and years both kinds are named.
    var deadlines: [Deadline] {
        Cadence.allCases.flatMap { cadence in
            let isShared = cadence == .month || cadence == .quarter
            let kinds = isShared ? [year.kind] : YearKind.allCases
            return kinds.flatMap { cadence.periods($0, endingIn: yearMonths) }.sorted()
                .map { period in
                    Deadline(
                        period: period, cadence: cadence,
                        day: dueDays.day(for: cadence, of: period))
                }
        }
    }

    /// The moment at which a quarter of a fiscal year is summed up; nil where nothing is scheduled.
    func summary(of quarter: Period) -> Timestamp? {
        schedule.filter { $0.job == .quarterlySummary }.compactMap {
            $0.moment(for: .period(quarter), dueDays.calendar)
        }.min()
    }

    /// The quarters of fiscal years that end within the year, in order.
    var quarters: [Period] { Cadence.quarter.periods(.fiscal, endingIn: yearMonths) }

    /// The closing period that follows the fiscal year, or that lies in the calendar year.
    var closingPeriod: (first: CivilDate, last: CivilDate) {
        let closed = Year(.fiscal, year.kind == .fiscal ? year.number : year.number - 1)
        return (Period(closed).lastDay.adding(days: 1), ClosingPeriod.lastDay(of: closed))
    }

    private var yearMonths: Range<Int> { Period(year).absoluteMonths }
}

extension CalendarDocument {
    /// The calendar as one JSON object; days are ISO 8601, periods are codes such as `FY2026Q1`, and moments carry Japan's
    /// offset.
    package var json: JSON {
        let period = Period(year)
        let all = dueDays.calendar.closedDays(of: period)
        let open = dueDays.calendar.workingDayCount(of: period)
        return .object([
            ("year", .string(period.description)),
            ("firstDay", Self.json(period.firstDay)), ("lastDay", Self.json(period.lastDay)),
            (
                "holidays",
                .array(
                    all.compactMap { date, closure in
                        guard case .holiday(let name) = closure else { return nil }
                        return .object([
                            ("date", Self.json(date)), ("name", .string(name.japanese)),
                            ("nameEnglish", .string(name.english)),
                        ])
                    })
            ),
            (
                "closedDays",
                .array(
                    all.map { date, closure in
                        .object([("date", Self.json(date)), ("reason", .string(closure.code))])
                    })
            ),
            ("workingDays", .integer(open)),
            ("months", .array(months.map(json(month:)))),
            ("quarters", .array(quarters.map(json(quarter:)))),
            (
                "closingPeriod",
                .object([
                    ("firstDay", Self.json(closingPeriod.first)),
                    ("lastDay", Self.json(closingPeriod.last)),
                ])
            ),
            ("dueDays", .array(deadlines.map { .object(Self.members($0)) })),
            (
                "indicators",
                .array(
                    exceptions.map { exception in
                        .object(
                            [
                                ("strategy", .string(exception.strategy.text)),
                                ("indicator", .string(exception.indicator.text)),
                                ("name", .string(exception.title)),
                            ] + Self.members(exception.deadline))
                    })
            ),
        ])
    }

    private func json(month: Period) -> JSON {
        .object([
            ("month", .string(month.description)),
            ("workingDays", .integer(dueDays.calendar.workingDayCount(of: month))),
            ("closedDays", .integer(dueDays.calendar.closedDays(of: month).count)),
        ])
    }

    private func json(quarter: Period) -> JSON {
        .object([
            ("quarter", .string(quarter.description)), ("lastDay", Self.json(quarter.lastDay)),
            ("due", Self.json(dueDays.day(for: .quarter, of: quarter))),
            ("summaryAt", .optional(summary(of: quarter)?.japanDescription)),
        ])
    }

    private static func members(_ deadline: Deadline) -> [(String, JSON)] {
        [
            ("cadence", .string(deadline.cadence.rawValue)),
            ("period", .string(deadline.period.description)),
            ("lastDay", json(deadline.period.lastDay)), ("due", json(deadline.day)),
        ]
    }

    private static func json(_ date: CivilDate) -> JSON { .string(date.description) }
}

extension BusinessCalendar.Closure {
    /// The reason in JSON.
    var code: String {
        switch self {
        case .holiday: "holiday"
        case .yearEnd: "yearEnd"
        case .city: "city"
        case .weekend: "weekend"
        }
    }
}
