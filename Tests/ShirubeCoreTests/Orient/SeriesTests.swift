import ShirubeCore
import Testing

struct SeriesTests {
    private let planStart = Period(Year(.fiscal, 2020)).absoluteMonths.lowerBound

    private func plan(_ figures: [Figure]) -> (Double?, Int?) {
        let total = Series.planTotal(
            of: CurrentReadings(ledger(figures)).figures, planStart: planStart)
        return (total?.sum, total?.months.count)
    }

    private func year(_ number: Int, _ figures: [Figure]) -> (Double?, Int?) {
        let total = Series.yearTotal(
            of: CurrentReadings(ledger(figures)).figures, in: Year(.fiscal, number),
            planStart: planStart)
        return (total?.sum, total?.months.count)
    }

    @Test func `months, quarters, halves and years add up`() {
        let total = plan([
            Figure("FY2020", 10), Figure("FY2021H1", 6), Figure("FY2021Q3", 2),
            Figure("FY2021-01", 1), Figure("FY2021-02", 1),
        ])
        #expect(total == (20, 23))
    }

    @Test func `a year-to-date figure covers the year so far, and a later quarter adds to it`() {
        #expect(year(2022, [Figure("FY2022Q2", 11, basis: .yearToDate)]) == (11, 6))
        #expect(
            year(2022, [Figure("FY2022Q2", 11, basis: .yearToDate), Figure("FY2022Q3", 4)])
                == (15, 9))
    }

    @Test func `the later of two year-to-date figures holds the earlier one`() {
        #expect(
            year(
                2022,
                [
                    Figure("FY2022Q2", 11, basis: .yearToDate),
                    Figure("FY2022Q1", 5, basis: .yearToDate),
                ]) == (11, 6))
    }

    @Test func `a plan-to-date figure covers everything since the plan's start`() {
        #expect(plan([Figure("FY2022Q2", 14, basis: .planToDate)]) == (14, 30))
        #expect(
            plan([Figure("FY2020", 3), Figure("FY2022Q2", 14, basis: .planToDate)]) == (14, 30))
    }

    @Test func `a plan-to-date figure counts in a year by its difference to the year's start`() {
        let figures = [
            Figure("FY2021", 9, basis: .planToDate), Figure("FY2022Q2", 14, basis: .planToDate),
        ]
        #expect(year(2022, figures) == (5, 6))
        #expect(year(2020, [Figure("FY2020Q2", 4, basis: .planToDate)]) == (4, 6))
        #expect(year(2022, [Figure("FY2022Q2", 14, basis: .planToDate)]) == (nil, nil))
    }

    @Test func `quarters replace their year only if they fill it and are newer`() {
        let quarters = (1...4).map { Figure("FY2020Q\($0)", 3) }
        #expect(plan(quarters + [Figure("FY2020", 10)]) == (10, 12))
        #expect(plan([Figure("FY2020", 10)] + quarters) == (12, 12))
        #expect(plan([Figure("FY2020", 10)] + quarters.dropLast()) == (10, 12))
    }

    @Test func `one corrected quarter is news enough for all four`() {
        let quarters = (1...4).map { Figure("FY2020Q\($0)", 3) }
        #expect(plan(quarters + [Figure("FY2020", 10), Figure("FY2020Q2", 5)]) == (14, 12))
    }

    @Test func `a newer figure elsewhere does not decide between quarters and their year`() {
        let quarters = (1...4).map { Figure("FY2020Q\($0)", 3) }
        #expect(plan(quarters + [Figure("FY2020", 10), Figure("FY2021Q1", 1)]) == (11, 15))
    }

    @Test func `of figures that overlap in part the larger coverage is kept`() {
        #expect(
            year(2022, [Figure("FY2022-08", 9, basis: .yearToDate), Figure("FY2022Q2", 7)])
                == (9, 5))
        #expect(
            year(
                2022,
                [
                    Figure("FY2022-08", 9, basis: .yearToDate), Figure("FY2022Q1", 4),
                    Figure("FY2022Q2", 7),
                ]) == (11, 6))
    }

    @Test func `figures before the plan are left out of it`() {
        #expect(plan([Figure("FY2019", 9)]) == (nil, nil))
        #expect(plan([Figure("FY2019", 9), Figure("FY2020Q1", 2)]) == (2, 3))
    }

    @Test func `a stage is left out of a sum`() {
        #expect(plan([Figure("FY2020Q1", stage: "契約済")]) == (nil, nil))
    }
}
