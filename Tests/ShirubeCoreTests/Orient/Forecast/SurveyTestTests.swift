import Testing

@testable import ShirubeCore

@Suite struct SurveyTestTests {
    @Test func `two surveys of a thousand at 33.1 and 35 percent do not differ`() throws {
        let z = try #require(
            SurveyTest.z(share: 0.35, count: 1000, against: 0.331, earlierCount: 1000))
        #expect((z - 0.90).magnitude < 0.005)
        #expect(z < SurveyTest.threshold)
        let earlier = SurveyTest.interval95(share: 0.331, count: 1000)
        let newer = SurveyTest.interval95(share: 0.35, count: 1000)
        #expect(((earlier.high - earlier.low) / 2 - 0.029).magnitude < 0.0005)
        #expect(((newer.high - newer.low) / 2 - 0.030).magnitude < 0.0005)
    }

    @Test func `an earlier share of unknown size counts as exact`() throws {
        let z = try #require(SurveyTest.z(share: 0.35, count: 1000, against: 0.331))
        #expect((z - 0.019 / SurveyTest.standardError(share: 0.35, count: 1000)).magnitude < 1e-12)
    }

    @Test func `a marriage rate is known to a sixth of a per mille`() {
        let error = SurveyTest.standardError(share: 0.00482, count: 173_000)
        #expect((error - 0.000167).magnitude < 0.0000005)
    }

    @Test func `means on a scale are compared by their deviation`() throws {
        let z = try #require(
            SurveyTest.z(mean: 3.0, deviation: 1, count: 400, against: 2.9, earlierCount: 400))
        #expect((z - 0.1 / 0.005.squareRoot()).magnitude < 1e-12)
        #expect(SurveyTest.z(mean: 3, deviation: 0, count: 400, against: 2.9) == nil)
    }

    @Test func `where nothing can vary there is no test`() {
        #expect(SurveyTest.z(share: 1, count: 50, against: 0.9) == nil)
        #expect(SurveyTest.z(share: 0.5, count: 0, against: 0.9) == nil)
        #expect(SurveyTest.interval95(share: 0.99, count: 20).high == 1)
    }
}
