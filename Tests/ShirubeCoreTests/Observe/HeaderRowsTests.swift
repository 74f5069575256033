import ShirubeCore
import Testing

@Suite struct HeaderRowsTests {
    private let readings = [
        "m01-1-1 FY2021Q1 12", "m01-1-1 FY2021Q2 13", "m01-1-1 FY2022Q1 14", "m01-1-1 FY2022Q2 15",
    ]

    @Test(arguments: [
        // Years above the row of labels, and beside them.
        ",,令和3年度,,令和4年度,\n指標ID,備考,第1四半期,第2四半期,Q1,Q2\nm01-1-1,,12,13,14,15\n",
        "指標ID,備考,令和3年度,,令和4年度,\n,,第1四半期,第2四半期,Q1,Q2\nm01-1-1,,12,13,14,15\n",
        "見本市の実績\n指標ID,備考,R3,,R4,\n,,第1四半期,第2四半期,第1四半期,第2四半期\nm01-1-1,,12,13,14,15\n",
        "指標ID,R3,,R4,,備考\n,Q1,Q2,Q1,Q2,\nm01-1-1,12,13,14,15,\n",
    ])
    func `years above quarters are read together`(text: String) {
        let drop = Drop.parse(text)
        #expect(Drop.summary(drop) == readings)
        #expect(drop.findings == [])
        #expect(drop.drop.rows.headings == 2 && drop.drop.rows.data == 1)
    }

    @Test func `three rows, with a total of each half, are read together`() {
        let drop = Drop.parse(
            ",令和3年度,,,,,\n,上半期,,,下半期,,\n指標ID,第1四半期,第2四半期,計,第3四半期,第4四半期,計\n"
                + "m01-1-1,1,2,3,4,5,9\n")
        #expect(drop.drop.rows.headings == 3)
        #expect(drop.findings == [])
        #expect(
            Drop.summary(drop) == [
                "m01-1-1 FY2021Q1 1", "m01-1-1 FY2021Q2 2", "m01-1-1 FY2021Q3 4",
                "m01-1-1 FY2021Q4 5",
            ])
        let wrong = Drop.parse(
            "指標ID,令和3年度,,\n,Q1,Q2,計\nm01-1-1,1,2,4\n")
        #expect(Drop.rules(wrong) == ["total-mismatch 3"])
    }

    @Test func `a title above the labels is no row of the header`() {
        let drop = Drop.parse("令和3年度,,\n指標ID,第1四半期,第2四半期\nm01-1-1,12,13\n")
        #expect(drop.drop.rows.titles == 1 && drop.drop.rows.headings == 1)
        #expect(Drop.summary(drop) == Array(readings.prefix(2)))
    }

    @Test func `a finding names the heading of all its rows`() throws {
        let drop = Drop.parse("指標ID,令和3年度,\n,Q1,Q2\nm01-1-1,12,x1\n")
        let finding = try #require(drop.findings.first)
        #expect(finding.heading == "令和3年度 Q2" && finding.cell == "C3")
    }

    @Test func `a title is no part of a header of which the profile says how many rows it has`() {
        let text = "観光課,報告\n指標,年度,期間,実績\nID,,,値\nm01-1-1,R4,Q1,5\n"
        let drop = Drop.parse(text, profile: DropProfile(headerRows: 2))
        #expect(Drop.summary(drop) == ["m01-1-1 FY2022Q1 5"])
        #expect(drop.drop.rows.titles == 1 && drop.drop.rows.headings == 2)
    }

    @Test func `both rows of a header may be repeated`() {
        let header = "指標ID,令和3年度,\n,Q1,Q2\n"
        let drop = Drop.parse(header + "m01-1-1,12,13\n" + header + "m01-1-4,10,11\n")
        #expect(Drop.rules(drop) == ["row-heading 4", "row-heading 5"])
        #expect(drop.readings.count == 4)
    }

    @Test func `a profile may say how many rows a header has`() {
        let text = "指標,実績\nID,値,年度,期間\nm01-1-1,12,R4,Q1\n"
        let drop = Drop.parse(
            "指標ID,,,\n（必須）,年度,期間,実績値\nm01-1-1,R4,Q1,12\n", profile: DropProfile(headerRows: 2))
        #expect(Drop.summary(drop) == ["m01-1-1 FY2022Q1 12"])
        #expect(drop.drop.rows.headings == 2)
        #expect(!Drop.parse(text, profile: DropProfile(headerRows: 1)).isAcceptable)
        #expect(!Drop.parse("指標ID\n", profile: DropProfile(headerRows: 5)).isAcceptable)
    }
}
