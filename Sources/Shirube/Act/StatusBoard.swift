package import ShirubeCore

/// Gathers what `shirube status` shows.
package enum StatusBoard {
    /// How everything stands.
    ///
    /// - Parameters:
    ///   - setup: the configuration and its strategies.
    ///   - store: the ledger.
    ///   - now: the present.
    ///   - asOf: shows the judgements that were stored by then; nil judges by what is known at `now`.
    /// - Returns: every indicator of every strategy, in the order of the files.
    /// - Throws: where the ledger cannot be read.
    package static func gather(
        _ setup: Setup, store: Store, now: Timestamp, asOf: Timestamp?
    ) throws -> StatusDocument {
        try store.read { try document(setup, ledger: $0, now: now, asOf: asOf) }
    }

    private static func document(
        _ setup: Setup, ledger: Ledger, now: Timestamp, asOf: Timestamp?
    ) throws -> StatusDocument {
        let moment = asOf ?? now
        var entries: [StatusDocument.Entry] = []
        var drops: [StatusDocument.Drops] = []
        for strategy in setup.strategies {
            let current = try ledger.currentReadings(of: strategy, knownAt: moment)
            for indicator in strategy.indicators {
                // Stored judgements are shown as they are; what was never judged is judged as never reported.
                let stored = try asOf.flatMap { moment in
                    try ledger.standing(of: indicator.id, strategy: strategy.id, asOf: moment)
                }
                let standing =
                    stored
                    ?? Judge.standing(
                        of: indicator, in: strategy,
                        current: current[indicator.id] ?? CurrentReadings([]),
                        through: nil, now: moment)
                entries.append(
                    StatusDocument.Entry(
                        strategy: strategy.id, indicator: indicator, standing: standing,
                        absences: try answers(current[indicator.id], in: ledger)))
            }
            let files = try ledger.dropFiles(
                strategy: strategy.id, from: Timestamp(milliseconds: 0), through: moment)
            drops += strategy.departments.map {
                line(strategy.id, $0.id, files: files)
            }
        }
        let counts = try ledger.outboxCounts(asOf: moment)
        return StatusDocument(
            asOf: moment, entries: entries, drops: drops,
            outbox: (counts.due, counts.delivered, counts.dead))
    }

    private static func answers(
        _ current: CurrentReadings?, in ledger: Ledger
    ) throws -> [StatusDocument.Answer] {
        let absences = current?.absences ?? []
        let sources = try ledger.sources(of: absences.map(\.sequence))
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
