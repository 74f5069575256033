import ShirubeCore
import Testing

@Suite struct PeriodReaderTests {
    @Test(
        arguments: [
            ("令和4年度", 2022, YearKind.fiscal), ("R4", 2022, nil), ("R4年度", 2022, .fiscal),
            ("平成30年度", 2018, .fiscal), ("H30", 2018, nil), ("平成31年度", 2019, .fiscal),
            ("令和元年度", 2019, .fiscal), ("令和1年", 2019, .calendar), ("2022", 2022, nil),
            ("２０２２年度", 2022, .fiscal), ("FY2022", 2022, .fiscal), ("CY2018", 2018, .calendar),
            ("令和 ４ 年", 2022, .calendar), ("昭和63年度", 1988, .fiscal),
            ("R元", 2019, nil), ("令和四年度", 2022, .fiscal), ("平成三十一年度", 2019, .fiscal),
            ("令和十年", 2028, .calendar), ("平成二十年度", 2008, .fiscal),
        ] as [(String, Int, YearKind?)])
    func `years are read as offices write them`(text: String, year: Int, kind: YearKind?) throws {
        #expect(try PeriodReader.readYear(text) == WrittenPeriod(year: year, kind: kind))
    }

    @Test(arguments: [
        ("第2四半期", Period.Part.quarter(2)), ("2四半期", .quarter(2)), ("第２四半期", .quarter(2)),
        ("第二四半期", .quarter(2)), ("第2・四半期", .quarter(2)), ("Q2", .quarter(2)), ("2Q", .quarter(2)),
        ("第1四半期（4～6月）", .quarter(1)), ("1Q実績", .quarter(1)), ("上半期", .half(1)), ("下期", .half(2)),
        ("4月", .month(4)), ("１２月", .month(12)), ("9月末", .month(9)), ("通年", .year),
        ("年間", .year),
    ])
    func `parts of a year are read as offices write them`(text: String, part: Period.Part) throws {
        #expect(try PeriodReader.read(text) == WrittenPeriod(part: part))
    }

    @Test(
        arguments: [
            ("令和4年度第2四半期", 2022, YearKind.fiscal, Period.Part.quarter(2)),
            ("2022Q2", 2022, nil, .quarter(2)), ("R4-Q2", 2022, nil, .quarter(2)),
            ("FY2022Q2", 2022, .fiscal, .quarter(2)), ("FY2022-05", 2022, .fiscal, .month(5)),
            ("2024-04", 2024, .calendar, .month(4)), ("2024/4", 2024, .calendar, .month(4)),
            ("R6.04", 2024, .calendar, .month(4)), ("2024年4月", 2024, .calendar, .month(4)),
            ("令和6年4月分", 2024, .calendar, .month(4)), ("令和6年度4月", 2024, .fiscal, .month(4)),
            ("令和4年度上半期", 2022, .fiscal, .half(1)), ("令和4年間", 2022, nil, .year),
            ("2022年第3四半期", 2022, .calendar, .quarter(3)), ("2022通年", 2022, nil, .year),
        ] as [(String, Int, YearKind?, Period.Part)])
    func `a year and its part may stand together`(
        text: String, year: Int, kind: YearKind?, part: Period.Part
    ) throws {
        #expect(
            try PeriodReader.read(text) == WrittenPeriod(year: year, kind: kind, part: part))
    }

    @Test(arguments: [
        ("2022年5月17日", 2022, 5, 17), ("R4.5.17", 2022, 5, 17), ("R8.05.13", 2026, 5, 13),
        ("令和４年５月１７日", 2022, 5, 17), ("2020/2/4", 2020, 2, 4), ("2022-05-17", 2022, 5, 17),
        ("令和元年5月1日", 2019, 5, 1), ("平成31年4月30日", 2019, 4, 30), ("昭和64年1月7日", 1989, 1, 7),
        ("平成元年1月8日", 1989, 1, 8), ("2024/2/29", 2024, 2, 29),
    ])
    func `days are read as offices write them`(
        text: String, year: Int, month: Int, day: Int
    ) throws {
        #expect(
            try PeriodReader.read(text)
                == WrittenPeriod(year: year, kind: .calendar, part: .day(month: month, day: day)))
    }

    @Test func `a day may leave its year to the column 年度`() throws {
        #expect(try PeriodReader.read("5月17日") == WrittenPeriod(part: .day(month: 5, day: 17)))
        #expect(
            try PeriodReader.read("FY2022-05-17")
                == WrittenPeriod(year: 2022, kind: .fiscal, part: .day(month: 5, day: 17)))
    }

    @Test func `a date with its year at the end is read only in a known order`() throws {
        let fourth = WrittenPeriod(year: 2023, kind: .calendar, part: .day(month: 4, day: 1))
        #expect(try PeriodReader.read("4/1/2023", dates: .monthDayYear) == fourth)
        #expect(try PeriodReader.read("1/4/2023", dates: .dayMonthYear) == fourth)
        #expect(try PeriodReader.read("1.4.2023", dates: .dayMonthYear) == fourth)
        #expect(try PeriodReader.read("2023/4/1", dates: .monthDayYear) == fourth)
        #expect(throws: PeriodFault.dateOrder) { try PeriodReader.read("4/1/2023") }
        #expect(throws: PeriodFault.dateOrder) {
            try PeriodReader.read("13/1/2023", dates: .monthDayYear)
        }
        #expect(throws: PeriodFault.impossible) {
            try PeriodReader.read("2/29/2023", dates: .monthDayYear)
        }
    }

    @Test(arguments: [
        ("平成31年度", 2019, false), ("平成32年度", 2020, true), ("H32", 2020, true), ("H31", 2019, false),
        ("平成31年4月", 2019, false), ("平成31年5月", 2019, true), ("平成32年3月31日", 2020, true),
        ("昭和64年", 1989, false), ("昭和64年度", 1989, true), ("昭和64年1月", 1989, false),
        ("令和元年度", 2019, false), ("令和元年度4月", 2019, false), ("令和20年度", 2038, false),
    ])
    func `an era that was over is understood, and it is known that it was`(
        text: String, year: Int, isOverrun: Bool
    ) throws {
        let written = try PeriodReader.read(text)
        #expect(written.year == year && written.isOverrun == isOverrun)
    }

    @Test func `H1 is a half, never 平成元年`() throws {
        #expect(try PeriodReader.read("H1") == WrittenPeriod(part: .half(1)))
        #expect(try PeriodReader.read("Ｈ２") == WrittenPeriod(part: .half(2)))
        #expect(throws: PeriodFault.unreadable) { try PeriodReader.readYear("H1") }
        #expect(try PeriodReader.readYear("H1年度").year == 1989)
        #expect(try PeriodReader.read("R4H1").part == .half(1))
    }

    @Test func `年度 as a period says fiscal`() throws {
        #expect(try PeriodReader.read("年度") == WrittenPeriod(kind: .fiscal))
        #expect(try PeriodReader.read("暦年") == WrittenPeriod(kind: .calendar))
    }

    @Test(arguments: [
        "令和0年", "令和元年4月", "R1.4", "令和元年4月30日", "令和元年第1四半期", "平成元年1月7日", "昭和元年11月",
        "2023年2月29日", "4月32日", "2022/4/31", "2019年13月", "第5四半期", "0月", "13月", "2022Q5", "R0",
        "2022-00",
    ])
    func `what exists in no calendar is impossible`(text: String) {
        #expect(throws: PeriodFault.impossible) { try PeriodReader.read(text) }
    }

    @Test(arguments: [
        "", "x", "第四", "四半期", "20221017", "Apr-22", "4", "令和", "令和年",
        "第2四半期 目標", "22", "4/1", "2022年度目標", "fy22", "2022-", "999999999999999999999",
    ])
    func `what is no period is unreadable`(text: String) {
        #expect(throws: PeriodFault.unreadable) { try PeriodReader.read(text) }
    }

    @Test func `a part alone is no year`() {
        #expect(throws: PeriodFault.unreadable) { try PeriodReader.readYear("第2四半期") }
        #expect(throws: PeriodFault.unreadable) { try PeriodReader.readYear("2022Q2") }
        #expect(throws: PeriodFault.unreadable) { try PeriodReader.readYear("2022/4/1") }
    }
}
