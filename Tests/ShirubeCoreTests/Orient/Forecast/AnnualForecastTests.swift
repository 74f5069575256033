import Testing

@testable import ShirubeCore

/// Forecasts of values, by hand and by what must hold of every series.
@Suite struct AnnualForecastTests {
    private struct Case {
        var times: [Double] = []
        var values: [Double] = []
        var horizon = 0
        var quarter = 0
        var strength = SeasonProfile.Strength.unknown
        var target = 0.0
    }

    /// Two hundred series of 2 to 10 years, some with gaps, some falling to nothing.
    private var cases: [Case] {
        var chance = SeededSequence(state: 17)
        return (0..<200).map { _ in
            var one = Case()
            var (time, value) = (0.0, Double(20 + chance.below(4000)))
            for _ in 0..<2 + chance.below(9) {
                one.times.append(time)
                one.values.append(value)
                time += Double(1 + (chance.below(6) == 0 ? 1 : 0))
                value = (value * Double(60 + chance.below(90)) / 100).rounded()
            }
            one.quarter = 1 + chance.below(4)
            one.horizon = one.quarter == 4 ? 1 + chance.below(6) : chance.below(7)
            one.strength = SeasonProfile.Strength.allCases[chance.below(3)]
            one.target = (value * Double(50 + chance.below(120)) / 100).rounded()
            return one
        }
    }

    private func measured(_ one: Case, _ scale: ForecastScale, newest: Double, unit: Double = 1)
        -> Outlook?
    {
        AnnualForecast.flow(
            times: one.times, values: one.values.dropLast().map { $0 * unit } + [newest * unit],
            scale: scale, horizon: one.horizon, quarter: one.quarter, strength: one.strength)
    }

    @Test func `a higher newest value never lowers the probability of reaching a target`() throws {
        for one in cases {
            let last = try #require(one.values.last)
            for kind in 0..<3 {
                var before = 0.0
                for step in 0...60 {
                    let value = last * Double(step) / 20
                    let scale: ForecastScale =
                        switch kind {
                        case 0: .logarithm(offset: 0.5)
                        case 1: .share(whole: 20_000)
                        default:
                            .linear(
                                size: ForecastScale.size(
                                    of: one.values.dropLast() + [value], fallback: one.target))
                        }
                    let outlook = try #require(measured(one, scale, newest: value))
                    let forecast = outlook.forecast(of: .atLeast(one.target))
                    #expect(forecast.probability >= before)
                    before = forecast.probability
                }
            }
        }
    }

    @Test func `nor does a higher newest level, measured within a year, nor a city's own errors`()
        throws
    {
        let correction = Correction(own: [0.1, 0.5, 0.8, 0.8], widening: 1.8)
        for gap in [0.25, 0.5, 1, 2] {
            for target in [20.0, 60, 100, 180] {
                var before = 0.0
                for value in 0...400 {
                    let outlook = try #require(
                        AnnualForecast.level(
                            times: [0, 1, 2, 2 + gap], values: [70, 75, 60, Double(value)],
                            scale: .logarithm(offset: 0.5), horizon: 2.75))
                    let probability = outlook.forecast(
                        of: .atLeast(target), corrected: correction
                    ).probability
                    #expect(probability >= before)
                    before = probability
                }
            }
        }
    }

    @Test func `another unit changes nothing`() throws {
        for one in cases {
            let last = try #require(one.values.last)
            let scales: [(Double) -> ForecastScale] = [
                { .logarithm(offset: 0.5 * $0) }, { .share(whole: 20_000 * $0) },
                { unit in
                    .linear(
                        size: ForecastScale.size(
                            of: one.values.map { $0 * unit }, fallback: one.target * unit))
                },
            ]
            for scale in scales {
                let people = try #require(measured(one, scale(1), newest: last))
                let expected = people.forecast(of: .atLeast(one.target))
                for unit in [0.0001, 0.001, 100] {
                    let outlook = try #require(measured(one, scale(unit), newest: last, unit: unit))
                    let forecast = outlook.forecast(of: .atLeast(one.target * unit))
                    #expect((forecast.probability - expected.probability).magnitude < 1e-4 + 1e-9)
                    let median = expected.median * unit
                    #expect((forecast.median - median).magnitude <= 2e-5 * median.magnitude)
                }
            }
        }
    }

    @Test func `the forecast of a closed series is that of the formula`() throws {
        let scale = ForecastScale.logarithm(offset: 0)
        let outlook = try #require(
            AnnualForecast.flow(
                times: [2018, 2019, 2021], values: [100, 110, 121], scale: scale, horizon: 3,
                quarter: 4, strength: .strong))
        // Pairs ln 1.1, (ln 1.1)/2, (ln 1.21)/3: the middle one is 2/3·ln 1.1; b′ is a quarter of it.
        let step = Analysis.ln(1.1)
        #expect((outlook.center - (Analysis.ln(121) + 3 * step / 6)).magnitude < 1e-12)
        let own = ((0.5 * scale.priorVariance + step * step) / 1.5).squareRoot()
        #expect((outlook.spread - (own + 0.2 * step / 2)).magnitude < 1e-12)
        let errors = ErrorQuantiles(ErrorCell(.value, points: 3, horizon: 3, quarter: 4))
        let median = Analysis.exp(outlook.center + outlook.spread * errors.error(at: 0.5))
        let forecast = outlook.forecast(of: .atLeast(130))
        #expect(forecast.median == Forecast.rounded(median))
        let error = (Analysis.ln(130) - outlook.center) / outlook.spread
        let reached = errors.frequency(of: 1 - errors.share(below: error))
        #expect((forecast.probability - reached).magnitude < 5.1e-5)
    }

    @Test func `at most, at least and between add up`() throws {
        let outlook = try #require(
            AnnualForecast.level(
                times: [0, 1, 2.25], values: [3.1, 2.9, 3.3], scale: .linear(size: 3), horizon: 1.75
            ))
        let above = outlook.forecast(of: .atLeast(3.5)).probability
        let below = outlook.forecast(of: .atMost(3.2)).probability
        let between = outlook.forecast(of: .within(3.2, 3.5)).probability
        #expect((above + below + between - 1).magnitude < 2e-4)
        #expect(between > 0.05)
    }

    @Test func `nothing is foretold from one value, or of what is known`() {
        let scale = ForecastScale.logarithm(offset: 0.5)
        #expect(
            AnnualForecast.flow(
                times: [0], values: [3], scale: scale, horizon: 1, quarter: 4, strength: .unknown)
                == nil)
        #expect(
            AnnualForecast.flow(
                times: [0, 1], values: [3, 4], scale: scale, horizon: 0, quarter: 4,
                strength: .unknown) == nil)
        #expect(
            AnnualForecast.level(times: [0, 1], values: [3, 4], scale: scale, horizon: 0) == nil)
        #expect(Forecast(known: 4, .atLeast(4)).probability == 1)
        #expect(Forecast(known: 5, .atMost(4)).probability == 0)
        #expect(Forecast(known: 5, .within(4, 6)).probability == 1)
    }

    @Test func `figures are rounded to six digits, probabilities to four`() {
        let forecast = Forecast(
            median: 123_456.7, low80: -0.001234567, high80: 98_765_432, probability: 0.12345)
        #expect(forecast.median == 123_457)
        #expect(forecast.low80 == -0.00123457)
        #expect(forecast.high80 == 98_765_400)
        #expect(forecast.probability == 0.1235)
    }
}
