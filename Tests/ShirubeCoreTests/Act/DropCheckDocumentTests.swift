import ShirubeCore
import Testing

@Suite struct DropCheckDocumentTests {
    private func document(_ text: String) throws -> DropCheckDocument {
        let department = Identifier<Department>("kanko")
        return DropCheckDocument(
            fileName: "観光.csv", bytes: text.utf8.count, strategy: SampleStrategy.strategy,
            department: try #require(SampleStrategy.strategy.department(department)),
            drop: Drop.parse(text).drop)
    }

    private func csv(_ text: String) throws -> String {
        String(decoding: try document(text).csv(.japanese), as: UTF8.self)
    }

    @Test func `the table of a file in order says so, and not that anything is to be mended`()
        throws
    {
        let head = "指標ID,年度,期間,実績値,確認\n"
        let clean = try csv(head + "m01-1-1,R4,Q1,5,\n")
        #expect(clean.contains("ファイル「観光.csv」は取り込めます（実績値1件）。指摘はありません。"))
        #expect(clean.contains("直すところはありません（前に報告された値とは比べていません）。"))
        let warned = try csv(head + "m01-1-1,R4,Q1,5,\nm01-1-2,R4,Q1,…,\n合計,,,5,\n")
        #expect(warned.contains("取り込めます（実績値1件、値なし1件）。注意が2件あります。"))
        #expect(warned.contains("そのとおりでよければ、このまま取り込めます"))
        let held = try csv(head + "m01-1-1,R3,Q1,100,\nm01-1-1,R4,Q1,1200,\n")
        #expect(held.contains("要確認が1件あります。"))
        #expect(held.contains("要確認の値は、確認されるまで使いません。"))
        for text in [clean, warned, held] {
            #expect(!text.contains("誤りをすべて直して") && !text.contains("反映していません"))
        }
        let wrong = try csv(head + "m01-1-1,R4,Q1,5件,\n")
        #expect(wrong.contains("取り込めません。誤りが1件あります。"))
        #expect(wrong.contains("誤りをすべて直して"))
    }

    @Test(arguments: [
        (DropOutcome.accepted, "取り込みました"), (.unchanged, "もう反映されている内容なので、何も変わりません"),
        (.rejected, "取り込みませんでした"),
    ])
    func `what came of a file is said as it is`(outcome: DropOutcome, words: String) throws {
        let looked = try document(
            "指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,\(outcome == .rejected ? "x1" : "5")\n")
        let text = DropCheckDocument(
            fileName: "a.csv", bytes: 1, strategy: looked.strategy, department: looked.department,
            drop: looked.drop, outcome: outcome
        ).summary(.japanese)
        #expect(text.hasPrefix("a.csv: \(words)（観光課）。\n"))
        #expect(!text.contains("取り込めます"))
        #expect(text.contains("もう一度取り込んでください") == (outcome == .rejected))
    }

    @Test func `verdict, counts and findings are those of the golden file`() throws {
        let id = try #require(
            SampleStrategy.strategy.indicators.first {
                $0.departments.contains(Identifier("kanko")) && $0.kind.isFlow
            }
        ).id
        let good = try document("表題\n指標ID,年度,期間,実績値\n\(id),R4,Q1,5\n合計,,,5\n※ 注\n")
        let bad = try document("指標ID,年度,期間,実績値\n\(id),R4,Q1,x1\n")
        try Golden.expect(
            [
                good.text(.japanese), good.summary(.english), bad.text(.english),
                bad.json.pretty,
            ].joined(separator: "\n"), "drop-check.txt")
    }
}
