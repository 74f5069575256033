/// A strategy as its file has it, with every recorded version of its indicators' definitions.
package struct Definitions: Sendable, Equatable {
    /// The strategy of the file, followed by the indicators that are not in it any more.
    ///
    /// Figures of those are still taken in: the last ones often arrive after the indicator has ended.
    package let strategy: Strategy
    private let histories: [Identifier<Indicator>: DefinitionHistory]

    /// Puts a strategy file and the recorded versions together.
    ///
    /// - Parameters:
    ///   - strategy: the strategy of the file.
    ///   - recorded: the recorded histories by indicator; one that is missing has the file's definition alone.
    package init(of strategy: Strategy, recorded: [Identifier<Indicator>: DefinitionHistory] = [:])
    {
        let listed = Set(strategy.indicators.map(\.id))
        let removed = recorded.filter { !listed.contains($0.key) }.sorted { $0.key < $1.key }
        self.strategy = strategy.with(
            indicators: strategy.indicators
                + removed.map { strategy.placing($0.value.newest.indicator) })
        histories = recorded
    }

    /// The versions of an indicator of `strategy`.
    package func history(of indicator: Indicator) -> DefinitionHistory {
        histories[indicator.id]
            ?? DefinitionHistory(unrecorded: indicator, term: strategy.term)
    }

    /// The version of an indicator that holds on a day, by what was known at a moment.
    ///
    /// Remarks and questions are those of the file, which no decision is needed for.
    package func inForce(
        _ indicator: Indicator, on date: CivilDate, knownAt moment: Timestamp
    ) -> DefinitionVersion {
        history(of: indicator).inForce(on: date, knownAt: moment).with(remarksOf: indicator)
    }

    /// The strategy as it holds on a day, by what was known at a moment: each indicator by its version in force.
    ///
    /// Indicators that have ended by then are in it, so that they can be shown as ended.
    package func strategy(on date: CivilDate, knownAt moment: Timestamp) -> Strategy {
        strategy.with(
            indicators: strategy.indicators.map {
                strategy.placing(inForce($0, on: date, knownAt: moment).indicator)
            })
    }

    /// The strategy without the indicators that have ended on a day, and without those removed from the file: what
    /// departments still owe figures of.
    package func strategyInUse(on date: CivilDate, knownAt moment: Timestamp) -> Strategy {
        strategy.with(
            indicators: strategy.indicators.map { inForce($0, on: date, knownAt: moment) }
                .filter { !$0.isRetired }.map(\.indicator))
    }
}

extension DefinitionVersion {
    /// The version with everything that is no part of the definition taken from the strategy file's row.
    func with(remarksOf row: Indicator) -> DefinitionVersion {
        var version = self
        if indicator.name != row.name, CellText.key(indicator.name) == CellText.key(row.name) {
            version.indicator.name = row.name
        }
        version.indicator.questions = row.questions
        version.indicator.gap = row.gap
        version.indicator.notes = row.notes
        return version
    }
}

extension Strategy {
    /// The strategy with other indicators.
    package func with(indicators: [Indicator]) -> Strategy {
        var strategy = self
        strategy.indicators = indicators
        return strategy
    }

    /// The strategy with another term, as an earlier version of a definition had it.
    package func with(term: ClosedRange<Int>) -> Strategy {
        var strategy = self
        strategy.term = term
        return strategy
    }

    /// An indicator of an earlier file, under its goal alone where this file has its program no more.
    func placing(_ indicator: Indicator) -> Indicator {
        guard let program = indicator.program, self.program(program) == nil else {
            return indicator
        }
        var placed = indicator
        placed.program = nil
        placed.measure = nil
        return placed
    }
}
