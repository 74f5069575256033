import Testing

@testable import ShirubeCore

@Suite struct FigureListTests {
    /// Every period of two years of both kinds, on every basis, of the first and of a late indicator.
    private static var figures: [ReadingBatch.Figure] {
        var parts: [Period.Part] =
            [.year] + (1...2).map { .half($0) } + (1...4).map { .quarter($0) }
        for month in 1...12 {
            parts.append(.month(month))
            parts += (1...31).map { .day(month: month, day: $0) }
        }
        let years = YearKind.allCases.flatMap { [Year($0, 2019), Year($0, 2020)] }
        let periods = years.flatMap { year in parts.compactMap { Period(year, $0) } }
        return [0, 70_000].flatMap { indicator in
            periods.flatMap { period in
                Reading.Basis.allCases.map {
                    ReadingBatch.Figure(indicator: indicator, period: period, basis: $0)
                }
            }
        }
    }

    @Test func `no two figures have the same code`() {
        let figures = Self.figures
        #expect(figures.count == 2 * 3 * (4 * 19 + 366 + 365 + 366 + 365))
        #expect(Set(figures.map(\.code)).count == figures.count)
    }

    @Test func `a list that was handed on stays as it was while the first one grows`() {
        let figures = Self.figures
        var list = FigureList()
        for figure in figures.prefix(1_500) { list.append(figure) }
        let earlier = list
        for figure in figures.dropFirst(1_500) { list.append(figure) }
        #expect(earlier.count == 1_500 && list.count == figures.count)
        #expect(earlier.indices.allSatisfy { earlier[$0] == figures[$0] })
        #expect(list.indices.allSatisfy { list[$0] == figures[$0] })
    }
}
