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
        let report: Report
        if publishing.audience.isInternal {
            report = try ReportEdition.gather(
                DefinitionRegister.read(strategy, knownAt: moment, from: ledger),
                quarter: .lastClosedQuarter(.fiscal, on: moment.japanDate), cutoff: moment,
                source: .stored, setup: setup, from: ledger)
        } else {
            guard let newest = states.last else { return nil }
            report = try ReportEdition.gather(
                DefinitionRegister.read(strategy, knownAt: newest.draftedAt, from: ledger),
                quarter: newest.quarter, cutoff: newest.draftedAt, source: .stored, setup: setup,
                from: ledger
            ).with(try edition(newest, among: states, strategy, setup, from: ledger))
        }
        return Site(
            report: report,
            editions: try states.compactMap { state in
                try state.sentAt.map { sentAt in
                    Site.Edition(
                        summary: try summary(
                            of: state, among: states, strategy, setup, from: ledger),
                        sentAt: sentAt)
                }
            },
            decisions: try ledger.decisions(
                strategy: strategy.id, knownAt: report.summary.cutoff), publishing: publishing)
    }

    /// What an edition said when it was sent.
    private static func summary(
        of state: SummaryEditionState, among states: [SummaryEditionState], _ strategy: Strategy,
        _ setup: Setup, from ledger: Ledger
    ) throws -> QuarterlySummary {
        try known(of: state, strategy, setup, from: ledger)
            .with(edition(state, among: states, strategy, setup, from: ledger))
    }

    /// Which edition it is, and what it corrects.
    private static func edition(
        _ state: SummaryEditionState, among states: [SummaryEditionState], _ strategy: Strategy,
        _ setup: Setup, from ledger: Ledger
    ) throws -> QuarterlySummary.Edition {
        let corrected = states.last {
            $0.quarter == state.quarter && $0.number < state.number
        }
        guard let corrected else { return .first }
        return QuarterlySummary.Edition(
            number: state.number, correctedSentAt: corrected.sentAt,
            difference: SummaryDifference(
                from: try known(of: corrected, strategy, setup, from: ledger),
                to: try known(of: state, strategy, setup, from: ledger)))
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
