import Testing

@testable import ShirubeCore

@Suite struct PlanSumForecastTests {
    @Test func `what is to come is the rest of the year and the years after it, drifting`() throws {
        // Û = 121 for the running year, of which 50 are counted, and two years more. Two steps of ln 1.1, so
        // b = ln 1.1 and b′ = ½·b·(3 − 1)/(3 + 1).
        let outlook = try #require(
            PlanSumForecast.outlook(
                times: [0, 1, 2], values: [100, 110, 121], offset: 0.5, counted: 160, running: 50,
                years: 2, quarter: 2, strength: .weak))
        let growth = Analysis.exp(Analysis.ln(121.5 / 100.5) / 2 / 4)
        let rest = 71 + 121.5 * growth + 121.5 * growth * growth
        #expect((outlook.center - Analysis.ln(rest)).magnitude < 1e-12)
        #expect(outlook.certain == 160)
        let forecast = outlook.forecast(of: .atLeast(160))
        #expect(forecast.probability == 1)
        #expect(forecast.low80 > 160)
    }

    @Test func `of a closed year nothing is left, whatever it counted`() throws {
        let outlooks = [0.0, 121].map { running in
            PlanSumForecast.outlook(
                times: [0, 1, 2], values: [100, 110, 121], offset: 0.5, counted: 231,
                running: running, years: 1, quarter: 4, strength: .weak)
        }
        #expect(outlooks[0] == outlooks[1])
        #expect(try #require(outlooks[0]).value(at: 0.5) < 231 + 2 * 121)
    }

    @Test func `a higher newest year never lowers the probability of a sum`() throws {
        var chance = SeededSequence(state: 23)
        for _ in 0..<200 {
            let known = 1 + chance.below(5)
            let values = (0..<known).map { _ in Double(30 + chance.below(300)) }
            let times = (0...known).map(Double.init)
            let (share, years) = (Double(1 + chance.below(4)) / 4, chance.below(4))
            let quarter = ErrorCell.quarter(ofShare: share)
            if quarter == 4 && years == 0 { continue }
            let target = Double(30 + chance.below(300)) * Double(years + 1)
            var before = 0.0
            for flow in 0...150 {
                let counted = Double(flow * 2)
                let estimate = YearEnd.estimate(
                    flow: counted, share: share, earlier: values[known - 1])
                let forecast = try #require(
                    PlanSumForecast.outlook(
                        times: times, values: values + [estimate], offset: 0.5, counted: counted,
                        running: counted, years: years, quarter: quarter, strength: .strong)
                ).forecast(of: .atLeast(target))
                #expect(forecast.probability >= before)
                before = forecast.probability
            }
            #expect(before == 1 || target > 300)
        }
    }

    @Test func `another unit changes nothing`() throws {
        let forecasts = try [1, 0.001].map { unit in
            try #require(
                PlanSumForecast.outlook(
                    times: [0, 1, 2], values: [900 * unit, 800 * unit, 950 * unit],
                    offset: 0.5 * unit, counted: 1000 * unit, running: 200 * unit, years: 2,
                    quarter: 1, strength: .unknown)
            ).forecast(of: .atLeast(3700 * unit))
        }
        #expect(forecasts[0].probability == forecasts[1].probability)
        #expect((forecasts[0].median / 1000 - forecasts[1].median).magnitude < 1e-5)
    }
}
