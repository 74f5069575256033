import Foundation
import ShirubeCore
import Testing

@Suite struct SummaryJSONTests {
    private let view = SummaryView(SampleSummary.summary, language: .japanese)

    @Test func `the document is that of the golden file`() throws {
        try Golden.expect(SummaryJSON.document(view).pretty, "summary.json")
    }

    @Test func `counts add up to the indicators listed`() throws {
        let data = Data(SummaryJSON.document(view).compact.utf8)
        let document = try #require(
            try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let indicators = try #require(document["indicators"] as? [[String: Any]])
        let orient = try #require(document["orient"] as? [String: Any])
        let counts = try #require(orient["counts"] as? [String: Any])
        let statuses = try #require(counts["statuses"] as? [String: Int])
        let groups = try #require(counts["groups"] as? [String: Int])
        #expect(statuses.count == Status.allCases.count)
        #expect(statuses.values.reduce(0, +) == indicators.count)
        #expect(groups.values.reduce(0, +) == indicators.count)
        let goals = try #require(orient["goals"] as? [[String: Any]])
        #expect(goals.compactMap { $0["total"] as? Int }.reduce(0, +) == indicators.count)
        for (status, count) in statuses {
            #expect(indicators.count { $0["status"] as? String == status } == count)
        }
    }
}
