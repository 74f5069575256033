import ShirubeCore
import Testing

struct LevelJudgementTests {
    @Test func `the newest level stands, and of one moment the last report`() {
        let clubs = indicator(.level, baseline: 10, target: 16)
        let standing = judge(
            clubs, [Figure("FY2022Q2", 14), Figure("FY2022Q1", 11), Figure("FY2022-09", 15)])
        #expect(standing.value == 15)
        #expect(standing.period?.description == "FY2022-09")
    }

    @Test func `parts of a level add up`() {
        let clubs = indicator(.level, baseline: 10, target: 16)
        let standing = judge(
            clubs, [Figure("FY2022Q2", 9, part: "東"), Figure("FY2022Q2", 6, part: "西")])
        #expect(standing.value == 15)
        #expect(standing.reasons.map(\.code) == ["forecast", "part-sum"])
    }

    @Test func `rates of parts give their weighted mean, never their sum`() {
        let share = indicator(.ratio, baseline: 40, target: 50, unit: "%")
        let standing = judge(
            share,
            [
                Figure("FY2021", 40, part: "東", denominator: 300),
                Figure("FY2021", 60, part: "西", denominator: 100),
            ])
        #expect(standing.value == 45)
    }

    @Test func `rates of parts without denominators give no rate`() {
        let share = indicator(.ratio, baseline: 40, target: 50, unit: "%")
        let standing = judge(
            share, [Figure("FY2021", 40, part: "東"), Figure("FY2021", 60, part: "西")])
        #expect(standing.status == .inconclusive)
        #expect(standing.value == nil)
        #expect(
            standing.reasons.first?.text.japanese
                == "内訳ごとの率だけが報告され、分母（回答数）がないので全体の率を計算できません。")
    }

    @Test func `a sum up to a moment within the year is no level`() {
        let visitors = indicator(.floor, baseline: 300, target: 250)
        let partly = judge(visitors, [Figure("FY2022Q2", 120, basis: .yearToDate)])
        #expect(partly.status == .awaitingData)
        #expect(
            partly.reasons.first?.text.japanese
                == "報告されたのは途中までの累計だけで、目標と比べられる値がまだありません。")
        #expect(judge(visitors, [Figure("FY2021Q4", 260, basis: .yearToDate)]).value == 260)
        #expect(
            judge(visitors, [Figure("FY2021Q4", 600, basis: .planToDate)]).status == .awaitingData)
    }

    @Test func `a ratio or a ceiling may be reported up to a moment within the year`() {
        let share = indicator(.ratio, baseline: 40, target: 50, unit: "%")
        #expect(judge(share, [Figure("FY2022Q2", 47, basis: .yearToDate)]).value == 47)
        let budget = indicator(.ceiling, baseline: 90, target: 100, unit: "千円", sense: .atMost)
        let half = judge(budget, [Figure("FY2022Q2", 40, basis: .yearToDate)])
        #expect(half.value == 40 && half.prospect.season == nil)
        // BF = 40 + ½·90 = 85, Û = 40 + ½·85 = 82.5.
        #expect(half.prospect.estimate == 82.5 && half.achievementRate == 82.5)
        #expect(half.status == .atTargetLevel || half.status == .watch)
        let over = judge(budget, [Figure("FY2022Q2", 120, basis: .yearToDate)])
        #expect(over.status == .lagging || over.status == .movingAway)
    }

    @Test func `a running total with many a year is a sum like K1's`() {
        let members = indicator(.runningTotal, baseline: 1_000, target: 2_200)
        let ahead = judge(
            members, [Figure("FY2019", 1_250), Figure("FY2020", 1_520), Figure("FY2021", 1_800)])
        let behind = judge(
            members, [Figure("FY2019", 1_050), Figure("FY2020", 1_095), Figure("FY2021", 1_140)])
        #expect((ahead.prospect.probability ?? 0) > 0.9 && ahead.status == .onTrack)
        #expect((behind.prospect.probability ?? 1) < 0.1 && behind.status == .lagging)
        #expect(
            ahead.prospect.requiredRate == 400.0 / 3
                || prints(ahead.prospect.requiredRate, "133.33", decimals: 2))
    }

    @Test func `a running total below its baseline is forecast all the same`() {
        let members = indicator(.runningTotal, baseline: 32, target: 55)
        let standing = judge(members, [Figure("FY2021", 30)], now: "2022-04-10")
        #expect(standing.prospect.probability != nil || standing.status == .inconclusive)
        #expect(prints(standing.progressRate, "-8.7", decimals: 1))
    }

    @Test func `the gap between two points is counted in years`() {
        let clubs = indicator(.level, baseline: 100, target: 160, unit: "")
        // FY2018 to FY2020 is two years: 10 a year.
        let standing = judge(clubs, [Figure("FY2020", 120)], now: "2021-04-10")
        let forecast = AnnualForecast.level(
            times: [2019.25, 2021.25], values: [100, 120], scale: .linear(size: 100), horizon: 4)
        #expect(standing.prospect.median == forecast?.forecast(of: .atLeast(160)).median)
        #expect(standing.prospect.bestRate == 10)
    }

    @Test func `a survey is tested against the baseline, and significant change counts`() {
        let liveable = indicator(.survey, baseline: 33.1, target: 40, unit: "%", baselineN: 1_000)
        func status(_ value: Double, n: Double?) -> Status {
            judge(liveable, [Figure("FY2021", value, denominator: n)]).status
        }
        #expect(status(38, n: 1_000) == .onTrack)
        #expect(status(28, n: 1_000) == .watch)
        #expect(status(44, n: 1_000) == .atTargetLevel)
        #expect(status(44, n: nil) == .inconclusive)
        let points = indicator(.survey, baseline: 2.9, target: 3.3, unit: "")
        #expect(judge(points, [Figure("FY2021", 3.2, denominator: 800)]).status == .inconclusive)
        let bare = indicator(.survey, target: 40, unit: "%")
        let first = Figure("FY2020", 30, denominator: 1_000)
        #expect(judge(bare, [first]).status == .inconclusive)
        #expect(judge(bare, [first, Figure("FY2021", 36, denominator: 1_000)]).status == .onTrack)
    }

    @Test func `a tolerance keeps a level that lies a little below it`() {
        let clubs = indicator(.maintain, baseline: 39, target: 39, sense: .maintain, tolerance: 1)
        #expect(judge(clubs, [Figure("FY2022Q2", 38)]).status == .atTargetLevel)
        #expect(judge(clubs, [Figure("FY2022Q2", 37)]).status == .movingAway)
    }

    @Test func `a floor that counts a whole year is not broken before the year is over`() {
        let skaters = indicator(.floor, baseline: 276, target: 250, cadence: .year)
        let standing = judge(skaters, [Figure("FY2022Q2", 0)])
        #expect(standing.status == .watch && standing.signals.isEmpty)
        #expect(standing.reasons.first?.code == "year-open")
        #expect(judge(skaters, [Figure("FY2022Q3", 251)]).status == .atTargetLevel)
        #expect(judge(skaters, [Figure("FY2022", 240)]).status == .movingAway)
    }

    @Test func `works behind their plan are watched by one step, and lag by two`() {
        let works = indicator(
            .level, baseline: 25, target: 130, unit: "基",
            plan: [2020: 25, 2021: 65, 2022: 105, 2023: 130, 2024: 130])
        func standing(_ value: Double, _ code: String) -> Standing {
            judge(works, [Figure(code, value)], now: "2024-04-10")
        }
        #expect(standing(65, "FY2021").status == .onTrack)
        let one = standing(65, "FY2022")
        #expect(one.status == .watch && one.prospect.median == 90)
        #expect(
            one.reasons.first?.text
                == Wording(
                    ja: "実績65基は、年次計画がこの時点で求める105基に届かず、計画より1段階遅れています。",
                    en: "The figure of 65 基 misses the 105 基 that the yearly plan asks for by now, "
                        + "by 1 step."))
        #expect(standing(65, "FY2023").status == .lagging)
        #expect(standing(130, "FY2023").status == .atTargetLevel)
    }
}
