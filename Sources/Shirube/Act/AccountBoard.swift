package import ShirubeCore

/// Gathers how a judgement came about.
package enum AccountBoard {
    /// The account of an indicator.
    ///
    /// - Parameters:
    ///   - id: the indicator.
    ///   - strategy: the strategy that holds it.
    ///   - setup: the configuration.
    ///   - store: the ledger.
    ///   - now: the present.
    ///   - asOf: the judgement that was stored by then; nil judges by what is known at `now`.
    /// - Returns: the account; nil where the strategy has no such indicator.
    /// - Throws: where the ledger cannot be read.
    package static func gather(
        _ id: Identifier<Indicator>, of strategy: Strategy, setup: Setup, store: Store,
        now: Timestamp, asOf: Timestamp?
    ) throws -> JudgementAccount? {
        guard let indicator = strategy.indicator(id) else { return nil }
        return try store.read { ledger in
            let moment = asOf ?? now
            let definitions = Definitions(of: strategy)
            let occasion = Judge.Occasion(now: moment, dueDays: setup.configuration.dueDays)
            let current = try ledger.currentReadings(
                strategy: strategy.id, indicator: id, knownAt: moment)
            let stored = try asOf.flatMap { moment in
                try ledger.standing(of: id, strategy: strategy.id, asOf: moment)
            }
            let standing =
                stored
                ?? Judge.standing(
                    of: indicator, in: definitions,
                    current: asOf == nil ? current : CurrentReadings([]), at: occasion)
            return JudgementAccount(
                asOf: moment, strategy: strategy,
                version: definitions.inForce(indicator, on: occasion.date, knownAt: moment),
                standing: standing, sources: try ledger.sources(of: current),
                whatIf: WhatIf(of: indicator, in: definitions, current: current, at: occasion))
        }
    }
}
