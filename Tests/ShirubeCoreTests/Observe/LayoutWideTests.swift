import ShirubeCore
import Testing

@Suite struct LayoutWideTests {
    @Test func `months lie in their fiscal year, empty cells are not reported`() {
        let text = """
            令和3年度,,,,,
            指標ID,4月,5月,12月,1月,3月
            m01-1-1,1,,3,4,０
            """
        let drop = Drop.parse(text)
        #expect(
            Drop.summary(drop) == [
                "m01-1-1 FY2021-04 1", "m01-1-1 FY2021-12 3", "m01-1-1 FY2021-01 4",
                "m01-1-1 FY2021-03 0",
            ])
        #expect(drop.findings == [])
        #expect(drop.readings[1].origin == Reading.Origin(line: 3, column: "D", written: "3"))
    }

    @Test(arguments: [
        ("年度,指標ID,Q1\nR3,m01-1-1,5\n", "x.csv", "FY2021Q1"),
        ("令和3年度実績（令和4年10月17日作成）,,\n指標ID,Q1\nm01-1-1,5\n", "x.csv", "FY2021Q1"),
        ("電話 2021,,\n指標ID,Q1\nm01-1-1,5\n", "R4観光.csv", "FY2022Q1"),
        ("指標ID,Q1\nm01-1-1,5\n", "令和３年度_観光.csv", "FY2021Q1"),
        ("指標ID,Q1\nm01-1-1,5\n", "kanko_2021.csv", "FY2021Q1"),
        ("指標ID,Q1\nm01-1-1,5\n", "FY2021Q1-kanko.csv", "FY2021Q1"),
        ("指標ID,R3Q1\nm01-1-1,5\n", "x.csv", "FY2021Q1"),
        ("令和4年4月～9月の実績,\n指標ID,Q1\nm01-1-1,5\n", "x.csv", "FY2022Q1"),
        ("実績（令和4年4月から令和5年3月まで）,\n指標ID,Q1\nm01-1-1,5\n", "x.csv", "FY2022Q1"),
        ("2021年10月-翌年3月,\n指標ID,Q3\nm01-1-1,5\n", "x.csv", "FY2021Q3"),
        ("令和4年1月～3月,\n指標ID,Q4\nm01-1-1,5\n", "x.csv", "FY2021Q4"),
        ("指標ID,令和3年度\nm01-1-1,5\n", "x.csv", "FY2021"),
    ])
    func `the year comes from a column, a title or the file’s name`(
        text: String, fileName: String, period: String
    ) {
        let drop = Drop.parse(text, fileName: fileName)
        #expect(drop.findings == [])
        #expect(drop.readings.map(\.period.description) == [period])
    }

    @Test(arguments: [
        ("指標ID,Q1\nm01-1-1,5\n", "kanko.csv", "year-missing"),
        ("指標ID,Q1\nm01-1-1,5\n", "20211001.csv", "year-missing"),
        ("指標ID,Q1\nm01-1-1,5\n", "2021-10-01.csv", "year-missing"),
        ("指標ID,Q1\nm01-1-1,5\n", "kanko_2021年.csv", "year-kind"),
        // When it was made, days, and a range over two fiscal years.
        ("令和4年10月作成,\n指標ID,Q1\nm01-1-1,5\n", "x.csv", "year-missing"),
        ("令和4年4月1日～9月30日,\n指標ID,Q1\nm01-1-1,5\n", "x.csv", "year-missing"),
        ("令和4年9月～4月,\n指標ID,Q1\nm01-1-1,5\n", "x.csv", "year-missing"),
        ("令和3年4月～令和5年3月,\n指標ID,Q1\nm01-1-1,5\n", "x.csv", "year-missing"),
        ("令和2年度～令和6年度,\n指標ID,Q1\nm01-1-1,5\n", "x.csv", "year-ambiguous"),
        ("年度,指標ID,Q1\n3,m01-1-1,5\n", "R3.csv", "year-unreadable"),
    ])
    func `a year that is not clear is refused`(text: String, fileName: String, rule: String) {
        let drop = Drop.parse(text, fileName: fileName)
        #expect(drop.findings.map(\.rule) == [rule])
        #expect(drop.readings == [])
    }

    @Test func `a title of the other kind of year is named as that, with the year that is meant`()
        throws
    {
        let drop = Drop.parse(
            "令和3年度実績,\n指標ID,第1四半期\nm01-3-1,4000\n", department: "minato")
        let finding = try #require(drop.findings.first)
        #expect(Drop.rules(drop) == ["year-kind 3"])
        #expect(
            finding.message.japanese
                == "3行目の指標m01-3-1は年（1月から12月まで）で数えますが、題名やファイル名にあるのは令和3年度です。")
        #expect(finding.remedy.japanese.contains("「年」の列に、令和4年のように"))
        let none = Drop.parse("指標ID,第1四半期\nm01-3-1,4000\n", department: "minato")
        #expect(none.findings.first?.rule == "year-missing")
        #expect(none.findings.first?.remedy.japanese.contains("「年」の列") == true)
    }

    @Test func `calendar years are found in titles that say 年`() {
        let text = "2021年実績,\n指標ID,第1四半期\nm01-3-1,4000\n"
        let drop = Drop.parse(text, department: "minato")
        #expect(Drop.summary(drop) == ["m01-3-1 CY2021Q1 4000"])
    }

    @Test func `a totals column is checked and is no reading`() {
        let head = "令和3年度\n指標ID,Q1,Q2,上半期,Q3,Q4,合計\n"
        let right = Drop.parse(head + "m01-1-1,1,2,3,3,4,10\n")
        #expect(right.findings == [])
        #expect(right.readings.count == 4)
        let wrong = Drop.parse(head + "m01-1-1,1,2,4,3,4,11\n")
        #expect(wrong.findings.map(\.rule) == ["total-mismatch", "total-mismatch"])
        #expect(wrong.findings[1].message.japanese == "3行目の合計「11」は、各期の合計10と合いません（差は1）。")
        let unread = Drop.parse(head + "m01-1-1,1,2,,3,4,約10\n")
        #expect(unread.findings.map(\.rule) == ["number-inexact"])
    }

    @Test func `running totals end in their totals column`() {
        let head = "令和3年度\n指標ID,集計,Q1,Q2,Q3,Q4,年度計\n"
        #expect(Drop.parse(head + "m01-1-1,年度累計,1,3,6,10,10\n").findings == [])
        let wrong = Drop.parse(head + "m01-1-1,年度累計,1,3,6,10,20\n")
        #expect(wrong.findings.map(\.rule) == ["total-mismatch"])
    }

    @Test func `rounded figures may miss their total by their rounding`() {
        let head = "2021年\n指標ID,Q1,Q2,Q3,Q4,年間\n"
        let near = Drop.parse(head + "m01-3-1,1,2,3,4,12\n", department: "minato")
        #expect(near.findings == [])
        let far = Drop.parse(head + "m01-3-1,1,2,3,4,13\n", department: "minato")
        #expect(far.findings.map(\.rule) == ["total-mismatch"])
    }

    @Test func `a totals column of a level is not used, and stands for the year when alone`() {
        let head = "令和3年度\n指標ID,Q1,Q2,年度計\n"
        let beside = Drop.parse(head + "m01-1-4,10,11,21\n")
        #expect(beside.findings.map(\.rule) == ["total-unused"])
        #expect(beside.readings.count == 2)
        let alone = Drop.parse(head + "m01-1-4,,,11\n")
        #expect(Drop.summary(alone) == ["m01-1-4 FY2021 11"])
    }

    @Test func `columns of single figures are not used`() {
        let drop = Drop.parse("令和3年度\n指標ID,期間,分子,Q1\nm01-1-1,Q1,3,5\n")
        #expect(Drop.rules(drop) == ["column-unknown 2", "column-unknown 2"])
        #expect(drop.readings.first?.numerator == nil)
    }

    @Test func `withdrawing marks every cell that holds something`() {
        let drop = Drop.parse("令和3年度\n指標ID,区分,Q1,Q2,Q3\nm01-1-1,取消,5,取消,\n")
        #expect(Drop.summary(drop) == ["m01-1-1 FY2021Q1 取消", "m01-1-1 FY2021Q2 取消"])
    }
}
