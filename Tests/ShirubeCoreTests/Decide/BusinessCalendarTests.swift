import ShirubeCore
import Testing

struct BusinessCalendarTests {
    @Test func `ten working days after September 2022 is 17 October`() {
        #expect(BusinessCalendar.workingDay(10, after: day("2022-09-30")) == day("2022-10-17"))
    }

    @Test func `weekends, holidays and the turn of the year are closed`() {
        for closed in [
            "2022-10-15", "2022-10-16", "2022-10-10", "2022-12-29", "2022-12-31", "2023-01-02",
            "2023-01-03", "2019-04-30", "2021-08-09",
        ] {
            #expect(!BusinessCalendar.isWorkingDay(day(closed)), "\(closed)")
        }
        for open in ["2022-10-17", "2022-12-28", "2023-01-04", "2021-07-19", "2021-08-11"] {
            #expect(BusinessCalendar.isWorkingDay(day(open)), "\(open)")
        }
    }

    @Test func `the first working day after a year's end is 4 January or the Monday after it`() {
        #expect(BusinessCalendar.workingDay(1, after: day("2022-12-31")) == day("2023-01-04"))
        #expect(BusinessCalendar.workingDay(1, after: day("2019-12-31")) == day("2020-01-06"))
    }

    @Test func `no working days later is the day itself`() {
        #expect(BusinessCalendar.workingDay(0, after: day("2022-10-15")) == day("2022-10-15"))
    }
}
