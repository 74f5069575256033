import ShirubeCore
import Testing

@Suite struct ReviewDocumentTests {
    private func document(_ subject: DecisionSubject, _ language: Language = .japanese)
        -> ReviewDocument
    {
        ReviewDocument(
            subject, in: SampleSummary.decided, outcomes: SampleSummary.decided.decided,
            language: language)
    }

    @Test func `a measure shows its indicators by program, and what was decided within it`() {
        let review = document(DecisionSubject(.measure, id: "m1"))
        #expect(review.parts.flatMap(\.rows).map(\.id).allSatisfy { $0.hasPrefix("m01-") })
        #expect(review.parts.count == 1)
        #expect(review.outcomes.map(\.row.decision.number) == [3])
        #expect(review.acts.map(\.number) == [3])
        #expect(review.title == "【架空】施策の点検：地元就職の促進")
        #expect(review.lead.contains { $0.contains("期限を過ぎた措置が1件") })
        #expect(document(DecisionSubject(.measure, id: "m2")).outcomes.isEmpty)
        let indicator = document(DecisionSubject(.indicator, id: "m01-1-2"))
        #expect(indicator.parts.flatMap(\.rows).map(\.id) == ["m01-1-2"])
        #expect(indicator.outcomes.isEmpty, "a decision on its neighbour is not its own")
        #expect(document(DecisionSubject(.program, id: "p1")).outcomes.count == 1)
    }

    @Test func `text and JSON hold the figures, the decisions and the acts`() throws {
        let review = document(DecisionSubject(.measure, id: "m1"))
        try Golden.expect(ReviewText.render(review), "review.txt")
        let json = ReviewJSON.document(review).compact
        #expect(json.contains("\"kind\":\"measure\"") && json.contains("\"openActs\":[3]"))
        #expect(json.contains("\"effect\":\"worse\"") && json.contains("\"id\":\"m01-1-4\""))
    }

    @Test func `what has no indicator, decision or act says so`() {
        let review = document(DecisionSubject(.measure, id: "gone"), .english)
        let text = ReviewText.render(review)
        for words in ["It has no indicator.", "No decision is on record.", "No act is open."] {
            #expect(text.contains(words))
        }
    }
}
