import ShirubeCore
import Testing

@Suite struct RejectionReportTests {
    private func findings() throws -> [Finding] {
        Drop.parse(try Fixture.bytes("Observe/faulty-cp932.csv")).findings
    }

    /// Golden files are written anew by `UPDATE_GOLDEN=1 swift test --filter RejectionReport`.
    @Test(arguments: Language.allCases)
    func `a report says line, column, what was read, why, and how to mend it`(
        language: Language
    ) throws {
        let text = RejectionReport.text(
            try findings(), fileName: "実績.csv", departmentName: "観光課", language: language)
        try Fixture.expect(
            Array(text.utf8), toBe: "Observe/faulty-report.\(language.rawValue).txt")
        let csv = RejectionReport.csv(try findings(), fileName: "実績.csv", language: language)
        try Fixture.expect(csv, toBe: "Observe/faulty-report.\(language.rawValue).csv")
    }

    @Test func `the CSV comes back whole through the reader`() throws {
        let csv = RejectionReport.csv(try findings(), fileName: "実績.csv", language: .japanese)
        let source = DropBytes(csv)
        #expect(try TextEncoding.find(in: source) == .utf8WithMark)
        var reader = try CSVReader(
            source, encoding: .utf8WithMark, delimiter: UInt8(ascii: ","))
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.cells) }
        #expect(rows.allSatisfy { $0.count == 8 })
        #expect(rows.first == ["行番号", "列", "項目名", "元の値", "規則", "重大度", "説明", "直し方"])
        #expect(rows.count == (try findings().count) + 2)
        #expect(rows.contains { $0[3] == "'-m01" })
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1+1"])
    func `no cell is a formula`(written: String) {
        let finding = Finding(
            rule: "x", line: 1, heading: written, written: written,
            message: Wording(ja: "", en: ""), remedy: Wording(ja: "", en: ""))
        let csv = RejectionReport.csv([finding], fileName: "=a.csv", language: .japanese)
        let text = String(decoding: csv, as: UTF8.self)
        #expect(text.contains("'\(written)"))
        #expect(!text.contains(",\(written)"))
    }

    @Test func `print is capped and the count is not`() {
        let drop = Drop.parse(
            "指標ID,年度,期間,実績値\n" + String(repeating: "m01-1-1,R4,Q1,?\n", count: 1_200),
            maximumRows: 2_000)
        let csv = RejectionReport.csv(drop.findings, fileName: "a.csv", language: .japanese)
        #expect(csv.count { $0 == 0x0A } == 1_002)
        let text = RejectionReport.text(
            drop.findings, fileName: "a.csv", departmentName: "観光課", language: .japanese)
        #expect(text.contains("誤りが1200件、注意が0件あります（先頭の1000件を示します）"))
        #expect(text.contains("ほかに200件あります。"))
    }
}
