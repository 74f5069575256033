import ShirubeCore
import Testing

/// The table of statuses at its edges.
struct StatusTableTests {
    private let late = "2025-05-10"

    @Test func `what cannot be lost again is achieved as soon as the target is met`() {
        for kind in [IndicatorKind.planSum, .periodTotal, .runningTotal] {
            let standing = judge(indicator(kind, baseline: 4, target: 20), [Figure("FY2020", 20)])
            #expect(standing.status == .achieved && standing.letter?.text == "S")
            #expect(
                standing.reasons.first?.text.japanese == "実績20人が、目標20人に達しました。")
        }
    }

    @Test(arguments: [IndicatorKind.annualFlow, .level])
    func `what can be lost again stands at its level until the target period is over`(
        kind: IndicatorKind
    ) {
        let row = indicator(kind, baseline: 4, target: 20)
        let early = judge(row, [Figure("FY2022", 40), Figure("FY2023", 60)], now: "2024-04-10")
        #expect(early.status == .atTargetLevel)
        #expect(judge(row, [Figure("FY2024", 25)], now: "2025-03-31").status != .achieved)
        #expect(judge(row, [Figure("FY2024", 25)], now: late).status == .achieved)
    }

    @Test(arguments: [
        IndicatorKind.planSum, .periodTotal, .runningTotal, .annualFlow, .level, .ratio, .survey,
    ])
    func `a miss is one only when the figure is final`(kind: IndicatorKind) {
        let row = indicator(kind, baseline: 4, target: 20)
        let years = (2020...2023).map {
            Figure("FY\($0)", kind == .planSum || kind == .periodTotal ? 1 : 8)
        }
        let open = judge(row, years + [Figure("FY2024", 9)], now: late)
        #expect(open.status != .notAchieved)
        #expect(
            open.reasons.map(\.text.japanese)
                .contains("目標の時点（令和6年度）の実績は速報で、確報を待って達成・未達成を決めます。"))
        let final = judge(row, years + [Figure("FY2024", 9, certainty: .confirmed)], now: late)
        #expect(final.status == .notAchieved)
        #expect(final.reasons.first?.code == "not-achieved")
        let corrected = judge(row, years + [Figure("FY2024", 9, certainty: .corrected)], now: late)
        #expect(corrected.status == .notAchieved)
    }

    @Test func `a plan sum with a hole in it is neither achieved nor missed for good`() {
        let row = indicator(.planSum, baseline: 4, target: 20)
        let standing = judge(row, [Figure("FY2024", 1, certainty: .confirmed)], now: late)
        #expect(![Status.achieved, .notAchieved].contains(standing.status))
        #expect(standing.reasons.map(\.code).contains("missing-periods"))
    }

    @Test func `after its target period an indicator is judged on that period's figure`() {
        let visitors = indicator(
            .annualFlow, baseline: 199.5, target: 260, unit: "万人", targetPeriod: "FY2022")
        let figures = [
            Figure("FY2022", 250, certainty: .confirmed), Figure("FY2023", 270),
        ]
        let standing = judge(visitors, figures, now: "2024-04-10")
        #expect(standing.period?.description == "FY2022")
        #expect(
            standing.reasons.last?.text
                == Wording(
                    ja: "目標の時点（令和4年度）より後の実績は、判定に使いません（期限後）。",
                    en: "Figures after the target period (FY2022) are not judged."))
    }

    @Test func `a reduction counts downwards`() {
        let waiting = indicator(.reduction, baseline: 100, target: 40, sense: .atMost)
        let halfway = judge(waiting, [Figure("FY2021", 70)])
        #expect(halfway.progressRate == 50 && halfway.expected == 70 && halfway.prospect.pace == 1)
        #expect(prints(judge(waiting, [Figure("FY2021", 80)]).achievementRate, "50", decimals: 1))
        #expect(judge(waiting, [Figure("FY2021", 0)]).achievementRate == nil)
        let worse = judge(waiting, [Figure("FY2020", 150), Figure("FY2021", 220)])
        #expect(worse.status == .movingAway)
        let better = judge(waiting, [Figure("FY2020", 50), Figure("FY2021", 25)])
        #expect(better.status == .atTargetLevel)
    }

    @Test func `what lags and moves away from its target goes back`() {
        let members = indicator(.level, baseline: 100, target: 200)
        let falling = judge(members, [Figure("FY2020", 70), Figure("FY2021", 45)])
        #expect(falling.status == .movingAway && falling.letter?.text == "D")
        let still = judge(members, [Figure("FY2020", 100), Figure("FY2021", 101)])
        #expect(still.status == .lagging)
        // What is summed up cannot move away.
        let sum = indicator(.planSum, baseline: 100, target: 900)
        #expect(judge(sum, [Figure("FY2020", 70), Figure("FY2021", 45)]).status == .lagging)
    }

    @Test
    func `a level without a baseline needs two values, and shows its achievement all the same`() {
        let rate = indicator(.level, target: 1.8, unit: "")
        let one = judge(rate, [Figure("FY2021", 1.35)])
        #expect(one.status == .inconclusive && one.achievementRate == 75 && one.expected == nil)
        #expect(one.reasons.first?.code == "too-few-values")
        let two = judge(rate, [Figure("FY2020", 1.3), Figure("FY2021", 1.35)])
        #expect(two.prospect.probability != nil && two.expected == nil)
    }

    @Test func `a sum of decimals that makes the target meets it`() {
        let row = indicator(.planSum, baseline: 0.1, target: 0.3)
        let standing = judge(
            row, [Figure("FY2020Q1", 0.1), Figure("FY2020Q2", 0.1), Figure("FY2020Q3", 0.1)])
        #expect(standing.status == .achieved)
    }
}
