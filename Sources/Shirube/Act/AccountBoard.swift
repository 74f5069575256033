package import ShirubeCore

/// Gathers how a judgement came about.
package enum AccountBoard {
    /// The account of an indicator.
    ///
    /// - Parameters:
    ///   - id: the indicator.
    ///   - strategy: the strategy that holds it, as its file has it.
    ///   - setup: the configuration.
    ///   - store: the ledger.
    ///   - moment: the moment that is shown.
    ///   - source: where the judgement comes from.
    /// - Returns: the account; nil where the strategy has no such indicator.
    /// - Throws: where the ledger cannot be read.
    package static func gather(
        _ id: Identifier<Indicator>, of strategy: Strategy, setup: Setup, store: Store,
        at moment: Timestamp, source: JudgementSource
    ) throws -> JudgementAccount? {
        try store.read { ledger in
            let definitions =
                source == .today
                ? try DefinitionRegister.read(strategy, from: ledger)
                : try DefinitionRegister.read(strategy, knownAt: moment, from: ledger)
            guard let indicator = definitions.strategy.indicator(id) else { return nil }
            let occasion = Judge.Occasion(
                now: moment, letters: try ledger.letters(knownAt: moment) ?? .standard,
                dueDays: setup.configuration.dueDays,
                own: try ledger.ownErrors(of: setup.strategies, knownAt: moment))
            let current = try ledger.currentReadings(
                strategy: strategy.id, indicator: id, knownAt: moment)
            // A stored judgement is shown as it is; what was never judged is judged as never reported.
            let stored =
                source == .stored
                ? try ledger.standing(of: id, strategy: strategy.id, asOf: moment) : nil
            let standing =
                stored
                ?? Judge.standing(
                    of: indicator, in: definitions,
                    current: source == .stored ? CurrentReadings([]) : current, at: occasion)
            let overrides = try ledger.overridesInForce(
                beside: [standing], strategy: strategy.id, at: moment)
            return JudgementAccount(
                asOf: moment, strategy: definitions.strategy,
                version: definitions.inForce(
                    indicator, on: occasion.definitionDay, knownAt: moment),
                standing: standing, override: overrides[id],
                isRejudged: source == .rejudged, sources: try ledger.sources(of: current),
                predecessors: try ledger.predecessors(
                    of: IndicatorPlace(strategy: strategy.id, indicator: id), knownAt: moment),
                whatIf: WhatIf(of: indicator, in: definitions, current: current, at: occasion))
        }
    }
}
