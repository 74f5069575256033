/// What `shirube decisions` and `shirube acts list` show.
package struct DecisionListing: Sendable, Equatable {
    /// One decision with the names of what it is about.
    package struct Row: Sendable, Equatable {
        /// The strategy.
        package let strategy: Identifier<Strategy>
        /// What people call its subject.
        package let title: String
        /// The names of the departments that answer for it.
        package let departments: [String]
        /// The decision.
        package let decision: Decision

        /// Makes a row, with the names of a strategy.
        package init(_ decision: Decision, in strategy: Strategy) {
            self.strategy = strategy.id
            self.decision = decision
            title = Inert.line(decision.draft.subject.title(in: strategy))
            departments = decision.draft.subject.departments(in: strategy).map {
                $0.name(in: strategy)
            }
        }
    }

    /// The decisions, oldest first; empty for none.
    package let rows: [Row]
    /// The day by which acts are overdue.
    package let day: CivilDate

    /// Makes a listing.
    package init(rows: [Row], day: CivilDate) {
        self.rows = rows
        self.day = day
    }

    /// The decisions as an aligned table with the loop time under it, or a sentence where there is none.
    package func table(_ language: Language) -> String {
        guard !rows.isEmpty else {
            return Wording(ja: "記録された決定はありません。", en: "No decision is on record.")[language] + "\n"
        }
        let headings =
            language == .japanese
            ? ["番号", "四半期", "対象", "決定", "職", "日数", "期限", "措置の状態", "効果を見る日", "措置", "理由"]
            : [
                "No.", "Quarter", "About", "Decision", "By", "Days", "Due", "Act is", "Effect by",
                "Act", "Why",
            ]
        let isSeveral = Set(rows.map(\.strategy)).count > 1
        let cells = rows.map { row in
            let (decision, draft) = (row.decision, row.decision.draft)
            return [
                "\(decision.number)", draft.quarter.description,
                isSeveral ? "\(row.strategy)/\(draft.subject.id)" : draft.subject.id,
                draft.verdict.wording[language], draft.post, "\(decision.loopDays)",
                draft.act?.due.description ?? "",
                DecisionWords.state(of: decision, on: day)[language],
                draft.effectBy?.description ?? "", draft.act?.text ?? "", draft.reason,
            ]
        }
        let loop = DecisionWords.loopTime(rows.map(\.decision))?[language]
        return text(headings, cells, right: [0, 5]) + (loop.map { "\n\($0)\n" } ?? "")
    }

    /// The decisions whose acts are open, the earliest due first.
    package var openActs: DecisionListing {
        DecisionListing(
            rows: rows.filter { $0.decision.openAct != nil }
                .sorted { ($0.due, $0.decision.number) < ($1.due, $1.decision.number) }, day: day)
    }

    /// The open acts as an aligned table, the earliest due first; or a sentence where there is none.
    package func acts(_ language: Language) -> String {
        let open = openActs.rows
        guard !open.isEmpty else {
            return Wording(ja: "実施中の措置はありません。", en: "No act is open.")[language] + "\n"
        }
        let headings =
            language == .japanese
            ? ["番号", "期限", "状態", "対象", "課", "職", "措置"]
            : ["No.", "Due", "Act is", "About", "Department", "By", "Act"]
        let comma = Wording(ja: "、", en: ", ")[language]
        let cells = open.map { row in
            [
                "\(row.decision.number)", row.decision.draft.act?.due.description ?? "",
                DecisionWords.state(of: row.decision, on: day)[language],
                "\(row.decision.draft.subject.id) \(row.title)",
                row.departments.joined(separator: comma), row.decision.draft.post,
                row.decision.draft.act?.text ?? "",
            ]
        }
        return text(headings, cells, right: [0])
    }

    private func text(_ headings: [String], _ cells: [[String]], right: Set<Int>) -> String {
        let columns = headings.enumerated().map { index, title in
            TextTable.Column(title, right.contains(index) ? .right : .left)
        }
        return TextTable(columns: columns, rows: cells).lines().joined(separator: "\n") + "\n"
    }

    /// The decisions for other programs: days are ISO 8601, moments RFC 3339, what is not there is `null`.
    package var json: JSON {
        .object([
            (
                "medianLoopDays",
                .optional(rows.map(\.decision).medianLoopDays)
            ),
            ("decisions", .array(rows.map { $0.json(on: day) })),
        ])
    }
}

extension DecisionListing.Row {
    /// The last day of its act.
    fileprivate var due: CivilDate { decision.draft.act?.due ?? decision.at.japanDate }

    /// The decision for other programs.
    package func json(on day: CivilDate) -> JSON {
        let draft = decision.draft
        let done = decision.completion.map(\.json)
        let act = draft.act.map { act in
            JSON.object([
                ("text", .string(act.text)), ("due", .string(act.due.description)),
                ("overdue", .bool(decision.isOverdue(on: day))), ("done", done ?? .null),
            ])
        }
        return .object([
            ("number", .integer(Int(decision.number))), ("strategy", .string(strategy.text)),
            ("kind", .string(draft.subject.kind.rawValue)), ("id", .string(draft.subject.id)),
            ("title", .string(title)), ("departments", .array(departments.map(JSON.string))),
            ("quarter", .string(draft.quarter.description)),
            ("verdict", .string(draft.verdict.rawValue)), ("by", .string(draft.post)),
            ("author", .string(decision.author)), ("reason", .string(draft.reason)),
            ("act", act ?? .null), ("effectBy", .optional(draft.effectBy?.description)),
            ("at", .string(decision.at.japanDescription)),
            ("loopDays", .integer(decision.loopDays)),
            ("withdrawn", decision.withdrawal.map(\.json) ?? .null),
        ])
    }
}

extension Decision.Statement {
    /// Who said it when, and why.
    fileprivate var json: JSON {
        .object([
            ("at", .string(at.japanDescription)), ("by", .string(post)),
            ("author", .string(author)), ("reason", .string(reason)),
        ])
    }
}
