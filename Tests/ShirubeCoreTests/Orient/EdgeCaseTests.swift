import ShirubeCore
import Testing

/// Rows on which the usual formulas break.
struct EdgeCaseTests {
    @Test func `no baseline: the achievement rate, a prior from the target, no expected value`() {
        let sum = judge(indicator(.planSum, target: 50), [Figure("FY2020", 12)], now: "2021-04-10")
        #expect(sum.expected == 10 && sum.achievementRate == 24 && sum.prospect.probability != nil)
        let level = judge(
            indicator(.level, target: 50), [Figure("FY2020", 12), Figure("FY2021", 14)])
        #expect(level.expected == nil && level.achievementRate == 28)
        #expect(level.progressRate == nil && level.prospect.probability != nil)
    }

    @Test func `baseline equal to target: a level test, no progress`() {
        let kept = indicator(.maintain, baseline: 39, target: 39, sense: .maintain)
        let standing = judge(kept, [Figure("FY2021", 39)])
        #expect(standing.status == .atTargetLevel && standing.progressRate == nil)
        let flow = judge(indicator(.annualFlow, baseline: 39, target: 39), [Figure("FY2021", 39)])
        #expect(flow.progressRate == nil && flow.expected == 39)
    }

    @Test
    func `a target below the baseline is a floor, and only a declared sense makes it a reduction`()
    {
        let floor = judge(indicator(.floor, baseline: 276, target: 250), [Figure("FY2021", 240)])
        #expect(floor.status == .movingAway && floor.progressRate == nil)
        let less = judge(
            indicator(.reduction, baseline: 276, target: 250, sense: .atMost),
            [Figure("FY2021", 240)])
        #expect(prints(less.progressRate, "138.5", decimals: 1))
        #expect(less.status == .atTargetLevel || less.status == .watch)
    }

    @Test func `zero and negative values are forecast as they are`() {
        let balance = indicator(.level, baseline: -300, target: -100, unit: "百万円")
        let standing = judge(balance, [Figure("FY2020", -250), Figure("FY2021", -200)])
        #expect(standing.expected == -200 && standing.prospect.median != nil)
        #expect(standing.prospect.probability != nil)
        let zero = judge(
            indicator(.annualFlow, baseline: 0, target: 100),
            [Figure("FY2020", 0), Figure("FY2021", 0)])
        #expect((zero.prospect.probability ?? 1) < 0.1)
        let none = judge(
            indicator(.level, baseline: 10, target: 0, sense: .atMost), [Figure("FY2021", 5)])
        #expect(none.achievementRate == nil && none.progressRate == 50)
    }

    @Test func `a bounded share stays within its bounds, at the bound too`() {
        let stock = indicator(.ratio, baseline: 79, target: 95, unit: "%")
        let near = judge(stock, [Figure("FY2020", 88), Figure("FY2021", 94)]).prospect
        #expect((near.high80 ?? 101) <= 100)
        let full = indicator(.ratio, baseline: 79, target: 100, unit: "%")
        let bound = judge(full, [Figure("FY2020", 88), Figure("FY2021", 100)])
        #expect(bound.prospect.probability.map { $0 > 0 && $0 <= 1 } == true)
    }

    @Test func `one point: without a baseline nothing is judged, with one it is`() {
        #expect(
            judge(indicator(.level, target: 50), [Figure("FY2021", 12)]).status == .inconclusive)
        let two = judge(indicator(.level, baseline: 10, target: 50), [Figure("FY2021", 12)])
        #expect(two.prospect.probability != nil)
    }

    @Test func `one or nothing, 1式: stages, never a share of time`() {
        let robot = indicator(
            .milestone, target: 1, unit: "式", stages: Stage.standard(target: period("FY2024")))
        let standing = judge(robot, [Figure("FY2022Q2", stage: "検討中")])
        #expect(standing.status == .onTrack && standing.prospect.probability == nil)
        #expect(standing.progressRate == 10)
    }

    @Test func `cumulative, stock and flow are told apart by their kind alone`() {
        let figures = [Figure("FY2020", 43), Figure("FY2021", 43)]
        #expect(judge(indicator(.planSum, baseline: 32, target: 160), figures).value == 86)
        #expect(judge(indicator(.runningTotal, baseline: 32, target: 160), figures).value == 43)
        #expect(judge(indicator(.annualFlow, baseline: 32, target: 160), figures).value == 43)
    }

    @Test func `a count that hardly differs from its baseline hides its progress rate`() {
        let course = indicator(.annualFlow, baseline: 594, target: 600)
        let standing = judge(course, [Figure("FY2021", 570)])
        #expect(standing.progressRate == nil && standing.prospect.pace == nil)
        #expect(standing.achievementRate == 95)
        // σ = √(594 + (0.05·594)²) = 38.4
        #expect(
            standing.reasons.contains { $0.code == "noise" && $0.text.japanese.contains("±38人") })
        let clear = judge(
            indicator(.annualFlow, baseline: 594, target: 800), [Figure("FY2021", 650)])
        #expect(clear.progressRate != nil)
        // A level is no yearly count: nothing is hidden.
        #expect(
            judge(indicator(.level, baseline: 594, target: 600), [Figure("FY2021", 597)])
                .progressRate == 50)
    }

    @Test func `business as usual at 85 percent of the target is no progress at all`() {
        let advice = judge(
            indicator(.annualFlow, baseline: 825, target: 1_100), [Figure("FY2021", 740)])
        #expect(prints(advice.achievementRate, "67.3", decimals: 1))
        #expect(prints(advice.progressRate, "-30.9", decimals: 1))
    }
}
