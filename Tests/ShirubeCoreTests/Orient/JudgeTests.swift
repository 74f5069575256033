import ShirubeCore
import Testing

/// Rows of a real strategy with invented figures, and the numbers that a reader can check by hand.
struct JudgeTests {
    @Test func `a plan sum a little behind its pace is watched`() {
        let offers = indicator(.planSum, baseline: 9, target: 40)
        let standing = judge(
            offers, [Figure("FY2020", 7), Figure("FY2021H1", 4)], now: "2021-10-17")
        #expect(standing.period?.description == "FY2021H1")
        #expect(standing.value == 11)
        #expect(standing.expected == 12)
        #expect(prints(standing.progressRate, "27.5", decimals: 1))
        #expect(prints(standing.achievementRate, "27.5", decimals: 1))
        #expect(standing.status == .watch)
        #expect(standing.rule == "pace-1")
        #expect(standing.reasons.map(\.code) == ["pace"])
        #expect(
            standing.reasons.first?.text
                == Wording(
                    ja: "実績11人は、この時点で見込む12人の92%です。",
                    en: "The figure of 11 人 is 92% of the 12 人 expected by now."))
    }

    @Test
    func `parts that were there before and are missing now are named, and hold an alert back`() {
        let joint = indicator(.planSum, baseline: 40, target: 200)
        let half = judge(
            joint,
            [
                Figure("FY2021", 10, part: "東"), Figure("FY2021", 10, part: "西"),
                Figure("FY2022Q2", 1, part: "東"),
            ])
        #expect(half.status == .lagging)
        #expect(half.reasons.last?.code == "parts-missing")
        #expect(half.reasons.last?.text.japanese.contains("西") == true)
        let now = japanTime("2022-10-17")
        let open = AlertDecision.action(open: nil, standing: half, indicator: joint, now: now)
        #expect(open == .nothing)
        let whole = judge(
            joint,
            [
                Figure("FY2021", 10, part: "東"), Figure("FY2021", 10, part: "西"),
                Figure("FY2022Q2", 1, part: "東"), Figure("FY2022Q2", 1, part: "西"),
            ])
        #expect(!whole.reasons.contains { $0.code == "parts-missing" })
        let raised = AlertDecision.action(open: nil, standing: whole, indicator: joint, now: now)
        #expect(raised == .raise(.lagging))
    }

    @Test func `an indicator of which the answer is that there is no figure waits, and says so`() {
        let level = indicator(.level, baseline: 10, target: 20)
        let standing = judge(level, [Figure("FY2022Q2", absent: .unknown)])
        #expect(standing.status == .awaitingData && standing.value == nil)
        #expect(standing.reasons.map(\.code) == ["absent"])
        #expect(
            standing.reasons.first?.text.japanese == "令和4年度第2四半期の実績は「不明」と回答されています。")
        #expect(judge(level, []).reasons.map(\.code) == ["no-figure"])
        // A sign after the quarter asked for is not known at its end.
        let earlier = judge(
            level, [Figure("FY2022Q2", absent: .unknown)], through: "FY2022Q1")
        #expect(earlier.reasons.map(\.code) == ["no-figure"])
    }

    @Test func `a sign is told beside the figure judged, unless a figure speaks of its time`() {
        let level = indicator(.level, baseline: 10, target: 20)
        let signs = [
            Figure("FY2021Q4", absent: .unknown), Figure("FY2022Q1", 15),
            Figure("FY2022Q2", absent: .suppressed),
        ]
        let standing = judge(level, signs)
        #expect(standing.value == 15)
        #expect(standing.reasons.first?.code == "pace")
        let note = standing.reasons.first { $0.code == "absent" }
        #expect(note?.text.japanese == "令和4年度第2四半期の実績は「秘匿」と回答されています。")
        let flow = indicator(.planSum, baseline: 10, target: 100)
        let missing = judge(
            flow,
            [
                Figure("FY2020", 10), Figure("FY2021", 10),
                Figure("FY2022Q1", absent: .notApplicable), Figure("FY2022Q2", 5),
            ])
        #expect(missing.value == 25)
        #expect(missing.reasons.map(\.code).contains("missing-periods"))
        #expect(missing.reasons.map(\.code).contains("absent"))
        let filled = judge(
            flow, [Figure("FY2021Q1", absent: .unknown), Figure("FY2021", 10)])
        #expect(!filled.reasons.map(\.code).contains("absent"))
    }

    @Test
    func `a part that is kept back is named, and holds an alert back; one that is none does not`() {
        let joint = indicator(.planSum, baseline: 40, target: 200)
        func standing(_ absence: Absence) -> Standing {
            judge(
                joint,
                [
                    Figure("FY2021", 10, part: "東"), Figure("FY2021", 10, part: "西"),
                    Figure("FY2022Q2", 1, part: "東"),
                    Figure("FY2022Q2", absent: absence, part: "西"),
                ])
        }
        let hidden = standing(.suppressed)
        #expect(hidden.status == .lagging)
        #expect(
            hidden.reasons.first { $0.code == "parts-absent" }?.text.japanese
                == "値のない内訳（西：秘匿）は合計に入っていません。")
        #expect(!hidden.reasons.map(\.code).contains("parts-missing"))
        let now = japanTime("2022-10-17")
        #expect(
            AlertDecision.action(open: nil, standing: hidden, indicator: joint, now: now)
                == .nothing)
        let none = standing(.notApplicable)
        #expect(!none.reasons.map(\.code).contains { $0.hasPrefix("parts-") })
        #expect(
            AlertDecision.action(open: nil, standing: none, indicator: joint, now: now)
                == .raise(.lagging))
    }

    @Test func `a floor that counts a whole year is not broken before the year is over`() {
        let skaters = indicator(.floor, baseline: 276, target: 250, cadence: .year)
        let standing = judge(skaters, [Figure("FY2022Q2", 0)])
        #expect(standing.status == .watch)
        #expect(standing.reasons.first?.code == "year-open")
        #expect(judge(skaters, [Figure("FY2022Q3", 251)]).status == .atTargetLevel)
        #expect(judge(skaters, [Figure("FY2022", 240)]).status == .movingAway)
    }

    @Test func `a floor is judged by its level, whatever the progress formula would say`() {
        let skaters = indicator(.floor, baseline: 276, target: 250)
        let below = judge(skaters, [Figure("FY2021", 240)])
        #expect(below.status == .movingAway)
        #expect(below.progressRate == nil)
        #expect(below.expected == 250)
        #expect(below.reasons.first?.text.japanese == "実績240人は、守るべき水準250人を4%下回っています。")
        let above = judge(skaters, [Figure("FY2021", 260)])
        #expect(above.status == .atTargetLevel)
        #expect(above.reasons.first?.text.japanese == "実績260人は、守るべき水準250人を4%上回っています。")
    }

    @Test func `a level to be kept falls below it at once`() {
        let clubs = indicator(.maintain, baseline: 39, target: 39, unit: "クラブ", sense: .maintain)
        #expect(judge(clubs, [Figure("FY2022Q2", 39)]).status == .atTargetLevel)
        let fallen = judge(clubs, [Figure("FY2022Q2", 38)])
        #expect(fallen.status == .movingAway)
        #expect(fallen.progressRate == nil)
        #expect(
            fallen.reasons.first?.text
                == Wording(
                    ja: "実績38クラブは、守るべき水準39クラブを2.6%下回っています。",
                    en: "The figure of 38 クラブ lies 2.6% below the level of 39 クラブ to be kept."))
    }

    @Test
    func `works that keep to their yearly plan are on track where a line would call them late`() {
        let plan: [Int: Double] = [2020: 25, 2021: 25, 2022: 65, 2023: 105, 2024: 130]
        let planned = indicator(.level, baseline: 25, target: 130, unit: "基", plan: plan)
        let standing = judge(planned, [Figure("FY2021", 25)], now: "2022-04-10")
        #expect(standing.expected == 25)
        #expect(standing.status == .onTrack)
        #expect(standing.reasons.first?.text.japanese == "実績25基は、この時点で見込む25基に届いています。")
        let lost = judge(planned, [Figure("FY2021", 24)], now: "2022-04-10")
        #expect(lost.status == .lagging)
        let line = indicator(.level, baseline: 25, target: 130, unit: "基")
        let late = judge(line, [Figure("FY2021", 25)], now: "2022-04-10")
        #expect(late.expected == 77.5)
        #expect(late.status == .lagging)
    }

    @Test func `a running total is measured from its baseline`() {
        let marriages = indicator(.runningTotal, baseline: 32, target: 55, unit: "組")
        let standing = judge(marriages, [Figure("FY2021", 43)], now: "2022-04-10")
        #expect(standing.value == 43)
        #expect(standing.expected == 43.5)
        #expect(prints(standing.progressRate, "47.8", decimals: 1))
        #expect(standing.status == .watch)
        #expect(
            standing.reasons.first?.text.japanese
                == "実績43組（進捗率47.8%）は、この時点で見込む43.5組（進捗率50%）の96%の進み方です。")
    }

    @Test func `a plan sum ahead of its pace is on track`() {
        let weddings = indicator(.planSum, baseline: 4, target: 20, unit: "組")
        let standing = judge(weddings, [Figure("FY2020", 4), Figure("FY2021", 5)])
        #expect(standing.progressRate == 45)
        #expect(standing.expected == 8)
        #expect(standing.status == .onTrack)
    }

    @Test func `a ratio moves along the line from its baseline`() {
        let share = indicator(.ratio, baseline: 45.53, target: 50, unit: "%")
        let standing = judge(share, [Figure("FY2021", 46.8)])
        #expect(prints(standing.progressRate, "28.4", decimals: 1))
        #expect(prints(standing.expected, "47.765", decimals: 3))
        #expect(standing.status == .lagging)
        #expect(standing.reasons.first?.text.japanese.contains("57%") == true)
    }

    @Test func `a plan sum without a baseline is judged once two periods' worth is reported`() {
        let registered = indicator(.planSum, target: 50)
        let standing = judge(registered, [Figure("FY2021", 14, basis: .planToDate)])
        #expect(standing.expected == 20)
        #expect(standing.status == .lagging)
        #expect(judge(registered, [Figure("FY2021Q1", 1)]).status == .inconclusive)
        #expect(
            judge(registered, [Figure("FY2021Q1", 1)]).reasons.first?.code == "too-few-values")
        #expect(
            judge(registered, [Figure("FY2021Q1", 1), Figure("FY2021Q2", 1)]).status == .lagging)
    }

    @Test func `an open question blocks the status but not the figures`() {
        let firms = indicator(
            .planSum, baseline: 65, target: 150, unit: "件", blocked: true,
            questions: ["65件は累計ですか。"])
        let standing = judge(firms, [Figure("FY2020", 70)])
        #expect(standing.status == .definitionQuery)
        #expect(standing.value == 70)
        #expect(standing.reasons.map(\.text.japanese) == ["定義を所管課に確認中です：65件は累計ですか。"])
        #expect(judge(firms, []).status == .definitionQuery)
        #expect(judge(firms, []).value == nil)
    }

    @Test func `a question that blocks nothing stands beside the status`() {
        let events = indicator(.planSum, baseline: 6, target: 20, questions: ["累計の意味は。"])
        let standing = judge(events, [Figure("FY2020", 6)])
        #expect(standing.status == .onTrack)
        #expect(standing.reasons.map(\.code) == ["pace", "question"])
        #expect(standing.reasons.last?.text.japanese == "所管課への質問：累計の意味は。")
    }

    @Test func `cargo of a calendar year waits for the whole year`() {
        let cargo = indicator(
            .floor, baseline: 89_895, target: 89_606, unit: "千t", baselinePeriod: "CY2018",
            targetPeriod: "CY2024", calendar: .calendar)
        let part = judge(cargo, [Figure("CY2022Q3", 66_000, basis: .yearToDate)])
        #expect(part.status == .awaitingData)
        #expect(part.period?.description == "CY2022Q3")
        #expect(part.value == nil)
        #expect(part.reasons.first?.code == "not-comparable")
        let whole = judge(cargo, [Figure("CY2022Q4", 89_000, basis: .yearToDate)])
        #expect(whole.value == 89_000)
        #expect(whole.status == .movingAway)
    }

    @Test func `an indicator never reported has nothing but its status`() {
        let standing = judge(indicator(.annualFlow, baseline: 10, target: 20), [])
        #expect(standing.status == .awaitingData)
        #expect(standing.reasons.first?.text.japanese == "実績の報告がまだありません。")
        #expect(standing.period == nil && standing.value == nil && standing.expected == nil)
        #expect(standing.achievementRate == nil && standing.progressRate == nil)
    }

    @Test func `a withdrawn only figure leaves an indicator waiting`() {
        let marriages = indicator(.runningTotal, baseline: 32, target: 55)
        let standing = judge(marriages, [Figure("FY2021", 43), Figure(withdrawing: "FY2021")])
        #expect(standing.status == .awaitingData)
        #expect(standing.period == nil)
    }

    @Test func `judging up to a quarter ignores what came later`() {
        let clubs = indicator(.level, baseline: 10, target: 16)
        let figures = [Figure("FY2022Q1", 14), Figure("FY2022Q2", 11), Figure("FY2022", 16)]
        #expect(judge(clubs, figures, through: "FY2022Q1").value == 14)
        #expect(judge(clubs, figures, through: "FY2022Q2").value == 11)
        #expect(judge(clubs, figures).value == 16)
    }
}
