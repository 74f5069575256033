import Testing

@testable import ShirubeCore

struct PathTests {
    private func level(_ indicator: Indicator, at code: String) -> Double? {
        Path.level(of: indicator, atEnd: period(code).absoluteMonths.upperBound)
    }

    private func terms(_ indicator: Indicator) -> Terms {
        Terms(
            DefinitionHistory(unrecorded: indicator, term: 2020...2024).newest, dispersion: 2)
    }

    private func sum(_ indicator: Indicator, over codes: String...) -> Double? {
        let shares = SeasonProfile(season: indicator.season)
        let periods = codes.map(period)
        return Path.sum(
            of: terms(indicator),
            shares: periods.map { ($0.year.number, shares.share(of: $0.absoluteMonths)) })
    }

    @Test func `a line starts at the end of the baseline's period, not at the plan's first year`() {
        let marriages = indicator(.runningTotal, baseline: 32, target: 55, unit: "組")
        #expect(level(marriages, at: "FY2021") == 43.5)
        #expect(level(marriages, at: "FY2018") == 32)
        #expect(level(marriages, at: "FY2017") == 32)
        #expect(prints(level(marriages, at: "FY2022Q2"), "45.417", decimals: 3))
        #expect(level(marriages, at: "FY2024") == 55)
    }

    @Test func `a target of another year bends the line`() {
        let visitors = indicator(
            .annualFlow, baseline: 199.5, target: 260, unit: "万人", targetPeriod: "FY2022")
        #expect(prints(Path.flow(of: terms(visitors), in: 2021), "244.9", decimals: 1))
        let late = indicator(.annualFlow, baseline: 199.5, target: 260, unit: "万人")
        #expect(prints(Path.flow(of: terms(late), in: 2021), "229.8", decimals: 1))
    }

    @Test func `a yearly plan moves in steps, from the baseline, at each year's end`() {
        let speakers = indicator(
            .level, baseline: 24, target: 130, unit: "基",
            plan: [2020: 25, 2021: 25, 2022: 65, 2023: 105, 2024: 130])
        #expect(level(speakers, at: "FY2020Q3") == 24)
        #expect(level(speakers, at: "FY2021") == 25)
        #expect(level(speakers, at: "FY2022Q3") == 25)
        #expect(level(speakers, at: "FY2022") == 65)
        #expect(level(speakers, at: "FY2024") == 130)
    }

    @Test func `without baseline and plan nothing is expected before the target period`() {
        let rate = indicator(.level, target: 1.8, unit: "")
        #expect(level(rate, at: "FY2023") == nil)
        #expect(level(rate, at: "FY2024") == 1.8)
    }

    @Test func `what is held at its target is expected there throughout`() {
        #expect(level(indicator(.floor, baseline: 276, target: 250), at: "FY2021") == 250)
        #expect(level(indicator(.maintain, baseline: 39, target: 39), at: "FY2021") == 39)
        #expect(level(indicator(.level, baseline: 300, target: 250), at: "FY2021") == 250)
        #expect(
            level(indicator(.level, baseline: 300, target: 250, sense: .atMost), at: "FY2021")
                == 275)
    }

    @Test func `a sum grows with the covered share of the plan's years`() {
        let offers = indicator(.planSum, baseline: 9, target: 40)
        #expect(sum(offers, over: "FY2020", "FY2021H1") == 12)
        #expect(sum(offers, over: "FY2020", "FY2021Q2") == 10)
    }

    @Test func `planned flows replace the even share, and open years share the rest`() {
        let planned = indicator(
            .planSum, baseline: 9, target: 40,
            plan: [2020: 4, 2021: 6, 2022: 8, 2023: 10, 2024: 12])
        #expect(sum(planned, over: "FY2020", "FY2021H1") == 7)
        let partly = indicator(.planSum, baseline: 9, target: 40, plan: [2020: 4])
        #expect(sum(partly, over: "FY2020", "FY2021H1") == 8.5)
    }

    @Test func `a season's months carry the whole year`() {
        let winter = indicator(
            .planSum, baseline: 9, target: 50, activeMonths: [12, 1, 2, 3])
        #expect(sum(winter, over: "FY2020", "FY2021H1") == 10)
        #expect(sum(winter, over: "FY2020", "FY2021H1", "FY2021Q3") == 12.5)
    }

    @Test func `the plan of a calendar-year indicator is the calendar years of the same numbers`() {
        let cargo = indicator(
            .planSum, baseline: 9, target: 40, baselinePeriod: "CY2018", targetPeriod: "CY2024",
            calendar: .calendar)
        #expect(sum(cargo, over: "CY2020", "CY2021Q1", "CY2021Q2") == 12)
    }
}
