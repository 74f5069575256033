/// The days on which a city's offices work.
///
/// Closed are Saturdays, Sundays, national holidays, the days around New Year, and what the city's ordinance names
/// besides (地方自治法 第4条の2). Today's rule is applied to every year, also to those in which offices still worked on Saturdays.
package struct BusinessCalendar: Sendable, Equatable {
    /// Why offices are closed on a day.
    package enum Closure: Sendable, Equatable {
        /// A national holiday.
        case holiday(Wording)
        /// A day around New Year (年末年始).
        case yearEnd
        /// A day of the city's own.
        case city
        /// A Saturday or Sunday.
        case weekend
    }

    /// The Cabinet Office's list; empty where the law alone counts.
    package let list: HolidayList
    /// The first closed day at the end of December.
    package let yearEndFrom: MonthDay
    /// The last closed day at the beginning of January.
    package let yearEndTo: MonthDay
    /// Single days on which this city's offices are closed besides.
    package let closedOnce: Set<CivilDate>
    /// Days of every year on which they are.
    package let closedYearly: Set<MonthDay>

    /// Most days that may be closed besides, so that working days remain in every year.
    package static let maximumExtraDays = 100

    /// Makes a calendar; by default that of the national offices (行政機関の休日に関する法律), which most cities share.
    package init(
        list: HolidayList = HolidayList(), yearEndFrom: MonthDay? = nil,
        yearEndTo: MonthDay? = nil, closedOnce: Set<CivilDate> = [],
        closedYearly: Set<MonthDay> = []
    ) {
        self.list = list
        self.yearEndFrom = yearEndFrom ?? Self.nationalYearEnd.from
        self.yearEndTo = yearEndTo ?? Self.nationalYearEnd.to
        self.closedOnce = closedOnce
        self.closedYearly = closedYearly
    }

    private static let nationalYearEnd: (from: MonthDay, to: MonthDay) = {
        guard let from = MonthDay(12, 29), let to = MonthDay(1, 3) else {
            preconditionFailure("29 December and 3 January exist")
        }
        return (from, to)
    }()

    /// The national holidays of a calendar year, in order: those of the list for a year in it, else those of the law.
    package func holidays(of year: Int) -> [Holiday] {
        list.holidays(of: year) ?? Holidays.of(year)
    }

    /// Why offices are closed on a date, a holiday's name before all else; nil where they work.
    package func closure(on date: CivilDate) -> Closure? {
        closure(on: date, holidays: holidays(of: date.year))
    }

    private func closure(on date: CivilDate, holidays: [Holiday]) -> Closure? {
        if let holiday = holidays.first(where: { $0.date == date }) {
            return .holiday(holiday.name)
        }
        let day = MonthDay(of: date)
        if day >= yearEndFrom || day <= yearEndTo { return .yearEnd }
        if date.weekday == 0 || date.weekday == 6 { return .weekend }
        return closedOnce.contains(date) || closedYearly.contains(day) ? .city : nil
    }

    /// Whether offices work on the date.
    package func isWorkingDay(_ date: CivilDate) -> Bool { closure(on: date) == nil }

    /// The `number`-th working day after the date, which itself does not count.
    ///
    /// The tenth after 2022-09-30 is 2022-10-17. A number below 1 gives the date itself.
    package func workingDay(_ number: Int, after date: CivilDate) -> CivilDate {
        var day = date
        var left = number
        // A year's holidays take long to work out, and a stretch of working days lies in one or two years.
        var known: (year: Int, holidays: [Holiday])?
        while left > 0 {
            day = day.adding(days: 1)
            let holidays =
                known.flatMap { $0.year == day.year ? $0.holidays : nil } ?? holidays(of: day.year)
            known = (day.year, holidays)
            if closure(on: day, holidays: holidays) == nil { left -= 1 }
        }
        return day
    }

    /// The date itself where offices work on it, else the next working day, as time limits end (地方自治法 第4条の2第4項).
    package func workingDay(notBefore date: CivilDate) -> CivilDate {
        workingDay(1, after: date.adding(days: -1))
    }

    /// The date itself where offices work on it, else the last working day before it; nil where that lies before `first`.
    package func workingDay(upTo date: CivilDate, from first: CivilDate) -> CivilDate? {
        var day = date
        while day >= first {
            if isWorkingDay(day) { return day }
            day = day.adding(days: -1)
        }
        return nil
    }

    /// The days of a period on which offices are closed, in order, and why.
    package func closedDays(of period: Period) -> [(date: CivilDate, closure: Closure)] {
        (period.firstDay.dayNumber...period.lastDay.dayNumber).compactMap { number in
            let date = CivilDate(dayNumber: number)
            return closure(on: date).map { (date, $0) }
        }
    }

    /// How many days of a period offices work on.
    package func workingDayCount(of period: Period) -> Int {
        let days = period.lastDay.dayNumber - period.firstDay.dayNumber + 1
        return days - closedDays(of: period).count
    }
}
