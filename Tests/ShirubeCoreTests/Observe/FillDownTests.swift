import ShirubeCore
import Testing

@Suite struct FillDownTests {
    private static let text =
        "事業名,指標名,年度,期間,実績値\n観光プロモーション事業,参加者数,R4,Q1,12\n,,,Q2,13\n"
        + "スケート教室開催事業,参加者数,R4,Q1,5\n,,R3,Q2,6\n"

    @Test func `labels left blank below a merged cell are refused, by a rule of their own`() throws
    {
        let drop = Drop.parse(Self.text)
        #expect(Drop.rules(drop) == ["label-omitted 3", "label-omitted 5"])
        #expect(drop.findings.first?.governmentRule == "L2-02")
        let period = Drop.parse("指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,12\nm01-1-4,R4,,13\n")
        #expect(Drop.rules(period) == ["label-omitted 3"])
        #expect(
            period.findings.first?.message.japanese
                == "3行目の期間（空欄）は、上の行と同じという意味かどうか分かりません。")
        #expect(
            Drop.rules(Drop.parse("指標ID,年度,期間,実績値\n,R4,Q1,12\n")) == ["indicator-missing 2"])
    }

    @Test func `a profile may allow them`() {
        let profile = DropProfile(fillDown: [.programName, .indicatorName, .year])
        let drop = Drop.parse(Self.text, profile: profile)
        #expect(
            Drop.summary(drop) == [
                "m01-1-2 FY2022Q1 12", "m01-1-2 FY2022Q2 13", "m01-2-1 FY2022Q1 5",
                "m01-2-1 FY2021Q2 6",
            ])
        #expect(drop.findings == [])
    }

    @Test func `a new label ends those to its right`() {
        let profile = DropProfile(fillDown: [.programName, .indicatorName])
        let drop = Drop.parse(
            "事業名,指標名,年度,期間,実績値\n観光プロモーション事業,参加者数,R4,Q1,12\n"
                + "スケート教室開催事業,,R4,Q1,13\n", profile: profile)
        #expect(Drop.rules(drop) == ["label-omitted 3"])
    }

    @Test func `an id on its own needs no name from above, nor a name an id`() {
        let profile = DropProfile(fillDown: [.indicatorID, .indicatorName])
        let drop = Drop.parse(
            "指標名,指標ID,年度,期間,実績値\nツアー参加者数,m01-1-1,R4,Q1,12\n,m01-1-4,R4,Q1,11\n"
                + "成約率,,R4,Q1,45\n", profile: profile)
        #expect(
            Drop.summary(drop) == [
                "m01-1-1 FY2022Q1 12", "m01-1-4 FY2022Q1 11", "m01-1-3 FY2022Q1 45",
            ])
    }

    @Test func `nothing is filled in below a repeated header`() {
        let header = "指標ID,年度,期間,実績値\n"
        let drop = Drop.parse(
            header + "m01-1-1,R4,Q1,12\n" + header + ",R4,Q2,13\n",
            profile: DropProfile(fillDown: [.indicatorID]))
        #expect(Drop.rules(drop) == ["row-heading 3", "label-omitted 4"])
    }
}
