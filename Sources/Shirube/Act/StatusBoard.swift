package import ShirubeCore

/// Gathers what `shirube status` shows.
package enum StatusBoard {
    /// How everything stands.
    ///
    /// - Parameters:
    ///   - setup: the configuration and its strategies as their files have them.
    ///   - store: the ledger.
    ///   - moment: the moment that is shown.
    ///   - source: where the judgements come from; unless it is `today`, strategies are shown as they were known then.
    /// - Returns: every indicator of every strategy, in the order of the files.
    /// - Throws: where the ledger cannot be read.
    package static func gather(
        _ setup: Setup, store: Store, at moment: Timestamp, source: JudgementSource
    ) throws -> StatusDocument {
        try store.read { ledger in
            var entries: [StatusDocument.Entry] = []
            let own = try ledger.ownErrors(of: setup.strategies, knownAt: moment)
            var drops: [StatusDocument.Drops] = []
            for strategy in setup.strategies {
                let definitions =
                    source == .today
                    ? try DefinitionRegister.read(strategy, from: ledger)
                    : try DefinitionRegister.read(strategy, knownAt: moment, from: ledger)
                entries += try self.entries(
                    definitions, ledger, at: moment, source: source,
                    dueDays: setup.configuration.dueDays, own: own)
                let files = try ledger.dropFiles(
                    strategy: strategy.id, from: Timestamp(milliseconds: 0), through: moment)
                drops += definitions.strategy.departments.map {
                    line(strategy.id, $0.id, files: files)
                }
            }
            let counts = try ledger.outboxCounts(asOf: moment)
            return StatusDocument(
                asOf: moment, isRejudged: source == .rejudged, entries: entries, drops: drops,
                outbox: (counts.due, counts.delivered, counts.dead), dropped: counts.dropped,
                pauses: try ledger.pauses(asOf: moment))
        }
    }

    private static func entries(
        _ definitions: Definitions, _ ledger: Ledger, at moment: Timestamp,
        source: JudgementSource, dueDays: DueDays, own: OwnErrors
    ) throws -> [StatusDocument.Entry] {
        let strategy = definitions.strategy
        let current = try ledger.currentReadings(of: strategy, knownAt: moment)
        let occasion = Judge.Occasion(
            now: moment, letters: try ledger.letters(knownAt: moment) ?? .standard,
            dueDays: dueDays, own: own)
        let standings = try strategy.indicators.map { indicator in
            // Stored judgements are shown as they are; what was never judged is judged as never reported.
            let stored =
                source == .stored
                ? try ledger.standing(of: indicator.id, strategy: strategy.id, asOf: moment) : nil
            return stored
                ?? Judge.standing(
                    of: indicator, in: definitions,
                    current: current[indicator.id] ?? CurrentReadings([]), at: occasion)
        }
        let overrides = try ledger.overridesInForce(
            beside: standings, strategy: strategy.id, at: moment)
        let successions = try ledger.successions(of: strategy.id, knownAt: moment)
        let inForce = definitions.strategy(on: moment.japanDate, knownAt: moment)
        return try zip(inForce.indicators, standings).map { indicator, standing in
            StatusDocument.Entry(
                strategy: strategy.id, indicator: indicator, standing: standing,
                override: overrides[indicator.id],
                absences: try answers(current[indicator.id], in: ledger),
                predecessor: successions[indicator.id]?.predecessor,
                trend: Trend.values(
                    of: indicator, current[indicator.id] ?? CurrentReadings([])))
        }
    }

    private static func answers(
        _ current: CurrentReadings?, in ledger: Ledger
    ) throws -> [StatusDocument.Answer] {
        let absences = current?.absences ?? []
        let sources = try ledger.readingSources(at: absences.map(\.sequence))
        return absences.compactMap { absent in
            sources[absent.sequence].map { StatusDocument.Answer(absent: absent, source: $0) }
        }
    }

    private static func line(
        _ strategy: Identifier<Strategy>, _ department: Identifier<Department>,
        files: [DropFileRow]
    ) -> StatusDocument.Drops {
        let own = files.filter { $0.department == department }
        func count(_ outcome: DropOutcome) -> Int { own.count { $0.outcome == outcome } }
        return StatusDocument.Drops(
            strategy: strategy, department: department, accepted: count(.accepted),
            unchanged: count(.unchanged), rejected: count(.rejected), lastFile: own.last?.name,
            lastTakenAt: own.last?.takenAt)
    }
}
