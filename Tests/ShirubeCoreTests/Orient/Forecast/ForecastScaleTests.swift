import Testing

@testable import ShirubeCore

@Suite struct ForecastScaleTests {
    @Test(
        arguments: [
            (ForecastScale.logarithm(offset: 0.5), [0, 1, 17, 4e6]),
            (.logarithm(offset: 0), [0.2, 3]),
            (.share(whole: 100), [0, 0.4, 45.53, 99, 100]), (.linear(size: 3), [-4, 0, 2.9]),
        ] as [(ForecastScale, [Double])])
    func `a value is found again at its place`(_ scale: ForecastScale, _ values: [Double]) {
        for value in values {
            let again = scale.value(at: scale.position(of: value))
            #expect((again - value).magnitude <= 1e-12 * max(1, value))
        }
    }

    @Test func `places are those of the formulas`() {
        #expect(ForecastScale.logarithm(offset: 0.5).position(of: 0.5) == 0)
        #expect(ForecastScale.logarithm(offset: 0.5).position(of: -3) == -.infinity)
        #expect(ForecastScale.share(whole: 100).position(of: 50).magnitude < 1e-15)
        // (1 + 0.005)/(1 + 0.01) against the rest: ln(1.005/0.005).
        let top = ForecastScale.share(whole: 1).position(of: 1)
        #expect((top - Analysis.ln(201)).magnitude < 1e-12)
        #expect(ForecastScale.linear(size: 4).position(of: -2) == -0.5)
        #expect(ForecastScale.linear(size: 4, limits: 0...100).value(at: 26) == 100)
    }

    @Test func `the size of a linear series leaves its newest value out`() {
        #expect(ForecastScale.size(of: [2, -4, 100], fallback: 7) == 3)
        #expect(ForecastScale.size(of: [5], fallback: -7) == 7)
        #expect(ForecastScale.size(of: [0, 5], fallback: 0) == 1)
    }

    @Test(arguments: [
        (ForecastScale.logarithm(offset: 0.5), 40.0), (.logarithm(offset: 300), 0),
        (.share(whole: 100), 45.5), (.linear(size: 3), 12),
    ])
    func `its width is how much a value moves by a small step on the scale`(
        scale: ForecastScale, value: Double
    ) {
        let place = scale.position(of: value)
        let moved = (scale.value(at: place + 1e-6) - value) / 1e-6
        #expect((moved / scale.width(at: value) - 1).magnitude < 1e-4)
    }
}
