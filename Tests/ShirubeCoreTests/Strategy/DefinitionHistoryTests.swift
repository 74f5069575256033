import ShirubeCore
import Testing

@Suite struct DefinitionHistoryTests {
    private static func version(
        _ number: Int, from date: String, knownAt moment: String, target: Double
    ) -> DefinitionVersion {
        DefinitionVersion(
            number: number, validFrom: day(date), knownAt: japanTime(moment),
            indicator: indicator(.annualFlow, baseline: 100, target: target), term: 2020...2024)
    }

    private static let raised = [
        version(1, from: "2020-04-01", knownAt: "2020-05-01", target: 120),
        version(2, from: "2022-04-01", knownAt: "2022-03-20", target: 150),
    ]

    private func target(_ date: String, knownAt moment: String) throws -> Double {
        let history = try #require(DefinitionHistory(Self.raised))
        return history.inForce(on: day(date), knownAt: japanTime(moment)).indicator.target.value
    }

    @Test func `a raised target holds from its day on, and not before it is known`() throws {
        #expect(try target("2022-03-31", knownAt: "2022-10-01") == 120)
        #expect(try target("2022-04-01", knownAt: "2022-10-01") == 150)
        #expect(try target("2022-04-01", knownAt: "2022-03-19") == 120)
        #expect(try target("2022-04-01", knownAt: "2022-03-20") == 150)
    }

    @Test func `what was observed before the plan or before Shirube has the first version`() throws
    {
        #expect(try target("2018-03-31", knownAt: "2022-10-01") == 120)
        #expect(try target("2022-04-01", knownAt: "2019-01-01") == 120)
    }

    @Test func `of two versions that hold from the same day the later decision counts`() throws {
        let versions =
            Self.raised + [
                Self.version(3, from: "2022-04-01", knownAt: "2022-05-01", target: 140)
            ]
        let history = try #require(DefinitionHistory(versions))
        let now = japanTime("2022-06-01")
        #expect(history.inForce(on: day("2022-06-01"), knownAt: now).number == 3)
        #expect(history.newest.number == 3)
    }

    @Test func `nothing is no history, and a file alone is a history of one version`() {
        #expect(DefinitionHistory([]) == nil)
        let history = DefinitionHistory(
            unrecorded: indicator(.level, target: 3), term: 2020...2024)
        let version = history.inForce(on: day("2021-01-01"), knownAt: japanTime("2021-01-01"))
        #expect(version.number == 1)
        #expect(version.validFrom == day("2020-04-01"))
    }
}
