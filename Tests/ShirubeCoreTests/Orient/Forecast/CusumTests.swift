import Testing

@testable import ShirubeCore

@Suite struct CusumTests {
    /// Standard normal numbers of a fixed seed.
    private struct Surprises {
        var chance = SeededSequence(state: 88)

        mutating func next() -> Double {
            NormalCurve.quantile(at: (Double(chance.next() >> 11) + 0.5) / 9_007_199_254_740_992)
        }
    }

    @Test func `it adds what exceeds the slack, and begins again after a signal`() {
        var sum = Cusum()
        #expect(sum.add(-2) == nil)
        #expect(sum.low == 1.5)
        #expect(sum.add(1) == nil)
        #expect((sum.low, sum.high) == (0, 0.5))
        #expect(sum.add(-4.5) == nil)
        #expect(sum.low == 4)
        #expect(sum.add(-1) == .low)
        #expect(sum.low == 0)
        #expect(sum.add(6) == .high)
    }

    @Test func `of 88 indicators that are well, about four are falsely flagged low in 20 quarters`()
    {
        var surprises = Surprises()
        var flagged = 0
        let runs = 20_000
        for _ in 0..<runs {
            var sum = Cusum()
            let signals = (0..<20).map { _ in sum.add(surprises.next()) }
            if signals.contains(.low) { flagged += 1 }
        }
        let of88 = 88 * Double(flagged) / Double(runs)
        #expect((3.5...4.5).contains(of88))
    }

    @Test func `a slide of one deviation is found within eight quarters three times in five`() {
        var surprises = Surprises()
        var found = 0
        let runs = 20_000
        for _ in 0..<runs {
            var sum = Cusum()
            let signals = (0..<8).map { _ in sum.add(surprises.next() - 1) }
            if signals.contains(.low) { found += 1 }
        }
        #expect((0.57...0.65).contains(Double(found) / Double(runs)))
    }
}
