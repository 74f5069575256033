import Foundation
import GRDB
package import ShirubeCore

/// What is asked of the audit.
package struct AuditQuestion: Sendable {
    /// Only what is about one of these ids, such as an indicator, its program and its measure; nil for everything.
    package let about: Set<String>?
    /// Only what is about this strategy, of two that have an indicator of one id; nil for all.
    package let strategy: Identifier<Strategy>?
    /// Only what was done by this post or name, or told to it; nil for everybody.
    package let post: String?
    /// Only what happened from this moment on; nil for all.
    package let since: Timestamp?

    /// Makes a question.
    package init(
        about: Set<String>?, of strategy: Identifier<Strategy>? = nil, post: String?,
        since: Timestamp?
    ) {
        self.about = about
        self.strategy = strategy
        self.post = post
        self.since = since
    }

    fileprivate func admits(
        _ entry: AuditDocument.Entry, of plan: String?, concernsAll: Bool
    ) -> Bool {
        if let strategy, let plan, plan != strategy.text { return false }
        if let since, entry.at < since { return false }
        if let post, entry.post != post, entry.who != post { return false }
        guard let about else { return true }
        return concernsAll || !about.isDisjoint(with: entry.about)
    }
}

extension Ledger {
    /// What the audit has recorded, with what it stands for.
    ///
    /// - Parameters:
    ///   - question: what is asked for.
    ///   - language: the language of words that are not people's own.
    /// - Returns: the entries, oldest first. Of a message there is one: as it stands now.
    /// - Throws: where the ledger cannot be read.
    package func audit(
        _ question: AuditQuestion, _ language: Language
    ) throws -> AuditDocument {
        guard try db.tableExists("audit") else { return AuditDocument(entries: []) }
        var entries: [AuditDocument.Entry] = []
        for source in AuditSource.all where try db.tableExists(source.fact) {
            let sql = source.sql.replacingOccurrences(of: "$LANGUAGE", with: language.rawValue)
            let rows = try Row.fetchCursor(db, sql: sql)
            while let row = try rows.next() {
                let entry = try entry(row, source, language)
                let isWhole = source.kind == .told && row["concerns_all"] == 1
                if question.admits(entry, of: row["plan"], concernsAll: isWhole) {
                    entries.append(entry)
                }
            }
        }
        return AuditDocument(entries: entries.sorted { $0.row < $1.row })
    }

    private func entry(
        _ row: Row, _ source: AuditSource, _ language: Language
    ) throws -> AuditDocument.Entry {
        let about: String = row["about"] ?? ""
        let ids = about.split(separator: " ").map(String.init)
        let at: Timestamp = row["at"] ?? Timestamp(milliseconds: 0)
        let word = (row["word"] as String?).map { AuditSource.wording(of: $0)[language] }
        let text = [word, row["what"] as String?].compactMap(\.self).filter { !$0.isEmpty }
        let file: String? =
            try row["file"] ?? newestFile(of: ids, in: row["plan"], at: row["told_at"])
        return AuditDocument.Entry(
            row: row["id"], at: at, kind: source.kind, who: row["who"], post: row["post"],
            about: ids, what: text.joined(separator: Wording(ja: "：", en: ": ")[language]),
            file: file, configuration: row["configuration"], hash: row["hash"] ?? "")
    }

    /// The newest file from which the figures of an indicator came when somebody was told of it by the calendar alone.
    private func newestFile(
        of ids: [String], in plan: String?, at moment: Timestamp?
    ) throws -> String? {
        guard let moment, !ids.isEmpty else { return nil }
        let marks = ids.map { _ in "?" }.joined(separator: ", ")
        return try String.fetchOne(
            db,
            sql: """
                SELECT f.sha256 FROM file_figure g
                JOIN indicator i ON i.id = g.indicator_id JOIN drop_file f ON f.id = g.file_id
                WHERE i.name IN (\(marks)) AND i.strategy = ? AND f.taken_at <= ?
                ORDER BY f.id DESC LIMIT 1
                """, arguments: StatementArguments(ids) + [plan, moment])
    }
}

/// Where the entries of one kind come from.
private struct AuditSource {
    let kind: AuditDocument.Kind
    /// The table whose facts they are; an older ledger may not have it.
    let fact: String
    /// Columns: id, at, hash, configuration, who, post, about, word, what, file, told_at, concerns_all.
    let sql: String

    private init(
        _ kind: AuditDocument.Kind, _ columns: String, from fact: String, _ table: String,
        key: String = "id", of plan: String = "t.strategy", where condition: String = "1"
    ) {
        self.kind = kind
        self.fact = fact
        sql = """
            SELECT a.id, a.at, a.hash, c.sha256 AS configuration, \(plan) AS plan, \(columns)
            FROM audit a JOIN \(table) LEFT JOIN configuration_record c ON c.id = a.configuration
            WHERE a.fact = '\(fact)' AND t.\(key) = CAST(a.key AS INTEGER) AND \(condition)
            """
    }

    static let all = [
        AuditSource(
            .told,
            """
            t.recipient AS who, t.post, n.indicators AS about,
            -- What has arrived once stays so, whatever became of sending it anew; and what may have arrived is not said to
            -- have been given up.
            CASE WHEN EXISTS (SELECT 1 FROM attempt WHERE delivery_id = t.id
                    AND outcome = 'delivered') THEN 'delivered'
                WHEN t.state IN ('dead', 'dropped') AND (SELECT outcome FROM attempt
                    WHERE delivery_id = t.id ORDER BY id DESC LIMIT 1) = 'ambiguous'
                THEN 'ambiguous' ELSE t.state END AS word,
            n.subject AS what, n.created_at AS told_at,
            n.kind IN ('summary', 'preview') AS concerns_all,
            (SELECT f.sha256 FROM audit an
                JOIN audit af ON af.batch = an.batch AND af.fact = 'drop_file'
                JOIN drop_file f ON f.id = CAST(af.key AS INTEGER)
                WHERE an.fact = 'notice' AND an.key = CAST(n.id AS TEXT)
                    AND an.configuration IS NOT NULL LIMIT 1) AS file
            """, from: "delivery", "delivery t JOIN notice n ON n.id = t.notice_id",
            of: "n.strategy",
            where: """
                a.id = (SELECT MAX(id) FROM audit WHERE fact = 'delivery' AND key = a.key)
                """),
        AuditSource(
            .file,
            """
            t.department AS who, t.outcome AS word, t.name AS what, t.sha256 AS file,
            COALESCE((SELECT replace(group_concat(DISTINCT i.name), ',', ' ') FROM file_figure g
                JOIN indicator i ON i.id = g.indicator_id WHERE g.file_id = t.id),
                -- A file that was sent back has left no figure, only the notice of it.
                (SELECT n.indicators FROM notice n WHERE n.key = 'rejection/' || t.claim)) AS about
            """, from: "drop_file", "drop_file t"),
        AuditSource(
            .revocation,
            """
            t.revoked_by AS who, t.reason AS what, f.sha256 AS file,
            (SELECT replace(group_concat(DISTINCT i.name), ',', ' ') FROM file_figure g
                JOIN indicator i ON i.id = g.indicator_id WHERE g.file_id = f.id) AS about
            """, from: "revocation", "revocation t JOIN drop_file f ON f.id = t.file_id",
            key: "file_id", of: "f.strategy"),
        AuditSource(
            .confirmation,
            """
            t.confirmed_by AS who, i.name AS about, t.written || ' ' || t.reason AS what,
            f.sha256 AS file
            """, from: "hold",
            """
            hold t JOIN indicator i ON i.id = t.indicator_id JOIN drop_file f ON f.id = t.file_id
            """, of: "f.strategy",
            where: "json_extract(a.content, '$.confirmed_at') IS NOT NULL"),
        AuditSource(
            .override,
            """
            t.author AS who, t.indicator AS about, COALESCE(t.status, 'withdrawn') AS word,
            t.reason AS what
            """, from: "status_override", "status_override t"),
        AuditSource(
            .alert,
            """
            t.author AS who, a2.subject AS about, t.kind AS word,
            t.text_$LANGUAGE || COALESCE(' / ' || t.action || ' ' || t.review_on, '') AS what
            """, from: "alert_transition",
            "alert_transition t JOIN alert a2 ON a2.id = t.alert_id", of: "a2.strategy",
            where: "t.author IS NOT NULL"),
        AuditSource(
            .alert,
            """
            t.author AS who, t.indicator AS about, t.reason AS what,
            CASE WHEN t.ends IS NULL THEN 'silenced' ELSE 'unsilenced' END AS word
            """, from: "silence", "silence t"),
        AuditSource(
            .revision,
            """
            t.decided_by AS who, t.indicator AS about,
            t.valid_from || ' ' || COALESCE(t.decision || ' ', '') || t.reason AS what
            """, from: "definition", "definition t", where: "t.decided_on IS NOT NULL"),
        AuditSource(
            .revision,
            """
            'shirube' AS who, t.indicator AS about,
            t.strategy || '/' || t.indicator || ' ← '
                || COALESCE(t.predecessor_strategy || '/' || t.predecessor, '-')
                || COALESCE(' ' || t.new_series, '') AS what
            """, from: "indicator_succession", "indicator_succession t"),
        AuditSource(
            .summary,
            "t.author AS who, t.kind AS word, e.quarter || '/' || e.number || ' ' || t.reason AS what",
            from: "summary_event",
            "summary_event t JOIN summary_edition e ON e.id = t.edition_id", of: "e.strategy"),
        AuditSource(
            .decision,
            """
            t.author AS who, t.post, t.subject AS about, t.verdict AS word,
            t.reason || COALESCE(' / ' || t.act || ' ' || t.due, '') AS what
            """, from: "decision", "decision t"),
        AuditSource(
            .act,
            "t.author AS who, t.post, d.subject AS about, d.act || ' / ' || t.reason AS what",
            from: "act_done", "act_done t JOIN decision d ON d.id = t.decision_id",
            key: "decision_id", of: "d.strategy"),
        AuditSource(
            .withdrawal, "t.author AS who, t.post, d.subject AS about, t.reason AS what",
            from: "decision_withdrawal",
            "decision_withdrawal t JOIN decision d ON d.id = t.decision_id", key: "decision_id",
            of: "d.strategy"),
        AuditSource(
            .test,
            """
            t.author AS who, COALESCE(t.outcome, 'sending') AS word,
            t.recipient || COALESCE(' / ' || t.detail, '') AS what
            """, from: "test_message", "test_message t", of: "NULL",
            where: """
                a.id = (SELECT MAX(id) FROM audit WHERE fact = 'test_message' AND key = a.key)
                """),
        AuditSource(
            .outbox,
            """
            t.author AS who, n.indicators AS about, t.kind AS word,
            t.delivery_id || ' ' || d.recipient || ' ' || n.subject || ' / ' || t.reason AS what
            """, from: "outbox_act",
            """
            outbox_act t JOIN delivery d ON d.id = t.delivery_id
            JOIN notice n ON n.id = d.notice_id
            """, of: "n.strategy"),
        AuditSource(
            .outbox,
            """
            t.author AS who, CASE WHEN t.ends IS NULL THEN 'pause' ELSE 'unpause' END AS word,
            COALESCE(t.channel, t.route, '*') || ' / ' || t.reason AS what
            """, from: "outbox_pause", "outbox_pause t", of: "NULL"),
        AuditSource(
            .outbox, "'shirube' AS who, 'removed' AS word, substr(t.sha256, 1, 12) AS what",
            from: "message_body", "message_body t", of: "NULL",
            where: "json_extract(a.content, '$.bytes') IS NULL"),
        AuditSource(
            .configuration,
            "'shirube' AS who, t.file || ' ' || substr(t.sha256, 1, 12) AS what",
            from: "configuration_record", "configuration_record t", of: "NULL"),
    ]

    /// What people call a code of the ledger; a status is its own word.
    static func wording(of code: String) -> Wording {
        if let status = Status(rawValue: code) { return status.wording }
        if let verdict = Decision.Verdict(rawValue: code) { return verdict.wording }
        return words[code] ?? OutboxWords.wording(of: code)
    }

    private static let words = [
        "accepted": Wording(ja: "受理", en: "accepted"),
        "unchanged": Wording(ja: "変更なし", en: "unchanged"),
        "rejected": Wording(ja: "差し戻し", en: "rejected"),
        "withdrawn": Wording(ja: "取り消し", en: "withdrawn"),
        "acknowledged": Wording(ja: "状況回答", en: "answered"),
        "silenced": Wording(ja: "知らせを止める", en: "silenced"),
        "unsilenced": Wording(ja: "止めるのをやめる", en: "silence ended"),
        "hold": Wording(ja: "止める", en: "hold"),
        "resume": Wording(ja: "予定どおり送る", en: "resume"),
        "release": Wording(ja: "すぐ送る", en: "release"),
        "sent": Wording(ja: "発送", en: "sent"),
    ]
}
