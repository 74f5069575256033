import Testing

@testable import ShirubeCore

@Suite struct TheilSenTests {
    @Test func `the slope is the median of all pairs, gaps in years counted`() {
        // Pairs: (0,2) 1/2, (0,3) 7/3, (2,3) 6.
        #expect(TheilSen.slope(times: [0, 2, 3], values: [1, 2, 8]) == 7.0 / 3)
        // Six pairs, so the mean of the middle two.
        #expect(TheilSen.slope(times: [0, 1, 2, 3], values: [0, 1, 0, 3]) == 1)
    }

    @Test func `pairs within a year and single points say nothing`() {
        #expect(TheilSen.slope(times: [0, 0.25], values: [1, 5]) == 0)
        #expect(TheilSen.slope(times: [0, 1, 1.25], values: [1, 2, 50]) == (1 + 49 / 1.25) / 2)
        #expect(TheilSen.slope(times: [3], values: [1]) == 0)
    }

    @Test func `one wild value does not move it far`() {
        let slope = TheilSen.slope(times: [0, 1, 2, 3, 4], values: [0, 1, 200, 3, 4])
        #expect(slope == 1)
    }
}
