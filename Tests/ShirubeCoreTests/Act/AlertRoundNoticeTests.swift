import ShirubeCore
import Testing

@Suite struct AlertRoundNoticeTests {
    private let day = CivilDate(2023, 1, 12)

    private func items(perType: Int = 1) throws -> [AlertRoundNotice.Item] {
        let standings = SampleSummary.summary.standings
        let stages: [AlertTransition.Stage] = [.escalated, .repeated, .onset]
        return try AlertListingTests.rows().filter { $0.alert.closedAt == nil }.enumerated().map {
            AlertRoundNotice.Item(
                row: $1,
                telling: AlertTransition.Telling(role: .manager, stage: stages[$0 % 3]),
                standing: $1.alert.indicator.flatMap { id in
                    standings.first { $0.indicator == id }
                })
        }
    }

    private func digest() throws -> AlertDigest {
        let rows = try AlertListingTests.rows()
        let news = rows.flatMap { row in
            row.alert.transitions.filter { AlertDigest.kinds.contains($0.kind) }
                .map { AlertDigest.News(row: row, transition: $0) }
        }
        let budget = AlertBudget(
            rows.map(\.alert), strategy: SampleStrategy.strategy, rules: AlertRules(),
            now: japanTime("2023-01-12"))
        return AlertDigest(
            news: news,
            listing: AlertListing(
                rows: rows.filter { $0.alert.closedAt == nil }, silences: [],
                budgets: [(SampleStrategy.strategy, budget)]))
    }

    private func text(
        _ items: [AlertRoundNotice.Item], digest: AlertDigest?, perHead: Int = 5,
        _ language: Language = .japanese
    ) throws -> NoticeText {
        AlertRoundNotice.text(
            [
                AlertRoundNotice.Part(
                    strategy: SampleStrategy.strategy, items: items, digest: digest)
            ], on: try #require(day),
            perHead: perHead, mark: "架空", language: language)
    }

    @Test func `what a person is told is that of the golden file`() throws {
        let texts = try Language.allCases.map { language in
            let text = try text(items(), digest: digest(), language)
            return text.subject + "\n\n" + text.body
        }
        try Golden.expect(texts.joined(separator: "\n"), "alert-round.txt")
    }

    @Test func `of more alerts than one head can answer there is a line each`() throws {
        let many = try items().map { item in
            AlertRoundNotice.Item(
                row: item.row,
                telling: AlertTransition.Telling(role: .staff, stage: .repeated),
                standing: item.standing)
        }
        let text = try text(many, digest: nil, perHead: 1)
        #expect(text.subject == "【架空】【警告】4件（令和5年1月12日（木））")
        #expect(text.body.contains("ほか3件："))
        // The gravest is the one that is described.
        let lines = text.body.split(separator: "\n")
        let first = try #require(lines.firstIndex { $0.contains("後退：参加者数") })
        let rest = try #require(lines.firstIndex { $0.contains("ほか3件") })
        #expect(first < rest)
        #expect(!text.body.contains("\u{1B}"))
    }

    @Test func `a digest alone says what has happened`() throws {
        let text = try text([], digest: digest())
        #expect(text.subject == "【架空】【警告の動き】令和5年1月12日（木）")
        #expect(text.body.hasPrefix("◆ 警告の動き"))
        #expect(text.body.contains("未回答1件：消防総務課 1"))
    }
}
