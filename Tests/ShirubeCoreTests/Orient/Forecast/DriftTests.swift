import Testing

@testable import ShirubeCore

@Suite struct DriftTests {
    private let linear = ForecastScale.linear(size: 1)

    @Test func `a series is measured as by hand`() throws {
        let values = [10.0, 12, 11, 15]
        let drift = try #require(Drift(times: [0, 1, 2, 3], values: values, scale: linear))
        // Pairs: 2, ½, 5/3, −1, 3/2, 4; median (3/2 + 5/3)/2 = 19/12; b′ = ½·19/12·3/5.
        #expect((drift.slope - 19.0 / 40).magnitude < 1e-15)
        #expect(drift.last == 15)
        // Steps 2 and −1 before the newest, 4: √((½·s_p² + 5)/(½ + 2)) + 0.2·|4 − ½|.
        let own = ((0.5 * linear.priorVariance + 5) / 2.5).squareRoot()
        #expect((drift.spread - (own + 0.7)).magnitude < 1e-15)
    }

    @Test func `an estimate of a running year has no part in the spread`() throws {
        let calm = try #require(
            Drift(times: [0, 1, 2], values: [10, 12, 12], scale: linear, isEstimate: true))
        let wild = try #require(
            Drift(times: [0, 1, 2], values: [10, 12, 90], scale: linear, isEstimate: true))
        #expect(calm.spread == wild.spread)
        #expect(calm.spread == ((0.5 * linear.priorVariance + 4) / 1.5).squareRoot())
    }

    @Test func `steps over a gap are divided by it, and the newest eight points are used`() throws {
        let gap = try #require(Drift(times: [0, 2, 3], values: [0, 6, 9], scale: linear))
        #expect(gap.spread == ((0.5 * linear.priorVariance + 9) / 1.5).squareRoot())
        let long = (0..<12).map(Double.init)
        let drift = try #require(
            Drift(times: long, values: [900] + long.dropFirst(), scale: linear))
        #expect(drift.points == 8)
        #expect(drift.slope == 0.5 * 7 / 9)
    }

    @Test func `one value, or one that the scale cannot hold, is no series`() {
        #expect(Drift(times: [0], values: [1], scale: linear) == nil)
        #expect(
            Drift(times: [0, 1], values: [0, 1], scale: .logarithm(offset: 0)) == nil)
    }
}
