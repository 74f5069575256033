/// By when the figure of a period is due.
package enum DueRule: Sendable, Equatable {
    /// As many working days after the period's last day; with 0 on that day.
    case workingDays(Int)
    /// On a day of the month that lies so many months after the period's last one, the month's last day where none is
    /// named; a closed day moves on to the next working day.
    case months(Int, day: Int?)
}

/// The one definition of the days by which figures are due (提出期限).
///
/// Forms, the quarterly summary's list of who has not answered, and `shirube calendar` all ask here.
package struct DueDays: Sendable, Equatable {
    /// The working days they are counted in.
    package let calendar: BusinessCalendar
    private let rules: [Cadence: DueRule]

    /// The rule where nothing else is said: the working day before the tenth, on which summaries are made.
    package static let standard = DueRule.workingDays(9)

    /// Makes due days: a cadence without a rule has the standard one.
    package init(
        calendar: BusinessCalendar = BusinessCalendar(), rules: [Cadence: DueRule] = [:]
    ) {
        self.calendar = calendar
        self.rules = Dictionary(
            uniqueKeysWithValues: Cadence.allCases.map { ($0, rules[$0] ?? Self.standard) })
    }

    /// The day by which the figure of an indicator for a period is due, by its own rule or its cadence's.
    package func day(for indicator: Indicator, of period: Period) -> CivilDate {
        indicator.due.map { day($0, after: period) } ?? day(for: indicator.cadence, of: period)
    }

    /// The day by which figures of a cadence are due that have no rule of their own.
    package func day(for cadence: Cadence, of period: Period) -> CivilDate {
        day(rules[cadence] ?? Self.standard, after: period)
    }

    private func day(_ rule: DueRule, after period: Period) -> CivilDate {
        switch rule {
        case .workingDays(let number): return calendar.workingDay(number, after: period.lastDay)
        case .months(let count, let day):
            let month = period.absoluteMonths.upperBound - 1 + count
            let (year, index) = month.quotientAndRemainder(dividingBy: 12)
            let length = CivilDate.lengthOfMonth(year: year, month: index + 1)
            guard let date = CivilDate(year, index + 1, min(day ?? length, length)) else {
                preconditionFailure("a day up to a month's length exists")
            }
            return calendar.workingDay(notBefore: date)
        }
    }
}
