import ShirubeCore
import Testing

/// What must hold of every judgement, tried over many rows.
struct JudgePropertyTests {
    private static let kinds = IndicatorKind.allCases.filter { $0 != .milestone }

    private func row(_ kind: IndicatorKind, scale: Double = 1, unit: String? = nil) -> Indicator {
        let isShare = kind == .ratio || kind == .survey
        let (from, to): (Double, Double) =
            switch kind {
            case .reduction, .ceiling: (50, 30)
            case .floor: (50, 45)
            case .planSum: (12, 60)
            case .periodTotal: (60, 70)
            case .maintain: (40, 40)
            default: (30, 50)
            }
        let sense: Sense =
            kind == .reduction || kind == .ceiling
            ? .atMost : kind == .maintain ? .maintain : .atLeast
        return indicator(
            kind, baseline: from * scale, target: to * scale, unit: unit ?? (isShare ? "%" : "人"),
            sense: sense, baselineN: 900)
    }

    /// Three years by quarters, the same for every run.
    private func figures(_ kind: IndicatorKind, seed: UInt64, scale: Double = 1) -> [Figure] {
        var random = SeededSequence(state: seed)
        return (0..<12).map { position in
            let noise = Double(random.next() % 1_000) / 1_000
            let value =
                kind.isFlow ? 1 + 4 * noise : 25 + Double(position) * (noise - 0.3) + 10 * noise
            return Figure(
                "FY\(2020 + position / 4)Q\(position % 4 + 1)", value.rounded() * scale,
                denominator: 900)
        }
    }

    @Test(arguments: kinds)
    func `the order in which periods were reported changes nothing`(kind: IndicatorKind) {
        for seed in 1...20 as ClosedRange<UInt64> {
            let figures = figures(kind, seed: seed)
            var random = SeededSequence(state: seed &* 7_919)
            var mixed = figures
            for position in mixed.indices.dropFirst() {
                mixed.swapAt(position, Int(random.next() % UInt64(position + 1)))
            }
            #expect(
                judge(row(kind), mixed, now: "2023-04-20")
                    == judge(row(kind), figures, now: "2023-04-20"))
        }
    }

    @Test(arguments: kinds)
    func `a correction gives what would have been judged had it been right at first`(
        kind: IndicatorKind
    ) {
        for seed in 1...10 as ClosedRange<UInt64> {
            let right = figures(kind, seed: seed)
            let wrong = figures(kind, seed: seed + 100)
            #expect(
                judge(row(kind), wrong + right, now: "2023-04-20")
                    == judge(row(kind), right, now: "2023-04-20"))
        }
    }

    @Test(arguments: kinds, [("千人", 0.001), ("万人", 0.0001)])
    func `a change of unit changes no status and no probability`(
        kind: IndicatorKind, unit: (name: String, scale: Double)
    ) {
        guard kind != .ratio, kind != .survey else { return }
        for seed in 1...12 as ClosedRange<UInt64> {
            let plain = judge(row(kind), figures(kind, seed: seed), now: "2023-04-20")
            let scaled = judge(
                row(kind, scale: unit.scale, unit: unit.name),
                figures(kind, seed: seed, scale: unit.scale), now: "2023-04-20")
            #expect(plain.status == scaled.status)
            #expect(plain.signals == scaled.signals && plain.lag == scaled.lag)
            let chances = (plain.prospect.probability ?? -1, scaled.prospect.probability ?? -1)
            #expect((chances.0 - chances.1).magnitude <= 0.000_11, "\(kind) \(seed) \(chances)")
        }
    }

    @Test(arguments: kinds.filter { $0 != .survey })
    func `a better newest year never lowers the probability`(kind: IndicatorKind) throws {
        let indicator = row(kind)
        for seed in 1...8 as ClosedRange<UInt64> {
            let years = figures(kind, seed: seed).prefix(8)
            var last = -1.0
            for step in 0...60 {
                let value = indicator.wantsLess ? Double(60 - step) : Double(step)
                let standing = judge(
                    indicator, Array(years) + [Figure("FY2022", value, denominator: 900)],
                    now: "2023-04-20")
                let chance = try #require(standing.prospect.probability, "\(kind) \(value)")
                #expect(chance >= last - 1e-9, "\(kind) \(seed) \(value): \(chance) after \(last)")
                last = chance
            }
        }
    }

    /// A city that falls short by more the further it looks ahead, known since FY2019.
    private var own: OwnErrors {
        var forecasts: [JudgedForecast] = []
        let shipped = Forecast(median: 100, low80: 90, high80: 110, probability: 0.5)
        let end = period("FY2019").absoluteMonths.upperBound
        for number in 0..<60 {
            for ahead in 1...20 {
                let outcome = 104 - Double(ahead) / 2 - Double(number % 9)
                forecasts.append(
                    JudgedForecast(
                        indicator: Identifier("i-\(number)"), planYear: 1, probability: 0.5,
                        interval: 90...110, isMet: false, outcome: outcome, shipped: shipped,
                        quartersAhead: ahead, targetEnd: end))
            }
        }
        return OwnErrors([forecasts])
    }

    @Test(arguments: kinds.filter { $0 != .survey })
    func `own errors keep what was foretold without them, and P still never falls`(
        kind: IndicatorKind
    ) throws {
        let indicator = row(kind)
        let own = own
        let years = Array(figures(kind, seed: 5).prefix(8))
        var last = -1.0
        for step in stride(from: 0, through: 60, by: 3) {
            let value = Double(indicator.wantsLess ? 60 - step : step)
            let figures = years + [Figure("FY2022", value, denominator: 900)]
            let plain = judge(indicator, figures, now: "2023-04-20")
            let corrected = judge(indicator, figures, now: "2023-04-20", own: own)
            let chance = try #require(corrected.prospect.probability)
            #expect(chance >= last - 1e-9, "\(kind) \(value): \(chance) after \(last)")
            last = chance
            guard let change = corrected.prospect.own else {
                // A sum that is reached is no forecast.
                #expect(plain.prospect == corrected.prospect)
                continue
            }
            #expect(change.count == 60 && change.widening >= 1)
            #expect(change.shipped.probability == plain.prospect.probability)
            #expect(change.shipped.median == plain.prospect.median)
            let (before, after) = (plain.prospect.median ?? 0, corrected.prospect.median ?? 0)
            #expect(after <= before)
        }
    }

    @Test(arguments: kinds)
    func `what is judged a second time is judged alike`(kind: IndicatorKind) {
        let figures = figures(kind, seed: 3)
        let first = judge(row(kind), figures, now: "2023-04-20")
        #expect(first == judge(row(kind), figures, now: "2023-04-20"))
        #expect(first.prospect.probability.map { (0...1).contains($0) } ?? true)
        if let low = first.prospect.low80, let high = first.prospect.high80,
            let middle = first.prospect.median
        {
            #expect(low <= middle && middle <= high)
        }
    }
}
