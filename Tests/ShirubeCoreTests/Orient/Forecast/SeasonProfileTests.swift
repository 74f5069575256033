import Testing

@testable import ShirubeCore

@Suite struct SeasonProfileTests {
    /// Months of the fiscal year that begins in April of year 0, as `Period.absoluteMonths` counts.
    private let fiscalYear = Array(3..<15)

    @Test func `months that are declared share the year, and nothing else is known`() {
        let profile = SeasonProfile(season: Season(activeMonths: [12, 1, 2, 3]))
        #expect(profile.share(of: fiscalYear.prefix(8)) == 0)
        #expect(profile.share(of: fiscalYear.prefix(9)) == 0.25)
        #expect(profile.share(of: fiscalYear) == 1)
        #expect(profile.strength == .strong)
    }

    @Test func `with nothing known every month is alike, and the season is unknown`() {
        let profile = SeasonProfile(season: Season(activeMonths: []))
        #expect(profile.share(of: fiscalYear.prefix(3)) == 0.25)
        #expect(profile.strength == .unknown)
    }

    @Test func `history outweighs a declared season with the years`() {
        var flows = [Double](repeating: 0, count: 12)
        (flows[1], flows[2]) = (20, 80)
        // π is 1/2 for February and March; two years' shares are 0.2 and 0.8: (½ + 2·0.2)/3 and so on.
        let profile = SeasonProfile(
            season: Season(activeMonths: [2, 3]), flows: flows, years: 2)
        #expect((profile.shares[1] - 0.3).magnitude < 1e-15)
        #expect((profile.shares[2] - 0.7).magnitude < 1e-15)
    }

    @Test func `history stands alone where no months are declared`() {
        let flows: [Double] = [1, 1, 1, 1, 1, 1, 5, 5, 1, 1, 1, 1]
        let profile = SeasonProfile(season: Season(activeMonths: []), flows: flows, years: 1)
        #expect(profile.shares[6] == 0.25)
        #expect(profile.strength == .strong)
        #expect(profile.share(of: fiscalYear) == 1)
        #expect(profile.share(of: fiscalYear + fiscalYear.map { $0 + 12 }) == 2)
    }

    @Test func `history that adds up to nothing, or goes below it, is left out`() {
        let season = Season(activeMonths: [])
        let nothing = [Double](repeating: 0, count: 12)
        #expect(SeasonProfile(season: season, flows: nothing, years: 1).strength == .unknown)
        let negative = [Double](repeating: 1, count: 11) + [-2]
        #expect(SeasonProfile(season: season, flows: negative, years: 1).strength == .unknown)
    }

    @Test func `a quarter's flow is spread over its active months`() {
        let season = Season(activeMonths: [12, 1])
        let parts = SeasonProfile.spread(30, over: [10, 11, 12], in: season)
        #expect(parts.map(\.month) == [12])
        #expect(SeasonProfile.spread(30, over: [4, 5, 6], in: season).map(\.flow) == [10, 10, 10])
    }
}
