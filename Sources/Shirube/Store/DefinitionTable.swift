import GRDB
package import ShirubeCore

extension Ledger {
    /// Every recorded version of the definitions of a strategy's indicators; empty where nothing is recorded.
    ///
    /// A ledger that an older version has made, and that is only read, has no versions either.
    package func definitions(
        of strategy: Identifier<Strategy>
    ) throws -> [Identifier<Indicator>: DefinitionHistory] {
        guard try db.tableExists("definition") else { return [:] }
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT * FROM definition WHERE strategy = ? ORDER BY indicator, number",
            arguments: [strategy.text])
        return try Dictionary(grouping: rows.map(Self.version), by: \.indicator.id)
            .compactMapValues(DefinitionHistory.init)
    }

    /// Records a version; its number must follow the newest one of the indicator.
    func insert(_ version: DefinitionVersion, strategy: Identifier<Strategy>) throws {
        try db.execute(
            sql: """
                INSERT INTO definition (strategy, indicator, number, valid_from, decided_on,
                    decided_by, decision, reason, is_retired, content, known_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                strategy.text, version.indicator.id.text, version.number,
                version.validFrom.description, version.decidedOn?.description, version.decidedBy,
                version.decision, version.reason, version.isRetired, version.content.compact,
                version.knownAt,
            ])
    }

    /// The strategy file as it was used at a moment; nil where that is not recorded.
    package func edition(
        of strategy: Identifier<Strategy>, knownAt moment: Timestamp
    ) throws -> Strategy? {
        guard try db.tableExists("strategy_edition") else { return nil }
        let content = try String.fetchOne(
            db,
            sql: """
                SELECT content FROM strategy_edition WHERE strategy = ? AND known_at <= ?
                ORDER BY id DESC LIMIT 1
                """, arguments: [strategy.text, moment])
        return try content.map {
            try StrategyRecord.decode($0, as: StrategyRecord.self).read()
        }
    }

    /// Records a strategy file as it is used from now on, where it differs from the one before.
    func recordEdition(_ strategy: Strategy, now: Timestamp) throws {
        let content = strategy.json().compact
        let newest = try String.fetchOne(
            db,
            sql: "SELECT content FROM strategy_edition WHERE strategy = ? ORDER BY id DESC LIMIT 1",
            arguments: [strategy.id.text])
        guard newest != content else { return }
        try db.execute(
            sql: "INSERT INTO strategy_edition (strategy, content, known_at) VALUES (?, ?, ?)",
            arguments: [strategy.id.text, content, now])
    }

    private static func version(_ row: Row) throws -> DefinitionVersion {
        let record = try StrategyRecord.decode(row["content"], as: DefinitionRecord.self)
        return DefinitionVersion(
            number: row["number"], validFrom: try date(row["valid_from"]),
            decidedOn: try (row["decided_on"] as String?).map(date),
            decidedBy: row["decided_by"], decision: row["decision"], reason: row["reason"],
            knownAt: row["known_at"], indicator: try record.indicator.read(),
            term: try record.term.range(), isRetired: row["is_retired"])
    }

    /// The day of a text; one that no version wrote is a damaged ledger.
    static func date(_ text: String) throws -> CivilDate {
        guard let date = CivilDate(iso: text) else {
            throw StrategyRecord.damage("the day \(text)")
        }
        return date
    }
}
