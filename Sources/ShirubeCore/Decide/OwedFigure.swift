/// A figure that a department owes: of which indicator, for which period, and by when.
package struct OwedFigure: Sendable, Equatable {
    /// The indicator.
    package let indicator: Indicator
    /// The period that it is to speak of.
    package let period: Period
    /// The day by which it is due.
    package let due: CivilDate

    /// Whether it is there, or a sign that says why there is none.
    ///
    /// - Parameter current: what is in force of the indicator; nil for nothing.
    /// - Returns: true where nothing more is asked.
    package func isAnswered(by current: CurrentReadings?) -> Bool {
        Answers.isGiven(indicator, for: period, current: current)
            || Answers.absence(indicator, for: period, current: current) != nil
    }
}

extension Answers {
    /// The figures that are owed of periods whose last month is one of some months of the plan.
    ///
    /// - Parameters:
    ///   - strategy: the strategy, without the indicators that have ended.
    ///   - months: the months, counted as in `Period.absoluteMonths`.
    ///   - dueDays: by when figures are due.
    /// - Returns: the figures, in the strategy's order, earlier periods first; empty where none is owed.
    package static func owed(
        of strategy: Strategy, endingIn months: Range<Int>, dueDays: DueDays
    ) -> [OwedFigure] {
        strategy.indicators.flatMap { indicator in
            let start = Period(Year(indicator.calendar, strategy.term.lowerBound)).absoluteMonths
                .lowerBound
            let within = months.clamped(to: start..<max(start, months.upperBound))
            return owedPeriods(of: indicator, endingIn: within).map {
                OwedFigure(
                    indicator: indicator, period: $0, due: dueDays.day(for: indicator, of: $0))
            }
        }
    }
}
