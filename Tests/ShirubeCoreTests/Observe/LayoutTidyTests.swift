import ShirubeCore
import Testing

@Suite struct LayoutTidyTests {
    private func rules(_ row: String, department: String = "kanko") -> [String] {
        Drop.parse("指標ID,年度,期間,実績値\n" + row + "\n", department: department).findings.map(\.rule)
    }

    @Test func `rows that are no figures are passed over`() {
        let text = """
            指標ID,年度,期間,実績値
            m01-1-1,R4,Q1,12

            小計,,,12
            m01-1-1,R4,Q2,13
            ,合計,,25
            （注）架空の数字
            """
        let drop = Drop.parse(text)
        #expect(Drop.summary(drop) == ["m01-1-1 FY2022Q1 12", "m01-1-1 FY2022Q2 13"])
        #expect(Drop.rules(drop) == ["row-totals 4", "row-totals 6", "row-note 7"])
    }

    @Test func `a short row lacks only its last cells`() {
        let drop = Drop.parse("指標ID,年度,期間,実績値,備考\nm01-1-1,R4,Q1,12\n")
        #expect(drop.findings == [])
        #expect(drop.readings.first?.note == "")
    }

    @Test(
        arguments: [
            ("m01-1-1,R4,,12", "period-missing"), ("m01-1-1,,Q1,12", "year-missing"),
            ("m01-1-1,R4ど,Q1,12", "year-unreadable"), ("m01-1-1,R4,4/1,12", "period-unreadable"),
            ("m01-1-1,R4,第5四半期,12", "period-impossible"), ("m01-1-1,R0,Q1,12", "period-impossible"),
            ("m01-1-1,R4,2023-04,12", "period-contradiction"),
            ("m01-1-1,R4,令和3年度Q1,12", "period-contradiction"),
            ("m01-1-1,R4,Q4,12", "period-future"),
            ("m01-1-1,R44,Q1,12", "year-implausible"), ("m01-1-1,1999,Q1,12", "year-implausible"),
            ("m01-1-1,2022暦年,Q1,12", "year-kind"), ("m01-1-1,CY2022,Q1,12", "year-kind"),
            ("m01-1-1,2022年,Q1,12", nil),
            (",R4,Q1,12", "indicator-missing"),
        ] as [(String, String?)])
    func `a row whose year or period is wrong is refused by one finding`(
        row: String, rule: String?
    ) {
        #expect(rules(row) == (rule.map { [$0] } ?? []))
    }

    @Test func `a period that is still running is read with one warning`() {
        let drop = Drop.parse(
            "指標ID,年度,期間,実績値\nm01-1-1,R4,Q3,12\nm01-1-2,R4,Q3,13\n")
        #expect(Drop.rules(drop) == ["period-running 2"])
        #expect(drop.readings.count == 2)
    }

    @Test(arguments: [
        ("m01-1-1,R4,2022-05,1", "m01-1-1 FY2022-05 1"),
        ("m01-1-1,R3,2022年1月,1", "m01-1-1 FY2021-01 1"),
        ("m01-1-1,R3,1月,1", "m01-1-1 FY2021-01 1"),
        ("m01-1-1,平成31年度,年度,1", "m01-1-1 FY2019 1"),
        ("m01-1-1,,令和3年度下半期,1", "m01-1-1 FY2021H2 1"),
        ("m01-1-1,令和4年,上期,1", "m01-1-1 FY2022H1 1"),
    ])
    func `year and period make one period of the fiscal year`(row: String, summary: String) {
        let drop = Drop.parse("指標ID,年度,期間,実績値\n\(row)\n")
        #expect(Drop.summary(drop) == [summary])
        #expect(drop.findings == [])
    }

    @Test(arguments: [
        ("指標ID,年,期間,実績値\nm01-3-1,2022,Q2,17550", "m01-3-1 CY2022Q2 17550"),
        ("指標ID,年,期間,実績値\nm01-3-1,令和3年,年間,17550", "m01-3-1 CY2021 17550"),
        ("指標ID,年度,期間,実績値\nm01-3-1,2021年,第1四半期,4000", "m01-3-1 CY2021Q1 4000"),
        ("指標ID,期間,実績値\nm01-3-1,2022-01,1500", "m01-3-1 CY2022-01 1500"),
        ("指標ID,期間,実績値\nm01-3-1,2022年第2四半期,1500", "m01-3-1 CY2022Q2 1500"),
    ])
    func `an indicator of calendar years says 年`(text: String, summary: String) {
        let drop = Drop.parse(text, department: "minato")
        #expect(Drop.summary(drop) == [summary])
        #expect(drop.findings == [])
    }

    @Test(arguments: [
        "指標ID,年度,期間,実績値\nm01-3-1,2022,Q2,1", "指標ID,年,期間,実績値\nm01-3-1,令和4年度,Q2,1",
        "指標ID,年,期間,実績値\nm01-3-2,2022,Q2,1", "指標ID,年,期間,実績値\nm01-3-1,2021,年度,1",
        "指標ID,期間,実績値\nm01-3-2,2022年第2四半期,1",
    ])
    func `fiscal and calendar years are not taken for each other`(text: String) {
        let drop = Drop.parse(text, department: "minato")
        #expect(drop.findings.map(\.rule) == ["year-kind"])
    }

    @Test func `days are figures of their own`() {
        let drop = Drop.parse(
            "指標ID,年度,期間,実績値\nm01-1-1,,2022/5/17,1\nm01-1-1,R4,5月18日,2\nm01-1-1,,R4.4.1,3\n")
        #expect(
            Drop.summary(drop) == [
                "m01-1-1 FY2022-05-17 1", "m01-1-1 FY2022-05-18 2", "m01-1-1 FY2022-04-01 3",
            ])
        #expect(Drop.rules(drop) == ["period-day 4"])
    }

    @Test func `a day that is not there, or may be another, is refused`() {
        let drop = Drop.parse(
            "指標ID,年度,期間,実績値\nm01-1-1,R4,2月29日,1\nm01-1-1,,4/1/2022,2\n")
        #expect(Drop.rules(drop) == ["period-impossible 2", "date-order 3"])
    }

    @Test func `a year of an era that was over is noted once`() throws {
        let drop = Drop.parse(
            "指標ID,年度,期間,実績値\nm01-1-1,平成32年度,Q1,12\nm01-1-1,平成32年度,Q2,13\nm01-1-1,平成31年度,Q1,9\n")
        #expect(Drop.rules(drop) == ["era-overrun 2"])
        #expect(drop.findings.first?.takenFor?.japanese == "令和2年度")
        #expect(drop.readings.map(\.period.description) == ["FY2020Q1", "FY2020Q2", "FY2019Q1"])
    }

    @Test func `H1 in the period is a half`() {
        #expect(
            Drop.summary(Drop.parse("指標ID,年度,期間,実績値\nm01-1-1,R4,H1,12\n"))
                == ["m01-1-1 FY2022H1 12"])
    }

    @Test func `the fourth quarter of 令和3年度 is January to March 2022`() throws {
        let drop = Drop.parse("指標ID,年度,期間,実績値\nm01-1-1,令和3年度,第4四半期,12\n")
        let period = try #require(drop.readings.first?.period)
        #expect(period.firstDay == day("2022-01-01") && period.lastDay == day("2022-03-31"))
    }
}
