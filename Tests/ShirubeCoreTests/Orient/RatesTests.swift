import ShirubeCore
import Testing

struct RatesTests {
    private func progress(_ indicator: Indicator, _ value: Double) -> Double? {
        Rates.progress(of: indicator, value: value)
    }

    @Test func `achievement is the share of the target`() {
        #expect(
            Rates.achievement(of: indicator(.annualFlow, baseline: 825, target: 870), value: 435)
                == 50)
        #expect(Rates.achievement(of: indicator(.milestone, target: 6), value: 0.3) == 30)
        #expect(
            Rates.achievement(of: indicator(.ceiling, target: 200, sense: .atMost), value: 150)
                == 75)
        #expect(
            Rates.achievement(of: indicator(.reduction, target: 40, sense: .atMost), value: 50)
                == 80)
    }

    @Test func `without a divisor there is no achievement`() {
        #expect(Rates.achievement(of: indicator(.level, target: 0), value: 5) == nil)
        #expect(Rates.achievement(of: indicator(.reduction, target: 40), value: 0) == nil)
    }

    @Test func `progress is the way from the baseline, below it negative`() {
        let advice = indicator(.annualFlow, baseline: 825, target: 870)
        #expect(prints(progress(advice, 740), "-189", decimals: 0))
        #expect(progress(indicator(.level, baseline: 10, target: 20), 15) == 50)
    }

    @Test func `a sum's progress leaves its baseline out`() {
        #expect(progress(indicator(.planSum, baseline: 9, target: 40), 11) == 27.5)
        #expect(progress(indicator(.periodTotal, baseline: 16, target: 20), 5) == 25)
        #expect(progress(indicator(.planSum, target: 0), 5) == nil)
    }

    @Test(arguments: [IndicatorKind.maintain, .floor])
    func `what is held at its target makes no progress`(kind: IndicatorKind) {
        #expect(progress(indicator(kind, baseline: 10, target: 20), 15) == nil)
    }

    @Test func `a ceiling is filled up`() {
        #expect(progress(indicator(.ceiling, target: 200, sense: .atMost), 150) == 75)
    }

    @Test func `without a baseline, or at the target from the start, progress is undefined`() {
        #expect(progress(indicator(.level, target: 20), 15) == nil)
        #expect(progress(indicator(.level, baseline: 39, target: 39), 39) == nil)
        #expect(progress(indicator(.survey, baseline: 20, target: 20, sense: .atMost), 15) == nil)
    }
}
