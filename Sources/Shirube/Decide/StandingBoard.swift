import ShirubeCore

/// Says how the indicators of a strategy stood at the end of any quarter, by what was known at one moment.
struct StandingBoard {
    /// The recorded versions of the strategy's definitions.
    let definitions: Definitions
    /// The quarter that is reported on.
    let quarter: Period
    /// The moment.
    let cutoff: Timestamp
    /// Where the judgements come from.
    let source: JudgementSource
    /// The configuration.
    let setup: Setup
    /// The strategy as it holds at the quarter's end.
    let strategy: Strategy
    /// The figures in force.
    let current: [Identifier<Indicator>: CurrentReadings]
    private let own: OwnErrors
    private let letters: LetterTable
    private let ledger: Ledger

    /// Reads what all judgements have in common.
    ///
    /// - Throws: where the ledger cannot be read.
    init(
        _ definitions: Definitions, quarter: Period, cutoff: Timestamp, source: JudgementSource,
        setup: Setup, from ledger: Ledger
    ) throws {
        self.definitions = definitions
        self.quarter = quarter
        self.cutoff = cutoff
        self.source = source
        self.setup = setup
        self.ledger = ledger
        let date = Judge.Occasion(now: cutoff, through: quarter).definitionDay
        strategy = definitions.strategy(on: date, knownAt: cutoff)
        current = try ledger.currentReadings(of: strategy, knownAt: cutoff)
        own = try ledger.ownErrors(of: setup.strategies, knownAt: cutoff)
        letters = try ledger.letters(knownAt: cutoff) ?? .standard
    }

    /// How each indicator stood at the end of a quarter, in the strategy's order.
    ///
    /// - Throws: where the ledger cannot be read.
    func standings(through quarter: Period) throws -> [Standing] {
        let occasion = Judge.Occasion(
            now: cutoff, through: quarter, letters: letters,
            dueDays: setup.configuration.dueDays, own: own)
        return try definitions.strategy.indicators.map { indicator in
            // The same rules give the same answer from what was known; only what other rules have said is
            // looked up.
            if source == .stored,
                let stored = try ledger.standing(
                    of: indicator.id, strategy: strategy.id, asOf: cutoff, through: quarter),
                stored.rule != Judge.rule
            {
                return stored
            }
            return Judge.standing(
                of: indicator, in: definitions,
                current: current[indicator.id] ?? CurrentReadings([]), at: occasion)
        }
    }
}
