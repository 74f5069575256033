import Testing

@testable import ShirubeCore

/// On which scale a series is forecast, and what that keeps from happening.
@Suite struct EvaluationTests {
    private func terms(_ indicator: Indicator) -> Terms {
        Terms(
            Definitions(of: strategy([indicator])).inForce(
                indicator, on: day("2022-10-17"), knownAt: japanTime("2022-10-17")),
            dispersion: 2)
    }

    @Test
    func
        `years of one order of magnitude are measured by a bare logarithm, others by one from their mean`()
    {
        let visitors = terms(indicator(.annualFlow, baseline: 571, target: 500))
        #expect(visitors.scale(of: [571, 58, 318]) == .logarithm(offset: 0.5))
        #expect(visitors.scale(of: [571, 57, 318]) == .logarithm(offset: 314))
        #expect(visitors.scale(of: [571, 0, 318]) == .logarithm(offset: 285.5))
        // The newest has no part in it.
        #expect(visitors.scale(of: [571, 400, 0]) == .logarithm(offset: 0.5))
        #expect(visitors.scale(of: [0, 0, 9]) == .logarithm(offset: 0.5))
        let money = terms(indicator(.level, baseline: 5, target: 8, unit: "千円"))
        #expect(money.scale(of: [5, 6, 7]) == .logarithm(offset: 0))
        #expect(money.scale(of: [6, 0, 7]) == .logarithm(offset: 3))
        #expect(money.scale(of: [6, 7, 0]) == .linear(size: 6.5))
        #expect(money.scale(of: [6, -1, 7]) == .linear(size: 3.5))
    }

    @Test func `a share whose target is the whole ends at the whole`() {
        let stock = terms(indicator(.ratio, baseline: 85, target: 100, unit: "%"))
        #expect(stock.scale(of: [85, 88, 92]) == .linear(size: 86.5, limits: 0...100))
        let forecast = judge(
            indicator(.ratio, baseline: 85, target: 100, unit: "%"),
            [Figure("FY2020", 90), Figure("FY2021", 97)], now: "2022-04-10"
        ).prospect
        #expect(forecast.high80 == 100)
        #expect(forecast.probability.map { $0 > 0 && $0 < 1 } == true)
    }

    /// Invented figures (架空) of what did not take place in FY2020.
    private static let broken: [(kind: IndicatorKind, figures: [Double])] = [
        (.annualFlow, [0, 318, 300]), (.planSum, [0, 318, 300]), (.level, [0, 318, 300]),
        (.runningTotal, [571, 889, 1_100]),
    ]

    @Test(arguments: broken)
    func `a year that did not take place leaves an interval that people can believe`(
        kind: IndicatorKind, figures: [Double]
    ) throws {
        let target: Double = kind == .planSum ? 2_500 : kind == .runningTotal ? 2_000 : 600
        let row = indicator(kind, baseline: 571, target: target)
        let reported = zip(2020..., figures).map { Figure("FY\($0)", $1) }
        let prospect = judge(row, reported, now: "2023-04-10").prospect
        let high = try #require(prospect.high80)
        let low = try #require(prospect.low80)
        let isSum = kind == .planSum || kind == .runningTotal
        #expect(high < (isSum ? 20 : 10) * 571, "\(kind): \(low) to \(high)")
        #expect(low >= 0 && low < high)
    }

    @Test func `it makes no difference whether such people are counted in thousands`() {
        let people = judge(
            indicator(.annualFlow, baseline: 571, target: 600),
            [Figure("FY2020", 0), Figure("FY2021", 318)], now: "2022-04-10")
        let thousands = judge(
            indicator(.annualFlow, baseline: 0.571, target: 0.6, unit: "千人"),
            [Figure("FY2020", 0), Figure("FY2021", 0.318)], now: "2022-04-10")
        #expect(people.status == thousands.status)
        #expect(people.prospect.probability == thousands.prospect.probability)
    }
}
