package import ShirubeCore

/// Measures how fast indicators are judged, for `make bench-judge`.
package enum JudgeBench {
    /// What a measurement took.
    package struct Measurement: Sendable {
        /// How many indicators were judged, over all rounds.
        package let indicators: Int
        /// The processor's time, in milliseconds: all of it is one thread's.
        package let milliseconds: Double
        /// The judgements as one number, so that nobody can leave the work out.
        package let checksum: Int
    }

    /// Judges every indicator by what the ledger holds, and compares it with the stored judgement, as a daily pass does.
    ///
    /// The checksum counts the judgements that are as stored: all of them where nothing has changed since.
    ///
    /// - Throws: where the ledger cannot be read.
    package static func fromLedger(
        _ strategy: Strategy, store: Store, rounds: Int, now: Timestamp
    ) throws -> Measurement {
        // What the program has read at its start.
        let (definitions, letters) = try store.read { ledger in
            (
                try DefinitionRegister.read(strategy, from: ledger),
                try ledger.letters(knownAt: now) ?? .standard
            )
        }
        var checksum = 0
        let start = ProcessorTime.milliseconds
        for _ in 0..<rounds {
            checksum += try store.read { ledger in
                let occasion = Judge.Occasion(
                    now: now, letters: letters,
                    own: try ledger.ownErrors(of: [strategy], knownAt: now))
                return try strategy.indicators.reduce(0) { sum, indicator in
                    let current = try ledger.currentReadings(
                        strategy: strategy.id, indicator: indicator.id)
                    let standing = Judge.standing(
                        of: indicator, in: definitions, current: current, at: occasion)
                    let stored = try ledger.standing(
                        of: indicator.id, strategy: strategy.id, asOf: now)
                    return sum + (stored == standing ? 1 : 0)
                }
            }
        }
        let spent = ProcessorTime.milliseconds - start
        return Measurement(
            indicators: rounds * strategy.indicators.count, milliseconds: spent,
            checksum: checksum)
    }

    /// Judges the indicators of many strategies from their readings alone: twenty quarters each.
    package static func fromNothing(
        _ indicators: [Indicator], of strategy: Strategy, strategies: Int, now: Timestamp
    ) -> Measurement {
        let definitions = Definitions(of: strategy)
        let readings = (0..<strategies).map { number in
            indicators.map { MadeUpFigures.readings(of: $0, in: strategy, seed: number) }
        }
        let start = ProcessorTime.milliseconds
        let occasion = Judge.Occasion(now: now)
        var checksum = 0
        for city in readings {
            for (indicator, known) in zip(indicators, city) {
                let standing = Judge.standing(
                    of: indicator, in: definitions, current: CurrentReadings(known), at: occasion)
                checksum &+= standing.prospect.evaluations &+ standing.reasons.count
            }
        }
        let spent = ProcessorTime.milliseconds - start
        return Measurement(
            indicators: strategies * indicators.count, milliseconds: spent,
            checksum: checksum)
    }
}
