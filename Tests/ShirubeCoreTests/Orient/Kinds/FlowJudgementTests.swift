import ShirubeCore
import Testing

/// How sums over the plan and over a year are judged: coverage, seasons, calendars.
struct FlowJudgementTests {
    @Test func `a missing quarter is never zero: nothing is expected of it either`() {
        let offers = indicator(.planSum, baseline: 9, target: 40)
        let whole = judge(
            offers, [Figure("FY2020", 8), Figure("FY2021", 8), Figure("FY2022H1", 4)])
        let holed = judge(
            offers, [Figure("FY2020", 8), Figure("FY2021H2", 4), Figure("FY2022Q2", 2)])
        #expect(whole.expected == 20 && whole.prospect.pace == 1)
        #expect(holed.value == 14 && holed.expected == 14 && holed.prospect.pace == 1)
        #expect(whole.reasons.map(\.code) == ["forecast"])
        #expect(
            holed.reasons.last
                == Standing.Reason(
                    code: "missing-periods",
                    text: Wording(
                        ja: "令和3年度第1四半期、令和3年度第2四半期、令和4年度第1四半期の実績がないので、見込みからも除いて比べています。",
                        en: "There is no figure for FY2021 Q1, FY2021 Q2, FY2022 Q1, "
                            + "so nothing is expected of it either.")))
    }

    @Test func `a figure in parts says so`() {
        let offers = indicator(.planSum, baseline: 9, target: 40)
        let standing = judge(
            offers, [Figure("FY2020", 5, part: "東"), Figure("FY2020", 3, part: "西")])
        #expect(standing.value == 8)
        #expect(standing.reasons.last?.text.japanese == "内訳2件を合わせた値です。")
    }

    @Test func `within the year an annual flow is judged by its year-end estimate`() {
        let visits = indicator(.annualFlow, baseline: 100, target: 160)
        let standing = judge(
            visits, [Figure("FY2021", 100), Figure("FY2022Q1", 30), Figure("FY2022Q2", 40)])
        #expect(standing.value == 70)
        #expect(standing.expected == 70)
        // BF = 70 + ½·100 = 120, Û = 70 + ½·120 = 130; (130 − 100)/(160 − 100) = 50 %, 130/160.
        #expect(standing.prospect.estimate == 130)
        #expect(prints(standing.progressRate, "50", decimals: 1))
        #expect(standing.achievementRate == 81.25)
        // At the year's end the path asks for 140: 30 of 40 of the way.
        #expect(standing.prospect.pace == 0.75)
        #expect(standing.prospect.season == 0.5)
    }

    @Test func `the usual year is the newest complete one, and none that a common cause struck`() {
        let visits = indicator(
            .annualFlow, baseline: 100, target: 160, commonCauseYears: [2021])
        let figures = [Figure("FY2020", 120), Figure("FY2021", 10), Figure("FY2022H1", 60)]
        // With U₀ = 120: BF = 60 + 60 = 120, Û = 60 + 60 = 120.
        #expect(judge(visits, figures).prospect.estimate == 120)
        let plain = indicator(.annualFlow, baseline: 100, target: 160)
        #expect(judge(plain, figures).prospect.estimate == 92.5)
        let struck = judge(visits, [Figure("FY2020", 120), Figure("FY2021", 10)])
        #expect(struck.value == 10)
        #expect(struck.reasons.contains { $0.code == "common-cause" })
    }

    @Test func `a complete year needs no estimate`() {
        let visits = indicator(.annualFlow, baseline: 100, target: 160)
        let standing = judge(visits, [Figure("FY2021", 115)])
        #expect(standing.expected == 130)
        #expect(prints(standing.progressRate, "25", decimals: 1))
        #expect(standing.prospect.estimate == nil)
    }

    @Test func `a plan's flow of the year replaces the line`() {
        let visits = indicator(.annualFlow, baseline: 100, target: 160, plan: [2022: 80])
        #expect(judge(visits, [Figure("FY2022H1", 40)]).expected == 40)
    }

    @Test func `the profile is learned from complete years that are known by quarters`() {
        let skating = indicator(.annualFlow, baseline: 3_957, target: 4_000)
        let years = [2020, 2021].flatMap { year in
            [
                Figure("FY\(year)Q1", 0), Figure("FY\(year)Q2", 0), Figure("FY\(year)Q3", 1_400),
                Figure("FY\(year)Q4", 2_600),
            ]
        }
        let standing = judge(skating, years + [Figure("FY2022H1", 0)])
        func quarters(_ standing: Standing) -> [String] {
            (0..<4).map { quarter in
                let months = standing.prospect.profile[quarter * 3..<quarter * 3 + 3]
                return NumberText.grouped(months.reduce(0, +) * 100, decimals: 1)
            }
        }
        // Nobody has declared anything, so what was seen says all.
        #expect(quarters(standing) == ["0", "0", "35", "65"])
        #expect(standing.prospect.profileYears == 2)
        #expect(standing.status == .beforeSeason)
        // A declared winter counts for one year of three: (1·¼ + 2·0.35)/3 and (1·¾ + 2·0.65)/3.
        let declared = indicator(
            .annualFlow, baseline: 3_957, target: 4_000, activeMonths: [12, 1, 2, 3])
        #expect(
            quarters(judge(declared, years + [Figure("FY2022H1", 0)])) == [
                "0", "0", "31.7", "68.3",
            ])
        let struck = indicator(
            .annualFlow, baseline: 3_957, target: 4_000, commonCauseYears: [2021])
        #expect(judge(struck, years + [Figure("FY2022H1", 0)]).prospect.profileYears == 1)
    }

    @Test func `a year told only as a whole teaches no profile, however often it is told`() {
        let visits = indicator(.annualFlow, baseline: 100, target: 160)
        let standing = judge(
            visits, [Figure("FY2020", 90), Figure("FY2021", 100), Figure("FY2022Q1", 9)])
        #expect(standing.prospect.profileYears == 0)
        #expect(Set(standing.prospect.profile) == [0.0833333])
    }

    @Test func `before its season an indicator is not judged, and no zero is held against it`() {
        let skating = indicator(
            .annualFlow, baseline: 3_957, target: 4_000, activeMonths: [12, 1, 2, 3])
        let summer = judge(skating, [Figure("FY2022H1", 0)])
        #expect(summer.status == .beforeSeason)
        #expect(
            summer.reasons.first?.text
                == Wording(
                    ja: "実施する月（12月、1月、2月、3月）の実績がこれからなので、まだ判定しません。",
                    en: "The months in which it happens (12, 1, 2, 3) are still to come, "
                        + "so nothing is judged yet."))
        let winter = judge(skating, [Figure("FY2022Q3", 1_300)], now: "2023-01-10")
        #expect(winter.reasons.first?.code == "forecast")
    }

    @Test func `the first tenth of the plan's first year is not judged`() {
        let visits = indicator(.annualFlow, baseline: 100, target: 160)
        let april = judge(visits, [Figure("FY2020-04", 1)], now: "2020-05-10")
        #expect(april.status == .beforeSeason)
        #expect(april.reasons.first?.code == "before-season")
        #expect(april.prospect.evaluations == 1 && april.lag == nil)
        let may = judge(
            visits, [Figure("FY2020-04", 1), Figure("FY2020-05", 1)], now: "2020-06-10")
        #expect(may.status != .beforeSeason)
    }

    @Test func `months of one quarter are one evaluation, and the newest stands for it`() {
        let visits = indicator(.annualFlow, baseline: 120, target: 160, cadence: .month)
        let months = (4...9).map { Figure("FY2021-0\($0)", 10) }
        #expect(judge(visits, months).prospect.evaluations == 2)
        #expect(judge(visits, Array(months.dropLast())).prospect.evaluations == 2)
    }

    @Test func `a season whose months were never reported cannot be judged`() {
        let summer = indicator(.annualFlow, baseline: 100, target: 160, activeMonths: [6, 7, 8])
        let standing = judge(summer, [Figure("FY2022Q3", 0)], now: "2023-01-10")
        #expect(standing.status == .inconclusive)
        #expect(standing.reasons.map(\.code) == ["missing-periods"])
    }

    @Test func `a calendar-year sum starts with January of the plan's first year`() {
        let calls = indicator(
            .planSum, baseline: 9, target: 40, baselinePeriod: "CY2018", targetPeriod: "CY2024",
            calendar: .calendar)
        let standing = judge(calls, [Figure("CY2020", 8), Figure("CY2021H1", 3)])
        #expect(standing.value == 11 && standing.expected == 12)
        #expect(judge(calls, [Figure("CY2019", 8)]).status == .awaitingData)
    }

    @Test func `an annual flow without a baseline is forecast from its second year on`() {
        let views = indicator(.annualFlow, target: 1_000)
        let first = judge(views, [Figure("FY2021", 900)])
        #expect(first.status == .inconclusive && first.reasons.first?.code == "no-baseline")
        #expect(first.expected == nil && first.achievementRate == 90)
        let second = judge(views, [Figure("FY2021", 900), Figure("FY2022H1", 450)])
        #expect(second.expected == nil)
        #expect(second.prospect.probability != nil)
    }

    @Test func `running sums over several years are told apart where both ends are known`() {
        let offers = indicator(.planSum, baseline: 200, target: 1_000)
        let ends = [
            Figure("FY2020", 150, basis: .planToDate), Figure("FY2021", 390, basis: .planToDate),
        ]
        let standing = judge(offers, ends, now: "2022-04-10")
        #expect(standing.value == 390 && standing.expected == 400)
        #expect(standing.prospect.bestRate == 240)
        let lump = judge(offers, [Figure("FY2021", 390, basis: .planToDate)], now: "2022-04-10")
        #expect(lump.value == 390 && lump.prospect.bestRate == 200)
        #expect(lump.prospect.probability != nil)
    }

    @Test func `what each year left must bring stands beside the best year so far`() {
        let offers = indicator(.planSum, baseline: 9, target: 40)
        let standing = judge(offers, [Figure("FY2020", 5), Figure("FY2021", 7)], now: "2022-04-10")
        #expect(prints(standing.prospect.requiredRate, "9.33", decimals: 2))
        #expect(standing.prospect.bestRate == 9)
        let visits = indicator(.annualFlow, baseline: 100, target: 160)
        let yearly = judge(visits, [Figure("FY2021", 115)]).prospect
        #expect(yearly.requiredRate == 160 && yearly.bestRate == 115)
    }

    @Test func `a year whose plan is nothing asks for nothing`() {
        let grants = indicator(
            .planSum, baseline: 1, target: 10, plan: [2020: 0, 2021: 0, 2022: 3, 2023: 3, 2024: 4])
        let standing = judge(grants, [Figure("FY2020", 0), Figure("FY2021", 0)])
        #expect(standing.expected == 0)
        #expect(standing.prospect.pace == nil)
    }
}
