import Testing

@testable import ShirubeCore

@Suite struct CorrectionTests {
    private let outlook = Outlook(
        center: 5, spread: 0.1,
        errors: ErrorQuantiles(ErrorCell(.value, points: 4, horizon: 2, quarter: 4)),
        scale: .logarithm(offset: 0.5))

    @Test func `own errors weigh by their number against two hundred`() {
        let low = [Double](repeating: 0.02, count: 100)
        let correction = Correction(own: low, widening: 1)
        // (200·0.1 + 100·1)/300.
        #expect((correction.corrected(0.1) - 0.4).magnitude < 1e-12)
        #expect((correction.corrected(0.01) - 2.0 / 300).magnitude < 1e-12)
    }

    @Test func `a city that always falls short is foretold less, one like the others the same`() {
        let short = Correction(own: (0..<80).map { Double($0) / 200 }, widening: 1)
        let alike = Correction(own: (0..<80).map { (Double($0) + 0.5) / 80 }, widening: 1)
        let plain = outlook.forecast(of: .atLeast(150))
        let lower = outlook.forecast(of: .atLeast(150), corrected: short)
        let same = outlook.forecast(of: .atLeast(150), corrected: alike)
        #expect(lower.median < plain.median)
        #expect(lower.probability < plain.probability)
        #expect((same.probability - plain.probability).magnitude < 0.01)
        #expect((same.median / plain.median - 1).magnitude < 0.01)
    }

    @Test func `the order of own errors changes nothing, and no correction is none`() {
        let own = [0.7, 0.1, 0.4]
        #expect(
            Correction(own: own, widening: 1) == Correction(own: own.reversed(), widening: 1))
        #expect(Correction(own: [], widening: 1) == .none)
        #expect(Correction.none.corrected(0.37) == 0.37)
    }

    @Test func `corrected probabilities still rise with the shipped ones`() {
        let correction = Correction(own: [0.2, 0.2, 0.9, 0.5, 0.01], widening: 1)
        let rising = (0...100).map { correction.corrected(Double($0) / 100) }
        #expect(rising == rising.sorted())
    }

    @Test func `intervals that hold too seldom are widened, up to twice`() {
        #expect(Correction.widening(coverage: 0.7, indicators: 88) == 1)
        #expect(Correction.widening(coverage: 0.1, indicators: 39) == 1)
        // Half of them: Φ⁻¹(0.9)/Φ⁻¹(0.75).
        let half = Correction.widening(coverage: 0.5, indicators: 40)
        #expect((half - 1.2815515655 / 0.6744897502).magnitude < 1e-9)
        #expect(Correction.widening(coverage: 0, indicators: 40) == 2)
        let wide = outlook.forecast(
            of: .atLeast(150), corrected: Correction(own: [], widening: 1.5))
        let plain = outlook.forecast(of: .atLeast(150))
        #expect(wide.high80 - wide.low80 > plain.high80 - plain.low80)
    }
}
