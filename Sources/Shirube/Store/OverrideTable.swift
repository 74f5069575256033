import GRDB
package import ShirubeCore

extension Ledger {
    /// What owners say of indicators beside the judgements, by what was known at a moment: the newest override of each
    /// that was not withdrawn, whether it still holds or not.
    package func overrides(
        strategy: Identifier<Strategy>, knownAt moment: Timestamp
    ) throws -> [Identifier<Indicator>: Override] {
        guard try db.tableExists("status_override") else { return [:] }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT o.* FROM status_override o JOIN (
                    SELECT MAX(id) AS newest FROM status_override
                    WHERE strategy = ? AND known_at <= ? GROUP BY indicator
                ) n ON o.id = n.newest
                WHERE o.status IS NOT NULL
                """, arguments: [strategy.text, moment])
        return try rows.reduce(into: [:]) { result, row in
            result[Identifier(row["indicator"] as String)] = Override(
                status: try Self.word(row["status"], as: Status.self), reason: row["reason"],
                author: row["author"], at: row["known_at"],
                until: try (row["until"] as String?).map(Self.date),
                period: try (row["period"] as String?).map(Self.period))
        }
    }

    /// What owners say beside the given judgements at a moment, as far as it holds.
    package func overridesInForce(
        beside standings: [Standing], strategy: Identifier<Strategy>, at moment: Timestamp
    ) throws -> [Identifier<Indicator>: Override] {
        Override.inForce(
            try overrides(strategy: strategy, knownAt: moment), beside: standings,
            on: moment.japanDate)
    }

    /// Records an override; the one before it is superseded.
    func insert(
        _ override: Override, of indicator: Identifier<Indicator>, strategy: Identifier<Strategy>
    ) throws {
        try insertOverride(
            of: indicator, strategy: strategy, status: override.status.rawValue,
            reason: override.reason, author: override.author, until: override.until?.description,
            period: override.period?.description, at: override.at)
    }

    /// Records that an indicator's override is withdrawn.
    func withdrawOverride(
        of indicator: Identifier<Indicator>, strategy: Identifier<Strategy>, reason: String,
        by author: String, now: Timestamp
    ) throws {
        try insertOverride(
            of: indicator, strategy: strategy, status: nil, reason: reason, author: author,
            until: nil, period: nil, at: now)
    }

    private func insertOverride(
        of indicator: Identifier<Indicator>, strategy: Identifier<Strategy>, status: String?,
        reason: String, author: String, until: String?, period: String?, at moment: Timestamp
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO status_override (strategy, indicator, status, reason, author, until,
                    period, known_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                strategy.text, indicator.text, status, reason, author, until, period, moment,
            ])
    }
}
