import Testing

@testable import ShirubeCore

@Suite struct YearEndTests {
    @Test func `a winter-only program is told from its third quarter`() {
        // 1,300 by December, when 35 % of the season has passed; 3,957 a year before:
        // BF = 1300 + 0.65·3957 = 3872.05, Û = 1300 + 0.65·3872.05.
        let estimate = YearEnd.estimate(flow: 1300, share: 0.35, earlier: 3957)
        #expect((estimate - 3816.8325).magnitude < 1e-9)
    }

    @Test func `before the season the earlier year stands, after it the count`() {
        #expect(YearEnd.estimate(flow: 0, share: 0, earlier: 3957) == 3957)
        #expect(YearEnd.estimate(flow: 3900, share: 1, earlier: 3957) == 3900)
    }
}
