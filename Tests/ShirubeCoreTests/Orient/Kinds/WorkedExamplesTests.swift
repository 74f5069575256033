import ShirubeCore
import Testing

/// Fifteen rows of a real strategy with invented figures (架空), to the printed precision.
///
/// Where an example was worked out with φ = 1, so is the test; the product widens small counts by φ = 2.
struct WorkedExamplesTests {
    private let winter: Set<Int> = [12, 1, 2, 3]

    @Test func `1: a small sum a little behind is watched, and does not lag`() {
        let offers = indicator(.planSum, baseline: 9, target: 40)
        let figures = [Figure("FY2020", 7), Figure("FY2021H1", 4)]
        let standing = judge(offers, figures, now: "2021-10-17", dispersion: 1)
        #expect(standing.value == 11 && standing.expected == 12)
        #expect(prints(standing.progressRate, "27.5", decimals: 1))
        #expect(prints(standing.prospect.pace, "0.917", decimals: 3))
        // a = 1·9 + 11 = 20, c = 1 + 1.5 = 2.5: 8 a year, so 11 + 3.5·8 = 39 is the mean.
        let rest = SmallCountForecast(
            counted: 11, exposure: 1.5, rest: 3.5, priorRate: 9, priorYears: 1, dispersion: 1)?.rest
        #expect(
            prints(rest.map { 11 + $0.size * (1 - $0.success) / $0.success }, "39", decimals: 0))
        #expect(standing.prospect.low80 == 29 && standing.prospect.high80 == 50)
        #expect(prints(standing.prospect.probability, "0.45", decimals: 2))
        #expect(standing.status == .watch && standing.letter?.text == "B")
        #expect(standing.lag == nil)
        let product = judge(offers, figures, now: "2021-10-17").prospect
        #expect((product.low80 ?? 99) < 29 && (product.high80 ?? 0) > 50)
    }

    @Test func `2: a winter program is not judged in summer, and its estimate knows the season`() {
        // The owner's declared months give a third of the year to each quarter; two years of
        // 0, 0, 35 % and 65 % bring the profile there.
        let skating = indicator(
            .annualFlow, baseline: 3_957, target: 4_000, activeMonths: winter)
        let summer = judge(skating, [Figure("FY2022H1", 0)], now: "2022-10-17")
        #expect(summer.status == .beforeSeason && summer.letter == nil)
        #expect(summer.expected == 0)
        #expect(summer.progressRate == nil && summer.achievementRate == nil)
        let profile = SeasonProfile(
            season: Season(activeMonths: winter),
            flows: [650.0 / 3, 650.0 / 3, 650.0 / 3, 0, 0, 0, 0, 0, 0, 0, 0, 350], years: 1_000_000)
        let share = profile.share(of: period("FY2022Q3").absoluteMonths)
        #expect(prints(share, "0.35", decimals: 4))
        let chainLadder = 1_300 / share
        #expect(prints(chainLadder, "3,714", decimals: 0))
        #expect(prints(1_300 + 0.65 * 3_957, "3,872", decimals: 0))
        let estimate = YearEnd.estimate(flow: 1_300, share: share, earlier: 3_957)
        #expect(prints(estimate, "3,817", decimals: 0))
        #expect(prints(Rates.achievement(of: skating, value: estimate), "95.4", decimals: 1))
        let standing = judge(skating, [Figure("FY2022Q3", 1_300)], now: "2023-01-17")
        #expect(standing.progressRate == nil)
        #expect(standing.reasons.contains { $0.code == "noise" })
    }

    @Test func `3: a floor is kept or missed, whatever the progress formula would say`() {
        let skaters = indicator(.floor, baseline: 276, target: 250)
        let below = judge(skaters, [Figure("FY2021", 240)])
        #expect(below.status == .movingAway && below.signals == [.belowLevel])
        #expect(below.progressRate == nil)
        #expect(below.reasons.first?.text.japanese == "実績240人は、守るべき水準250人を4%下回っています（未達水準）。")
        let above = judge(skaters, [Figure("FY2021", 260)])
        #expect(above.status == .atTargetLevel && above.signals.isEmpty)
        #expect(above.reasons.first?.text.japanese == "実績260人は、守るべき水準250人を4%上回っています（達成水準）。")
    }

    @Test func `4: a level to be kept falls below it at once`() {
        let clubs = indicator(.maintain, baseline: 39, target: 39, unit: "クラブ", sense: .maintain)
        let kept = judge(clubs, [Figure("FY2022Q2", 39)])
        #expect(kept.status == .atTargetLevel)
        #expect(kept.reasons.first?.text.japanese.contains("（維持）") == true)
        let fallen = judge(clubs, [Figure("FY2022Q2", 38)])
        #expect(fallen.status == .movingAway && fallen.signals == [.belowLevel])
        #expect(fallen.progressRate == nil)
        #expect(fallen.reasons.first?.text.japanese.contains("2.6%下回って") == true)
    }

    @Test func `5: a milestone one stage behind is watched, and of the class F`() {
        let stages = [
            Stage(name: "未着手", weight: 0, due: nil),
            Stage(name: "検討中", weight: 0.1, due: period("FY2020")),
            Stage(name: "予算化済", weight: 0.3, due: period("FY2021")),
            Stage(name: "契約済", weight: 0.6, due: period("FY2022")),
            Stage(name: "完了", weight: 1, due: period("FY2024")),
        ]
        let robot = indicator(.milestone, target: 1, unit: "式", stages: stages)
        let standing = judge(robot, [Figure("FY2022", stage: "予算化済")], now: "2023-04-10")
        #expect(standing.expected == 0.6 && standing.value == 0.3)
        #expect(standing.status == .watch)
        #expect(standing.status.nationalClass(of: .milestone) == .execution)
        #expect(standing.reasons.first?.text.japanese.contains("1段階遅れています（期限から10日）") == true)
    }

    @Test
    func `6: works that keep to their owners' plan are on track where a line would call them late`()
    {
        let plan: [Int: Double] = [2020: 25, 2021: 25, 2022: 65, 2023: 105, 2024: 130]
        let planned = indicator(.level, baseline: 25, target: 130, unit: "基", plan: plan)
        let standing = judge(planned, [Figure("FY2021", 25)], now: "2022-04-10")
        #expect(standing.expected == 25)
        #expect(standing.status == .onTrack)
        #expect(standing.reasons.first?.text.japanese.contains("計画どおり") == true)
        #expect(standing.prospect.median == 130 && standing.prospect.probability == nil)
        let line = indicator(.level, baseline: 25, target: 130, unit: "基")
        #expect(judge(line, [Figure("FY2021", 25)], now: "2022-04-10").expected == 77.5)
    }

    @Test func `7: a running total is measured from its baseline`() {
        let marriages = indicator(.runningTotal, baseline: 32, target: 55, unit: "組")
        let standing = judge(marriages, [Figure("FY2021", 43)], now: "2022-04-10")
        #expect(prints(standing.progressRate, "47.8", decimals: 1))
        #expect(standing.expected == 43.5)
        #expect(prints(standing.prospect.pace, "0.957", decimals: 3))
        #expect(standing.status == .watch)
    }

    @Test func `8: a small sum ahead of its pace`() {
        let weddings = indicator(.planSum, baseline: 4, target: 20, unit: "組")
        let standing = judge(
            weddings, [Figure("FY2020", 4), Figure("FY2021", 5)], now: "2022-04-10", dispersion: 1)
        #expect(standing.progressRate == 45 && standing.expected == 8)
        #expect(prints(standing.prospect.probability, "0.66", decimals: 2))
        // a = 1·4 + 9 = 13, c = 1 + 2 = 3, so 9 + 3·13/3 = 22 is the mean of what the plan ends with.
        let rest = SmallCountForecast(
            counted: 9, exposure: 2, rest: 3, priorRate: 4, priorYears: 1, dispersion: 1)?.rest
        #expect(rest?.size == 13)
        #expect(prints(rest.map { 9 + $0.size * (1 - $0.success) / $0.success }, "22", decimals: 0))
        #expect(standing.status == .watch)
    }

    @Test func `9: a marriage rate is a share of a thousand, and its way is no chance`() {
        let rate = indicator(.ratio, baseline: 4.82, target: 6, unit: "‰", cadence: .year)
        let standing = judge(rate, [Figure("FY2021", 4.9, denominator: 173_000)])
        #expect(!standing.reasons.contains { $0.code == "noise" })
        #expect(standing.progressRate != nil)
        let error = SurveyTest.standardError(share: 0.00482, count: 173_000) * 1_000
        #expect(prints(error, "0.167", decimals: 3))
        #expect(prints((6 - 4.82) / error, "7.1", decimals: 1))
    }

    @Test func `10: a survey that moved within its error is not judged`() {
        let liveable = indicator(
            .survey, baseline: 33.1, target: 40, unit: "%", cadence: .year, baselineN: 1_000)
        let standing = judge(liveable, [Figure("FY2021", 35, denominator: 1_000)])
        #expect(standing.status == .inconclusive)
        #expect(prints(standing.progressRate, "27.5", decimals: 1))
        let z = SurveyTest.z(share: 0.35, count: 1_000, against: 0.331, earlierCount: 1_000)
        #expect(prints(z, "0.9", decimals: 2))
        let text = standing.reasons.first?.text.japanese ?? ""
        #expect(text.contains("変化があったとは言えません（差は標準誤差の0.9倍）"))
        #expect(text.contains("32〜38%"))
        #expect(
            prints(SurveyTest.standardError(share: 0.331, count: 1_000) * 100, "1.5", decimals: 1))
        #expect(
            prints(SurveyTest.standardError(share: 0.331, count: 1_000) * 196, "2.9", decimals: 1))
        #expect(prints(SurveyTest.standardError(share: 0.35, count: 1_000) * 196, "3", decimals: 1))
    }

    @Test func `11: an administrative ratio, with the same answer as the growth-rate rule`() {
        let share = indicator(.ratio, baseline: 45.53, target: 50, unit: "%", cadence: .year)
        let standing = judge(share, [Figure("FY2021", 46.8)], now: "2022-04-10")
        #expect(prints(standing.progressRate, "28.4", decimals: 1))
        #expect(prints(standing.expected, "47.765", decimals: 3))
        #expect(prints(standing.prospect.pace, "0.568", decimals: 3))
        #expect([Status.watch, .lagging].contains(standing.status))
    }

    @Test func `12: a target of another year, and figures after it`() {
        let visitors = indicator(
            .annualFlow, baseline: 199.5, target: 260, unit: "万人", targetPeriod: "FY2022")
        #expect(
            prints(judge(visitors, [Figure("FY2021", 210)]).expected, "244.9", decimals: 1))
        let default2024 = indicator(.annualFlow, baseline: 199.5, target: 260, unit: "万人")
        #expect(
            prints(judge(default2024, [Figure("FY2021", 210)]).expected, "229.8", decimals: 1))
        let figures = [Figure("FY2022", 250, certainty: .confirmed), Figure("FY2023", 270)]
        let standing = judge(visitors, figures, now: "2024-04-10")
        #expect(standing.status == .notAchieved && standing.value == 250)
        #expect(standing.reasons.last?.text.japanese.contains("（期限後）") == true)
    }

    @Test func `13: a sum that may be read in two ways is blocked until its owner answers`() {
        let firms = indicator(
            .planSum, baseline: 65, target: 150, unit: "社", blocked: true,
            questions: ["65社は累計ですか。"])
        let standing = judge(firms, [Figure("FY2020", 70)])
        #expect(standing.status == .definitionQuery)
        #expect(standing.signals == [.definitionQuery])
        #expect(standing.value == 70)
        // κ = 150/(5·65) = 0.46.
        #expect(prints(150.0 / (5 * 65), "0.46", decimals: 2))
        let open = indicator(.planSum, baseline: 65, target: 150, unit: "社")
        let asked = judge(open, [Figure("FY2020", 70)])
        #expect(asked.signals == [.definitionQuery])
        #expect(asked.reasons.last?.text.japanese.contains("0.46倍") == true)
    }

    @Test func `14: a small sum without a baseline lags`() {
        let registered = indicator(.planSum, target: 50)
        let standing = judge(
            registered, [Figure("FY2020", 7), Figure("FY2021", 7)], now: "2022-04-10", dispersion: 1
        )
        #expect(prints(standing.prospect.pace, "0.7", decimals: 2))
        #expect(prints(standing.prospect.probability, "0.05", decimals: 2))
        // a = 0.5·10 + 14 = 19, c = 2.5: 7.6 a year, 14 + 3·7.6 = 36.8.
        let rest = SmallCountForecast(
            counted: 14, exposure: 2, rest: 3, priorRate: 10, priorYears: 0.5, dispersion: 1)?.rest
        #expect(
            prints(rest.map { 14 + $0.size * (1 - $0.success) / $0.success }, "36.8", decimals: 1))
        #expect(standing.status == .lagging)
        #expect(standing.lag == Standing.Lag(since: period("FY2021"), isRecovering: false))
    }

    @Test func `15: cargo of a calendar year waits for the whole year`() {
        let cargo = indicator(
            .floor, baseline: 89_895, target: 89_606, unit: "千t", baselinePeriod: "CY2018",
            targetPeriod: "CY2024", calendar: .calendar)
        let part = judge(cargo, [Figure("CY2022Q3", 66_000, basis: .yearToDate)])
        #expect(part.status == .awaitingData)
        #expect(part.status.nationalClass(of: .floor) == .waiting)
        let whole = judge(
            cargo, [Figure("CY2022Q4", 89_337, basis: .yearToDate)], now: "2023-04-10")
        #expect(whole.status == .movingAway)
        #expect(whole.reasons.first?.text.japanese.contains("0.3%下回って") == true)
    }
}
