import GRDB
import ShirubeCore

extension Ledger {
    /// The steps of an alert, oldest first.
    func transitions(of alert: Int64) throws -> [AlertTransition] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT * FROM alert_transition WHERE alert_id = ? ORDER BY id"),
            arguments: [alert]
        ).map(Self.transition)
    }

    /// Records a step of an alert.
    func insert(_ transition: AlertTransition, of alert: Int64) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO alert_transition (alert_id, kind, at, status, code, text_ja, text_en,
                    author, action, review_on, role, stage)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            alert, transition.kind.rawValue, transition.at, transition.status?.rawValue,
            transition.reason.code, transition.reason.text.japanese,
            transition.reason.text.english, transition.author, transition.answer?.action,
            transition.answer?.reviewOn.description, transition.telling?.role.rawValue,
            transition.telling?.stage.rawValue,
        ])
    }

    /// Whether the people of an indicator have been told since a moment that it became worse.
    func wasToldOfWorse(
        _ subject: String, strategy: Identifier<Strategy>, since moment: Timestamp
    ) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (
                        SELECT 1 FROM alert a JOIN alert_transition t ON t.alert_id = a.id
                        WHERE a.strategy = ? AND a.subject = ? AND t.at >= ?
                            AND t.stage IN ('worsened', 'relapsed'))
                    """), arguments: [strategy.text, subject, moment]) ?? false
    }

    /// How many indicators of a strategy have got an alert that somebody must answer for since a moment, those of history
    /// fed by hand left out.
    func onsets(strategy: Identifier<Strategy>, since moment: Timestamp) throws -> Int {
        let types = AlertType.allCases.filter(\.asksForAnswer).map { "'\($0.rawValue)'" }
        return try Int.fetchOne(
            db,
            sql: """
                SELECT COUNT(DISTINCT a.subject)
                FROM alert a JOIN alert_transition t ON t.alert_id = a.id
                WHERE a.strategy = ? AND t.kind = 'opened' AND t.at > ? AND t.code <> ?
                    AND a.type IN (\(types.joined(separator: ", ")))
                """, arguments: [strategy.text, moment, AlertTransition.backfill]) ?? 0
    }

    /// Whether a role was told since a moment that many indicators had got an alert together.
    func wasToldOfCommonCause(
        _ role: Role, strategy: Identifier<Strategy>, since moment: Timestamp
    ) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (
                    SELECT 1 FROM alert a JOIN alert_transition t ON t.alert_id = a.id
                    WHERE a.strategy = ? AND t.at > ? AND t.stage = 'common' AND t.role = ?)
                """, arguments: [strategy.text, moment, role.rawValue]) ?? false
    }

    /// The answers to alerts of indicators that were recorded from `start` to `end`, oldest first.
    func acknowledgements(
        strategy: Identifier<Strategy>, from start: Timestamp, through end: Timestamp
    ) throws -> [(indicator: Identifier<Indicator>, step: AlertTransition)] {
        // A report may be asked of a ledger that was not yet moved to this version's shape.
        guard try db.tableExists("alert_transition") else { return [] }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT a.subject, t.* FROM alert_transition t JOIN alert a ON a.id = t.alert_id
                WHERE a.strategy = ? AND t.kind = 'acknowledged' AND t.at BETWEEN ? AND ?
                ORDER BY t.id
                """, arguments: [strategy.text, start, end]
        ).map { (Identifier($0["subject"] as String), try Self.transition($0)) }
    }

    static func transition(_ row: Row) throws -> AlertTransition {
        let reviewOn = try (row["review_on"] as String?).map(date)
        let role = try (row["role"] as String?).map { try word($0, as: Role.self) }
        let stage = try (row["stage"] as String?).map {
            try word($0, as: AlertTransition.Stage.self)
        }
        return AlertTransition(
            try word(row["kind"], as: AlertTransition.Kind.self), at: row["at"],
            status: try (row["status"] as String?).map { try word($0, as: Status.self) },
            reason: Standing.Reason(
                code: row["code"], text: Wording(ja: row["text_ja"], en: row["text_en"])),
            author: row["author"],
            answer: reviewOn.map {
                AlertTransition.Answer(action: row["action"] as String? ?? "", reviewOn: $0)
            },
            telling: role.flatMap { role in
                stage.map { AlertTransition.Telling(role: role, stage: $0) }
            })
    }
}
