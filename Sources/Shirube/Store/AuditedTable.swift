import Foundation
import GRDB

/// A table whose rows are facts that the audit keeps: a trigger writes what each row says into `audit`.
///
/// To have another table kept, add it to `all`; the next start makes its triggers and records the rows that are there. The same
/// where columns are added to one: its rows are recorded anew.
struct AuditedTable: Equatable {
    /// The table.
    let name: String
    /// Its key's columns.
    var key = ["id"]
    /// The columns that the audit keeps as they are.
    let columns: [String]
    /// The columns of which it keeps the SHA-256.
    var digests: [String] = []
    /// What it keeps besides: a name, and an SQL expression in which `$` is the row.
    var expressions: [(name: String, sql: String)] = []
    /// When the fact became known, as an SQL expression in which `$` is the row.
    let moment: String

    static func == (left: Self, right: Self) -> Bool { left.shape == right.shape }

    /// Every audited table, in the order in which facts refer to each other.
    static let all: [AuditedTable] = [
        AuditedTable(
            name: "configuration_record", columns: ["file", "sha256", "strategies"],
            moment: "$.known_at"),
        AuditedTable(
            name: "strategy_edition", columns: ["strategy"], digests: ["content"],
            moment: "$.known_at"),
        AuditedTable(
            name: "definition",
            columns: [
                "strategy", "indicator", "number", "valid_from", "decided_on", "decided_by",
                "decision", "reason", "is_retired",
            ], digests: ["content"], moment: "$.known_at"),
        AuditedTable(
            name: "indicator_succession",
            columns: [
                "strategy", "indicator", "predecessor_strategy", "predecessor", "factor",
                "new_series",
            ], moment: "$.known_at"),
        AuditedTable(name: "letter_table", columns: ["content"], moment: "$.known_at"),
        AuditedTable(name: "indicator", columns: ["strategy", "name"], moment: "NULL"),
        AuditedTable(
            name: "drop_file",
            columns: [
                "strategy", "department", "claim", "name", "sha256", "bytes", "encoding",
                "outcome", "reading_count", "finding_count", "first_reading", "last_reading",
                "origin",
            ],
            // A million readings are not recorded one by one: what they say of each figure in sum is.
            expressions: [
                (
                    "figures",
                    """
                    (SELECT shirube_sha256(group_concat(g.indicator_id || ' ' || g.period || ' ' ||
                        g.basis || ' ' || g.reading_count || ' ' || quote(g.sum), char(10)))
                        FROM (SELECT * FROM file_figure WHERE file_id = $.id ORDER BY id) g)
                    """
                )
            ], moment: "$.taken_at"),
        AuditedTable(
            name: "revocation", key: ["file_id"], columns: ["reason", "revoked_by"],
            moment: "$.revoked_at"),
        AuditedTable(
            name: "hold",
            columns: [
                "file_id", "indicator_id", "period", "basis", "rule", "line", "written",
                "confirmed_at", "confirmed_by", "reason",
            ],
            moment:
                "COALESCE($.confirmed_at, (SELECT taken_at FROM drop_file WHERE id = $.file_id))"),
        AuditedTable(
            name: "judgement",
            columns: ["strategy", "indicator", "rule", "period", "definition", "status"],
            expressions: ["value", "expected", "median", "probability"].map { column in
                // As SQLite writes it with every digit.
                (column, "quote($.\(column))")
            }, moment: "$.judged_at"),
        AuditedTable(
            name: "status_override",
            columns: ["strategy", "indicator", "status", "reason", "author", "until", "period"],
            moment: "$.known_at"),
        AuditedTable(
            name: "alert",
            columns: ["strategy", "type", "subject", "status", "raised_at", "closed_at"],
            moment: "COALESCE($.closed_at, $.raised_at)"),
        AuditedTable(
            name: "alert_transition",
            columns: [
                "alert_id", "kind", "status", "code", "text_ja", "author", "action", "review_on",
                "role", "stage",
            ], moment: "$.at"),
        AuditedTable(
            name: "silence",
            columns: [
                "strategy", "indicator", "department", "type", "until", "reason", "author", "ends",
            ], moment: "$.at"),
        AuditedTable(
            name: "alert_digest", key: ["strategy", "through"], columns: [], moment: "$.at"),
        AuditedTable(
            name: "job_run", key: ["strategy", "job", "period"], columns: ["due_at", "settlement"],
            moment: "$.settled_at"),
        AuditedTable(
            name: "summary_edition", columns: ["strategy", "quarter", "number", "release_at"],
            moment: "NULL"),
        AuditedTable(
            name: "summary_draft", columns: ["edition_id", "subject"], moment: "$.cutoff"),
        AuditedTable(
            name: "summary_document", key: ["draft_id", "name"], columns: [], digests: ["content"],
            moment: "(SELECT cutoff FROM summary_draft WHERE id = $.draft_id)"),
        AuditedTable(
            name: "summary_event", columns: ["edition_id", "kind", "author", "reason"],
            moment: "$.at"),
        AuditedTable(
            name: "decision",
            columns: [
                "strategy", "kind", "subject", "quarter", "verdict", "post", "author", "reason",
                "act", "due", "effect_by",
            ], moment: "$.known_at"),
        AuditedTable(
            name: "act_done", key: ["decision_id"], columns: ["post", "author", "reason"],
            moment: "$.known_at"),
        AuditedTable(
            name: "decision_withdrawal", key: ["decision_id"],
            columns: ["post", "author", "reason"], moment: "$.known_at"),
        AuditedTable(
            name: "test_message", columns: ["route", "recipient", "author", "outcome", "detail"],
            moment: "$.known_at"),
        AuditedTable(name: "act_follow_up", columns: ["decision_id"], moment: "$.at"),
        AuditedTable(
            name: "notice", columns: ["strategy", "key", "kind", "subject", "indicators"],
            moment: "$.created_at"),
        AuditedTable(
            name: "message_body", columns: ["sha256"],
            // Of what was sent, however it is stored; nothing of what is not kept any more.
            expressions: [
                (
                    "bytes",
                    "CASE WHEN $.removed_at IS NULL THEN shirube_sha256(\(PackedBody.sql("$"))) END"
                )
            ], moment: "$.removed_at"),
        AuditedTable(
            name: "outbox_act", columns: ["kind", "delivery_id", "formerly", "author", "reason"],
            moment: "$.at"),
        AuditedTable(
            name: "outbox_pause",
            columns: ["route", "channel", "until", "author", "reason", "ends"],
            moment: "$.at"),
        AuditedTable(
            name: "delivery",
            columns: [
                "notice_id", "route", "recipient", "post", "part", "body_id", "finished_at",
            ], digests: ["head"],
            // While it is being tried it is open as before.
            expressions: [
                ("state", "CASE $.state WHEN 'sending' THEN 'due' ELSE $.state END")
            ],
            moment:
                "COALESCE($.finished_at, (SELECT created_at FROM notice WHERE id = $.notice_id))"),
    ]

    /// The key as text, of a row by its name in SQL.
    func keySQL(_ row: String) -> String {
        key.map { "CAST(\(row).\($0) AS TEXT)" }.joined(separator: " || '/' || ")
    }

    /// What a row says, as JSON whose members are in order; of a row by its name in SQL.
    func contentSQL(_ row: String) -> String {
        let plain = columns.map { "'\($0)', \(row).\($0)" }
        let hashed = digests.map { "'\($0)', \(Self.digest.name)(\(row).\($0))" }
        let further = expressions.map { "'\($0.name)', \(Self.sql($0.sql, of: row))" }
        let time = "'at', \(Self.sql(moment, of: row))"
        return "json_object(" + (plain + hashed + further + [time]).joined(separator: ", ") + ")"
    }

    /// Whether what a row says has changed: the same as comparing its content, but nothing is hashed or written as JSON for
    /// changes that do not count, of which an attempt to send makes three.
    private var changeSQL: String {
        let expressions = [moment] + expressions.map(\.sql)
        let pairs =
            (columns + digests).map { ("OLD.\($0)", "NEW.\($0)") }
            + expressions.map { (Self.sql($0, of: "OLD"), Self.sql($0, of: "NEW")) }
        return pairs.map { "(\($0)) IS NOT (\($1))" }.joined(separator: " OR ")
    }

    private static func sql(_ expression: String, of row: String) -> String {
        expression.replacingOccurrences(of: "$", with: row)
    }

    /// How its rows are written: two ledgers with the same shape have the same content for the same row.
    var shape: String { contentSQL(Self.row) }

    /// What a row is called in a shape.
    static let row = "fact_row"

    /// The triggers by which its rows get into the audit, by name.
    var triggers: [(name: String, sql: String)] {
        let insert = """
            INSERT INTO audit (fact, key, at, content) VALUES ('\(name)', \(keySQL("NEW")), \
            \(Self.sql(moment, of: "NEW")), \(contentSQL("NEW")));
            """
        return [
            (
                "audit_\(name)_insert",
                "CREATE TRIGGER audit_\(name)_insert AFTER INSERT ON \(name) BEGIN \(insert) END"
            ),
            (
                "audit_\(name)_update",
                "CREATE TRIGGER audit_\(name)_update AFTER UPDATE ON \(name) "
                    + "WHEN \(changeSQL) BEGIN \(insert) END"
            ),
        ]
    }

    /// SQL's `shirube_sha256(content)`: the SHA-256 of text or a blob in hexadecimal digits; NULL for NULL.
    static let digest = DatabaseFunction(
        "shirube_sha256", argumentCount: 1, pure: true
    ) { values in
        switch values[0].storage {
        case .null: nil
        case .string(let text): ClaimedContent.sha256(of: Array(text.utf8))
        case .blob(let bytes): ClaimedContent.sha256(of: [UInt8](bytes))
        case .int64, .double: nil
        }
    }
}
