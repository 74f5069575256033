import ShirubeCore
import Testing

@Suite struct DropParserTests {
    @Test(arguments: [
        ("utf8.csv", "UTF-8"), ("utf8-bom.csv", "UTF-8 (BOM)"), ("cp932.csv", "CP932 (Shift_JIS)"),
        ("utf16le.txt", "UTF-16LE"), ("utf16be.txt", "UTF-16BE"),
    ])
    func `the same table reads the same in every encoding`(
        ending: String, encoding: String
    ) throws {
        let tidy = Drop.parse(try Fixture.bytes("Observe/tidy-" + ending), fileName: ending)
        #expect(tidy.encoding == encoding)
        #expect(Drop.rules(tidy) == ["value-jump 5", "row-totals 9", "row-note 10"])
        #expect(
            Drop.summary(tidy) == [
                "m01-1-1 FY2022Q1 12", "m01-1-1 FY2022Q2 1234", "m01-2-1 FY2022H1 85",
                "m01-1-3 FY2022-09 45.5",
            ])
        #expect(tidy.readings[1].note == "①髙橋～ｾﾐﾅｰ")
        #expect(
            tidy.readings[1].origin == Reading.Origin(line: 5, column: "F", written: "1,234"))
        #expect(tidy.readings[3].origin.line == 8)
        let wide = Drop.parse(try Fixture.bytes("Observe/wide-" + ending), fileName: ending)
        #expect(wide.findings == [])
        #expect(
            Drop.summary(wide) == [
                "m01-1-1 FY2022Q1 12", "m01-1-1 FY2022Q2 15", "m01-2-1 FY2022Q1 0",
                "m01-2-1 FY2022Q2 40", "m01-1-4 FY2022Q1 10", "m01-1-4 FY2022Q2 11",
            ])
    }

    @Test(
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04, 0x14], "実績.csv", "file-not-csv"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "実績.csv", "file-not-csv"),
            (Array("%PDF-1.7".utf8), "実績.csv", "file-not-csv"),
            (Array("a,b".utf8), "実績.XLSX", "file-not-csv"),
            (Array("a,b".utf8), "実績", "file-not-csv"),
            ([], "実績.csv", "file-empty"), ([0xEF, 0xBB, 0xBF], "実績.csv", "file-empty"),
            ([0xFF, 0xFE], "実績.txt", "file-empty"),
            (Array("\r\n,,\n".utf8), "実績.csv", "file-empty"),
            ([0x61, 0x00, 0x00], "実績.csv", "file-binary"),
            ([0xFF, 0xFE, 0x61, 0x00, 0x00, 0x00], "実績.txt", "file-binary"),
            ([0x61, 0xFF], "実績.csv", "encoding-unknown"),
        ] as [([UInt8], String, String)])
    func `what is no table is refused by one finding`(
        bytes: [UInt8], name: String, rule: String
    ) throws {
        let drop = Drop.parse(bytes, fileName: name)
        #expect(drop.findings.map(\.rule) == [rule])
        #expect(!drop.isAcceptable)
        #expect(drop.readings == [])
    }

    @Test func `a workbook is answered by how to save it as CSV`() throws {
        let drop = Drop.parse([0x50, 0x4B, 0x03, 0x04], fileName: "実績.xlsx")
        let finding = try #require(drop.findings.first)
        #expect(finding.message.japanese == "このファイルはExcel (.xlsx)で、CSVではありません。")
        #expect(finding.remedy.japanese.contains("「名前を付けて保存」で「CSV UTF-8（コンマ区切り）」"))
    }

    @Test func `a byte that fits no encoding is named by line and position`() throws {
        let drop = Drop.parse(Array("指標ID\n".utf8) + [0xFF, 0x41], fileName: "x.csv")
        let finding = try #require(drop.findings.first)
        #expect(finding.line == 1)
        let japanese = finding.message.japanese
        #expect(japanese.hasSuffix("が、CP932 (Shift_JIS)の文字として読めません。"))
    }

    @Test func `every fault of a file is found at once, in the order of the file`() throws {
        let drop = Drop.parse(try Fixture.bytes("Observe/faulty-cp932.csv"))
        #expect(drop.readings == [])
        #expect(
            Drop.rules(drop) == [
                "column-unknown 1", "number-unreadable 2", "indicator-unknown 3",
                "indicator-not-owned 4", "indicator-ambiguous 5", "unit-mismatch 6",
                "year-missing 7", "indicator-unknown 8", "period-future 9",
            ])
        let first = drop.findings[1]
        #expect(first.message.japanese == "2行目の実績値「12O人」には、数字ではなく英字の「O」が入っています。")
        #expect(
            first.message.english == "Line 2, 実績値 “12O人” has the letter “O” where a digit belongs.")
        #expect(first.remedy.japanese == "数字だけを入れてください（例: 120）。")
        #expect(first.column == "E")
        #expect(first.heading == "実績値")
        #expect(first.written == "12O人")
        #expect(drop.findings[2].message.japanese.contains("m01-1-1「ツアー参加者数」"))
        #expect(drop.findings[3].message.japanese.contains("スポーツ課の指標"))
        #expect(
            drop.findings[4].message.japanese.contains("m01-1-2（観光プロモーション事業）、m01-2-1（スケート教室開催事業）"))
    }

    @Test func `one error keeps every reading of the file back`() {
        let text = "指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,12\nm01-1-1,R4,Q2,x2\n"
        let drop = Drop.parse(text)
        #expect(drop.readings == [])
        #expect(Drop.rules(drop) == ["number-unreadable 3"])
    }

    @Test func `a file without any figure is refused`() {
        let drop = Drop.parse("指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,\n")
        #expect(Drop.rules(drop) == ["no-figures -", "value-blank 2"])
    }

    @Test func `rows beyond the limit are refused`() {
        let head = "指標ID,年度,期間,実績値\n"
        let row = "m01-1-1,R4,Q1,12\n"
        #expect(Drop.parse(head + row, limits: DropLimits(maximumRows: 2)).isAcceptable)
        #expect(
            Drop.rules(Drop.parse(head + row + "\n" + row, limits: DropLimits(maximumRows: 2))) == [
                "rows-too-many 4"
            ])
    }

    @Test(arguments: [
        ("指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,\"12\n", "quote-unclosed 2"),
        ("指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,\"12\"人\n", "quote-stray 2"),
        ("指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,1,234\n", "row-ragged 2"),
        (
            "指標ID,年度,期間,実績値\n" + String(repeating: "a", count: 32_768) + ",R4,Q1,1\n",
            "cell-too-long 2"
        ),
        (
            "指標ID,年度,期間,実績値\n" + String(repeating: ",", count: 1_000) + "\n",
            "columns-too-many 2"
        ),
    ])
    func `broken rows are named by their line`(text: String, rule: String) {
        #expect(Drop.rules(Drop.parse(text)) == [rule])
    }

    @Test func `findings beyond ten thousand are counted`() throws {
        let rows = String(repeating: "m01-1-1,R4,Q1,?\n", count: 10_005)
        let drop = Drop.parse("指標ID,年度,期間,実績値\n" + rows, limits: DropLimits(maximumRows: 20_000))
        #expect(drop.findings.count == 10_001)
        let last = try #require(drop.findings.last)
        #expect(last.rule == "findings-too-many")
        #expect(last.message.japanese == "ほかに5件の指摘がありますが、ここでは省きます。")
    }

    @Test func `an error among findings that were not kept still rejects the file`() {
        let rows = String(repeating: "合計,,,\n", count: 10_001) + "m01-1-1,R4,Q1,?\n"
        let drop = Drop.parse("指標ID,年度,期間,実績値\n" + rows, limits: DropLimits(maximumRows: 20_000))
        #expect(!drop.isAcceptable)
        #expect(drop.readings == [])
    }
}
