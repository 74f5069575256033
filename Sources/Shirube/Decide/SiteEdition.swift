package import ShirubeCore

/// Gathers the web pages of a strategy from the ledger.
package enum SiteEdition {
    /// The site of a strategy as it is known at a moment.
    ///
    /// What everyone sees is the newest summary that was sent, as it was known when it was drafted: nothing is public before that.
    /// The city hall sees the quarter that was over last, by what is known at the moment.
    ///
    /// - Parameters:
    ///   - strategy: the strategy of the file.
    ///   - publishing: how the pages are made.
    ///   - moment: the moment.
    ///   - setup: the configuration.
    ///   - ledger: the ledger.
    /// - Returns: the site; nil where nothing has been sent yet that everyone may see.
    /// - Throws: where the ledger cannot be read.
    package static func gather(
        _ strategy: Strategy, publishing: Publishing, at moment: Timestamp, setup: Setup,
        from ledger: Ledger
    ) throws -> Site? {
        let states = try ledger.summaryEditions(strategy: strategy.id, asOf: moment)
            .filter { $0.sentAt.map { $0 <= moment } ?? false }
            .sorted { ($0.quarter, $0.number) < ($1.quarter, $1.number) }
        let editions = try editions(states, strategy, setup, from: ledger)
        let report: Report
        if publishing.audience.isInternal {
            report = try ReportEdition.gather(
                DefinitionRegister.read(strategy, knownAt: moment, from: ledger),
                quarter: .lastClosedQuarter(.fiscal, on: moment.japanDate), cutoff: moment,
                source: .stored, setup: setup, from: ledger)
        } else {
            guard let newest = states.last, let edition = editions.last else { return nil }
            report = try ReportEdition.gather(
                DefinitionRegister.read(strategy, knownAt: newest.draftedAt, from: ledger),
                quarter: newest.quarter, cutoff: newest.draftedAt, source: .stored, setup: setup,
                from: ledger
            ).with(edition.summary.edition)
        }
        return Site(
            report: report, editions: editions,
            decisions: try ledger.decisions(
                strategy: strategy.id, knownAt: report.summary.cutoff), publishing: publishing)
    }

    /// What each edition said when it was sent, and what it corrected; in the order in which they were sent.
    private static func editions(
        _ states: [SummaryEditionState], _ strategy: Strategy, _ setup: Setup, from ledger: Ledger
    ) throws -> [Site.Edition] {
        var before: (state: SummaryEditionState, summary: QuarterlySummary)?
        return try states.compactMap { state in
            guard let sentAt = state.sentAt else { return nil }
            let known = try known(of: state, strategy, setup, from: ledger)
            defer { before = (state, known) }
            guard let corrected = before, corrected.state.quarter == state.quarter else {
                return Site.Edition(summary: known.with(.first), sentAt: sentAt)
            }
            let edition = QuarterlySummary.Edition(
                number: state.number, correctedSentAt: corrected.state.sentAt,
                difference: SummaryDifference(from: corrected.summary, to: known))
            return Site.Edition(summary: known.with(edition), sentAt: sentAt)
        }
    }

    private static func known(
        of state: SummaryEditionState, _ strategy: Strategy, _ setup: Setup, from ledger: Ledger
    ) throws -> QuarterlySummary {
        try SummaryEdition.gather(
            DefinitionRegister.read(strategy, knownAt: state.draftedAt, from: ledger),
            quarter: state.quarter, cutoff: state.draftedAt, source: .stored, setup: setup,
            from: ledger)
    }
}
