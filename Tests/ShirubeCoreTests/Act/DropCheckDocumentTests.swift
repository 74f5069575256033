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
