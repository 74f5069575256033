/// What `shirube alerts show` and `shirube alerts history` show: every step of alerts, and why it was made.
package struct AlertHistory: Sendable, Equatable {
    /// The alerts with their steps.
    package let rows: [AlertListing.Row]
    /// Steps before this moment are left out; nil leaves out none.
    package let since: Timestamp?

    /// Makes a history.
    package init(rows: [AlertListing.Row], since: Timestamp? = nil) {
        self.rows = rows
        self.since = since
    }

    /// A step, and whose it is.
    private struct Step {
        let row: AlertListing.Row
        let index: Int
        let transition: AlertTransition
    }

    private var steps: [Step] {
        rows.flatMap { row in
            row.alert.transitions.enumerated().map {
                Step(row: row, index: $0, transition: $1)
            }
        }
        .filter { step in since.map { step.transition.at >= $0 } ?? true }
        .sorted {
            ($0.transition.at, $0.row.alert.id, $0.index)
                < ($1.transition.at, $1.row.alert.id, $1.index)
        }
    }

    /// One alert: what it speaks of, how it stands, and its steps.
    package static func show(_ row: AlertListing.Row, _ language: Language) -> String {
        let alert = row.alert
        var pairs = [
            (Wording(ja: "警告番号", en: "Alert no.")[language], String(alert.id)),
            (Wording(ja: "種類", en: "Type")[language], alert.type.wording[language]),
            (
                SummaryWords.indicator[language],
                [alert.indicator?.text, row.name].compactMap(\.self).joined(separator: " ")
            ),
            (
                SummaryWords.department[language],
                row.departments.map { $0.name(in: row.strategy) }
                    .joined(separator: Wording(ja: "、", en: ", ")[language])
            ),
        ]
        if let status = row.status {
            pairs.append((SummaryWords.status[language], status[language]))
        }
        pairs.append((Wording(ja: "状態", en: "State")[language], row.state[language]))
        if let answer = alert.lastAnswer {
            pairs.append(
                (Wording(ja: "前回の対応", en: "Last answer")[language], answer.words[language]))
        }
        let table = AlertHistory(rows: [row]).table(language)
        return NoticeLines.labelled(pairs).map { $0 + "\n" }.joined() + "\n" + table
    }

    /// The steps as a table, oldest first, or a sentence where there is none.
    package func table(_ language: Language) -> String {
        let steps = steps
        guard !steps.isEmpty else {
            return Wording(ja: "記録はありません。\n", en: "Nothing is recorded.\n")[language]
        }
        let headings =
            language == .japanese
            ? ["日時", "番号", "指標", "種類", "できごと", "だれが", "理由・内容"]
            : ["When", "No.", "Indicator", "Type", "What", "By", "Why"]
        let columns = headings.enumerated().map { index, title in
            TextTable.Column(title, index == 1 ? .right : .left)
        }
        let cells = steps.map { step in
            let transition = step.transition
            let day = transition.at.japanDate.description
            return [
                "\(day) \(transition.at.japanHourMinute)", String(step.row.alert.id),
                step.row.alert.indicator?.text ?? step.row.alert.subject,
                step.row.alert.type.wording[language], transition.kind.wording[language],
                transition.author ?? "", Self.why(transition)[language],
            ]
        }
        return TextTable(columns: columns, rows: cells).lines().map { $0 + "\n" }.joined()
    }

    private static func why(_ transition: AlertTransition) -> Wording {
        let text = transition.reason.text
        guard let answer = transition.answer else { return text }
        return Wording(
            ja: "\(text.japanese) 対応：\(answer.action) 見直し：\(answer.reviewOn)",
            en: "\(text.english) Action: \(answer.action) Review: \(answer.reviewOn)")
    }

    /// The alerts with their steps as JSON; reasons in both languages.
    package var json: JSON {
        .array(
            rows.map { row in
                let steps = row.alert.transitions.filter { step in
                    since.map { step.at >= $0 } ?? true
                }
                return .object(
                    AlertListing.members(of: row) + [
                        ("transitions", .array(steps.map(Self.json)))
                    ])
            })
    }

    private static func json(_ transition: AlertTransition) -> JSON {
        .object([
            ("at", .string(transition.at.japanDescription)),
            ("kind", .string(transition.kind.rawValue)),
            ("status", .optional(transition.status?.rawValue)),
            (
                "reason",
                .object([
                    ("code", .string(transition.reason.code)),
                    ("ja", .string(transition.reason.text.japanese)),
                    ("en", .string(transition.reason.text.english)),
                ])
            ),
            ("by", .optional(transition.author)),
            ("action", .optional(transition.answer?.action)),
            ("reviewOn", .optional(transition.answer?.reviewOn.description)),
            ("role", .optional(transition.telling?.role.rawValue)),
            ("stage", .optional(transition.telling?.stage.rawValue)),
        ])
    }
}
