import ShirubeCore
import Testing

@Suite struct DropProfileTests {
    @Test func `a department may have headings of its own`() {
        let text = "KPIのコード,報告年,対象,今期の人数（人）\nm01-1-1,R4,Q1,12\n"
        #expect(Drop.rules(Drop.parse(text)).first == "header-not-found -")
        let profile = DropProfile(headings: [
            "ＫＰＩのコード": .indicatorID, "報告年": .year, "対象": .period, "今期の人数": .value,
        ])
        let drop = Drop.parse(text, profile: profile)
        #expect(Drop.summary(drop) == ["m01-1-1 FY2022Q1 12"])
        #expect(drop.findings == [])
    }

    @Test func `dates are in the order of the department`() {
        let text = "指標ID,期間,実績値\nm01-1-1,5/2/2022,12\n"
        let american = Drop.parse(text, profile: DropProfile(dates: .monthDayYear))
        #expect(Drop.summary(american) == ["m01-1-1 FY2022-05-02 12"])
        let british = Drop.parse(text, profile: DropProfile(dates: .dayMonthYear))
        #expect(Drop.summary(british) == ["m01-1-1 FY2021-02-05 12"])
        let mixed = Drop.parse(
            "指標ID,期間,実績値\nm01-1-1,5/2/2022,12\nm01-1-1,13/2/2022,12\n",
            profile: DropProfile(dates: .monthDayYear))
        #expect(Drop.rules(mixed) == ["date-order 3"])
        #expect(!mixed.isAcceptable)
    }

    @Test func `a year that no file names may be set`() {
        let profile = DropProfile(year: 2021)
        let tidy = Drop.parse("指標ID,期間,実績値\nm01-1-1,Q1,12\nm01-1-1,2022Q1,13\n", profile: profile)
        #expect(Drop.summary(tidy) == ["m01-1-1 FY2021Q1 12", "m01-1-1 FY2022Q1 13"])
        let wide = Drop.parse("指標ID,Q1\nm01-1-1,12\n", profile: profile)
        #expect(Drop.summary(wide) == ["m01-1-1 FY2021Q1 12"])
        #expect(Drop.rules(Drop.parse("指標ID,期間,実績値\nm01-1-1,Q1,12\n")) == ["year-missing 2"])
    }

    @Test func `cells may be separated by what no file shows`() {
        let text = "a,b;c,d;e,f\n指標ID;年度;期間;実績値\nm01-1-1;R4;Q1;12\n"
        let drop = Drop.parse(text, profile: DropProfile(delimiter: .semicolon))
        #expect(Drop.summary(drop) == ["m01-1-1 FY2022Q1 12"])
    }
}
