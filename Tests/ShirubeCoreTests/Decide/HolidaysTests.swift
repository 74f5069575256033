import ShirubeCore
import Testing

struct HolidaysTests {
    private func days(_ year: Int) -> [String] {
        Holidays.of(year).map { String($0.date.description.dropFirst(5)) + " " + $0.name.japanese }
    }

    @Test func `the year of the enthronement has ten days off in a row`() {
        #expect(
            days(2019) == [
                "01-01 元日", "01-14 成人の日", "02-11 建国記念の日", "03-21 春分の日", "04-29 昭和の日",
                "04-30 国民の休日", "05-01 即位の日", "05-02 国民の休日", "05-03 憲法記念日",
                "05-04 みどりの日", "05-05 こどもの日", "05-06 振替休日", "07-15 海の日", "08-11 山の日",
                "08-12 振替休日", "09-16 敬老の日", "09-23 秋分の日", "10-14 体育の日",
                "10-22 即位礼正殿の儀の行われる日", "11-03 文化の日", "11-04 振替休日", "11-23 勤労感謝の日",
            ])
    }

    @Test func `the Olympic years moved three holidays`() {
        #expect(
            days(2020) == [
                "01-01 元日", "01-13 成人の日", "02-11 建国記念の日", "02-23 天皇誕生日", "02-24 振替休日",
                "03-20 春分の日", "04-29 昭和の日", "05-03 憲法記念日", "05-04 みどりの日",
                "05-05 こどもの日", "05-06 振替休日", "07-23 海の日", "07-24 スポーツの日", "08-10 山の日",
                "09-21 敬老の日", "09-22 秋分の日", "11-03 文化の日", "11-23 勤労感謝の日",
            ])
        #expect(
            days(2021).filter { $0.hasPrefix("07") || $0.hasPrefix("08") || $0.hasPrefix("10") }
                == ["07-22 海の日", "07-23 スポーツの日", "08-08 山の日", "08-09 振替休日"])
    }

    @Test func `an ordinary year follows the law`() {
        #expect(
            days(2022) == [
                "01-01 元日", "01-10 成人の日", "02-11 建国記念の日", "02-23 天皇誕生日", "03-21 春分の日",
                "04-29 昭和の日", "05-03 憲法記念日", "05-04 みどりの日", "05-05 こどもの日", "07-18 海の日",
                "08-11 山の日", "09-19 敬老の日", "09-23 秋分の日", "10-10 スポーツの日", "11-03 文化の日",
                "11-23 勤労感謝の日",
            ])
    }

    @Test func `a day between two holidays is one`() {
        #expect(days(2026).contains("09-22 国民の休日"))
        #expect(days(2015 + 17).contains("09-21 国民の休日"))
        #expect(!days(2022).contains { $0.hasSuffix("国民の休日") })
    }

    @Test func `a substitute day skips the holidays that follow`() {
        #expect(days(2024).filter { $0.hasPrefix("05") }.last == "05-06 振替休日")
        #expect(days(2025).filter { $0.hasPrefix("05") }.last == "05-06 振替休日")
        #expect(days(2023).contains("01-02 振替休日"))
    }

    @Test(arguments: [
        (2016, "03-20", "09-22"), (2019, "03-21", "09-23"), (2020, "03-20", "09-22"),
        (2021, "03-20", "09-23"), (2022, "03-21", "09-23"), (2023, "03-21", "09-23"),
        (2024, "03-20", "09-22"), (2025, "03-20", "09-23"), (2026, "03-20", "09-23"),
        (2027, "03-21", "09-23"), (2028, "03-20", "09-22"), (2029, "03-20", "09-23"),
        (2030, "03-20", "09-23"),
    ])
    func `the equinoxes fall on the days of the almanac`(year: Int, spring: String, autumn: String)
    {
        #expect(days(year).contains("\(spring) 春分の日"))
        #expect(days(year).contains("\(autumn) 秋分の日"))
    }

    @Test func `the old Emperor's birthday ended with 2018`() {
        #expect(days(2018).contains("12-23 天皇誕生日"))
        #expect(days(2018).contains("12-24 振替休日"))
        #expect(!days(2019).contains { $0.hasSuffix("天皇誕生日") })
    }

    @Test(arguments: 2016...2099)
    func `no day is listed twice, and all lie in their year in order`(year: Int) {
        let dates = Holidays.of(year).map(\.date)
        #expect(Set(dates).count == dates.count)
        #expect(dates == dates.sorted())
        #expect(dates.allSatisfy { $0.year == year })
        #expect(dates.count >= 16)
    }
}
