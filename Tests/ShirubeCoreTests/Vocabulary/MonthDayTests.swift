import ShirubeCore
import Testing

@Suite struct MonthDayTests {
    @Test func `a day of every year is written as month and day`() {
        #expect(MonthDay(iso: "06-23")?.description == "06-23")
        #expect(MonthDay(iso: "02-29")?.day == 29)
        #expect(MonthDay(of: day("2026-06-23")) == MonthDay(6, 23))
        for wrong in ["6-23", "02-30", "13-01", "2026-06-23", "", "06/23"] {
            #expect(MonthDay(iso: wrong) == nil, "\(wrong)")
        }
    }
}
