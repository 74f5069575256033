/// What `shirube answers` shows: which department has reported what it owes for a quarter, and how often it was late.
package struct AnswersDocument: Sendable, Equatable {
    /// One department.
    package struct Row: Sendable, Equatable {
        /// The department.
        package let department: Department
        /// What it owes and has given.
        package let answer: QuarterlySummary.Answer
        /// How often it was late before.
        package let punctuality: Punctuality
        /// What it owes for the quarter and has not given, in the strategy's order; empty for nothing.
        package let missing: [OwedFigure]

        /// Makes a row.
        package init(
            department: Department, answer: QuarterlySummary.Answer, punctuality: Punctuality,
            missing: [OwedFigure]
        ) {
            self.department = department
            self.answer = answer
            self.punctuality = punctuality
            self.missing = missing
        }

        /// How many indicators are late.
        fileprivate var overdue: Int { answer.owed - answer.given - answer.notDue }
    }

    /// The strategy.
    package let strategy: Strategy
    /// The quarter asked for.
    package let quarter: Period
    /// The moment by which everything was known.
    package let moment: Timestamp
    /// The departments that owe something for the quarter, in the strategy's order.
    package let rows: [Row]

    /// Makes a document; departments that owe nothing are left out.
    package init(strategy: Strategy, quarter: Period, moment: Timestamp, rows: [Row]) {
        self.strategy = strategy
        self.quarter = quarter
        self.moment = moment
        self.rows = rows.filter { $0.answer.owed > 0 }
    }

    /// The document with one department alone; nil leaves it as it is.
    package func only(_ department: Identifier<Department>?) -> AnswersDocument {
        guard let department else { return self }
        return AnswersDocument(
            strategy: strategy, quarter: quarter, moment: moment,
            rows: rows.filter { $0.department.id == department })
    }

    /// The departments as an aligned table, what is missing below it, and a line that sums it up.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - listing: whether what is missing is listed, a line a figure.
    /// - Returns: lines ended by `\n`.
    package func table(_ language: Language, listing: Bool) -> String {
        let name = quarter.wording[language]
        guard !rows.isEmpty else {
            return Wording(
                ja: "\(name)に報告する指標はありません。", en: "No figure is owed for \(name).")[language] + "\n"
        }
        let columns = Self.headings.map {
            TextTable.Column($0.wording[language], $0.isFigure ? .right : .left)
        }
        let cells = rows.map { row in
            [
                language == .japanese ? row.department.name : row.department.id.text,
                "\(row.answer.owed)", "\(row.answer.given)", "\(row.overdue)",
                "\(row.answer.notDue)", "\(row.answer.rejected)",
                row.answer.lastAccepted?.japanDescription ?? "-",
                "\(row.punctuality.late)/\(row.punctuality.quarters)",
            ]
        }
        var lines = [sum(name)[language], ""]
        lines += TextTable(columns: columns, rows: cells).lines()
        if listing { lines += missing(language) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func sum(_ name: String) -> Wording {
        let late = rows.count { $0.overdue > 0 }
        let done = rows.count { $0.answer.given == $0.answer.owed }
        let at = moment.longWording
        return Wording(
            ja: "\(name)の報告（\(at.japanese)時点）：\(rows.count)課のうち全部そろった課\(done)、未回答のある課\(late)",
            en: "Answers for \(name) at \(at.english): \(done) of \(rows.count) departments are "
                + "complete, \(late) are late")
    }

    private func missing(_ language: Language) -> [String] {
        let figures = rows.flatMap { row in row.missing.map { (row.department, $0) } }
        guard !figures.isEmpty else { return [] }
        let headings = [
            Wording(ja: "部署", en: "Department"), Wording(ja: "指標ID", en: "Indicator ID"),
            Wording(ja: "期間", en: "Period"), Wording(ja: "期限", en: "Due"),
            Wording(ja: "指標", en: "Indicator"),
        ]
        let cells = figures.map { department, figure in
            let isLate = figure.due < moment.japanDate
            let due = figure.due.shortWording[language]
            return [
                language == .japanese ? department.name : department.id.text,
                figure.indicator.id.text, figure.period.wording[language],
                isLate ? due + Wording(ja: "（超過）", en: " (past)")[language] : due,
                figure.indicator.name,
            ]
        }
        return [""]
            + TextTable(columns: headings.map { TextTable.Column($0[language]) }, rows: cells)
            .lines()
    }

    private static let headings: [(wording: Wording, isFigure: Bool)] = [
        (Wording(ja: "部署", en: "Department"), false), (Wording(ja: "対象", en: "Owed"), true),
        (Wording(ja: "報告済み", en: "Given"), true), (Wording(ja: "未回答", en: "Overdue"), true),
        (Wording(ja: "期限前", en: "Not due"), true), (Wording(ja: "差し戻し", en: "Rejected"), true),
        (Wording(ja: "最後の受理", en: "Last accepted"), false),
        (Wording(ja: "遅れた四半期", en: "Late quarters"), true),
    ]
}

extension AnswersDocument {
    /// The departments as JSON.
    package var json: JSON {
        .object([
            ("strategy", .string(strategy.id.text)), ("quarter", .string(quarter.description)),
            ("asOf", .string(moment.japanDescription)),
            ("departments", .array(rows.map(\.json))),
        ])
    }

    /// A line a department with what `json` says of it but the list of what is missing.
    package func csv(_ language: Language) -> String {
        let columns =
            [Wording(ja: "部署ID", en: "Department ID")] + Self.headings.dropLast().map(\.wording)
            + [
                Wording(ja: "遅れた四半期", en: "Late quarters"),
                Wording(ja: "数えた四半期", en: "Quarters counted"),
            ]
        let lines = rows.map { row in
            [
                row.department.id.text, row.department.name, "\(row.answer.owed)",
                "\(row.answer.given)", "\(row.overdue)", "\(row.answer.notDue)",
                "\(row.answer.rejected)", row.answer.lastAccepted?.japanDescription ?? "",
                "\(row.punctuality.late)", "\(row.punctuality.quarters)",
            ]
        }
        return ([columns.map { $0[language] }] + lines).map(CSVLine.text).joined()
    }
}

extension AnswersDocument.Row {
    fileprivate var json: JSON {
        .object([
            ("id", .string(department.id.text)), ("name", .string(department.name)),
            ("owed", .integer(answer.owed)), ("given", .integer(answer.given)),
            ("overdue", .integer(overdue)), ("notDue", .integer(answer.notDue)),
            ("rejected", .integer(answer.rejected)),
            ("lastAccepted", answer.lastAccepted.map { .string($0.japanDescription) } ?? .null),
            ("lateQuarters", .integer(punctuality.late)),
            ("quarters", .integer(punctuality.quarters)),
            (
                "missing",
                .array(
                    missing.map { figure in
                        .object([
                            ("indicator", .string(figure.indicator.id.text)),
                            ("name", .string(figure.indicator.name)),
                            ("period", .string(figure.period.description)),
                            ("due", .string(figure.due.description)),
                        ])
                    })
            ),
        ])
    }
}
