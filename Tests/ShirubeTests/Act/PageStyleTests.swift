import ShirubeCore
import Testing

@testable import Shirube

@Suite struct PageStyleTests {
    @Test func `pages that stand for themselves begin alike, in light and dark`() throws {
        let review = try ReviewHTML.render(
            ReviewDocument(
                DecisionSubject(.measure, id: "m1"), in: SampleSummary.decided, outcomes: [],
                language: .japanese))
        let calibration = try CalibrationHTML.render([], .japanese)
        let rules = PageStyle.head.split(separator: "\n").drop { $0 != "<style>" }
        #expect(rules.count > 3)
        for page in [review, calibration] {
            #expect(rules.allSatisfy(page.contains))
        }
    }
}
