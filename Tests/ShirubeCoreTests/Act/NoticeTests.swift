import ShirubeCore
import Testing

@Suite struct NoticeTests {
    private func lagging(worsened: Bool, _ language: Language) throws -> NoticeText {
        let summary = SampleSummary.summary
        let standing = try #require(summary.standings.first { $0.status == .lagging })
        let indicator = try #require(summary.strategy.indicator(standing.indicator))
        return LaggingNotice.text(
            indicator: indicator, strategy: summary.strategy, standing: standing,
            worsened: worsened, mark: "架空", language: language)
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
}
