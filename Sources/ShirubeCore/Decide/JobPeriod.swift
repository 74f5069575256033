/// The stretch of time that a run of a scheduled job speaks of, and by which the ledger knows it.
package enum JobPeriod: Hashable, Sendable {
    /// A quarter, month or fiscal year.
    case period(Period)
    /// The week that begins on this Monday.
    case week(CivilDate)
    /// A day.
    case day(CivilDate)

    /// The period of an interval that holds a date.
    package init(_ interval: ScheduleEntry.Interval, containing date: CivilDate) {
        switch interval {
        case .quarter: self = .period(.quarter(.fiscal, containing: date))
        case .fiscalYear: self = .period(Period(.fiscal(containing: date)))
        case .month:
            guard let month = Period(.fiscal(containing: date), .month(date.month)) else {
                preconditionFailure("a date's month exists")
            }
            self = .period(month)
        case .week: self = .week(date.adding(days: -((date.weekday + 6) % 7)))
        case .workingDay: self = .day(date)
        }
    }

    /// Its first day.
    package var firstDay: CivilDate {
        switch self {
        case .period(let period): period.firstDay
        case .week(let day), .day(let day): day
        }
    }

    /// Its last day.
    package var lastDay: CivilDate {
        switch self {
        case .period(let period): period.lastDay
        case .week(let monday): monday.adding(days: 6)
        case .day(let day): day
        }
    }

    /// The period of the same kind after it.
    package var next: JobPeriod { same(containing: lastDay.adding(days: 1)) }

    /// The period of the same kind before it.
    package var previous: JobPeriod { same(containing: firstDay.adding(days: -1)) }

    private func same(containing date: CivilDate) -> JobPeriod {
        JobPeriod(interval, containing: date)
    }

    private var interval: ScheduleEntry.Interval {
        switch self {
        case .period(let period):
            switch period.monthIndices.count {
            case 1: .month
            case 3: .quarter
            default: .fiscalYear
            }
        case .week: .week
        case .day: .workingDay
        }
    }
}

extension JobPeriod: CustomStringConvertible {
    /// The code: that of a period such as `FY2022Q2`, `2022-W41` for a week (ISO 8601), `2022-10-17` for a day.
    package var description: String {
        switch self {
        case .period(let period): return period.description
        case .day(let day): return day.description
        case .week(let monday):
            // A week belongs to the year that its Thursday lies in.
            let thursday = monday.adding(days: 3)
            guard let newYear = CivilDate(thursday.year, 1, 1) else {
                preconditionFailure("1 January exists")
            }
            let week = (thursday.dayNumber - newYear.dayNumber) / 7 + 1
            return zeroPadded(thursday.year, 4) + "-W" + zeroPadded(week, 2)
        }
    }

    /// Reads such a code; nil for anything else.
    package init?(code: String) {
        if let period = Period(code: code), period.year.kind == .fiscal, !period.isDay,
            [1, 3, 12].contains(period.monthIndices.count)
        {
            self = .period(period)
        } else if let day = CivilDate(iso: code) {
            self = .day(day)
        } else {
            guard code.utf8.count == 8, code.dropFirst(4).hasPrefix("-W"),
                let year = Int(code.prefix(4)), let week = Int(code.suffix(2)),
                (1...53).contains(week), let anchor = CivilDate(year, 1, 4)
            else { return nil }
            // 4 January lies in the first week of its year.
            self = JobPeriod(.week, containing: anchor.adding(days: (week - 1) * 7))
            guard description == code else { return nil }
        }
    }
}
