import Shirube
import ShirubeCore
import Testing

@Suite struct ReviewHTMLTests {
    private func page(_ subject: DecisionSubject, _ language: Language) throws -> String {
        try ReviewHTML.render(
            ReviewDocument(
                subject, in: SampleSummary.decided, outcomes: SampleSummary.decided.decided,
                language: language))
    }

    @Test func `the page is that of the golden file`() throws {
        try Golden.expect(page(DecisionSubject(.measure, id: "m1"), .japanese), "review.html")
    }

    @Test func `names that look like markup are shown, not obeyed`() throws {
        let page = try page(DecisionSubject(.measure, id: "m2"), .english)
        #expect(page.contains("&lt;U&amp;I&gt;") && !page.contains("<U&I>"))
        #expect(page.contains("□ continue") && page.contains("No decision is on record."))
    }
}
