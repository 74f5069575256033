import Testing

@testable import ShirubeCore

@Suite struct SmallCountForecastTests {
    @Test func `job offers, eleven in a year and a half, forty wanted in five`() throws {
        let forecast = try #require(
            SmallCountForecast(
                counted: 11, exposure: 1.5, rest: 3.5, priorRate: 9, priorYears: 1, dispersion: 1))
        // a = 20, c = 2.5, so 8 a year and 39 in all; at least 29 of NegBin(20, 5/12).
        #expect(forecast.rest == NegativeBinomial(size: 20, success: 2.5 / 6))
        let known = forecast.forecast(of: .atLeast(40))
        #expect(known.probability == 0.4451)
        #expect((known.low80, known.high80) == (29, 50))
    }

    @Test func `weddings, nine in two years, twenty wanted in five`() throws {
        let forecast = try #require(
            SmallCountForecast(
                counted: 9, exposure: 2, rest: 3, priorRate: 4, priorYears: 1, dispersion: 1))
        #expect((forecast.forecast(of: .atLeast(20)).probability - 0.66).magnitude < 0.005)
    }

    @Test func `registrations without a baseline, fourteen in two years, fifty wanted`() throws {
        let forecast = try #require(
            SmallCountForecast(
                counted: 14, exposure: 2, rest: 3, priorRate: 10, priorYears: 0.5, dispersion: 1))
        #expect((forecast.forecast(of: .atLeast(50)).probability - 0.05).magnitude < 0.005)
    }

    @Test func `more dispersion means a wider interval, and one more counted never less hope`()
        throws
    {
        let forecasts = try [1.0, 2].map { dispersion in
            try #require(
                SmallCountForecast(
                    counted: 11, exposure: 1.5, rest: 3.5, priorRate: 9, priorYears: 1,
                    dispersion: dispersion)
            ).forecast(of: .atLeast(40))
        }
        #expect(forecasts[1].low80 < forecasts[0].low80)
        #expect(forecasts[1].high80 > forecasts[0].high80)
        var before = 0.0
        for counted in 0...50 {
            let one = try #require(
                SmallCountForecast(
                    counted: Double(counted), exposure: 1.5, rest: 3.5, priorRate: 9, priorYears: 1)
            )
            let probability = one.forecast(of: .atLeast(40)).probability
            #expect(probability >= before)
            before = probability
        }
        #expect(before == 1)
    }

    @Test func `what is over, or of which nothing is known, is not foretold`() {
        #expect(
            SmallCountForecast(counted: 3, exposure: 5, rest: 0, priorRate: 1, priorYears: 1) == nil
        )
        #expect(
            SmallCountForecast(counted: 0, exposure: 1, rest: 4, priorRate: 0, priorYears: 1) == nil
        )
    }
}
