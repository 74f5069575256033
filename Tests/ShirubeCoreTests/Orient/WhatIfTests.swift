import ShirubeCore
import Testing

/// What the next figure would change, found by judging again.
@Suite struct WhatIfTests {
    private func whatIf(_ indicator: Indicator, _ figures: [Figure], now: String) -> WhatIf? {
        WhatIf(
            of: indicator, in: Definitions(of: strategy([indicator])),
            current: CurrentReadings(ledger(figures)), at: Judge.Occasion(now: japanTime(now)))
    }

    @Test func `the smallest next figure makes it good, and one less does not`() throws {
        let offers = indicator(.planSum, baseline: 9, target: 40)
        let figures = [Figure("FY2020", 5), Figure("FY2021", 6)]
        let found = try #require(whatIf(offers, figures, now: "2022-04-10"))
        #expect(found.period == period("FY2022Q1"))
        let good = try #require(found.good)
        func group(_ value: Double) -> StatusGroup {
            judge(
                offers, figures + [Figure("FY2022Q1", value, certainty: .confirmed)],
                now: "2022-07-01"
            ).status.group
        }
        #expect(good == good.rounded() && group(good) == .good && group(good - 1) != .good)
        let safe = try #require(found.safe)
        #expect(safe <= good && group(safe) != .action)
        if safe > 0 { #expect(group(safe - 1) == .action) }
    }

    @Test func `a survey that stands well is not said to be beyond help`() throws {
        let survey = indicator(
            .survey, baseline: 33.1, target: 40, unit: "%", cadence: .year, baselineN: 1_000)
        let figures = [Figure("FY2021", 38, denominator: 1_000)]
        #expect(judge(survey, figures, now: "2022-04-10").status == .onTrack)
        let found = try #require(whatIf(survey, figures, now: "2022-04-10"))
        let good = try #require(found.good)
        let above = judge(
            survey, figures + [Figure("FY2022", good, denominator: 1_000)], now: "2023-04-10")
        let below = judge(
            survey, figures + [Figure("FY2022", good - 0.1, denominator: 1_000)],
            now: "2023-04-10")
        #expect(above.status.group == .good && below.status.group != .good)
    }

    @Test func `where less is better the largest next figure is told`() throws {
        let waiting = indicator(
            .reduction, baseline: 100, target: 40, sense: .atMost, cadence: .year)
        let figures = [Figure("FY2020", 80), Figure("FY2021", 60)]
        let found = try #require(whatIf(waiting, figures, now: "2022-04-10"))
        #expect(found.period == period("FY2022"))
        let good = try #require(found.good)
        let above = judge(waiting, figures + [Figure("FY2022", good + 1)], now: "2023-04-01")
        let below = judge(waiting, figures + [Figure("FY2022", good)], now: "2023-04-01")
        #expect(below.status.group == .good && above.status.group != .good)
    }

    @Test func `a winter program is asked for its next winter quarter`() {
        let skating = indicator(
            .annualFlow, baseline: 100, target: 110, activeMonths: [12, 1, 2, 3])
        #expect(
            whatIf(skating, [Figure("FY2021", 100)], now: "2022-04-10")?.period
                == period("FY2022Q3"))
    }

    @Test func `nothing is supposed of stages, of what ended, of what was never reported`() {
        let robot = indicator(
            .milestone, target: 1, stages: Stage.standard(target: period("FY2024")))
        #expect(whatIf(robot, [Figure("FY2021", stage: "検討中")], now: "2022-04-10") == nil)
        let level = indicator(.level, baseline: 1, target: 2)
        #expect(whatIf(level, [], now: "2022-04-10") == nil)
        #expect(whatIf(level, [Figure("FY2024", 2)], now: "2025-04-10") == nil)
        let blocked = indicator(.level, baseline: 1, target: 2, blocked: true)
        #expect(whatIf(blocked, [Figure("FY2021", 1)], now: "2022-04-10") == nil)
    }
}
