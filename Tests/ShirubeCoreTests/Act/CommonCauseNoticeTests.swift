import ShirubeCore
import Testing

@Suite struct CommonCauseNoticeTests {
    @Test func `indicators that came to lag together are listed by department`() throws {
        let strategy = SampleStrategy.strategy
        let indicators = strategy.indicators.filter { $0.id.text.hasPrefix("m01-2") }
        func text(_ language: Language) -> NoticeText {
            CommonCauseNotice.text(
                indicators, onsets: 5, days: 14, in: strategy, mark: nil, language: language)
        }
        let japanese = text(.japanese)
        #expect(japanese.subject == "【共通要因】5指標が一斉に遅れ等になりました")
        #expect(
            japanese.body.split(separator: "\n").filter { $0.hasPrefix("■") || $0.hasPrefix("  ・") }
                == [
                    "■ 観光課", "  ・参加者数（スケート教室開催事業） (m01-2-1)", "■ スポーツ課",
                    "  ・参加者数（スケート教室開催事業） (m01-2-1)", "  ・満足度 (m01-2-2)",
                ])
        #expect(text(.english).subject == "[Common cause] 5 indicators have come to lag together")
        #expect(text(.english).body.contains("of 12 indicators have got an alert"))
    }
}
