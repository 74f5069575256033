/// The days on which city offices work.
///
/// Closed are Saturdays, Sundays, national holidays, and 29 December to 3 January (地方自治法 第4条の2).
package enum BusinessCalendar {
    /// Whether offices work on the date.
    package static func isWorkingDay(_ date: CivilDate) -> Bool {
        guard date.weekday != 0, date.weekday != 6, !isYearEnd(date) else { return false }
        return !Holidays.of(date.year).contains { $0.date == date }
    }

    /// The `number`-th working day after the date, which itself does not count.
    ///
    /// The tenth after 2022-09-30 is 2022-10-17. A number below 1 gives the date itself.
    package static func workingDay(_ number: Int, after date: CivilDate) -> CivilDate {
        var day = date
        var left = number
        while left > 0 {
            day = day.adding(days: 1)
            if isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    private static func isYearEnd(_ date: CivilDate) -> Bool {
        (date.month == 12 && date.day >= 29) || (date.month == 1 && date.day <= 3)
    }
}
