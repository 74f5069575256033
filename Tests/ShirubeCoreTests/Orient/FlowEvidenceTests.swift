import ShirubeCore
import Testing

/// How sums over the plan and over a year are judged: coverage, seasons, calendars.
struct FlowEvidenceTests {
    @Test func `a missing quarter is never zero: nothing is expected of it either`() {
        let offers = indicator(.planSum, baseline: 9, target: 40)
        let whole = judge(
            offers, [Figure("FY2020", 8), Figure("FY2021", 8), Figure("FY2022H1", 4)])
        let holed = judge(
            offers, [Figure("FY2020", 8), Figure("FY2021H2", 4), Figure("FY2022Q2", 2)])
        #expect(whole.expected == 20 && whole.status == .onTrack)
        #expect(holed.value == 14 && holed.expected == 14 && holed.status == .onTrack)
        #expect(whole.reasons.map(\.code) == ["pace"])
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

    @Test func `within the year an annual flow is compared with its share of the year's level`() {
        let visits = indicator(.annualFlow, baseline: 100, target: 160)
        let standing = judge(
            visits, [Figure("FY2021", 100), Figure("FY2022Q1", 30), Figure("FY2022Q2", 40)])
        #expect(standing.value == 70)
        #expect(standing.expected == 70)
        #expect(standing.status == .onTrack)
        #expect(standing.progressRate == nil)
        #expect(standing.achievementRate == 43.75)
    }

    @Test func `a complete year of an annual flow has a progress rate`() {
        let visits = indicator(.annualFlow, baseline: 100, target: 160)
        let standing = judge(visits, [Figure("FY2021", 115)])
        #expect(standing.expected == 130)
        #expect(standing.progressRate == 25)
        #expect(standing.status == .watch)
    }

    @Test func `a plan's flow of the year replaces the line`() {
        let visits = indicator(.annualFlow, baseline: 100, target: 160, plan: [2022: 80])
        #expect(judge(visits, [Figure("FY2022H1", 40)]).expected == 40)
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
        #expect(winter.status == .onTrack)
        #expect(winter.reasons.map(\.code) == ["pace"])
    }

    @Test func `the first tenth of the plan's first year is not judged`() {
        let visits = indicator(.annualFlow, baseline: 100, target: 160)
        let april = judge(visits, [Figure("FY2020-04", 1)], now: "2020-05-10")
        #expect(april.status == .beforeSeason)
        #expect(april.reasons.first?.code == "before-season")
        #expect(
            judge(visits, [Figure("FY2020-04", 1), Figure("FY2020-05", 1)], now: "2020-06-10")
                .status == .lagging)
        #expect(judge(visits, [Figure("FY2021-04", 1)], now: "2021-05-10").status == .lagging)
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

    @Test func `an annual flow without a baseline is judged in the target's year only`() {
        let views = indicator(.annualFlow, target: 1_000)
        let early = judge(views, [Figure("FY2021", 900), Figure("FY2022H1", 400)])
        #expect(early.status == .inconclusive)
        #expect(early.reasons.first?.code == "no-baseline")
        #expect(early.expected == nil)
        #expect(early.achievementRate == 40)
        let last = judge(
            views, [Figure("FY2024Q1", 200), Figure("FY2024Q2", 250)], now: "2024-10-17")
        #expect(last.expected == 500)
        #expect(last.status == .watch)
    }

    @Test func `a flow that is to stay small turns the ratio over`() {
        let accidents = indicator(.annualFlow, baseline: 100, target: 40, unit: "件", sense: .atMost)
        #expect(judge(accidents, [Figure("FY2021", 70)]).status == .onTrack)
        let worse = judge(accidents, [Figure("FY2021", 80)])
        #expect(worse.status == .watch)
        #expect(
            worse.reasons.first?.text.japanese
                == "この時点で見込む70件は、実績80件の88%です（少ないほどよい指標）。")
        #expect(judge(accidents, [Figure("FY2021", 100)]).status == .lagging)
        #expect(judge(accidents, [Figure("FY2021", 0)]).status == .onTrack)
    }

    @Test func `a year whose plan is nothing asks for nothing`() {
        let grants = indicator(
            .planSum, baseline: 1, target: 10, plan: [2020: 0, 2021: 0, 2022: 3, 2023: 3, 2024: 4])
        let standing = judge(grants, [Figure("FY2020", 0), Figure("FY2021", 0)])
        #expect(standing.expected == 0)
        #expect(standing.status == .onTrack)
    }
}
