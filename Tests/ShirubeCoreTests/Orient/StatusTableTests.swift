import ShirubeCore
import Testing

/// The table of statuses at its edges.
struct StatusTableTests {
    private let late = "2025-05-10"

    @Test func `what cannot be lost again is achieved as soon as the target is met`() {
        for kind in [IndicatorKind.planSum, .periodTotal] {
            let standing = judge(indicator(kind, baseline: 4, target: 20), [Figure("FY2020", 20)])
            #expect(standing.status == .achieved)
            #expect(
                standing.reasons.first?.text.japanese == "実績20人が、目標20人に達しました。")
        }
        let total = indicator(.runningTotal, baseline: 4, target: 20)
        #expect(judge(total, [Figure("FY2020", 20)]).status == .achieved)
    }

    @Test(arguments: [IndicatorKind.annualFlow, .level, .ratio, .survey])
    func `what can be lost again is achieved only once the target period is over`(
        kind: IndicatorKind
    ) {
        let row = indicator(kind, baseline: 4, target: 20)
        let early = judge(row, [Figure("FY2023", 25)], now: "2024-04-10")
        #expect(early.status == (kind == .survey ? .inconclusive : .onTrack))
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
        #expect(standing.status == .lagging)
        #expect(standing.reasons.map(\.code) == ["pace", "missing-periods"])
    }

    @Test func `after its target period an indicator is judged on that period's figure`() {
        let visitors = indicator(
            .annualFlow, baseline: 199.5, target: 260, unit: "万人", targetPeriod: "FY2022")
        let figures = [
            Figure("FY2022", 250, certainty: .confirmed), Figure("FY2023", 270),
        ]
        let standing = judge(visitors, figures, now: "2024-04-10")
        #expect(standing.status == .notAchieved)
        #expect(standing.value == 250)
        #expect(standing.period?.description == "FY2022")
        #expect(
            standing.reasons.last?.text
                == Wording(
                    ja: "目標の時点（令和4年度）より後の実績は、判定に使いません（期限後）。",
                    en: "Figures after the target period (FY2022) are not judged."))
    }

    @Test func `a survey is never judged by its pace`() {
        let liveable = indicator(.survey, baseline: 33.1, target: 40, unit: "%")
        let standing = judge(liveable, [Figure("FY2021", 35)])
        #expect(standing.status == .inconclusive)
        #expect(standing.reasons.first?.code == "survey")
        #expect(prints(standing.progressRate, "27.5", decimals: 1))
        #expect(prints(standing.expected, "36.55", decimals: 2))
    }

    @Test func `a reduction counts downwards`() {
        let waiting = indicator(.reduction, baseline: 100, target: 40, sense: .atMost)
        let halfway = judge(waiting, [Figure("FY2021", 70)])
        #expect(halfway.progressRate == 50)
        #expect(halfway.status == .onTrack)
        #expect(judge(waiting, [Figure("FY2021", 75)]).status == .watch)
        #expect(judge(waiting, [Figure("FY2021", 110)]).status == .lagging)
        #expect(prints(judge(waiting, [Figure("FY2021", 80)]).achievementRate, "50", decimals: 1))
        #expect(judge(waiting, [Figure("FY2021", 0)]).achievementRate == nil)
    }

    @Test func `a level without a baseline waits for the target period, but shows its achievement`()
    {
        let rate = indicator(.ratio, target: 1.8, unit: "")
        let two = judge(rate, [Figure("FY2020", 1.3), Figure("FY2021", 1.35)])
        #expect(two.status == .inconclusive)
        #expect(two.reasons.first?.code == "no-baseline")
        #expect(two.achievementRate == 75)
        #expect(judge(rate, [Figure("FY2021", 1.35)]).reasons.first?.code == "too-few-values")
        let last = judge(rate, [Figure("FY2023", 1.4), Figure("FY2024", 1.5)], now: late)
        #expect(last.status == .watch)
    }

    @Test func `a baseline equal to the target makes a level test`() {
        let kept = indicator(.level, baseline: 40, target: 40)
        #expect(judge(kept, [Figure("FY2021", 40)]).status == .onTrack)
        #expect(judge(kept, [Figure("FY2021", 38)]).status == .watch)
        #expect(judge(kept, [Figure("FY2021", 30)]).status == .lagging)
        #expect(judge(kept, [Figure("FY2021", 38)]).progressRate == nil)
    }

    @Test func `a target below the baseline is no reduction unless its sense says so`() {
        let children = indicator(.level, baseline: 276, target: 250)
        let standing = judge(children, [Figure("FY2021", 240)])
        #expect(standing.status == .watch)
        #expect(standing.progressRate == nil)
        #expect(judge(children, [Figure("FY2021", 260)]).status == .onTrack)
    }

    @Test func `a target of zero has no achievement rate`() {
        let waiting = indicator(.level, baseline: 10, target: 0, sense: .atMost)
        let standing = judge(waiting, [Figure("FY2021", 5)])
        #expect(standing.achievementRate == nil)
        #expect(standing.progressRate == 50)
        #expect(standing.status == .onTrack)
        let floor = indicator(.floor, baseline: 10, target: 0)
        #expect(
            judge(floor, [Figure("FY2021", -1)]).reasons.first?.text.japanese
                == "実績-1人は、守るべき水準0人を下回っています。")
    }

    @Test func `negative levels follow their line`() {
        let balance = indicator(.level, baseline: -300, target: -100)
        let standing = judge(balance, [Figure("FY2021", -200)])
        #expect(standing.expected == -200)
        #expect(standing.status == .onTrack)
        #expect(judge(balance, [Figure("FY2021", -250)]).status == .lagging)
    }

    @Test(arguments: [
        (0.91666, "92"), (0.7999, "79.99"), (0.799_99, "79.999"), (0.996, "99.6"), (1, "100"),
        (0.8, "80"), (0.567_97, "57"),
    ])
    func `a percentage is never rounded over the limit that it missed`(ratio: Double, text: String)
    {
        let row = indicator(.level, baseline: 0, target: 600_000, plan: [2021: 100_000])
        let standing = judge(row, [Figure("FY2021", ratio * 100_000)])
        #expect(standing.reasons.first?.text.japanese.contains("の\(text)%の進み方です") == true)
    }

    @Test(arguments: [(8.0, Status.onTrack), (7.9, .watch), (6.4, .watch), (6.3, .lagging)])
    func `the limits of the pace are 1 and 0,8`(value: Double, status: Status) {
        let weddings = indicator(.planSum, baseline: 4, target: 20)
        #expect(judge(weddings, [Figure("FY2021", value, basis: .planToDate)]).status == status)
    }

    @Test func `a sum of decimals that makes the target meets it`() {
        let row = indicator(.planSum, baseline: 0.1, target: 0.3)
        let standing = judge(
            row, [Figure("FY2020Q1", 0.1), Figure("FY2020Q2", 0.1), Figure("FY2020Q3", 0.1)])
        #expect(standing.status == .achieved)
    }

    @Test(arguments: IndicatorKind.allCases.filter { $0 != .milestone }, [0.001, 7, 1_000_000])
    func `a change of unit changes no status`(kind: IndicatorKind, scale: Double) {
        for value in stride(from: 0.0, through: 60, by: 2.5) {
            let (from, to) = kind == .reduction ? (50.0, 10.0) : (10.0, 50.0)
            let plain = indicator(kind, baseline: from, target: to)
            let scaled = indicator(kind, baseline: from * scale, target: to * scale)
            for code in ["FY2020Q2", "FY2021", "FY2024"] {
                let one = judge(plain, [Figure(code, value, certainty: .confirmed)], now: late)
                let other = judge(
                    scaled, [Figure(code, value * scale, certainty: .confirmed)], now: late)
                #expect(one.status == other.status, "\(kind) \(value) \(code)")
            }
        }
    }

    @Test(arguments: IndicatorKind.allCases.filter { $0 != .milestone })
    func `what is on track stays so when the figure is better`(kind: IndicatorKind) {
        let rank: [Status: Int] = [.lagging: 0, .movingAway: 0, .notAchieved: 0, .watch: 1]
        let (from, to) = kind == .reduction ? (50.0, 10.0) : (10.0, 50.0)
        let row = indicator(kind, baseline: from, target: to)
        for code in ["FY2020", "FY2021Q2", "FY2023", "FY2024"] {
            let ranks = stride(from: 0.0, through: 60, by: 1.5).map { value in
                let status = judge(row, [Figure(code, value, certainty: .confirmed)], now: late)
                    .status
                return rank[status] ?? 2
            }
            #expect(ranks == (row.wantsLess ? ranks.sorted(by: >) : ranks.sorted()))
        }
    }
}
