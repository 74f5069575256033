package import ShirubeCore

/// Gathers the figures that wait to be confirmed.
package enum HoldBoard {
    /// The figures of all strategies, oldest first.
    ///
    /// - Throws: what reading the ledger throws.
    package static func gather(_ setup: Setup, store: Store) throws -> HoldDocument {
        let rows = try store.read { ledger in
            try setup.strategies.flatMap { strategy in
                try ledger.openHolds(strategy.id).map { hold in
                    HoldDocument.Row(
                        number: hold.number, strategy: strategy.id, indicator: hold.indicator,
                        department: strategy.department(hold.department)?.name
                            ?? hold.department.text,
                        fileName: hold.fileName, takenAt: hold.takenAt, period: hold.period,
                        finding: hold.finding)
                }
            }
        }
        return HoldDocument(rows: rows)
    }
}
