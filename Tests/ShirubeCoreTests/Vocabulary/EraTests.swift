import ShirubeCore
import Testing

@Suite struct EraTests {
    @Test(arguments: [
        (2019, Era.reiwa, 1), (2022, .reiwa, 4), (2018, .heisei, 30), (1989, .heisei, 1),
        (1988, .showa, 63), (1926, .showa, 1),
    ])
    func `a western year has an era and a number in it`(year: Int, era: Era, number: Int) {
        let named = Era.naming(year)
        #expect(named.era == era)
        #expect(named.number == number)
        #expect(era.firstYear + number - 1 == year)
    }

    @Test(arguments: [
        ("FY2019", "令和元年度", "FY2019"), ("FY2022H1", "令和4年度上半期", "FY2022 H1"),
        ("FY2022Q2", "令和4年度第2四半期", "FY2022 Q2"), ("FY2022-05", "令和4年度5月", "FY2022-05"),
        ("CY2018", "平成30年", "2018"), ("FY2022-03-31", "令和5年3月31日", "2023-03-31"),
        ("CY2018Q2", "平成30年第2四半期", "2018 Q2"), ("CY2019", "令和元年", "2019"),
        ("CY2019Q1", "平成31年第1四半期", "2019 Q1"), ("CY2019-05", "令和元年5月", "2019-05"),
        ("CY2019-04-30", "平成31年4月30日", "2019-04-30"), ("FY1988", "昭和63年度", "FY1988"),
    ])
    func `a period is named in both languages`(code: String, japanese: String, english: String)
        throws
    {
        let wording = try #require(Period(code: code)).wording
        #expect(wording.japanese == japanese)
        #expect(wording.english == english)
    }

    @Test(arguments: [
        ("2019-04-30", "平成31年4月30日（火）"), ("2019-05-01", "令和元年5月1日（水）"),
        ("1989-01-07", "昭和64年1月7日（土）"), ("1989-01-08", "平成元年1月8日（日）"),
    ])
    func `a day is named by the era that it lies in`(date: String, words: String) {
        #expect(day(date).longWording.japanese == words)
    }
}
