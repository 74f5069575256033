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
        let columns = Self.columns(of: standing)
        let values: [(String, (any DatabaseValueConvertible)?)] =
            [
                ("strategy", strategy.text), ("indicator", standing.indicator.text),
                ("judged_at", now),
            ] + columns
        let names = values.map(\.0).joined(separator: ", ")
        let marks = values.map { _ in "?" }.joined(separator: ", ")
        try db.cachedStatement(sql: "INSERT INTO judgement (\(names)) VALUES (\(marks))")
            .execute(arguments: StatementArguments(values.map(\.1)))
        let judgement = db.lastInsertedRowID
        for (position, reason) in standing.reasons.enumerated() {
            try db.cachedStatement(
                sql: """
                    INSERT INTO judgement_reason (judgement_id, position, code, text_ja, text_en)
                    VALUES (?, ?, ?, ?, ?)
                    """
            ).execute(arguments: [
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
        let stored = try db.cachedStatement(
            sql: """
                SELECT * FROM judgement WHERE strategy = ? AND indicator = ? AND judged_at <= ?
                ORDER BY id DESC
                """)
        let rows = try Row.fetchCursor(
            stored, arguments: [strategy.text, indicator.text, moment])
        while let row = try rows.next() {
            let period = try (row["period"] as String?).map(Self.period)
            if let quarter, let period,
                period.absoluteMonths.upperBound > quarter.absoluteMonths.upperBound
            {
                continue
            }
            return try standing(row, of: indicator)
        }
        return nil
    }

    private func standing(_ row: Row, of indicator: Identifier<Indicator>) throws -> Standing {
        let sentences = try db.cachedStatement(
            sql: "SELECT * FROM judgement_reason WHERE judgement_id = ? ORDER BY position")
        // Rows that are not copied find their columns by a table instead of by a search.
        let rows = try Row.fetchCursor(sentences, arguments: [row["id"] as Int64])
        var reasons: [Standing.Reason] = []
        while let row = try rows.next() {
            reasons.append(
                Standing.Reason(
                    code: row["code"], text: Wording(ja: row["text_ja"], en: row["text_en"])))
        }
        return try Self.standing(row, of: indicator, reasons: reasons)
    }

    /// What a judgement's row holds of a standing.
    private static func columns(
        of standing: Standing
    ) -> [(String, (any DatabaseValueConvertible)?)] {
        let prospect = standing.prospect
        return [
            ("rule", standing.rule), ("definition", standing.definition),
            ("period", standing.period?.description), ("value", standing.value),
            ("expected", standing.expected), ("achievement_rate", standing.achievementRate),
            ("progress_rate", standing.progressRate), ("status", standing.status.rawValue),
            ("letter", standing.letter?.text), ("letter_table", standing.letter?.table),
            ("answer", standing.answer?.rawValue),
            ("signals", standing.signals.map(\.rawValue).joined(separator: " ")),
            ("lagging_since", standing.lag?.since.description),
            ("is_recovering", standing.lag?.isRecovering ?? false),
            ("estimate", prospect.estimate), ("median", prospect.median),
            ("low80", prospect.low80), ("high80", prospect.high80),
            ("probability", prospect.probability), ("pace", prospect.pace),
            ("required_rate", prospect.requiredRate),
            ("best_rate", prospect.bestRate), ("season", prospect.season),
            ("profile", prospect.profile.map { "\($0)" }.joined(separator: " ")),
            ("profile_years", prospect.profileYears), ("is_final", prospect.isFinal),
            ("evaluations", prospect.evaluations), ("own_errors", prospect.own?.count),
            ("widening", prospect.own?.widening),
            ("shipped_median", prospect.own?.shipped.median),
            ("shipped_low80", prospect.own?.shipped.low80),
            ("shipped_high80", prospect.own?.shipped.high80),
            ("shipped_probability", prospect.own?.shipped.probability),
        ]
    }

    /// What own errors have changed; nil where the row has none.
    static func own(_ row: Row) -> Standing.Prospect.Own? {
        guard let count = row["own_errors"] as Int? else { return nil }
        return Standing.Prospect.Own(
            count: count, widening: row["widening"],
            shipped: Forecast(
                median: row["shipped_median"], low80: row["shipped_low80"],
                high80: row["shipped_high80"], probability: row["shipped_probability"]))
    }

    private static func standing(
        _ row: Row, of indicator: Identifier<Indicator>, reasons: [Standing.Reason]
    ) throws -> Standing {
        let profile: String = row["profile"]
        let prospect = Standing.Prospect(
            estimate: row["estimate"], median: row["median"], low80: row["low80"],
            high80: row["high80"], probability: row["probability"],
            pace: row["pace"], requiredRate: row["required_rate"], bestRate: row["best_rate"],
            season: row["season"],
            profile: profile.split(separator: " ").compactMap { Double($0) },
            profileYears: row["profile_years"], isFinal: row["is_final"],
            evaluations: row["evaluations"], own: own(row))
        let since = try (row["lagging_since"] as String?).map(period)
        let letter: String? = row["letter"]
        let signals: String = row["signals"]
        return Standing(
            indicator: indicator, period: try (row["period"] as String?).map(period),
            value: row["value"], expected: row["expected"],
            achievementRate: row["achievement_rate"], progressRate: row["progress_rate"],
            prospect: prospect,
            lag: since.map { Standing.Lag(since: $0, isRecovering: row["is_recovering"]) },
            signals: try signals.split(separator: " ").map {
                try word(String($0), as: Standing.Signal.self)
            },
            answer: try (row["answer"] as String?).map { try word($0, as: Answers.State.self) },
            status: try word(row["status"], as: Status.self),
            letter: letter.map { Standing.Letter(text: $0, table: row["letter_table"]) },
            reasons: reasons, definition: row["definition"], rule: row["rule"])
    }
}
