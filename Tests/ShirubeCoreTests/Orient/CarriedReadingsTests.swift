import ShirubeCore
import Testing

@Suite struct CarriedReadingsTests {
    private func taking(
        _ own: [Figure], _ earlier: [Figure], factor: Double = 1
    ) -> [String] {
        let before = CurrentReadings(ledger(earlier))
        return CurrentReadings(ledger(own)).takingOver(before, factor: factor).figures.map {
            "\($0.period) \(NumberText.plain($0.number ?? .nan))"
        }
    }

    @Test func `the history comes before the own figures, in the order of periods`() {
        #expect(
            taking([Figure("FY2025Q1", 3)], [Figure("FY2024Q4", 2), Figure("FY2024Q3", 1)])
                == ["FY2024Q3 1", "FY2024Q4 2", "FY2025Q1 3"])
        #expect(taking([], [Figure("FY2024Q4", 2)]) == ["FY2024Q4 2"])
        #expect(taking([Figure("FY2025Q1", 3)], []) == ["FY2025Q1 3"])
    }

    @Test func `of a period that both have the own figure counts, and so does an own sign`() {
        #expect(
            taking([Figure("FY2024Q4", 9)], [Figure("FY2024Q4", 2), Figure("FY2024Q3", 1)])
                == ["FY2024Q3 1", "FY2024Q4 9"])
        #expect(taking([Figure("FY2024Q4", absent: .unknown)], [Figure("FY2024Q4", 2)]) == [])
        // What was taken back is not there, and the other plan's figure stands.
        #expect(
            taking(
                [Figure("FY2024Q4", 9), Figure(withdrawing: "FY2024Q4")], [Figure("FY2024Q4", 2)])
                == ["FY2024Q4 2"])
    }

    @Test func `sums since the plan's start are left behind, signs are not`() {
        let before = CurrentReadings(
            ledger([
                Figure("FY2024Q4", 90, basis: .planToDate), Figure("FY2024Q3", absent: .unknown),
            ]))
        let taken = CurrentReadings([]).takingOver(before, factor: 1)
        #expect(taken.figures == [])
        #expect(taken.absences.map(\.period) == [period("FY2024Q3")])
    }

    @Test func `a factor converts numbers, also those of parts, and leaves stages alone`() {
        #expect(
            taking(
                [], [Figure("FY2024", 1.5, part: "東"), Figure("FY2024", 2, part: "西")],
                factor: 1_000) == ["FY2024 3500"])
        let stage = CurrentReadings(ledger([Figure("FY2024", stage: "完了")]))
        #expect(
            CurrentReadings([]).takingOver(stage, factor: 10).figures[0].readings[0].value
                == .stage("完了"))
    }

    private static let row = indicator(
        .annualFlow, baseline: 100, target: 120, baselinePeriod: "FY2024",
        targetPeriod: "FY2029", continues: Continuation(of: Identifier("a1")))

    private func status(_ figures: [Figure], now: String) -> Standing {
        let plan = strategy([Self.row]).with(term: 2025...2029)
        return judge(Definitions(of: plan), figures, now: now)
    }

    @Test func `with figures of the plan before alone nothing is judged, and that is said`() {
        let history = (2021...2024).map { Figure("FY\($0)", Double($0 - 1_921)) }
        let waiting = status(history, now: "2025-05-01T09:00")
        #expect(waiting.status == .awaitingData)
        #expect(waiting.reasons.first?.code == "before-plan")
        #expect(waiting.value == nil && waiting.signals.isEmpty && waiting.lag == nil)
        let judged = status(history + [Figure("FY2025", 104)], now: "2026-05-01T09:00")
        #expect(judged.value == 104)
        #expect(judged.status != .awaitingData)
        #expect(judged.reasons.first?.code != "before-plan")
    }

    @Test func `the next figure that is supposed is one of this plan`() throws {
        let plan = strategy([Self.row]).with(term: 2025...2029)
        let question = WhatIf(
            of: Self.row, in: Definitions(of: plan),
            current: CurrentReadings(ledger([Figure("FY2023", 90), Figure("FY2024Q1", 20)])),
            at: Judge.Occasion(now: japanTime("2025-02-01T09:00")))
        #expect(try #require(question).period == period("FY2025Q1"))
    }
}
