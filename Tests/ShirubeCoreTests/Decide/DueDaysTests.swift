import ShirubeCore
import Testing

@Suite struct DueDaysTests {
    private func due(_ rule: DueRule, _ code: String) -> String {
        let row = indicator(.level, target: 1, due: rule)
        return DueDays().day(for: row, of: period(code)).description
    }

    @Test
    func `a figure is due on the working day before the tenth, unless something else is said`() {
        let days = DueDays(rules: [.month: .workingDays(3)])
        #expect(days.day(for: .quarter, of: period("FY2022Q2")) == day("2022-10-14"))
        #expect(days.day(for: .month, of: period("FY2022-09")) == day("2022-10-05"))
        #expect(days.day(for: .year, of: period("CY2022")) == day("2023-01-17"))
        let row = indicator(.level, target: 1, cadence: .month)
        #expect(days.day(for: row, of: period("FY2022-09")) == day("2022-10-05"))
    }

    @Test
    func `months after the end name a day, which a closed one passes on to the next working day`() {
        #expect(due(.months(2, day: nil), "FY2026") == "2027-05-31")
        #expect(due(.months(8, day: nil), "FY2025") == "2026-11-30")
        // 20 December 2026 is a Sunday.
        #expect(due(.months(9, day: 20), "FY2025") == "2026-12-21")
        #expect(due(.months(2, day: 31), "CY2022") == "2023-02-28")
        #expect(due(.months(0, day: nil), "FY2022-12") == "2023-01-04")
        #expect(due(.workingDays(0), "FY2022Q2") == "2022-09-30")
    }

    @Test func `the city's own closed days count as closed`() throws {
        let calendar = BusinessCalendar(
            closedOnce: [day("2022-10-03")], closedYearly: [try #require(MonthDay(10, 4))])
        let days = DueDays(calendar: calendar)
        #expect(days.day(for: .quarter, of: period("FY2022Q2")) == day("2022-10-18"))
    }
}
