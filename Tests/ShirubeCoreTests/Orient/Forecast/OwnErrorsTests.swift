import Testing

@testable import ShirubeCore

@Suite struct OwnErrorsTests {
    private let shipped = Forecast(median: 100, low80: 90, high80: 120, probability: 0.4)

    private func judged(
        _ number: Int, _ outcome: Double?, quartersAhead: Int = 4, targetEnd: Int = 24_000
    ) -> JudgedForecast {
        JudgedForecast(
            indicator: Identifier("i-\(number)"), planYear: 1, probability: 0.4, interval: 90...120,
            isMet: false, outcome: outcome, shipped: shipped, quartersAhead: quartersAhead,
            targetEnd: targetEnd)
    }

    @Test func `without outcomes nothing is corrected`() {
        #expect(OwnErrors.none.isEmpty)
        #expect(OwnErrors([[judged(1, nil)], []]).isEmpty)
        #expect(OwnErrors.none.correction(quartersAhead: 4, knownBy: .max).isNone)
    }

    @Test func `an error is measured on its side of the median, by the end of the interval there`()
    {
        let own = OwnErrors([[judged(1, 90), judged(2, 120), judged(3, 100)]])
        let levels = [0.1, 0.5, 0.9]
        let expected = Correction(
            own: levels.map { NormalCurve.share(below: NormalCurve.quantile(at: $0)) }, widening: 1)
        let correction = own.correction(quartersAhead: 4, knownBy: 24_000)
        for share in [0.05, 0.11, 0.45, 0.55, 0.85, 0.95] {
            #expect(correction.corrected(share) == expected.corrected(share))
        }
        #expect(correction.count == 3)
    }

    @Test
    func `a forecast is corrected by those that were made as far ahead, and by no outcome to come`()
    {
        let own = OwnErrors([
            [
                judged(1, 80, quartersAhead: 8), judged(2, 80),
                judged(3, 80, targetEnd: 24_012),
            ]
        ])
        #expect(own.correction(quartersAhead: 4, knownBy: 23_999).isNone)
        #expect(own.correction(quartersAhead: 4, knownBy: 24_000).count == 1)
        #expect(own.correction(quartersAhead: 4, knownBy: 24_012).count == 2)
        #expect(own.correction(quartersAhead: 8, knownBy: 24_012).count == 1)
        #expect(own.correction(quartersAhead: 5, knownBy: 24_012).isNone)
    }

    @Test
    func `of an indicator the last forecast of a quarter counts, those of two strategies are two`()
    {
        let twice = OwnErrors([[judged(1, 80), judged(1, 125)]])
        #expect(
            twice == OwnErrors([[judged(1, 125)]])
                && twice.correction(quartersAhead: 4, knownBy: .max).count == 1)
        let cities = OwnErrors([[judged(1, 80)], [judged(1, 80)]])
        #expect(cities.correction(quartersAhead: 4, knownBy: .max).count == 2)
    }

    @Test func `the order in which indicators come changes nothing, to the last bit`() {
        var forecasts: [JudgedForecast] = []
        for number in 0..<60 {
            for year in 1...3 {
                let outcome = Double(70 + (number * 37 + year * 11) % 70)
                let end = 24_000 + number % 3
                forecasts.append(
                    judged(number, outcome, quartersAhead: year * 4, targetEnd: end))
            }
        }
        let first = OwnErrors([forecasts])
        var random = SeededSequence(state: 7)
        for _ in 0..<20 {
            for position in forecasts.indices.dropFirst() {
                forecasts.swapAt(position, Int(random.next() % UInt64(position + 1)))
            }
            #expect(OwnErrors([forecasts]) == first)
        }
    }

    @Test
    func
        `from forty indicators on whose intervals held too seldom, intervals widen and errors shrink`()
    {
        // 20 in the middle, 20 just beyond the interval's end: half of them held.
        let few = (0..<39).map { judged($0, $0.isMultiple(of: 2) ? 100 : 121) }
        let enough = (0..<40).map { judged($0, $0.isMultiple(of: 2) ? 100 : 121) }
        #expect(OwnErrors([few]).correction(quartersAhead: 4, knownBy: .max).widening == 1)
        let correction = OwnErrors([enough]).correction(quartersAhead: 4, knownBy: .max)
        #expect((correction.widening - 1.9).magnitude < 0.001)
        let error = NormalCurve.quantile(at: 0.9) * 21 / 20 / correction.widening
        let share = NormalCurve.share(below: error) + 1e-6
        let weight = Correction.shippedWeight
        // All forty lie below it.
        let expected = (weight * share + 40) / (weight + 40)
        #expect((correction.corrected(share) - expected).magnitude < 1e-12)
        // Where no own error speaks of the distance, the width is right all the same.
        let other = OwnErrors([enough]).correction(quartersAhead: 9, knownBy: .max)
        #expect(other.count == 0 && other.widening == correction.widening && !other.isNone)
    }
}
