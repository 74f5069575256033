import ShirubeCore
import Testing

@Suite struct ActNoticeTests {
    @Test func `one act is named in the subject, and the text says how it is recorded`() throws {
        let strategy = SampleStrategy.strategy
        let indicator = try #require(strategy.indicators.first)
        let decision = Decision(
            number: 7,
            draft: Decision.Draft(
                subject: .indicator(indicator.id),
                quarter: try #require(Period(code: "FY2022Q2")), verdict: .improve,
                post: "kogyo-kacho", reason: "理由",
                act: Decision.Act(text: "訪問\u{202E}する", due: day("2022-11-30")),
                effectBy: day("2023-03-31")),
            author: "hanako", at: japanTime("2022-10-20T10:00"))
        let rows = [DecisionListing.Row(decision, in: strategy)]
        let japanese = ActNotice.text(
            rows, strategy: strategy, on: day("2022-12-05"), mark: "架空", language: .japanese)
        #expect(japanese.subject.hasPrefix("【架空】【措置の確認】"))
        #expect(japanese.body.contains("（5日超過）"))
        #expect(japanese.body.contains("shirube acts done 7 --by 職 --reason 結果"))
        #expect(!japanese.body.contains("\u{202E}"))
        let english = ActNotice.text(
            rows, strategy: strategy, on: day("2022-11-30"), mark: nil, language: .english)
        #expect(english.subject.hasPrefix("[Act due] ") && !english.body.contains("days ago"))
        #expect(
            DecisionListing(rows: rows, day: day("2022-12-05")).table(.english)
                .contains("overdue"))
        #expect(
            DecisionListing(rows: [], day: day("2022-12-05")).acts(.english)
                == "No act is open.\n")
    }
}
