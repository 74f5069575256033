import ShirubeCore
import Testing

/// The state *lagging*, which is folded over all evaluations anew each time.
struct FoldTests {
    private let offers = indicator(.planSum, baseline: 9, target: 45)

    private func quarters(_ flows: [Double]) -> [Figure] {
        flows.enumerated().map { position, flow in
            Figure("FY\(2020 + position / 4)Q\(position % 4 + 1)", flow)
        }
    }

    private func states(_ flows: [Double]) -> [Standing] {
        (1...flows.count).map { count in
            judge(offers, Array(quarters(flows).prefix(count)), now: "2024-12-10")
        }
    }

    @Test func `low once is watched, low twice lags, and it recovers in steps`() throws {
        let standings = states([2, 2, 1, 1, 1, 1, 1, 1, 1, 6, 6, 6])
        let chances = try standings.map { try #require($0.prospect.probability) }
        let first = try #require(standings.firstIndex { $0.lag != nil })
        #expect(chances[first] < 0.3)
        #expect(chances[first] < 0.1 || chances[first - 1] < 0.3)
        #expect(standings[first].status == .lagging)
        #expect(standings[first].lag?.since == standings[first].period)
        let later = standings[first...]
        for (standing, chance) in zip(later, chances[first...]) {
            switch chance {
            case 0.500_1...: #expect(standing.lag == nil)
            case 0.3...0.5: #expect(standing.lag?.isRecovering == true)
            default: #expect(standing.lag?.isRecovering == false)
            }
        }
        #expect(standings.last?.lag == nil)
    }

    @Test func `a correction of an old quarter changes what follows from it`() {
        let low = quarters([2, 2, 1, 1, 1, 1, 1, 1])
        #expect(judge(offers, low, now: "2022-06-10").lag != nil)
        let corrected = low + [Figure("FY2020Q1", 14, certainty: .corrected)]
        #expect(judge(offers, corrected, now: "2022-06-10").lag == nil)
    }

    @Test func `a quarter without a season is no evaluation`() {
        let winter = indicator(
            .annualFlow, baseline: 400, target: 900, activeMonths: [12, 1, 2, 3])
        let year = [
            Figure("FY2020Q1", 0), Figure("FY2020Q2", 0), Figure("FY2020Q3", 100),
            Figure("FY2020Q4", 280),
        ]
        #expect(judge(winter, year, now: "2021-04-10").prospect.evaluations == 2)
        let summer = judge(winter, year + [Figure("FY2021Q1", 0)], now: "2021-07-10")
        #expect(summer.prospect.evaluations == 2)
        #expect(summer.status == .beforeSeason)
    }

    @Test func `figures that run away are to be checked`() {
        let calls = indicator(.annualFlow, baseline: 1_000, target: 1_000)
        let calm = quarters([250, 240, 260, 250, 255, 245])
        #expect(judge(calls, calm, now: "2021-10-10").signals.isEmpty)
        let jump = judge(calls, calm + [Figure("FY2021Q3", 2_400)], now: "2022-01-10")
        #expect(jump.signals == [.suddenChange])
        #expect(
            jump.reasons.contains { $0.code == "sudden-change" && $0.text.japanese.contains("上へ") })
        let drop = judge(calls, calm + [Figure("FY2021Q3", 1)], now: "2022-01-10")
        #expect(drop.signals == [.suddenChange])
        #expect(drop.reasons.contains { $0.text.english.contains("far below") })
    }

    private func versions(_ targets: [(from: String, target: Double)], isRetired: Bool = false)
        throws
        -> Definitions
    {
        let rows = targets.map { indicator(.planSum, baseline: 9, target: $0.target) }
        let history = DefinitionHistory(
            zip(targets, rows).enumerated().map { position, entry in
                DefinitionVersion(
                    number: position + 1, validFrom: day(entry.0.from), reason: "見直し",
                    knownAt: japanTime("2020-04-01"), indicator: entry.1, term: 2020...2024,
                    isRetired: isRetired && position == targets.count - 1)
            })
        let last = try #require(rows.last)
        return Definitions(
            of: strategy([last]), recorded: [last.id: try #require(history)])
    }

    @Test func `a raised target waits for a figure of its own, then both definitions are judged`()
        throws
    {
        let raised = try versions([("2020-04-01", 40), ("2022-04-01", 60)])
        let figures = quarters([2, 2, 2, 2, 2, 2, 2, 2])
        let waiting = judge(raised, figures, now: "2022-06-10")
        #expect(waiting.status == .inconclusive)
        #expect(waiting.reasons.first?.code == "definition-changed")
        #expect(waiting.definition == 2)
        let judged = judge(raised, figures + [Figure("FY2022Q1", 2)], now: "2022-07-10")
        #expect(judged.status != .inconclusive)
        #expect(judged.definition == 2 && judged.expected == 27)
        // The quarters before were judged by the target of 40, which was no lag; the first one under 60 is low once.
        let alone = judge(offers, figures, now: "2022-03-01")
        #expect(alone.definition == 1)
    }

    @Test func `an indicator that has ended says since when and why`() throws {
        let ended = try versions([("2020-04-01", 40), ("2022-04-01", 40)], isRetired: true)
        let standing = judge(ended, quarters([2, 2]), now: "2022-06-10")
        #expect(standing.status == .discontinued && standing.letter == nil)
        #expect(standing.signals.isEmpty && standing.lag == nil)
        #expect(standing.reasons.first?.code == "ended")
        #expect(judge(ended, quarters([2, 2]), now: "2022-03-10").status != .discontinued)
    }
}
