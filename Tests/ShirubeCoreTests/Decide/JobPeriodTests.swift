import ShirubeCore
import Testing

@Suite struct JobPeriodTests {
    @Test(arguments: ScheduleEntry.Interval.allCases)
    func `every date lies in one period, and its code reads back`(
        interval: ScheduleEntry.Interval
    ) {
        for number in day("2020-12-01").dayNumber...day("2027-02-01").dayNumber {
            let date = CivilDate(dayNumber: number)
            let period = JobPeriod(interval, containing: date)
            #expect(period.firstDay <= date && date <= period.lastDay)
            #expect(JobPeriod(code: "\(period)") == period)
            #expect(period.next.firstDay == period.lastDay.adding(days: 1))
            #expect(period.next.previous == period)
        }
    }

    @Test func `weeks are those of ISO 8601`() {
        let code = { "\(JobPeriod(.week, containing: day($0)))" }
        #expect(code("2022-10-17") == "2022-W42")
        #expect(code("2021-01-03") == "2020-W53")
        #expect(code("2024-12-30") == "2025-W01")
    }

    @Test(arguments: [
        "", "2022-W00", "2021-W53", "2022-W4", "2022-10-32", "2022W42", "FY2022-10-17", "Q2",
    ])
    func `no other code is read`(code: String) {
        #expect(JobPeriod(code: code) == nil)
    }
}
