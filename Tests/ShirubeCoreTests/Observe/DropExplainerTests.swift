import ShirubeCore
import Testing

@Suite struct DropExplainerTests {
    private func explain(
        _ text: String, department: String = "kanko", fileName: String = "観光.csv",
        records: ClosedRange<Int> = 1...100, profile: DropProfile = DropProfile()
    ) throws -> Explanation {
        let parser = DropParser(
            strategy: SampleStrategy.strategy, department: Identifier(department),
            profile: profile)
        return try parser.explain(
            DropBytes(Array(text.utf8)), fileName: fileName, today: Drop.today, records: records)
    }

    private func text(_ explanation: Explanation, _ language: Language) -> String {
        ExplanationDocument(fileName: "観光.csv", explanation: explanation, records: 1...100)
            .text(language)
    }

    private static let tidy = """
        令和4年度 報告,,,,,,,,
        \u{20}
        指標ID,事業名,年度,期間,実績値（人）,集計,区分,備考,その他,担当課
        m01-1-1,,R4,第１四半期,"１，２３４人",計画累計,確報,,見ない,観光課
        m01-1-2,,令和4年度,Q2,…,,,,,
        m01-1-2,,令和4年度,Q1,12O,,,,,
        ,観光プロモーション事業,R4,Q1,,,,,,
        指標ID,事業名,年度,期間,実績値（人）,集計,区分,備考,その他,担当課
        合計,,,,"1,234",,,,,
        ※ 速報値を含む
        m01-1-2,,R4,Q1,5,,,,,,,余り

        """

    @Test func `each cell of a tidy table is explained, with the findings beneath its row`() throws
    {
        let explanation = try explain(Self.tidy)
        try Golden.expect(
            text(explanation, .japanese) + "\n" + text(explanation, .english),
            "drop-explain.txt")
        #expect(
            explanation.rows.map(\.kind.rawValue) == [
                "title", "blank", "heading", "data", "data", "faulty", "faulty",
                "repeatedHeading", "totals", "note", "faulty",
            ])
        let figure = explanation.rows[3].cells[4].reading
        #expect(figure.number == 1_234)
        #expect(figure.meaning.english == "1234 人")
    }

    @Test func `each figure of a wide table is explained with its period`() throws {
        let explanation = try explain(
            "令和4年度,,,\n指標名,Q1,Q2,年度計\n観光スポット数,11,x,\nツアー参加者数,3,4,7\n")
        try Golden.expect(text(explanation, .english), "drop-explain-wide.txt")
        #expect(explanation.rows[2].cells[1].reading.meaning.japanese == "11 か所（令和4年度第1四半期）")
        #expect(explanation.rows[2].cells[2].reading.kind == .absence)
    }

    @Test func `what the explanation reads is what intake reads`() throws {
        let text = "指標ID,年度,期間,実績値\nm01-1-1,R4,Q1,5\nm01-1-2,R3,Q2,6\n"
        let numbers = try explain(text).rows.flatMap(\.cells).compactMap(\.reading.number)
        let read = Drop.parse(text).readings.map(\.value)
        #expect(read == numbers.map { .number($0) })
    }

    /// What each cell is taken for, and which of the profile's keys made it so.
    private func cells(_ row: Explanation.Row) -> [String] {
        row.cells.map { cell in
            let keys = cell.reading.profile.map(\.rawValue)
            return cell.reading.meaning.japanese
                + (keys.isEmpty ? "" : " <\(keys.joined(separator: " "))>")
        }
    }

    @Test func `what the profile of the department says is explained where it is used`() throws {
        let profile = DropProfile(
            headings: ["今期の数": .value], dates: .monthDayYear, year: 2021,
            fillDown: [.indicatorID, .period], delimiter: .semicolon)
        let text = "a,b,c,d\n指標ID;期間;今期の数\nm01-1-1;5/2/2022;12\n;;13\n;Q1\nm01-1-2;Q1;5\n"
        let explanation = try explain(text, profile: profile)
        #expect(explanation.evidence?.delimiter == UInt8(ascii: ";"))
        #expect(explanation.evidence?.isDelimiterOfProfile == true)
        #expect(
            explanation.header?.columns.map { $0.meaning.profile } == [[], [], [.headings]])
        #expect(
            explanation.rows.dropFirst(2).map(cells) == [
                ["m01-1-1 ツアー参加者数", "令和4年5月2日 <dates>", "12 人"],
                ["m01-1-1 ツアー参加者数 <fillDown>", "令和4年5月2日 <fillDown dates>", "duplicate-different"],
                ["m01-1-1 ツアー参加者数 <fillDown>", "Q1 <year>"],
                ["m01-1-2 参加者数", "令和3年度第1四半期 <year>", "5 人"],
            ])
        // A row that is explained alone still means what stands above it.
        let last = try explain(text, records: 4...4, profile: profile)
        #expect(last.rows.map(cells) == [cells(explanation.rows[3])])
        let shown = ExplanationDocument(
            fileName: "a.csv", explanation: explanation, records: 1...100)
        #expect(shown.text(.japanese).contains("セミコロン（部署の設定 delimiter による）"))
        #expect(shown.text(.japanese).contains("令和4年5月2日（部署の設定 dates による）"))
        #expect(shown.text(.english).contains("(by the department's profile: fillDown"))
        #expect(shown.json(.english).compact.contains("\"profile\":[\"fillDown\",\"dates\"]"))
    }

    @Test func `the year of a wide table and the rows of its header may be the profile's`() throws {
        let wide = try explain(
            "指標ID,Q1\nm01-1-1,12\n", fileName: "a.csv", profile: DropProfile(year: 2021))
        #expect(cells(wide.rows[1]) == ["m01-1-1 ツアー参加者数", "12 人（令和3年度第1四半期） <year>"])
        let named = try explain(
            "指標ID,Q1\nm01-1-1,12\n", fileName: "令和4年度.csv", profile: DropProfile(year: 2021))
        #expect(cells(named.rows[1]) == ["m01-1-1 ツアー参加者数", "12 人（令和4年度第1四半期）"])
        let rows = try explain(
            "指標,年度,期間,実績値\nID,,,人\nm01-1-1,R4,Q1,5\n", profile: DropProfile(headerRows: 2))
        #expect(rows.header?.rowsByProfile == 2)
        #expect(rows.rows.map(\.kind) == [.heading, .heading, .data])
        #expect(text(rows, .japanese).contains("（部署の設定 headerRows"))
    }

    @Test func `rows that are not asked for are counted, and their findings are not lost`() throws {
        let explanation = try explain(Self.tidy, records: 4...4)
        #expect(explanation.rows.map(\.record) == [4])
        #expect(explanation.counts.total == 11)
        let document = ExplanationDocument(
            fileName: "a", explanation: explanation, records: 4...4)
        #expect(document.text(.japanese).contains("全11行のうち1行"))
        #expect(document.text(.japanese).contains("[number-unreadable]"))
        #expect(document.json(.english).compact.contains("\"class\":\"data\""))
    }

    @Test
    func `a table without a header, and bytes that are no text, are explained as far as it goes`()
        throws
    {
        let headless = try explain("1,2\n3,4\n")
        #expect(headless.header == nil)
        #expect(headless.rows.map(\.kind) == [.unread, .unread])
        let binary = try explain("\u{0}\u{0}\u{0}あ,c\n")
        #expect(binary.evidence == nil && binary.rows.isEmpty)
        #expect(text(binary, .japanese).contains("見つからない"))
    }
}
