import GRDB
package import ShirubeCore

extension Ledger {
    /// Stores a judgement where it differs from the newest one of its indicator.
    ///
    /// - Returns: whether it differed.
    func insertIfChanged(
        _ standing: Standing, strategy: Identifier<Strategy>, now: Timestamp
    ) throws -> Bool {
        let newest = try self.standing(
            of: standing.indicator, strategy: strategy, asOf: now)
        guard newest != standing else { return false }
        try db.execute(
            sql: """
                INSERT INTO judgement (strategy, indicator, judged_at, rule, period, value,
                    expected, achievement_rate, progress_rate, status, definition)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                strategy.text, standing.indicator.text, now, standing.rule,
                standing.period?.description, standing.value, standing.expected,
                standing.achievementRate, standing.progressRate, standing.status.rawValue,
                standing.definition,
            ])
        let judgement = db.lastInsertedRowID
        for (position, reason) in standing.reasons.enumerated() {
            try db.execute(
                sql: """
                    INSERT INTO judgement_reason (judgement_id, position, code, text_ja, text_en)
                    VALUES (?, ?, ?, ?, ?)
                    """,
                arguments: [
                    judgement, position, reason.code, reason.text.japanese, reason.text.english,
                ])
        }
        return true
    }

    /// The newest judgement of an indicator that was stored by `moment`; nil where there is none.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - strategy: its strategy.
    ///   - moment: judgements that were stored later are left out.
    ///   - quarter: judgements of periods that end later are left out; nil leaves out none.
    /// - Returns: the judgement as it was stored.
    /// - Throws: where the ledger cannot be read.
    package func standing(
        of indicator: Identifier<Indicator>, strategy: Identifier<Strategy>,
        asOf moment: Timestamp, through quarter: Period? = nil
    ) throws -> Standing? {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT * FROM judgement WHERE strategy = ? AND indicator = ? AND judged_at <= ?
                ORDER BY id DESC
                """, arguments: [strategy.text, indicator.text, moment])
        while let row = try rows.next() {
            let period = try (row["period"] as String?).map(Self.period)
            if let quarter, let period,
                period.absoluteMonths.upperBound > quarter.absoluteMonths.upperBound
            {
                continue
            }
            return try standing(row.copy(), of: indicator)
        }
        return nil
    }

    private func standing(_ row: Row, of indicator: Identifier<Indicator>) throws -> Standing {
        let reasons = try Row.fetchAll(
            db, sql: "SELECT * FROM judgement_reason WHERE judgement_id = ? ORDER BY position",
            arguments: [row["id"] as Int64])
        return Standing(
            indicator: indicator, period: (row["period"] as String?).flatMap(Period.init(code:)),
            value: row["value"], expected: row["expected"],
            achievementRate: row["achievement_rate"], progressRate: row["progress_rate"],
            status: try Self.word(row["status"], as: Status.self),
            reasons: reasons.map {
                Standing.Reason(
                    code: $0["code"], text: Wording(ja: $0["text_ja"], en: $0["text_en"]))
            },
            rule: row["rule"], definition: row["definition"])
    }
}
