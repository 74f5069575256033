import ShirubeCore
import Testing

struct LevelEvidenceTests {
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
        #expect(standing.reasons.map(\.code) == ["pace", "part-sum"])
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
        let over = judge(budget, [Figure("FY2022Q2", 120, basis: .yearToDate)])
        #expect(over.status == .lagging)
        #expect(over.reasons.first?.code == "ceiling")
        #expect(judge(budget, [Figure("FY2022Q2", 100, basis: .yearToDate)]).status == .onTrack)
    }
}
