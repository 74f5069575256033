/// What `shirube outbox list` shows.
package struct OutboxListing: Sendable, Equatable {
    /// The deliveries, oldest first; empty for none.
    package let rows: [OutboxRow]
    /// The pauses that hold.
    package let pauses: [OutboxPause]
    /// What people call the posts, by id.
    package let posts: [String: String]

    /// Makes a listing.
    package init(rows: [OutboxRow], pauses: [OutboxPause], posts: [String: String]) {
        self.rows = rows
        self.pauses = pauses
        self.posts = posts
    }

    private static func headings(_ language: Language) -> [String] {
        language == .japanese
            ? ["番号", "状態", "次の送信", "回数", "種類", "宛先", "件名", "最後の結果"]
            : ["No.", "State", "Next try", "Tries", "Kind", "To", "Subject", "Last outcome"]
    }

    /// The pauses and the deliveries as an aligned table, or a sentence where there is none.
    package func table(_ language: Language) -> String {
        let held = pauses.map { $0.wording[language] }
        guard !rows.isEmpty else {
            let none = Wording(ja: "該当する送信はありません。", en: "There is no such delivery.")
            return (held + [none[language]]).map { $0 + "\n" }.joined()
        }
        let columns = Self.headings(language).enumerated().map { index, title in
            TextTable.Column(title, index == 0 || index == 3 ? .right : .left)
        }
        let cells = rows.map { row in
            [
                "\(row.number)", state(of: row)[language], next(row, language), "\(row.attempts)",
                OutboxWords.wording(ofKind: row.kind)[language], recipient(of: row), row.subject,
                row.outcome.map { outcome in
                    let said = row.detail.map { $0.isEmpty ? "" : ": \($0)" } ?? ""
                    return OutboxWords.wording(of: outcome)[language] + said
                } ?? "",
            ]
        }
        let lines = TextTable(columns: columns, rows: cells).lines()
        return (held + (held.isEmpty ? [] : [""]) + lines).map { $0 + "\n" }.joined()
    }

    /// The state, with whether it is held up by a pause or tried for the last time.
    private func state(of row: OutboxRow) -> Wording {
        let state = row.state.wording
        if row.isDropped, row.state == .sending {
            return Wording(ja: "送信中（取りやめ）", en: "being sent, dropped after")
        }
        guard row.state == .due, pauses.contains(where: { $0.scope.covers(row.route) }) else {
            return state
        }
        return Wording(ja: "\(state.japanese)（停止中）", en: "\(state.english), paused")
    }

    private func next(_ row: OutboxRow, _ language: Language) -> String {
        guard row.state == .due else { return "" }
        let holding = pauses.filter { $0.scope.covers(row.route) }
        if holding.contains(where: { $0.until == nil }) {
            return Wording(ja: "再開するまで", en: "when resumed")[language]
        }
        let end = holding.compactMap(\.until).max()
        return max(row.nextAt, end ?? row.nextAt).japanDescription
    }

    private func recipient(of row: OutboxRow) -> String {
        Self.recipient(of: row, posts: posts)
    }

    /// The post's name with the address or channel, or that alone.
    static func recipient(of row: OutboxRow, posts: [String: String]) -> String {
        guard let post = row.post else { return row.recipient }
        return "\(posts[post] ?? post) <\(row.recipient)>"
    }

    /// The deliveries for a spreadsheet: UTF-8 with its mark, CR LF, and no cell that could be taken for a formula.
    package func csv(_ language: Language) -> String {
        let headings = [
            "number", "notice", "state", "paused", "nextAt", "finishedAt", "attempts", "kind",
            "route", "recipient", "post", "subject", "createdAt", "outcome", "detail",
        ]
        let lines = rows.map { row in
            [
                "\(row.number)", "\(row.notice)", row.state.rawValue,
                isPaused(row) ? "true" : "false",
                row.state == .due ? row.nextAt.japanDescription : "",
                row.finishedAt?.japanDescription ?? "", "\(row.attempts)", row.kind,
                row.routeName, row.recipient, row.post ?? "", row.subject,
                row.createdAt.japanDescription, row.outcome ?? "", row.detail ?? "",
            ].map { FormulaMark.defused(Inert.line($0)) }
        }
        return "\u{FEFF}" + ([headings] + lines).map(CSVLine.text).joined()
    }

    private func isPaused(_ row: OutboxRow) -> Bool {
        row.state == .due && pauses.contains { $0.scope.covers(row.route) }
    }

    /// The same for other programs: moments are RFC 3339, what is not there is `null`.
    package var json: JSON {
        .object([
            ("pauses", .array(pauses.map(\.json))),
            (
                "deliveries",
                .array(rows.map { .object($0.members + [("paused", .bool(isPaused($0)))]) })
            ),
        ])
    }
}

extension OutboxRow {
    /// The members of its JSON object.
    var members: [(String, JSON)] {
        [
            ("number", .integer(Int(number))), ("notice", .integer(Int(notice))),
            ("state", .string(state.rawValue)),
            ("nextAt", .optional(state == .due ? nextAt.japanDescription : nil)),
            ("finishedAt", .optional(finishedAt?.japanDescription)),
            ("attempts", .integer(attempts)), ("kind", .string(kind)),
            ("route", .string(routeName)), ("recipient", .string(recipient)),
            ("post", .optional(post)), ("subject", .string(subject)),
            ("createdAt", .string(createdAt.japanDescription)), ("outcome", .optional(outcome)),
            ("detail", .optional(detail)),
        ]
    }
}
