import ShirubeCore
import Testing

@Suite struct CalendarDocumentTests {
    /// A city that closes on a day of its own, sums up on the tenth working day, and waits for one statistic till November.
    private func document(_ code: String) throws -> CalendarDocument {
        let nine = try #require(TimeOfDay(9, 0))
        let visitors = indicator(
            .annualFlow, id: "visitors", target: 260, targetPeriod: "CY2026", calendar: .calendar,
            cadence: .year, due: .months(11, day: 20))
        let calendar = BusinessCalendar(closedOnce: [day("2026-11-05")])
        return CalendarDocument(
            year: period(code).year,
            dueDays: DueDays(calendar: calendar, rules: [.month: .workingDays(5)]),
            schedule: [
                ScheduleEntry(
                    job: .quarterlySummary, each: .quarter, on: .workingDaysAfterEnd(10),
                    at: nine)
            ],
            strategies: [strategy([indicator(.level, target: 1), visitors])])
    }

    @Test(arguments: Language.allCases)
    func `a fiscal year as a table, in either language`(language: Language) throws {
        try Golden.expect(
            CalendarText.table(try document("FY2026"), language),
            "calendar.\(language.rawValue).txt")
    }

    @Test func `a calendar year as a table, in the year that two eras share`() throws {
        try Golden.expect(
            CalendarText.table(try document("CY2019"), .japanese), "calendar-2019.txt")
    }

    @Test(arguments: Language.allCases)
    func `a fiscal year as a picture, in either language`(language: Language) throws {
        try Golden.expect(
            CalendarGrid.render(try document("FY2026"), language),
            "calendar-grid.\(language.rawValue).txt")
    }

    @Test func `a fiscal year as JSON`() throws {
        try Golden.expect(try document("FY2026").json.pretty, "calendar.json")
    }

    @Test(arguments: [1948, 2000, 2099])
    func `a picture has every day of the year, seven days a week`(year: Int) {
        for kind in YearKind.allCases {
            let document = CalendarDocument(
                year: Year(kind, year), dueDays: DueDays(), schedule: [], strategies: [])
            let text = CalendarGrid.render(document, .english)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            #expect(lines.allSatisfy { TextWidth.columns($0) <= 80 && $0.last != " " })
            let weeks = lines.filter { line in
                !line.isEmpty
                    && line.allSatisfy { $0 == " " || $0 == "*" || $0 == "!" || $0.isNumber }
            }
            let days = weeks.flatMap { $0.split { !$0.isNumber } }.compactMap { Int($0) }
            let period = Period(Year(kind, year))
            let first = period.firstDay.dayNumber
            #expect(days.count == period.lastDay.dayNumber - first + 1)
        }
    }
}
