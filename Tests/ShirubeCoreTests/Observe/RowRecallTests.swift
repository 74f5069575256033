import ShirubeCore
import Testing

/// A row that resembles an earlier one is read from its bytes, sooner; it must be read to the same end as alone.
@Suite struct RowRecallTests {
    private static let header = "指標ID,指標名,年,期間,内訳,実績値,備考\n"
    private static let first = "m01-3-1,貨物取扱量,2022年,Q1,はじめの行,1.5,\n"

    /// What the last row says where it stands alone, and where a row stands before it that it resembles.
    private func readings(of row: String) -> (alone: ReadDrop, after: ReadDrop) {
        (
            Drop.parse(Self.header + row, department: "minato"),
            Drop.parse(Self.header + Self.first + row, department: "minato")
        )
    }

    private func expectSame(_ row: String) {
        let (alone, after) = readings(of: row)
        // The row before it keeps a file from being refused as one without figures.
        let rules = alone.findings.map(\.rule).filter { $0 != "no-figures" }
        #expect(after.findings.map(\.rule) == rules, "\(row)")
        guard alone.isAcceptable, let one = alone.readings.last else { return }
        let other = after.readings.last
        #expect(other?.value == one.value, "\(row)")
        #expect(other?.part == one.part && other?.note == one.note, "\(row)")
        #expect(other?.origin.written == one.origin.written, "\(row)")
    }

    @Test func `PlainNumber reads digits, marks and points as NumberReader does`() {
        let alphabet = Array("0123456789,.")
        var random = SeededSequence(state: 20_261_124)
        for _ in 0..<4_000 {
            let text = String((0...random.below(18)).map { _ in alphabet[random.below(12)] })
            expectSame("m01-3-1,貨物取扱量,2022年,Q1,乙,\"\(text)\",\n")
        }
    }

    @Test(arguments: [
        "0", "007", "1,234.50", "1234567890123.45", "123456789012345", "1234567890123456", "0.1",
        ".5", "5.", "1,23", "1,234,56", "-5", "△5", "１２", "12千t", "12 ", " 12", "-", "…", "", "1e5",
    ])
    func `a figure is read alike, however it is written`(text: String) {
        expectSame("m01-3-1,貨物取扱量,2022年,Q1,乙,\"\(text)\",\n")
    }

    @Test(arguments: [
        "ｺﾝﾃﾅ", "コンテナ（実入り・輸出・外貿定期航路）", "コンテナ(実入り・輸出・外貿定期航路)",
        " 乙", "乙　", "\u{E000}", "が", "か\u{3099}", "a", "Ａ",
    ])
    func `a part is read alike, however it is written`(part: String) {
        expectSame("m01-3-1,貨物取扱量,2022年,Q1,\(part),7,\n")
    }

    @Test(arguments: ["合計", "計", "小 計"])
    func `a total is not recalled as a part`(part: String) {
        let (_, after) = readings(of: "m01-3-1,貨物取扱量,2022年,Q1,\(part),1.5,\n")
        #expect(after.findings.map(\.rule) == ["row-totals"])
        #expect(after.readings.count == 1)
    }

    @Test(arguments: ["※ 速報", " 備考", "備考\u{3000}", "a\u{0}", "\"二\n行\"", "\"「\"\"」\"", "x"])
    func `a remark is read alike, however it is written`(note: String) {
        expectSame("m01-3-1,貨物取扱量,2022年,Q1,乙,7,\(note)\n")
    }

    /// Every row alone, and all in one file: indicators and periods that were each read before come together anew.
    @Test func `rows put together from others read as they do alone`() {
        let header = "指標ID,指標名,年度,期間,集計,内訳,実績値,単位,区分,確認\n"
        let indicators = [
            "m01-1-1,ツアー参加者数", "m01-1-2,参加者数", "m01-1-3,成約率", "m01-1-4,観光スポット数",
            "m01-1-5,", ",会員登録数", "m01-1-9,", "m01-3-1,", "m01-1-1,参加者数",
        ]
        let periods = [
            "R4,Q1", "令和4年度,第2四半期", "2022,4月", "R3,年度", "R4,Q9", ",2022Q1", "2022年,Q1", "R9,Q1",
        ]
        let rests = [",人,速報,", "年度累計,,確報,", ",%,,", ",,訂正,済", "計画累計,人,,", ",か所,速報,", ",,取消,"]
        var random = SeededSequence(state: 20_261_125)
        var rows: [String] = []
        for part in 0..<1_500 {
            let rest = rests[random.below(rests.count)].split(
                separator: ",", omittingEmptySubsequences: false)
            rows.append(
                [
                    indicators[random.below(indicators.count)],
                    periods[random.below(periods.count)],
                    String(rest[0]), random.below(4) == 0 ? "" : "第\(part)地区",
                    random.below(5) == 0 ? "7.5" : "\(random.below(900))",
                    rest[1...].joined(separator: ","),
                ].joined(separator: ","))
        }
        // What one row says does not depend on others, apart from what compares them.
        let comparing: Set<String> = [
            "duplicate-same", "duplicate-different", "part-and-whole", "value-jump", "doubt-meant",
            "cumulative-falls", "no-figures", "label-omitted", "findings-too-many",
        ]
        func said(_ findings: [Finding], line: Int) -> [String] {
            findings.filter { $0.line == line && !comparing.contains($0.rule) }.map(\.rule)
        }
        let all = Drop.parse(
            header + rows.joined(separator: "\n"), limits: DropLimits(maximumRows: 10_000))
        let faultless = rows.enumerated().filter { position, row in
            let alone = Drop.parse(header + row)
            #expect(
                said(all.findings, line: position + 2) == said(alone.findings, line: 2), "\(row)")
            return alone.findings.allSatisfy { comparing.contains($0.rule) }
                && !alone.readings.isEmpty
        }.map(\.element)
        #expect(faultless.count > 50)
        // Parts of shares are refused and wholes may repeat: what is left is read to the same readings.
        let parts = faultless.filter { $0.contains("地区") }
        let together = Drop.parse(header + parts.joined(separator: "\n"))
        #expect(together.readings.count == parts.count)
        for (row, reading) in zip(parts, together.readings) {
            let alone = Drop.parse(header + row).readings.first
            #expect(
                alone?.indicator == reading.indicator && alone?.period == reading.period, "\(row)")
            #expect(alone?.basis == reading.basis && alone?.value == reading.value, "\(row)")
            #expect(alone?.certainty == reading.certainty && alone?.part == reading.part, "\(row)")
        }
    }
}
