/// The sum of a flow over a stretch of months, made of figures that do not overlap.
package struct FlowTotal: Sendable, Equatable {
    /// The sum, in the indicator's unit.
    package let sum: Double
    /// The months it covers, counted as in `Period.absoluteMonths`; a month outside is unknown, not
    /// zero.
    package let months: Set<Int>
    /// The figures it is made of, earlier ones first; at least one.
    package let figures: [CurrentReadings.Figure]
}

/// Combines figures of months, quarters, halves and years, and of running sums, into one total.
///
/// A figure speaks of a range of months: a period's own figure of the period, a year-to-date figure
/// of everything from the year's start, a plan-to-date figure of everything from the plan's start.
/// Among all ways to choose ranges that do not overlap, the one that covers most months is taken.
/// Of two ways that cover as many, the one that holds the newer reading where they differ: quarters
/// replace their year's figure only if they fill it and one of them was reported later, else the
/// year's figure stays.
package enum Series {
    /// The total since the plan's start, or nil where no figure speaks of the plan.
    ///
    /// `planStart` is the plan's first month, counted as in `Period.absoluteMonths`.
    package static func planTotal(
        of figures: [CurrentReadings.Figure], planStart: Int
    ) -> FlowTotal? {
        let tiles = figures.compactMap { figure -> Tile? in
            let end = figure.period.absoluteMonths.upperBound
            let start =
                switch figure.basis {
                case .period: figure.period.absoluteMonths.lowerBound
                case .yearToDate: Period(figure.period.year).absoluteMonths.lowerBound
                case .planToDate: planStart
                }
            guard let number = figure.number, start >= planStart, start < end else { return nil }
            return Tile(months: start..<end, value: number, figure: figure)
        }
        return total(of: tiles)
    }

    /// The total of one year as far as it is reported, or nil where no figure speaks of it.
    ///
    /// A plan-to-date figure counts by its difference to the one at the end of the year before.
    /// `planStart` is the plan's first month, counted as in `Period.absoluteMonths`.
    package static func yearTotal(
        of figures: [CurrentReadings.Figure], in year: Year, planStart: Int
    ) -> FlowTotal? {
        let start = Period(year).absoluteMonths.lowerBound
        let before = figures.filter { figure in
            figure.basis == .planToDate && figure.period.absoluteMonths.upperBound == start
        }.max { $0.sequence < $1.sequence }
        let tiles = figures.compactMap { figure -> Tile? in
            guard figure.period.year == year, let number = figure.number else { return nil }
            let months = figure.period.absoluteMonths
            switch figure.basis {
            case .period: return Tile(months: months, value: number, figure: figure)
            case .yearToDate:
                return Tile(months: start..<months.upperBound, value: number, figure: figure)
            case .planToDate:
                guard let earlier = start == planStart ? 0 : before?.number else { return nil }
                return Tile(
                    months: start..<months.upperBound, value: number - earlier, figure: figure)
            }
        }
        return total(of: tiles)
    }

    private struct Tile {
        let months: Range<Int>
        let value: Double
        let figure: CurrentReadings.Figure
    }

    /// A choice of tiles: the months they cover, and their ranks from the newest to the oldest.
    private struct Choice {
        var months = 0
        var ranks: [Int] = []

        func adding(_ rank: Int, months count: Int) -> Choice {
            let place = ranks.firstIndex { $0 < rank } ?? ranks.endIndex
            var choice = Choice(months: months + count, ranks: ranks)
            choice.ranks.insert(rank, at: place)
            return choice
        }

        func isBetter(than other: Choice) -> Bool {
            if months != other.months { return months > other.months }
            return other.ranks.lexicographicallyPrecedes(ranks)
        }
    }

    /// Chooses by dynamic programming over the months.
    ///
    /// It may build on the best choice up to each month, because the order of two choices does not
    /// change when the same tile is added to both.
    private static func total(of unordered: [Tile]) -> FlowTotal? {
        let tiles = unordered.sorted { $0.figure.sequence < $1.figure.sequence }
        guard let first = tiles.map(\.months.lowerBound).min(),
            let end = tiles.map(\.months.upperBound).max()
        else { return nil }
        var ranksByEnd: [Int: [Int]] = [:]
        for (rank, tile) in tiles.enumerated() {
            ranksByEnd[tile.months.upperBound, default: []].append(rank)
        }
        var best = [Choice()]
        for month in first + 1...end {
            var choice = best[month - first - 1]
            for rank in ranksByEnd[month] ?? [] {
                let months = tiles[rank].months
                let candidate = best[months.lowerBound - first].adding(rank, months: months.count)
                if candidate.isBetter(than: choice) { choice = candidate }
            }
            best.append(choice)
        }
        let chosen = best[end - first].ranks.map { tiles[$0] }
            .sorted { $0.months.lowerBound < $1.months.lowerBound }
        return FlowTotal(
            sum: chosen.reduce(0) { $0 + $1.value }, months: Set(chosen.flatMap(\.months)),
            figures: chosen.map(\.figure))
    }
}
