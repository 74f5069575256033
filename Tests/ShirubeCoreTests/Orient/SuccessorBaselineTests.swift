import ShirubeCore
import Testing

@Suite struct SuccessorBaselineTests {
    private func baseline(_ kind: IndicatorKind, _ figures: [Figure]) -> String? {
        let row = indicator(kind, target: 1)
        return SuccessorBaseline(
            of: row, in: CurrentReadings(ledger(figures)), term: 2020...2024
        ).map { "\(NumberText.plain($0.anchor.value)) \($0.anchor.period) \($0.isFinal)" }
    }

    @Test func `a flow starts from its newest whole year, of quarters their sum`() {
        let year = (1...4).map { Figure("FY2023Q\($0)", 2, certainty: .confirmed) }
        #expect(baseline(.annualFlow, year + [Figure("FY2024Q1", 9)]) == "8 FY2023 true")
        #expect(baseline(.planSum, [Figure("FY2024", 7)]) == "7 FY2024 false")
        #expect(baseline(.planSum, [Figure("FY2024Q1", 7)]) == nil)
        #expect(
            baseline(.planSum, [Figure("FY2024Q4", 7, basis: .yearToDate)]) == "7 FY2024 false")
    }

    @Test func `a total over years starts from that of the whole plan`() {
        let years = (2020...2024).map { Figure("FY\($0)", 10) }
        #expect(baseline(.periodTotal, years) == "50 FY2024 false")
        #expect(baseline(.periodTotal, Array(years.dropLast())) == nil)
        #expect(
            baseline(.periodTotal, [Figure("FY2024", 48, basis: .planToDate)]) == "48 FY2024 false")
    }

    @Test func `a level starts from its newest value, and a ratio of parts from their mean`() {
        #expect(
            baseline(.level, [Figure("FY2023", 4), Figure("FY2024Q2", 5)]) == "5 FY2024Q2 false")
        // A sum up to a moment within the year is no level.
        #expect(
            baseline(.level, [Figure("FY2023", 4), Figure("FY2024Q2", 9, basis: .yearToDate)])
                == "4 FY2023 false")
        #expect(
            baseline(
                .ratio,
                [
                    Figure("FY2024", 10, part: "東", denominator: 1),
                    Figure("FY2024", 20, part: "西", denominator: 3),
                ]) == "17.5 FY2024 false")
    }

    @Test func `the answers of a survey go with it; stages and silence start from nothing`() throws
    {
        let survey = SuccessorBaseline(
            of: indicator(.survey, target: 75, unit: "%"),
            in: CurrentReadings(ledger([Figure("FY2024", 62.5, denominator: 240)])),
            term: 2020...2024)
        #expect(try #require(survey).respondents == 240)
        #expect(try #require(survey).sequences == [1])
        #expect(baseline(.milestone, [Figure("FY2024", stage: "完了")]) == nil)
        #expect(baseline(.level, []) == nil)
        #expect(baseline(.level, [Figure("FY2024", absent: .unknown)]) == nil)
    }
}
