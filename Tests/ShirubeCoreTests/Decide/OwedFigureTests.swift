import ShirubeCore
import Testing

@Suite struct OwedFigureTests {
    private func owed(_ quarter: Period) -> [OwedFigure] {
        Answers.owed(
            of: SampleStrategy.strategy, endingIn: quarter.absoluteMonths, dueDays: DueDays())
    }

    @Test func `what is owed names its period and its due day`() throws {
        let figures = owed(period("FY2022Q2"))
        let figure = try #require(figures.first { $0.indicator.id.text == "m01-1-1" })
        #expect(figure.period == period("FY2022Q2"))
        // Nine working days after 30 September 2022, over the holiday of 10 October.
        #expect(figure.due == CivilDate(2022, 10, 14))
        #expect(!figure.isAnswered(by: nil))
    }

    @Test func `nothing is owed of periods before the plan`() throws {
        #expect(owed(period("FY2019Q4")).allSatisfy { $0.indicator.calendar == .calendar })
        #expect(!owed(period("FY2020Q1")).isEmpty)
    }

    @Test func `late is who has not answered by the end of the due day, counted by the quarter`()
        throws
    {
        let figures = owed(period("FY2022Q2"))
        let due = try #require(figures.first?.due)
        let number = KnownReading(
            sequence: 1, period: period("FY2022Q2"), basis: .period, part: nil,
            value: .number(5), isFinal: true, weight: nil)
        let minato = figures.filter { $0.indicator.departments == [Identifier("minato")] }
        // m01-3-1 counts calendar years, whose third quarter ends with September too.
        let calendar = KnownReading(
            sequence: 2, period: period("CY2022Q3"), basis: .period, part: nil,
            value: .number(5), isFinal: true, weight: nil)
        var known: [Identifier<Indicator>: CurrentReadings] = [:]
        for figure in minato {
            known[figure.indicator.id] = CurrentReadings(
                [figure.indicator.calendar == .calendar ? calendar : number])
        }
        var departments: [Identifier<Department>: Punctuality] = [:]
        Punctuality.add(figures, known: [due: known], to: &departments)
        #expect(departments[Identifier("minato")]?.late == 0)
        #expect(departments[Identifier("kanko")]?.late == 1)
        Punctuality.add(figures, known: [:], to: &departments)
        #expect(departments[Identifier("minato")]?.late == 1)
        #expect(departments[Identifier("minato")]?.quarters == 2)
        #expect(departments[Identifier("nobody")] == nil)
    }
}
