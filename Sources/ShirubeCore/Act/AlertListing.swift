/// What `shirube alerts list` shows: alerts, silences, and how many alerts people have to bear.
package struct AlertListing: Sendable, Equatable {
    /// An alert with what it speaks of.
    package struct Row: Sendable, Equatable {
        /// The strategy.
        package let strategy: Strategy
        /// The alert.
        package let alert: AlertState
        /// The last day of the silence over it; nil where there is none.
        package let silencedUntil: CivilDate?

        /// Makes a row.
        package init(strategy: Strategy, alert: AlertState, silencedUntil: CivilDate?) {
            self.strategy = strategy
            self.alert = alert
            self.silencedUntil = silencedUntil
        }

        /// The indicator; nil for a failure, or where the strategy has it no more.
        package var indicator: Indicator? { alert.indicator.flatMap(strategy.indicator) }

        /// The indicator's name, or what has failed.
        package var name: String {
            Inert.line(indicator.map(strategy.title) ?? alert.subject)
        }

        /// The departments whose indicator it is.
        package var departments: [Identifier<Department>] { indicator?.departments ?? [] }

        /// The status of a lag; nothing beside other types.
        var status: Wording? {
            alert.type == .lagging ? alert.status?.wording : nil
        }

        /// What is being done about it.
        package var state: Wording {
            if let closed = alert.closedAt {
                let day = closed.japanDate.description
                return Wording(ja: "終了（\(day)）", en: "closed \(day)")
            }
            if let silencedUntil {
                return Wording(ja: "休止中（\(silencedUntil)まで）", en: "silenced until \(silencedUntil)")
            }
            if let acknowledgement = alert.acknowledgement {
                let day = acknowledgement.answer.reviewOn
                return Wording(ja: "対応中（\(day)見直し）", en: "acknowledged, review \(day)")
            }
            return alert.isRecovering
                ? Standing.Lag.recovering : Wording(ja: "未対応", en: "unanswered")
        }
    }

    /// A silence, and how many open alerts it covers.
    package struct Quiet: Sendable, Equatable {
        /// The silence.
        package let silence: Silence
        /// How many open alerts it covers.
        package let covered: Int

        /// Makes a silence's row.
        package init(silence: Silence, covered: Int) {
            self.silence = silence
            self.covered = covered
        }

        /// The silence in a line; one that covers nothing says so.
        package var words: Wording {
            let silence = silence
            let what = [
                silence.indicator?.text, silence.department?.text,
            ].compactMap(\.self).map { Inert.line($0) }.joined(separator: " ")
            let type = silence.type?.wording
            let reason = Inert.line(silence.reason)
            let author = Inert.line(silence.author)
            let nothing =
                covered == 0
                ? Wording(
                    ja: "いま当てはまる警告はありません。要らなければ「shirube alerts unsilence \(silence.id)」で取り消せます。",
                    en:
                        "It matches no open alert; `shirube alerts unsilence \(silence.id)` ends it."
                )
                : Wording(ja: "\(covered)件に当てはまります。", en: "It matches \(covered).")
            return Wording(
                ja:
                    "休止\(silence.id)：\(what)\(type.map { "（\($0.japanese)）" } ?? "") \(silence.until)まで。"
                    + "\(author)、理由：\(reason)。\(nothing.japanese)",
                en: "Silence \(silence.id): \(what)\(type.map { " (\($0.english))" } ?? ""), until "
                    + "\(silence.until), by \(author): \(reason). \(nothing.english)")
        }
    }

    /// The alerts, as they are shown.
    package let rows: [Row]
    /// The silences that hold.
    package let silences: [Quiet]
    /// How many alerts people have to bear, by strategy.
    package let budgets: [(strategy: Strategy, budget: AlertBudget)]

    /// Makes a list.
    package init(
        rows: [Row], silences: [Quiet], budgets: [(strategy: Strategy, budget: AlertBudget)]
    ) {
        self.rows = rows
        self.silences = silences
        self.budgets = budgets
    }

    package static func == (left: AlertListing, right: AlertListing) -> Bool {
        left.rows == right.rows && left.silences == right.silences
            && left.budgets.elementsEqual(right.budgets) {
                $0.strategy == $1.strategy && $0.budget == $1.budget
            }
    }

    /// The list for a terminal: a table, or a sentence where nothing is open; then silences and budgets.
    package func table(_ language: Language) -> String {
        var lines: [String]
        if rows.isEmpty {
            lines = [Wording(ja: "警告はありません。", en: "There is no alert.")[language]]
        } else {
            lines = Self.table(rows, language)
        }
        let quiet = silences.map(\.words[language])
        if !quiet.isEmpty { lines += [""] + quiet }
        lines.append("")
        for (strategy, budget) in budgets {
            let head = budgets.count > 1 ? ["\(strategy.id)"] : []
            lines += head + budget.lines(in: strategy, language)
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func table(_ rows: [Row], _ language: Language) -> [String] {
        let headings =
            language == .japanese
            ? ["番号", "種類", "判定", "発生", "状態", "指標", "名称", "所管課"]
            : [
                "No.", "Type", "Status", "Since", "State", "Indicator", "Name", "Departments",
            ]
        let columns = headings.enumerated().map { index, title in
            TextTable.Column(title, index == 0 ? .right : .left)
        }
        let isSeveral = Set(rows.map(\.strategy.id)).count > 1
        let cells = rows.map { row in
            [
                String(row.alert.id), row.alert.type.wording[language],
                row.status?[language] ?? "", row.alert.openedAt.japanDate.description,
                row.state[language],
                row.alert.indicator.map { isSeveral ? "\(row.strategy.id)/\($0)" : $0.text } ?? "",
                row.name,
                row.departments.map { $0.name(in: row.strategy) }
                    .joined(separator: Wording(ja: "、", en: ", ")[language]),
            ]
        }
        return TextTable(columns: columns, rows: cells).lines()
    }

    /// The same as JSON.
    package var json: JSON {
        .object([
            ("alerts", .array(rows.map { .object(Self.members(of: $0)) })),
            (
                "silences",
                .array(
                    silences.map { quiet in
                        let silence = quiet.silence
                        return .object([
                            ("number", .integer(Int(silence.id))),
                            ("indicator", .optional(silence.indicator?.text)),
                            ("department", .optional(silence.department?.text)),
                            ("type", .optional(silence.type?.rawValue)),
                            ("until", .string(silence.until.description)),
                            ("reason", .string(silence.reason)), ("by", .string(silence.author)),
                            ("at", .string(silence.at.japanDescription)),
                            ("matches", .integer(quiet.covered)),
                        ])
                    })
            ),
            (
                "budgets",
                .array(
                    budgets.map {
                        .object([
                            ("strategy", .string($0.strategy.id.text)), ("budget", $0.budget.json),
                        ])
                    })
            ),
        ])
    }

    /// The members of an alert in JSON.
    static func members(of row: Row) -> [(String, JSON)] {
        let alert = row.alert
        let answer = alert.acknowledgement.map { held in
            JSON.object([
                ("reason", .string(held.reason)), ("action", .string(held.answer.action)),
                ("reviewOn", .string(held.answer.reviewOn.description)),
                ("by", .string(held.author)), ("at", .string(held.at.japanDescription)),
            ])
        }
        return [
            ("number", .integer(Int(alert.id))), ("strategy", .string(row.strategy.id.text)),
            ("type", .string(alert.type.rawValue)),
            ("indicator", .optional(alert.indicator?.text)), ("subject", .string(alert.subject)),
            ("status", .optional(alert.status?.rawValue)),
            ("openedAt", .string(alert.openedAt.japanDescription)),
            ("closedAt", .optional(alert.closedAt?.japanDescription)),
            ("recovering", .bool(alert.isRecovering)),
            ("silencedUntil", .optional(row.silencedUntil?.description)),
            ("acknowledgement", answer ?? .null),
            ("departments", .array(row.departments.map { .string($0.text) })),
        ]
    }
}
