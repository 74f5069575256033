import ShirubeCore
import Testing

@Suite struct CalibrationTests {
    private func forecast(
        _ index: Int, year: Int = 1, _ probability: Double, isMet: Bool, outcome: Double = 50
    ) -> JudgedForecast {
        JudgedForecast(
            indicator: Identifier("i-\(index)"), planYear: year, probability: probability,
            interval: 40...60, isMet: isMet, outcome: outcome)
    }

    @Test func `what always says the share of met targets scores as climatology does`() {
        let calibration = Calibration((0..<40).map { forecast($0, 0.75, isMet: $0 % 4 != 0) })
        #expect(calibration.overall.metShare == 0.75)
        #expect(calibration.overall.brier == 0.1875)
        #expect(calibration.overall.climatology == 0.1875)
    }

    @Test func `the score is the mean of the squared errors, by plan year and over all`() {
        let sure = (0..<20).map { forecast($0, year: 2, $0 % 2 == 0 ? 1 : 0, isMet: $0 % 2 == 0) }
        let wrong = (0..<20).map { forecast($0, year: 1, 0.5, isMet: $0 % 2 == 0) }
        let calibration = Calibration(sure + wrong)
        #expect(calibration.years.map(\.planYear) == [1, 2])
        #expect(calibration.years.map(\.brier) == [0.25, 0])
        #expect(calibration.overall.brier == 0.125)
    }

    @Test func `each bin holds its lower end, and the last one certainty as well`() throws {
        let probabilities = [0, 0.2, 0.4, 0.6, 0.8, 1]
        let calibration = Calibration(
            (0..<30).map { forecast($0, probabilities[$0 % 6], isMet: $0 % 6 >= 3) })
        #expect(calibration.overall.bins.map(\.count) == [5, 5, 5, 5, 10])
        let last = try #require(calibration.overall.bins.last)
        #expect(last.forecast.map { ($0 * 10).rounded() } == 9)
        #expect(last.observed == 1)
        #expect(calibration.overall.bins.first?.observed == 0)
    }

    @Test func `coverage is the share of final values in their intervals`() {
        let calibration = Calibration(
            (0..<20).map { forecast($0, 0.5, isMet: true, outcome: $0 < 16 ? 60 : 61) })
        #expect(calibration.overall.coverage == 0.8)
        #expect(calibration.overall.intervals == 20)
    }

    @Test func `too few forecasts, or too few indicators, give no figure`() {
        let few = Calibration((0..<19).map { forecast($0, 0.5, isMet: true) }).overall
        #expect(!few.isEnough && few.brier == nil && few.bins.isEmpty && few.count == 19)
        let same = Calibration((0..<90).map { forecast($0 % 9, 0.5, isMet: true) }).overall
        #expect(!same.isEnough && same.metShare == nil && same.indicators == 9)
        #expect(Calibration([]).years.isEmpty)
    }

    @Test func `a bin of few forecasts shows its number only`() {
        let calibration = Calibration(
            (0..<20).map { forecast($0, $0 < 4 ? 0.1 : 0.9, isMet: true) })
        #expect(calibration.overall.bins[0].count == 4)
        #expect(calibration.overall.bins[0].observed == nil)
        #expect(calibration.overall.bins[4].observed == 1)
    }

    @Test func `the document says what is better, or that there are too few`() {
        func text(_ forecasts: [JudgedForecast], _ language: Language = .japanese) -> String {
            CalibrationDocument(
                strategy: Identifier("s"), name: "市 戦略", calibration: Calibration(forecasts),
                cutoff: japanTime("2025-06-01")
            ).text(language)
        }
        let none = text([])
        #expect(none.contains("0指標の0件だけで、まだ当たり具合を言えません"))
        #expect(text([], .english).contains("too few"))
        let good = text((0..<40).map { forecast($0, $0 % 2 == 0 ? 0.9 : 0.1, isMet: $0 % 2 == 0) })
        #expect(good.contains("一律に言い続けるより当たっています（ブライアスコア 0.01、一律なら 0.25"))
        #expect(good.contains("80–100%") && good.contains("計画1年目"))
        let bad = text((0..<40).map { forecast($0, $0 % 2 == 0 ? 0.1 : 0.9, isMet: $0 % 2 == 0) })
        #expect(bad.contains("一律に言い続けるほうが当たっています"))
    }
}
