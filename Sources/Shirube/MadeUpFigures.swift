package import ShirubeCore

/// Figures of plans that nobody has reported, for measurements: the same for the same seed.
package enum MadeUpFigures {
    /// Twenty quarters of made-up figures, from the plan's first year on, the same for every run.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - strategy: its strategy.
    ///   - seed: which of many runs of figures.
    /// - Returns: a figure or stage for each quarter, in order.
    package static func readings(
        of indicator: Indicator, in strategy: Strategy, seed: Int
    ) -> [KnownReading] {
        var state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15
        for byte in indicator.id.text.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (0..<20).compactMap { position in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let chance = Double(state >> 40) / Double(1 << 24)
            let year = Year(indicator.calendar, strategy.term.lowerBound + position / 4)
            guard let period = Period(year, .quarter(position % 4 + 1)) else { return nil }
            return KnownReading(
                sequence: Int64(position + 1), period: period, basis: .period, part: nil,
                value: value(of: indicator, at: position, chance: chance), isFinal: true,
                weight: 900)
        }
    }

    private static func value(
        of indicator: Indicator, at position: Int, chance: Double
    ) -> Reading.Reported {
        let target = indicator.target.value
        if indicator.kind == .milestone {
            let stages = indicator.stages
            return .stage(stages[min(position / 5, stages.count - 1)].name)
        }
        let share = Double(position + 1) / 20
        return switch indicator.kind {
        case .planSum, .periodTotal: .number((target / 20 * (0.5 + chance)).rounded())
        case .annualFlow: .number(target / 4 * (0.7 + 0.5 * chance))
        default: .number(target * (0.8 + 0.15 * share + 0.1 * chance))
        }
    }

    /// A report of made-up figures of all indicators of a strategy, judged as figures from a ledger are.
    ///
    /// - Parameters:
    ///   - strategy: the strategy.
    ///   - quarter: the quarter that is summed up; one of the plan's.
    ///   - seed: which of many runs of figures.
    /// - Returns: the report of a city whose departments have all answered.
    package static func report(of strategy: Strategy, quarter: Period, seed: Int) -> Report {
        let cutoff = Timestamp(japanDate: quarter.lastDay.adding(days: 17))
        let definitions = Definitions(of: strategy)
        let current = strategy.indicators.map { indicator in
            CurrentReadings(
                readings(of: indicator, in: strategy, seed: seed).filter { $0.period <= quarter })
        }
        func standings(through period: Period) -> [Standing] {
            let occasion = Judge.Occasion(now: cutoff, through: period)
            return zip(strategy.indicators, current).map { indicator, current in
                Judge.standing(of: indicator, in: definitions, current: current, at: occasion)
            }
        }
        let periods = (strategy.term.lowerBound...quarter.year.number)
            .flatMap { Period.quarters(of: Year(.fiscal, $0)) }.filter { $0 <= quarter }
        let board = periods.map { ($0, standings(through: $0)) }
        let answers = strategy.departments.map { department in
            let owned = strategy.indicators(of: department.id).count
            return QuarterlySummary.Answer(
                department: department.id, owed: owned, given: owned, lastAccepted: cutoff,
                rejected: 0)
        }
        return Report(
            summary: QuarterlySummary(
                strategy: strategy, quarter: quarter, cutoff: cutoff,
                standings: standings(through: quarter),
                earlier: standings(
                    through: .lastClosedQuarter(.fiscal, on: quarter.firstDay)),
                answers: answers, deeds: [], mark: "架空"),
            histories: strategy.indicators.enumerated().map { place, indicator in
                IndicatorHistory(
                    indicator: indicator,
                    versions: definitions.history(of: indicator).versions,
                    figures: current[place].figures,
                    quarters: board.map { period, standings in
                        IndicatorHistory.Quarter(period: period, standing: standings[place])
                    })
            })
    }
}
