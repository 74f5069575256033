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

    /// Every year by a list that was made elsewhere (scripts/holiday_reference.py), which says 即位礼正殿の儀 and the like
    /// in other words than the laws do.
    @Test func `every holiday from 1949 to 2099 is the one that others compute`() throws {
        let text = String(decoding: try Fixture.bytes("holidays.txt"), as: UTF8.self)
        let spellings = [
            "即位礼正殿の儀の行われる日": "即位礼正殿の儀が行われる日", "即位の日": "天皇の即位の日",
            "皇太子明仁親王の結婚の儀": "結婚の儀", "皇太子徳仁親王の結婚の儀": "結婚の儀", "昭和天皇の大喪の礼": "大喪の礼",
        ]
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count == 151)
        for line in lines {
            let fields = line.split(separator: " ")
            let year = try #require(Int(fields[0]))
            let own = Holidays.of(year).map { holiday in
                let name = holiday.name.japanese
                return String(holiday.date.description.dropFirst(5)) + (spellings[name] ?? name)
            }
            #expect(own == fields.dropFirst().map { String($0) }, "\(year)")
        }
    }

    @Test func `the law gives the very days of the Cabinet Office's list for 1955 to 2025`() throws
    {
        let list = try HolidayList(reading: DropBytes(try Fixture.bytes("syukujitsu.csv")))
        #expect(list.years == Array(1955...2025))
        for year in list.years {
            let days = list.holidays(of: year)?.map(\.date)
            #expect(days == Holidays.of(year).map(\.date), "\(year)")
        }
    }

    @Test func `the law begins in July 1948, and fiscal years reach into 2100`() {
        #expect(days(1947) == [])
        #expect(days(1948) == ["09-23 秋分の日", "11-03 文化の日", "11-23 勤労感謝の日"])
        #expect(days(2100).contains("03-20 春分の日"))
    }

    @Test func `substitute days begin in April 1973, sandwiched ones in 1988`() {
        // 11 February 1973 was a Sunday as well, two months too early.
        #expect(!days(1973).contains("02-12 振替休日"))
        #expect(days(1973).contains("04-30 振替休日"))
        for year in 1949...1987 { #expect(!days(year).contains { $0.hasSuffix("国民の休日") }) }
        // In 1986 the 4th was a Sunday, in 1987 a substitute day.
        #expect(days(1987).contains("05-04 振替休日"))
        #expect(days(1988).contains("05-04 国民の休日"))
    }

    @Test func `holidays that were made for one day are there in that year alone`() {
        for day in [
            "1959-04-10", "1989-02-24", "1990-11-12", "1993-06-09", "2019-05-01", "2019-10-22",
        ] {
            let date = ShirubeCoreTests.day(day)
            #expect(Holidays.of(date.year).contains { $0.date == date }, "\(day)")
            for year in [date.year - 1, date.year + 1] {
                let other = CivilDate(year, date.month, date.day)
                #expect(!Holidays.of(year).contains { $0.date == other }, "\(year)")
            }
        }
    }

    @Test func `the old Emperor's birthday ended with 2018`() {
        #expect(days(2018).contains("12-23 天皇誕生日"))
        #expect(days(2018).contains("12-24 振替休日"))
        #expect(!days(2019).contains { $0.hasSuffix("天皇誕生日") })
    }

    @Test(arguments: 1949...2099)
    func `no day is listed twice, and all lie in their year in order`(year: Int) {
        let dates = Holidays.of(year).map(\.date)
        #expect(Set(dates).count == dates.count)
        #expect(dates == dates.sorted())
        #expect(dates.allSatisfy { $0.year == year })
        #expect(dates.count >= 9)
    }
}
