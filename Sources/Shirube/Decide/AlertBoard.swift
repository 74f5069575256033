package import ShirubeCore

/// Gathers alerts for people to look at.
package struct AlertBoard: Sendable {
    /// Which alerts are shown.
    package struct Filter: Sendable {
        /// The indicator; nil for all.
        package var indicator: String?
        /// The type; nil for all.
        package var type: AlertType?
        /// A department whose indicators are meant; nil for all.
        package var department: String?
        /// Since when closed alerts are shown too; nil leaves them out.
        package var closedSince: Timestamp?

        /// Everything that is open.
        package init() {}

        fileprivate func takes(_ row: AlertListing.Row) -> Bool {
            (indicator.map { $0 == row.alert.indicator?.text } ?? true)
                && (type.map { $0 == row.alert.type } ?? true)
                && (department.map { row.departments.map(\.text).contains($0) } ?? true)
        }
    }

    private let setup: Setup
    private let strategies: [Strategy]

    /// Looks at some strategies of a setup.
    package init(setup: Setup, strategies: [Strategy]) {
        self.setup = setup
        self.strategies = strategies
    }

    /// The list as it was at a moment: gravest types first, then oldest.
    ///
    /// - Throws: what reading the ledger throws.
    package func list(_ filter: Filter, in store: Store, at now: Timestamp) throws -> AlertListing {
        try store.read { try list(filter, from: $0, at: now) }
    }

    func list(_ filter: Filter, from ledger: Ledger, at now: Timestamp) throws -> AlertListing {
        var rows: [AlertListing.Row] = []
        var silences: [AlertListing.Quiet] = []
        var budgets: [(strategy: Strategy, budget: AlertBudget)] = []
        for strategy in strategies {
            let year = now.adding(seconds: -365 * 86_400)
            let known = try ledger.alertStates(
                strategy: strategy.id, asOf: now, closedSince: min(year, filter.closedSince ?? year)
            )
            let quiet = try ledger.silences(strategy: strategy.id, at: now)
            rows += known.filter { alert in
                alert.closedAt.map { closed in filter.closedSince.map { closed >= $0 } ?? false }
                    ?? true
            }.map { Self.row($0, strategy, quiet) }
            silences += quiet.map { silence in
                AlertListing.Quiet(
                    silence: silence,
                    covered: known.count {
                        $0.closedAt == nil && Self.covers(silence, $0, strategy)
                    })
            }
            budgets.append(
                (
                    strategy,
                    AlertBudget(
                        known, strategy: strategy, rules: setup.configuration.alerts, now: now)
                ))
        }
        let order = AlertType.allCases
        return AlertListing(
            rows: rows.filter(filter.takes).sorted {
                (order.firstIndex(of: $0.alert.type) ?? 0, $0.alert.id)
                    < (order.firstIndex(of: $1.alert.type) ?? 0, $1.alert.id)
            }, silences: silences, budgets: budgets)
    }

    /// An alert with the silence over it.
    static func row(
        _ alert: AlertState, _ strategy: Strategy, _ silences: [Silence]
    ) -> AlertListing.Row {
        AlertListing.Row(
            strategy: strategy, alert: alert,
            silencedUntil: silences.filter { covers($0, alert, strategy) }.map(\.until).max())
    }

    static func covers(_ silence: Silence, _ alert: AlertState, _ strategy: Strategy) -> Bool {
        let indicator = alert.indicator.flatMap(strategy.indicator)
        return silence.covers(alert, departments: indicator?.departments ?? [])
    }
}
