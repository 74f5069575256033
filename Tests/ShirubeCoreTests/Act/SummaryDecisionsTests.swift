@testable import ShirubeCore
import Testing

@Suite struct SummaryDecisionsTests {
    @Test(arguments: Language.allCases)
    func `text, Slack and JSON say what was decided and whether the effect came`(
        language: Language
    ) throws {
        let view = SummaryView(SampleSummary.decided, language: language)
        let decided = try #require(view.decided)
        #expect(decided.outcomes.map(\.effect) == [.worse, .better])
        #expect(decided.medianLoopDays == 31.5)
        #expect(decided.acts.map(\.isOverdue) == [true, false])
        let slack = ChatDialect.slack.posts(SummaryChat.message(view)).map(\.compact).joined()
        let text = SummaryText.render(view)
            .split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
        for outcome in decided.outcomes {
            for line in [outcome.heading, outcome.origin, outcome.effectText] + outcome.comparisons
            {
                // A colon would begin an emoji there.
                #expect(slack.contains(line.replacing(":", with: "：")))
                #expect(
                    text.replacing(" ", with: "").contains(line.replacing(" ", with: "")), "\(line)"
                )
            }
        }
        for act in decided.acts { #expect(slack.contains(act.text) && text.contains(act.text)) }
        let json = SummaryJSON.document(view).compact
        #expect(json.contains("\"medianLoopDays\":31.5"))
        #expect(json.contains("\"overdueActs\":[3]"))
        #expect(json.contains("\"probability\":0.35"))
    }

    @Test func `the parts on decisions read as in the golden file`() throws {
        let view = SummaryView(SampleSummary.decided, language: .japanese)
        let lines = SummaryText.render(view).split(
            separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.hasPrefix("■ 3") })
        let end = try #require(lines.firstIndex { $0.hasPrefix("■ 5") })
        try Golden.expect(
            lines[start..<end].joined(separator: "\n") + "\n", "summary-decisions.txt")
    }

    @Test func `a summary without decisions looks as before`() {
        let view = SummaryView(SampleSummary.summary, language: .japanese)
        #expect(view.decided == nil)
        #expect(!SummaryJSON.document(view).compact.contains("\"decided\""))
        #expect(!SummaryText.render(view).contains(DecisionWords.outcomes.japanese))
    }
}
