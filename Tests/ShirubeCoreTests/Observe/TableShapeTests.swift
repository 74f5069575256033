import ShirubeCore
import Testing

@Suite struct TableShapeTests {
    private func notes(_ text: String) -> [String] {
        Drop.parse(text).drop.findings.map {
            "\($0.severity.rawValue) \($0.rule) \($0.cell ?? "-"): \($0.message.japanese)"
        }
    }

    @Test func `rows above the header are named once, and by the rule of the government`() {
        let table = "指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,12\n"
        #expect(notes(table) == [])
        #expect(
            notes("表題\n" + table) == [
                "info title-rows -: 1行目は見出しの上にあるので、値としては使いません（年度の手がかりにだけします）。"
            ])
        #expect(
            notes("表題\n\n作成 観光課\n" + table) == [
                "info title-rows -: 1行目から3行目までは見出しの上にあるので、値としては使いません（年度の手がかりにだけします）。"
            ])
        #expect(Drop.parse("表題\n" + table).drop.findings.first?.governmentRule == "L3-01")
    }

    @Test func `a column for each period is named once, however many rows the header has`() {
        for (text, line) in [
            ("指標ID,R4Q1,R4Q2\nm01-1-1,12,13\nm01-1-2,12,13\n", 1),
            (",令和4年度,\n指標ID,Q1,Q2\nm01-1-1,12,13\n", 2),
        ] {
            let findings = Drop.parse(text).drop.findings
            #expect(findings.map(\.rule) == ["layout-wide"])
            #expect(findings.first?.line == line && findings.first?.governmentRule == "L3-09")
        }
    }

    @Test func `a line break within a cell is named at its cell, whatever the line ends are`() {
        for end in ["\n", "\r\n", "\r"] {
            let text =
                "表\n題,\n指標ID,年度,期間,\"実績値\n（人）\",備考\nm01-1-1,R4,Q1,12,\"一\n二\"\n"
                .replacing("\n", with: end).replacing("表" + end + "題", with: "\"表" + end + "題\"")
            #expect(
                notes(text).filter { $0.contains("cell-line-break") } == [
                    "info cell-line-break A1: 1行目のA列「表 題」のセルの中に改行があります。",
                    "info cell-line-break D2: 3行目のD列「実績値 （人）」のセルの中に改行があります。",
                    "info cell-line-break E3: 5行目の備考「一 二」のセルの中に改行があります。",
                ], "\(end)")
            let drop = Drop.parse(text)
            #expect(Drop.summary(drop) == ["m01-1-1 FY2022Q1 12"])
            #expect(
                drop.drop.findings.first { $0.rule == "cell-line-break" }?.governmentRule == "L1-14"
            )
        }
    }

    @Test func `line breaks are counted in rows that are recalled by their bytes too`() {
        let rows = (1...40).map { "m01-1-1,R4,Q1,\($0),部分\($0),\"一\n二\"\n" }.joined()
        let drop = Drop.parse("指標ID,年度,期間,実績値,内訳,備考\n" + rows)
        #expect(drop.readings.count == 40)
        #expect(drop.readings.allSatisfy { $0.note == "一\n二" })
        #expect(drop.drop.findings.map(\.rule) == [String](repeating: "cell-line-break", count: 40))
        #expect(Set(drop.drop.findings.compactMap(\.cell)).count == 40)
    }
}
