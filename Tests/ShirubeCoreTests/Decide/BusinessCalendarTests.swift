import ShirubeCore
import Testing

struct BusinessCalendarTests {
    private let calendar = BusinessCalendar()

    @Test func `ten working days after September 2022 is 17 October`() {
        #expect(calendar.workingDay(10, after: day("2022-09-30")) == day("2022-10-17"))
    }

    @Test func `weekends, holidays and the turn of the year are closed`() {
        for closed in [
            "2022-10-15", "2022-10-16", "2022-10-10", "2022-12-29", "2022-12-31", "2023-01-02",
            "2023-01-03", "2019-04-30", "2021-08-09",
        ] {
            #expect(!calendar.isWorkingDay(day(closed)), "\(closed)")
        }
        for open in ["2022-10-17", "2022-12-28", "2023-01-04", "2021-07-19", "2021-08-11"] {
            #expect(calendar.isWorkingDay(day(open)), "\(open)")
        }
    }

    @Test func `the first working day after a year's end is 4 January or the Monday after it`() {
        #expect(calendar.workingDay(1, after: day("2022-12-31")) == day("2023-01-04"))
        #expect(calendar.workingDay(1, after: day("2019-12-31")) == day("2020-01-06"))
    }

    @Test func `no working days later is the day itself`() {
        #expect(calendar.workingDay(0, after: day("2022-10-15")) == day("2022-10-15"))
    }

    @Test func `an ordinance may close other days around New Year, and days of the city's own`()
        throws
    {
        let city = BusinessCalendar(
            yearEndFrom: MonthDay(12, 30), yearEndTo: MonthDay(1, 4),
            closedOnce: [day("2026-11-05")], closedYearly: [try #require(MonthDay(6, 23))])
        #expect(city.isWorkingDay(day("2026-12-29")))
        #expect(!city.isWorkingDay(day("2027-01-04")))
        #expect(city.closure(on: day("2026-11-05")) == .city)
        #expect(city.isWorkingDay(day("2025-11-05")))
        #expect(city.closure(on: day("2025-06-23")) == .city)
        #expect(city.closure(on: day("2026-12-31")) == .yearEnd)
        #expect(
            city.closure(on: day("2027-01-01")) == .holiday(Wording(ja: "元日", en: "New Year's Day"))
        )
    }

    @Test func `the days of a period are working days or closed`() {
        #expect(calendar.workingDayCount(of: period("FY2026")) == 241)
        #expect(calendar.closedDays(of: period("FY2026")).count == 124)
        #expect(calendar.workingDayCount(of: period("FY2026-05")) == 18)
    }

    @Test func `a time limit on a closed day ends on the next working day`() {
        #expect(calendar.workingDay(notBefore: day("2026-05-02")) == day("2026-05-07"))
        #expect(calendar.workingDay(notBefore: day("2026-05-07")) == day("2026-05-07"))
    }
}
