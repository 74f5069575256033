import ShirubeCore

/// Judges indicators inside a transaction, and hands what has changed to the alerts.
struct Orientation {
    let strategy: Strategy
    let postbox: Postbox
    /// How the city's own forecasts have erred: read once, for all that a pass judges.
    private let own: OwnErrors
    private let now: Timestamp
    private let desk: AlertDesk

    /// Reads what all judgements of a pass at `now` have in common; `isQuiet` tells nobody of what comes of it.
    ///
    /// - Throws: where the ledger cannot be read.
    init(
        strategy: Strategy, postbox: Postbox, isQuiet: Bool = false, in ledger: Ledger,
        now: Timestamp
    ) throws {
        self.strategy = strategy
        self.postbox = postbox
        self.now = now
        own = try ledger.ownErrors(of: postbox.setup.strategies, knownAt: now)
        desk = AlertDesk(strategy: strategy, postbox: postbox, isQuiet: isQuiet, now: now)
    }

    /// Judges indicators by what the ledger knows and the definitions in force, stores judgements that have changed, and
    /// tells their departments what that alerts them to.
    ///
    /// All that a pass brings to light is told of together, so that what strikes many is told as such. Indicators of the next
    /// plan that go on from these have their figures too, and are judged with them.
    func judge(_ indicators: [Indicator], in ledger: Ledger) throws {
        try judgeOwn(indicators, in: ledger)
        for next in postbox.setup.successors(of: indicators.map(\.id), in: strategy) {
            try Orientation(
                strategy: next.strategy, postbox: postbox, isQuiet: desk.isQuiet, in: ledger,
                now: now
            ).judge(next.indicators, in: ledger)
        }
    }

    private func judgeOwn(_ indicators: [Indicator], in ledger: Ledger) throws {
        let news = try indicators.flatMap { try judge($0, in: ledger) }
        try desk.tell(news, in: ledger)
    }

    /// What a new day asks for: everything is judged, and answers whose day has come lapse.
    func beginDay(in ledger: Ledger) throws {
        try judgeOwn(strategy.indicators, in: ledger)
        try desk.lapse(in: ledger)
    }

    private func judge(_ indicator: Indicator, in ledger: Ledger) throws -> [AlertDesk.News] {
        let current = try ledger.currentReadings(strategy: strategy.id, indicator: indicator.id)
        let definitions = postbox.definitions(of: strategy)
        let standing = Judge.standing(
            of: indicator, in: definitions, current: current,
            at: Judge.Occasion(
                now: now, letters: postbox.letters, dueDays: postbox.configuration.dueDays,
                own: own))
        let before = try ledger.standing(of: indicator.id, strategy: strategy.id, asOf: now)
        _ = try ledger.insertIfChanged(standing, strategy: strategy.id, now: now)
        let inForce = definitions.inForce(indicator, on: now.japanDate, knownAt: now).indicator
        return try desk.take(standing, of: inForce, before: before, in: ledger)
    }
}
