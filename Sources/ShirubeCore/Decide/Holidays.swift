/// A national holiday (国民の祝日・休日) with its name.
package struct Holiday: Sendable, Equatable {
    /// The day.
    package let date: CivilDate
    /// Its name.
    package let name: Wording
}

/// Japan's national holidays, computed from the law for 1948 to 2099.
///
/// Source: 国民の祝日に関する法律 (昭和23年法律第178号, in force since 1948-07-20) with every amendment, and the
/// laws that made single days holidays (`HolidayRule`). What the Diet may decide later is not known here:
/// the Cabinet Office's list (`HolidayList`) says it.
package enum Holidays {
    /// The calendar years that the law is known for.
    package static let years = 1948...2099

    /// The holidays of a calendar year, in order, substitute and sandwiched ones among them; none before the law.
    package static func of(_ year: Int) -> [Holiday] {
        table.indices.contains(year - years.lowerBound)
            ? table[year - years.lowerBound] : computed(year)
    }

    /// The year after the last one is looked at by fiscal years.
    private static let table = (years.lowerBound...years.upperBound + 1).map(computed)

    private static func computed(_ year: Int) -> [Holiday] {
        let national = HolidayRule.all.compactMap { $0.holiday(in: year) }
            .filter { $0.date >= inForce }
        let dates = Set(national.map(\.date))
        let substitutes = national.compactMap { substitute(for: $0.date, among: dates) }
        let between = national.compactMap { holiday in
            sandwiched(after: holiday.date, among: dates, substitutes: Set(substitutes))
        }
        let extra =
            substitutes.map { Holiday(date: $0, name: HolidayRule.substitute) }
            + between.map { Holiday(date: $0, name: HolidayRule.sandwiched) }
        return (national + extra).sorted { $0.date < $1.date }
    }

    private static let inForce = day(1948, 7, 20)
    /// 昭和48年法律第10号 was promulgated on this day and in force from it.
    private static let substitutesBegin = day(1973, 4, 12)
    /// 昭和60年法律第103号, likewise.
    private static let sandwichesBegin = day(1985, 12, 27)
    /// From 2007 on (平成17年法律第43号) a substitute day skips the holidays that follow.
    private static let skipsFrom = 2007

    /// 第3条第2項: a day off for a holiday that falls on a Sunday, which is the next day, since 2007 the next one that is
    /// no holiday; nil where there is none.
    private static func substitute(
        for date: CivilDate, among holidays: Set<CivilDate>
    ) -> CivilDate? {
        guard date.weekday == 0, date >= substitutesBegin else { return nil }
        var day = date.adding(days: 1)
        if date.year < skipsFrom { return holidays.contains(day) ? nil : day }
        while holidays.contains(day) { day = day.adding(days: 1) }
        return day
    }

    /// 第3条第3項: the day after a holiday where the day after that is one too; nil where it is a holiday itself, a
    /// Sunday, or a day off already.
    private static func sandwiched(
        after date: CivilDate, among holidays: Set<CivilDate>, substitutes: Set<CivilDate>
    ) -> CivilDate? {
        let day = date.adding(days: 1)
        guard date >= sandwichesBegin, !holidays.contains(day), day.weekday != 0,
            !substitutes.contains(day), holidays.contains(day.adding(days: 1))
        else { return nil }
        return day
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year, month, day) else {
            preconditionFailure("a day on which a law came into force exists")
        }
        return date
    }
}
