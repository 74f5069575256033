import ShirubeCore
import Testing

@Suite struct NoticeTests {
    private func lagging(worsened: Bool, _ language: Language) throws -> NoticeText {
        let summary = SampleSummary.summary
        let standing = try #require(summary.standings.first { $0.status == .lagging })
        let indicator = try #require(summary.strategy.indicator(standing.indicator))
        let reason = try #require(standing.reasons.first)
        let at = japanTime("2022-10-17T09:00")
        var steps = [AlertTransition(.opened, at: at, status: .lagging, reason: reason)]
        if worsened {
            steps += [
                AlertTransition(
                    .acknowledged, at: at,
                    reason: Standing.Reason(
                        code: "answer", text: Wording(ja: "求人が減った", en: "求人が減った")),
                    author: "商工労政課長",
                    answer: AlertTransition.Answer(
                        action: "説明会を増やす", reviewOn: try #require(CivilDate(2023, 1, 10)))),
                AlertTransition(.worsened, at: at, status: .movingAway, reason: reason),
            ]
        }
        let alert = try #require(
            AlertState(id: 7, type: .lagging, subject: indicator.id.text, transitions: steps))
        let matter = AlertNotice.Matter(
            indicator: indicator, standing: standing, before: worsened ? standing : nil,
            alerts: [alert], replyBy: try #require(CivilDate(2022, 10, 24)))
        return AlertNotice.text(matter, in: summary.strategy, mark: "架空", language: language)
    }

    @Test func `the notice of a lagging indicator is that of the golden file`() throws {
        let japanese = try lagging(worsened: false, .japanese)
        let english = try lagging(worsened: true, .english)
        try Golden.expect(
            [japanese.subject, "", japanese.body, english.subject, "", english.body]
                .joined(separator: "\n"), "lagging-notice.txt")
        #expect(japanese.subject == "【架空】【遅れ】内定者数（令和4年度第2四半期）")
    }

    @Test func `a worse standing is told as worse, not as new`() throws {
        #expect(try lagging(worsened: true, .japanese).body.contains("前回の通知より悪い"))
        #expect(try lagging(worsened: false, .japanese).body.contains("新たに「遅れ」"))
    }

    @Test func `the notice of a rejected file is that of the golden file`() throws {
        let report = "14行目 F列（実績値）「１２O」：数として読めません。\r\n  直し方：半角の数字で書いてください。\n\n"
        let texts = try Language.allCases.map { language in
            RejectionNotice.text(
                fileName: "R4第2四半期.csv",
                department: try #require(SampleSummary.strategy.departments.first),
                strategy: SampleSummary.strategy, report: report, mark: "架空", language: language)
        }
        try Golden.expect(
            texts.flatMap { [$0.subject, "", $0.body] }.joined(separator: "\n"),
            "rejection-notice.txt")
        #expect(texts.first?.subject == "【架空】【不受理】R4第2四半期.csv（商工労政課）")
    }

    @Test func `the notice of a withdrawn file is that of the golden file`() throws {
        let withdrawn = RevocationNotice.Withdrawn(
            fileName: "R4\r\n第2四半期.csv", takenAt: Timestamp(milliseconds: 1_665_968_400_000),
            sha256: String(repeating: "0123456789abcdef", count: 4), readingCount: 1_234,
            indicators: (1...22).map { "指標\($0)" }, reason: "別の年度の表でした。", by: "taro",
            at: Timestamp(milliseconds: 1_666_000_000_000))
        let texts = try Language.allCases.map { language in
            RevocationNotice.text(
                withdrawn,
                department: try #require(SampleSummary.strategy.departments.first),
                strategy: SampleSummary.strategy, mark: "架空", language: language)
        }
        try Golden.expect(
            texts.flatMap { [$0.subject, "", $0.body] }.joined(separator: "\n"),
            "revocation-notice.txt")
        #expect(texts.first?.subject == "【架空】【取消】R4 第2四半期.csv（商工労政課）")
    }

    @Test func `a file's name cannot break the subject into headers`() throws {
        let text = RejectionNotice.text(
            fileName: "a\r\nBcc: all@example.jp\u{202E}.csv",
            department: try #require(SampleSummary.strategy.departments.first),
            strategy: SampleSummary.strategy, report: "x\u{1B}[31m", mark: nil, language: .japanese)
        #expect(text.subject == "【不受理】a Bcc: all@example.jp[U+202E].csv（商工労政課）")
        #expect(!text.body.unicodeScalars.contains("\u{1B}"))
    }

    private static let finding = doubt(
        record: 13, takenFor: Wording(ja: "1,230人", en: "1,230人"))

    /// `record` and `takenFor` are nil for what an earlier version has kept.
    private static func doubt(record: Int?, takenFor: Wording?) -> Finding {
        Finding(
            rule: "value-jump", severity: .hold, line: 14, record: record, column: "F",
            heading: "実績値",
            written: "1,230\r\n", takenFor: takenFor,
            message: Wording(
                ja: "14行目の実績値「1,230」は、令和4年度第1四半期の123人と10倍以上違います。",
                en:
                    "Line 14, 実績値 “1,230” differs tenfold or more from 123人 of the 1st quarter of FY2022."
            ),
            remedy: Wording(ja: "直してください。", en: "Correct it."))
    }

    @Test func `the notice of figures that wait is that of the golden file`() throws {
        let summary = SampleSummary.summary
        let department = try #require(summary.strategy.departments.first)
        let texts = Language.allCases.map { language in
            let text = HoldNotice.text(
                fileName: "実績\u{7}.csv", department: department, strategy: summary.strategy,
                findings: [Self.finding, Self.doubt(record: nil, takenFor: nil)], mark: "架空",
                language: language)
            return text.subject + "\n\n" + text.body
        }
        try Golden.expect(texts.joined(separator: "\n"), "hold-notice.txt")
    }

    @Test func `the list of figures that wait is that of the golden file`() throws {
        let document = HoldDocument(rows: [
            HoldDocument.Row(
                number: 12, strategy: Identifier("s"), indicator: Identifier("m01-1-1"),
                department: "工業・雇用振興課", fileName: "実績.csv", takenAt: japanTime("2022-10-17T09:00"),
                period: period("FY2022Q2"), finding: Self.finding)
        ])
        let texts = Language.allCases.map(document.table) + [document.json.pretty]
        try Golden.expect(texts.joined(separator: "\n"), "hold-list.txt")
    }
}
