import ShirubeCore
import Testing

@Suite struct RejectionReportTests {
    private func drop() throws -> ParsedDrop {
        Drop.parse(try Fixture.bytes("Observe/faulty-cp932.csv")).drop
    }

    /// Golden files are written anew by `UPDATE_GOLDEN=1 swift test --filter RejectionReport`.
    @Test(arguments: Language.allCases)
    func `a report says where, what was read, what it was taken for, why, and how to mend it`(
        language: Language
    ) throws {
        let text = RejectionReport.text(
            try drop(), fileName: "実績.csv", departmentName: "観光課", language: language)
        try Fixture.expect(
            Array(text.utf8), toBe: "Observe/faulty-report.\(language.rawValue).txt")
        let csv = RejectionReport.csv(try drop(), fileName: "実績.csv", language: language)
        try Fixture.expect(csv, toBe: "Observe/faulty-report.\(language.rawValue).csv")
    }

    @Test func `programs get the same as JSON`() throws {
        let json = RejectionReport.json(try drop(), fileName: "実績.csv")
        try Fixture.expect(Array(json.pretty.utf8), toBe: "Observe/faulty-report.json")
    }

    @Test func `the CSV comes back whole through the reader`() throws {
        let csv = RejectionReport.csv(try drop(), fileName: "実績.csv", language: .japanese)
        let source = DropBytes(csv)
        #expect(try TextEncoding.find(in: source) == .utf8WithMark)
        var reader = try CSVReader(
            source, encoding: .utf8WithMark, delimiter: UInt8(ascii: ","))
        var rows: [[String]] = []
        while let row = try reader.next() { rows.append(row.cells) }
        #expect(rows.allSatisfy { $0.count == 11 })
        #expect(
            rows.first == [
                "行番号", "記録番号", "列", "項目名", "元の値", "解釈", "規則", "政府規則", "重大度", "説明", "直し方",
            ])
        #expect(rows.count == (try drop().findings.count) + 2)
        #expect(rows.contains { $0[4] == "'-m01" })
    }

    @Test func `a cell is named by its record, which a line end above it does not move`() throws {
        let found = Drop.parse(
            "指標ID,年度,期間,実績値,備考\nm01-1-1,R4,Q1,12,\"二\n行\"\n\nm01-1-1,R4,Q2,1件,\n")
        let finding = try #require(found.findings.first)
        #expect(finding.line == 5 && finding.record == 4)
        #expect(finding.column == "D" && finding.cell == "D4")
        #expect(finding.governmentRule == "L3-04")
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "＝1+1"])
    func `no cell is a formula`(written: String) {
        let finding = Finding(
            rule: "x", line: 1, heading: written, written: written,
            takenFor: Wording(ja: written, en: written),
            message: Wording(ja: "", en: ""), remedy: Wording(ja: "", en: ""))
        let csv = RejectionReport.csv(
            ParsedDrop(readingCount: 0, findings: [finding], encoding: ""), fileName: "=a.csv",
            language: .japanese)
        let text = String(decoding: csv, as: UTF8.self)
        #expect(text.contains("'\(written)"))
        #expect(!text.contains(",\(written)"))
    }

    @Test func `what the program says itself is not changed`() {
        let finding = Finding(
            rule: "x", line: 1, message: Wording(ja: "-", en: "-"), remedy: Wording(ja: "", en: ""))
        let drop = ParsedDrop(readingCount: 0, findings: [finding], encoding: "")
        let csv = RejectionReport.csv(drop, fileName: "a.csv", language: .japanese)
        #expect(String(decoding: csv, as: UTF8.self).contains(",誤り,-,"))
    }

    @Test func `print is capped and the count is not`() throws {
        let found = Drop.parse(
            "指標ID,年度,期間,実績値\n" + String(repeating: "m01-1-1,R4,Q1,?\n", count: 1_200),
            limits: DropLimits(maximumRows: 2_000))
        let csv = RejectionReport.csv(found.drop, fileName: "a.csv", language: .japanese)
        #expect(csv.count { $0 == 0x0A } == 1_002)
        let text = RejectionReport.text(
            found.drop, fileName: "a.csv", departmentName: "観光課", language: .japanese)
        #expect(text.contains("誤りが1200件あります（重大なものから1000件を示します）"))
        #expect(text.contains("ほかに200件あります。"))
    }

    @Test func `what rejects a file is printed, however much is remarked before it`() {
        let remark = "m01-1-1,R4,Q1,1,,\"二\n行\"\n"
        for count in [1_100, 11_000] {
            let found = Drop.parse(
                "指標ID,年度,期間,実績値,内訳,備考\n" + String(repeating: remark, count: count)
                    + "m01-1-1,R4,Q2,12O,,\n", limits: DropLimits(maximumRows: 20_000))
            #expect(found.drop.counts[.error] == 1)
            let csv = RejectionReport.csv(found.drop, fileName: "a.csv", language: .japanese)
            #expect(String(decoding: csv, as: UTF8.self).contains("12O"), "\(count)")
            let json = RejectionReport.json(found.drop, fileName: "a.csv").compact
            #expect(json.contains("12O"), "\(count)")
        }
    }

    @Test func `findings that were too many to keep are counted`() {
        let rows = String(repeating: "m01-1-1,R4,Q1,?\n", count: 12_000)
        let found = Drop.parse(
            "指標ID,年度,期間,実績値,メモ2\n" + rows, limits: DropLimits(maximumRows: 20_000))
        #expect(found.findings.count == 10_001)
        #expect(found.drop.counts[.error] == 12_000)
        #expect(found.drop.counts[.warning] == 1)
        // The warning was found first, and gave its place to an error.
        #expect(found.findings.dropLast().allSatisfy { $0.severity == .error })
        let text = RejectionReport.text(
            found.drop, fileName: "a.csv", departmentName: "観光課", language: .english)
        #expect(text.contains("It has 12000 errors, 1 warning; the gravest 1000 are shown."))
        let json = RejectionReport.json(found.drop, fileName: "a.csv").compact
        #expect(
            json.contains(#""counts":{"errors":12000,"holds":0,"warnings":1,"notes":0}"#))
    }
}
