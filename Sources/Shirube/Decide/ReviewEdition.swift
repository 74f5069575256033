package import ShirubeCore

/// Gathers a review from the ledger.
package enum ReviewEdition {
    /// What a measure, program or indicator has to show for a quarter, by what is known now.
    ///
    /// - Parameters:
    ///   - target: what it is about.
    ///   - quarter: a quarter of a fiscal year; nil for the one that was over last.
    ///   - setup: the configuration.
    ///   - language: the language of the texts.
    ///   - store: the ledger.
    ///   - now: the present.
    /// - Returns: the review.
    /// - Throws: where the ledger cannot be read.
    package static func gather(
        _ target: SubjectLookup, quarter: Period?, setup: Setup, language: Language,
        from store: Store, now: Timestamp
    ) throws -> ReviewDocument {
        let quarter = quarter ?? .lastClosedQuarter(.fiscal, on: now.japanDate)
        return try store.read { ledger in
            let strategy = target.strategy
            let summary = try SummaryEdition.gather(
                try DefinitionRegister.read(strategy, from: ledger), quarter: quarter, cutoff: now,
                source: .today, setup: setup, from: ledger)
            let outcomes = try ledger.decisions(strategy: strategy.id, knownAt: now).map {
                try SummaryEdition.outcome(
                    $0, beside: summary.standings, strategy: summary.strategy, in: ledger)
            }
            return ReviewDocument(
                target.subject, in: summary, outcomes: outcomes, language: language)
        }
    }
}
