import ShirubeCore
import Testing

@Suite struct VocabularyTests {
    @Test func `every day from 1900 to 2100 survives the way to its number and back`() throws {
        var day = try #require(CivilDate(1900, 1, 1))
        let end = try #require(CivilDate(2100, 12, 31))
        while day < end {
            let next = day.adding(days: 1)
            #expect(CivilDate(dayNumber: day.dayNumber) == day)
            #expect(day < next)
            #expect(next.weekday == (day.weekday + 1) % 7)
            day = next
        }
        #expect(try #require(CivilDate(2022, 10, 17)).weekday == 1)
    }

    @Test func `days that no calendar has are refused`() {
        #expect(CivilDate(2022, 2, 29) == nil)
        #expect(CivilDate(2024, 2, 29) != nil)
        #expect(CivilDate(1900, 2, 29) == nil)
        #expect(CivilDate(2022, 13, 1) == nil)
        #expect(CivilDate(iso: "2022-4-1") == nil)
    }

    @Test func `an instant is read as people type it, in Japan unless it says otherwise`() {
        let midnight = Timestamp(parsing: "2022-10-17")
        #expect(midnight?.description == "2022-10-16T15:00:00.000Z")
        #expect(
            Timestamp(parsing: "2022-10-17T08:59") == Timestamp(parsing: "2022-10-16T23:59:00Z"))
        #expect(
            Timestamp(parsing: "2022-10-17 08:59:30.25")?.description == "2022-10-16T23:59:30.250Z")
        #expect(
            Timestamp(parsing: "2022-10-17T09:00:00+09:00")
                == Timestamp(parsing: "2022-10-17T00:00:00Z"))
        for wrong in ["", "2022", "2022-10-17T24:00", "2022-10-17T08", "2022-10-32", "x"] {
            #expect(Timestamp(parsing: wrong) == nil, "\(wrong)")
        }
    }

    @Test(arguments: [
        ("FY2018", "2018-04-01", "2019-03-31"), ("FY2022Q2", "2022-07-01", "2022-09-30"),
        ("FY2022Q4", "2023-01-01", "2023-03-31"), ("FY2022-05", "2022-05-01", "2022-05-31"),
        ("FY2022-01", "2023-01-01", "2023-01-31"), ("FY2022H2", "2022-10-01", "2023-03-31"),
        ("CY2018", "2018-01-01", "2018-12-31"), ("CY2018Q2", "2018-04-01", "2018-06-30"),
        ("CY2018-12", "2018-12-01", "2018-12-31"), ("FY2022-05-17", "2022-05-17", "2022-05-17"),
        ("FY2023-02-29", "2024-02-29", "2024-02-29"),
    ])
    func `a period's code names its days`(code: String, first: String, last: String) throws {
        let period = try #require(Period(code: code))
        #expect(period.description == code)
        #expect(period.firstDay.description == first)
        #expect(period.lastDay.description == last)
    }

    @Test(arguments: [
        "FY22", "FY2022Q5", "FY2022Q0", "FY2022-13", "fy2022", "FY2022Q", "FY2022-5", "2022",
        "FY2022-02-29", "FY2022-04-31", "FY2022-05-1", "FY2022-05/01",
    ])
    func `a code that names no period is refused`(code: String) {
        #expect(Period(code: code) == nil)
    }

    @Test func `a day comes before the month that it lies in, and after the days before it`() throws
    {
        let codes = ["FY2022-04", "FY2022-05-02", "FY2022-05-31", "FY2022-05", "FY2022Q1"]
        let periods = try codes.reversed().map { try #require(Period(code: $0)) }
        #expect(periods.sorted().map(\.description) == codes)
    }

    @Test func `the last closed quarter is the one before the day's own`() throws {
        let day = try #require(CivilDate(2022, 10, 17))
        #expect(Period.lastClosedQuarter(.fiscal, on: day).description == "FY2022Q2")
        let april = try #require(CivilDate(2022, 4, 1))
        #expect(Period.lastClosedQuarter(.fiscal, on: april).description == "FY2021Q4")
    }

    @Test func `years are named as offices name them`() {
        #expect(Year(.fiscal, 2019).wording.japanese == "令和元年度")
        #expect(Year(.fiscal, 2022).wording.japanese == "令和4年度")
        #expect(Year(.fiscal, 2018).wording.japanese == "平成30年度")
        #expect(Year(.calendar, 2018).wording.japanese == "平成30年")
        #expect(Period(code: "FY2022Q2")?.wording.japanese == "令和4年度第2四半期")
    }

    @Test(arguments: [
        (1234.5, "1,234.5"), (-0.001, "0"), (1_434, "1,434"), (45.53, "45.53"), (0.285, "0.29"),
        (1.005, "1.01"), (89_895_000, "89,895,000"), (-1234.567, "-1,234.57"), (100, "100"),
    ])
    func `numbers are written for people`(value: Double, text: String) {
        #expect(NumberText.grouped(value) == text)
    }

    @Test(arguments: [
        (252_943_000.0, "252,943,000"), (1_995_000, "1,995,000"), (0.123456789, "0.123456789"),
        (12_345_678.25, "12,345,678.25"), (999_999_999_999_999, "999,999,999,999,999"),
    ])
    func `no digit is shown that a number does not have`(value: Double, text: String) {
        #expect(NumberText.grouped(value, decimals: 9) == text)
    }

    @Test func `JSON keeps the order of keys and escapes what it must`() {
        let value = JSON.object([
            ("b", .number(4.82)), ("a", .array([.integer(1), .null, .bool(true)])),
            ("text", .string("改\n行 \"x\" \u{2028}")), ("empty", .array([])),
        ])
        #expect(
            value.compact
                == #"{"b":4.82,"a":[1,null,true],"text":"改\n行 \"x\" \u2028","empty":[]}"#)
        #expect(JSON.object([("a", .integer(1))]).pretty == "{\n  \"a\": 1\n}\n")
    }

    @Test func `ids keep to what any keyboard can type`() {
        #expect(Identifier<Indicator>(checking: "m01-1-1") != nil)
        for wrong in ["", "-a", "M01", "課", "a/b", "..", String(repeating: "a", count: 65)] {
            #expect(Identifier<Indicator>(checking: wrong) == nil, "\(wrong)")
        }
    }
}
