import ShirubeCore
import Testing

@Suite struct TrendTests {
    private func values(
        _ figures: [Figure], _ kind: IndicatorKind = .annualFlow, stages: [Stage] = []
    ) -> [Double?] {
        Trend.values(
            of: indicator(kind, target: 50, stages: stages), CurrentReadings(ledger(figures)))
    }

    @Test func `the eight newest periods are shown, whatever the order of their reports`() {
        let quarters = ["FY2020", "FY2021", "FY2022"].flatMap { year in
            (1...4).map { "\(year)Q\($0)" }
        }
        let figures = quarters.enumerated().map { Figure($0.element, Double($0.offset)) }
        #expect(values(figures.reversed()) == [4, 5, 6, 7, 8, 9, 10, 11])
        #expect(values(Array(figures.prefix(3))) == [0, 1, 2])
        #expect(values([]) == [])
    }

    @Test
    func
        `a period without a figure is a gap, and a correction takes the place of what it corrects`()
    {
        #expect(
            values([
                Figure("FY2021Q3", 1), Figure("FY2021Q4", absent: .unknown), Figure("FY2022Q1", 3),
                Figure("FY2021Q3", 2), Figure(withdrawing: "FY2022Q1"), Figure("FY2022Q2", 5),
            ]) == [2, nil, nil, 5])
    }

    @Test func `what cannot be set side by side is not`() {
        let years = [Figure("FY2019", 40), Figure("FY2020", 44), Figure("FY2021", 48)]
        let quarters = [Figure("FY2022Q1", 9), Figure("FY2022Q2", 11)]
        #expect(values(years + quarters) == [40, 44, 48])
        #expect(values(Array(years.prefix(2)) + quarters) == [9, 11])
        let sums = [Figure("FY2022Q1", 9, basis: .yearToDate)]
        #expect(values(quarters + sums) == [9, 11])
    }

    @Test func `parts come together as the indicator's kind has them`() {
        let parts = [
            Figure("FY2022Q1", 10, part: "東", denominator: 100),
            Figure("FY2022Q1", 40, part: "西", denominator: 200),
        ]
        #expect(values(parts) == [50])
        #expect(values(parts, .ratio) == [30])
    }

    @Test func `of a milestone the weight of its stage is shown`() {
        let stages = Stage.standard(target: period("FY2024"))
        #expect(
            values(
                [Figure("FY2022Q1", stage: "検討中"), Figure("FY2022Q2", stage: "契約済")], .milestone,
                stages: stages) == [0.1, 0.6])
    }
}
