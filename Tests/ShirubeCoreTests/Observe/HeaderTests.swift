import ShirubeCore
import Testing

@Suite struct HeaderTests {
    @Test(arguments: [
        "指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,12\n",
        "\n注意: 架空,,\n,,,\nＫＰＩ　ＩＤ,会計年度,時期,実績\nm01-1-1,R4,Q1,12\n",
        "KPI_ID,FY,Quarter,Value\nm01-1-1,2022,Q1,12\n",
        "\"指標\nID\",\"年度\n(西暦)\",期間（四半期）,実績値（人）\nm01-1-1,2022,Q1,12\n",
        "指標ID\t年度\t期間\t実績値\nm01-1-1\tR4\tQ1\t12\n",
        "No.,担当課,指標ID,目標値,期間,実績値\n1,観光課,m01-1-1,230,令和4年度第1四半期,12\n",
        "重要業績評価指標（KPI）,年度,期間,実績値\nツアー参加者数,R4,Q1,12\n",
    ])
    func `the header is found under its aliases and below other rows`(text: String) {
        let drop = Drop.parse(text)
        #expect(Drop.summary(drop) == ["m01-1-1 FY2022Q1 12"])
        #expect(drop.findings == [])
    }

    @Test(arguments: [
        ("1,2,3\n4,5,6\n", "header-not-found -"),
        (String(repeating: "題名\n", count: 20) + "指標ID,年度,期間,実績値\n", "header-not-found -"),
        ("指標ID,年度,実績値\nm01-1-1,R4,1\n", "header-column-missing 1"),
        ("題名\n年度,期間,実績値\nR4,Q1,1\n", "header-column-missing 2"),
        ("指標ID,年度,期間\nm01-1-1,R4,Q1\n", "header-column-missing 1"),
        ("指標ID,年度,期間,実績値,実績\nm01-1-1,R4,Q1,1,2\n", "header-duplicate 1"),
        ("指標ID,Q1,第1四半期\nm01-1-1,1,2\n", "header-duplicate 1"),
        ("指標ID,年度,期間,実績値,Q1\nm01-1-1,R4,Q1,1,2\n", "layout-ambiguous 1"),
    ])
    func `a header that cannot be used is refused`(text: String, rule: String) {
        let drop = Drop.parse(text)
        #expect(Drop.rules(drop) == [rule])
        #expect(!drop.isAcceptable)
    }

    @Test(arguments: [
        ("指標ＩＤ，年度，期間，実績値\n", "全角のコンマ"), ("指標ID|年度|期間|実績値\n", "縦線"),
        ("指標ID 年度 期間 実績値\n", "空白"), ("指標ID、年度、期間、実績値\n", "読点"),
    ])
    func `a header whose cells nothing separates says what stands between them`(
        text: String, words: String
    ) throws {
        let drop = Drop.parse("表題\n" + text)
        let finding = try #require(drop.findings.first)
        #expect(Drop.rules(drop) == ["header-not-found 2"])
        #expect(finding.message.japanese.contains(words))
        #expect(finding.remedy.japanese.contains("半角の「,」"))
    }

    @Test func `a missing column is named`() throws {
        let drop = Drop.parse("年度,実績値\nR4,1\n")
        let finding = try #require(drop.findings.first)
        #expect(finding.message.japanese == "1行目の見出しに「指標ID」「期間」の列がありません。")
    }

    @Test func `columns that are not used are warned of once`() {
        let text = "指標ID,年度,期間,実績値,ひとこと,,目標\nm01-1-1,R4,Q1,12,a,b,c\nm01-1-1,R4,Q2,13,a,b,c\n"
        let drop = Drop.parse(text)
        #expect(Drop.rules(drop) == ["column-unknown 1", "column-without-heading 2"])
        #expect(drop.readings.count == 2)
    }

    @Test func `a unit in the heading of the figures must measure what the indicator’s does`() {
        let text = "指標ID,年度,期間,実績値（千t）\nm01-1-1,R4,Q1,12\n"
        #expect(Drop.rules(Drop.parse(text)) == ["unit-mismatch 2"])
        let remark = "指標ID,年度,期間,実績値（必須）\nm01-1-1,R4,Q1,12\n"
        #expect(Drop.parse(remark).findings == [])
    }
}
