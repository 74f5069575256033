import ShirubeCore
import Testing

@Suite struct PeriodRangeTests {
    private func read(_ year: String, _ period: String, _ department: String = "kanko") -> ReadDrop
    {
        let (heading, id) = department == "kanko" ? ("年度", "m01-1-1") : ("年", "m01-3-1")
        let value = department == "kanko" ? 5 : 18_000
        return Drop.parse(
            "指標ID,\(heading),期間,実績値\n\(id),\(year),\(period),\(value)\n",
            department: department)
    }

    @Test(.timeLimit(.minutes(3)))
    func `a cell of nothing but dashes is not tried at each of them`() {
        let dashes = String(repeating: "4月-", count: 5_000)
        let rows = (1...40).map { "m01-1-1,R4,\(dashes)\($0),5\n" }.joined()
        let drop = Drop.parse("指標ID,年度,期間,実績値\n" + rows)
        #expect(drop.readings.isEmpty)
        #expect(Set(drop.findings.map(\.rule)) == ["period-unreadable"])
    }

    @Test(arguments: [
        ("R4", "4月～6月", "FY2022Q1"), ("R4", "4-6月", "FY2022Q1"), ("R4", "４－６月", "FY2022Q1"),
        ("R4", "4ー6月", "FY2022Q1"), ("R4", "4月から6月まで", "FY2022Q1"), ("R4", "4～6月期", "FY2022Q1"),
        ("R4", "4月～6月分", "FY2022Q1"), ("R4", "自4月至6月", "FY2022Q1"),
        ("R4", "4月～6月（第1四半期）", "FY2022Q1"), ("R3", "1月～3月", "FY2021Q4"),
        ("R4", "4月～9月", "FY2022H1"), ("R3", "10月～3月", "FY2021H2"),
        ("R3", "10月～翌年3月", "FY2021H2"), ("R3", "4月～3月", "FY2021"), ("R3", "4月～翌3月", "FY2021"),
        ("R4", "第1～第2四半期", "FY2022H1"), ("R4", "Q1-Q2", "FY2022H1"), ("R4", "5月～5月", "FY2022-05"),
        ("", "令和4年4月～6月", "FY2022Q1"), ("", "令和4年4月～令和4年6月", "FY2022Q1"),
        ("", "2022/4～2022/6", "FY2022Q1"), ("", "2022/4～6", "FY2022Q1"),
        ("", "2022-04-2022-06", "FY2022Q1"), ("", "R4.4-R4.6", "FY2022Q1"),
        ("", "R4.4-6", "FY2022Q1"), ("", "Ｒ４．４～Ｒ４．６", "FY2022Q1"),
        ("", "令和4年1月～3月", "FY2021Q4"), ("", "令和3年度1月～3月", "FY2021Q4"),
        ("", "令和3年10月～令和4年3月", "FY2021H2"), ("", "4月～令和4年6月", "FY2022Q1"),
        ("", "令和4年4月1日～6月30日", "FY2022Q1"), ("", "2022-04-01～2022-06-30", "FY2022Q1"),
        ("", "平成31年4月～令和元年6月", "FY2019Q1"),
    ])
    func `a range that is exactly a period of the fiscal year is read as that`(
        year: String, text: String, code: String
    ) {
        let drop = read(year, text)
        #expect(drop.findings == [])
        #expect(Drop.summary(drop) == ["m01-1-1 \(code) 5"])
    }

    @Test(arguments: [
        ("2022年", "1月～3月", "CY2022Q1"), ("令和4年", "4月～6月", "CY2022Q2"),
        ("2022年", "1-6月", "CY2022H1"), ("2021年", "1月～12月", "CY2021"),
        ("", "2021年10月～12月", "CY2021Q4"),
    ])
    func `an indicator of calendar years reads them by its own year`(
        year: String, text: String, code: String
    ) {
        let drop = read(year, text, "minato")
        #expect(drop.findings == [])
        #expect(Drop.summary(drop) == ["m01-3-1 \(code) 18000"])
    }

    @Test func `any other range is refused by name, with what to do`() throws {
        let drop = read("R4", "4月～8月")
        let finding = try #require(drop.findings.first)
        #expect(Drop.rules(drop) == ["period-range 2"])
        #expect(
            finding.message.japanese
                == "2行目の期間「4月～8月」は令和4年4月から令和4年8月までの5か月で、"
                + "年度（4月から翌年3月まで）の四半期・半期・1年のどれとも一致しません。")
        #expect(
            finding.remedy.japanese
                == "四半期（4月～6月など）、半期（4月～9月など）か1年の値にするか、1か月ずつ行を分けて入れてください。")
        let calendar = read("2021年", "10月～3月", "minato")
        #expect(Drop.rules(calendar) == ["period-range 2"])
        #expect(calendar.findings.first?.message.japanese.contains("年（1月から12月まで）") == true)
    }

    @Test(arguments: [
        ("R4", "9月～4月", "period-range"), ("R4", "3月～5月", "period-range"),
        ("", "令和2年度～令和4年度", "period-range"), ("", "令和4年4月2日～6月30日", "period-range"),
        ("R3", "令和4年4月～6月", "period-contradiction"), ("", "令和元年4月～6月", "period-impossible"),
        ("", "令和4年6月～令和4年4月", "period-impossible"), ("R5", "4月～6月", "period-future"),
        ("", "4月～6月", "year-missing"), ("R4", "4～6", "period-unreadable"),
        ("R4", "4月～", "period-unreadable"), ("R4", "～6月", "period-unreadable"),
        ("R4", "4・5・6月", "period-unreadable"), ("", "1234-5678", "period-unreadable"),
        ("R4", "2022/4/1～", "period-unreadable"),
        ("R2～R4", "年度", "year-unreadable"), ("", "令和4年第1四半期～第2四半期", "year-kind"),
        ("", "平成32年4月～6月", "era-overrun"),
    ])
    func `a range that cannot be placed says why`(year: String, text: String, rule: String) {
        #expect(Drop.rules(read(year, text)) == ["\(rule) 2"])
    }

    @Test func `a wide table may head its columns with ranges, but not with ranges of years`() {
        let wide = Drop.parse(
            "令和4年度\n指標ID,4～6月,7～9月,上半期\nm01-1-1,12,15,27\n")
        #expect(Drop.summary(wide) == ["m01-1-1 FY2022Q1 12", "m01-1-1 FY2022Q2 15"])
        #expect(wide.findings == [])
        let beside = Drop.parse("指標ID,年度,期間,実績値,R2～R6\nm01-1-1,R4,Q1,12,9\n")
        #expect(Drop.rules(beside) == ["column-unknown 1"])
        let levels = Drop.parse(
            ",令和3年度,,令和4年度\n指標ID,4月～9月,10月～3月,4月～9月\nm01-1-1,12,15,27\n")
        #expect(
            Drop.summary(levels) == [
                "m01-1-1 FY2021H1 12", "m01-1-1 FY2021H2 15", "m01-1-1 FY2022H1 27",
            ])
    }
}
