import Testing

@testable import ShirubeCore

@Suite struct SurpriseTests {
    @Test func `an error is the distance of logarithms in spreads, in any unit`() throws {
        let error = try #require(
            Surprise.error(flow: 120, expected: 100, offset: 0.5, spread: 0.1))
        #expect((error - Analysis.ln(120.5 / 100.5) / 0.1).magnitude < 1e-12)
        let other = try #require(
            Surprise.error(flow: 0.12, expected: 0.1, offset: 0.0005, spread: 0.1))
        #expect((error - other).magnitude < 1e-9)
        #expect(Surprise.error(flow: 1, expected: -1, offset: 0.5, spread: 0.1) == nil)
    }

    @Test(arguments: SeasonProfile.Strength.allCases)
    func `a surprise rises with the error, and one alone is bounded`(
        _ strength: SeasonProfile.Strength
    ) {
        let scores = (-80...80).map {
            Surprise.score(error: Double($0) / 4, strength: strength)
        }
        #expect(scores == scores.sorted())
        #expect((scores.first, scores.last) == (-2.5, 2.5))
        var sum = Cusum()
        #expect(sum.add(Surprise.score(error: -1000, strength: strength)) == nil)
    }
}
