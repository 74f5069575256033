import Testing

@testable import ShirubeCore

/// The expected values are sums of mpmath's (1.4.1) terms, to 30 digits.
@Suite struct NegativeBinomialTests {
    @Test(
        arguments: [
            (20, 5.0 / 12, 29, 0.554912185663099), (7.5, 0.25, 10, 0.0569631242568231),
            (0.5, 0.1, 3, 0.55458444465203), (400, 0.02, 19000, 0.275544399702008),
            (1200, 0.3, 2750, 0.303056309817546),
        ] as [(Double, Double, Int, Double)])
    func `the probability of fewer is exact, also where its first term is too small for a number`(
        _ size: Double, _ success: Double, _ count: Int, _ expected: Double
    ) {
        let distribution = NegativeBinomial(size: size, success: success)
        #expect((distribution.probability(below: count) - expected).magnitude < 1e-10)
    }

    @Test(
        arguments: [
            (20, 5.0 / 12, [18, 27, 39]), (7.5, 0.25, [11, 21, 35]),
            (1200, 0.3, [2677, 2799, 2924]),
        ] as [(Double, Double, [Int])])
    func `its quantiles are exact`(_ size: Double, _ success: Double, _ expected: [Int]) {
        let distribution = NegativeBinomial(size: size, success: success)
        #expect([0.1, 0.5, 0.9].map(distribution.quantile) == expected)
    }

    @Test func `nothing is fewer than none`() {
        #expect(NegativeBinomial(size: 3, success: 0.5).probability(below: 0) == 0)
        let none = NegativeBinomial(size: 3, success: 0.5).probability(below: 1)
        #expect((none - 0.125).magnitude < 1e-15)
    }
}
