/// What `shirube status` shows: how every indicator stands, what was dropped, what waits to be sent.
package struct StatusDocument: Sendable, Equatable {
    /// One indicator and how it stands.
    package struct Entry: Sendable, Equatable {
        /// The strategy it belongs to.
        package let strategy: Identifier<Strategy>
        /// The indicator.
        package let indicator: Indicator
        /// How it stands.
        package let standing: Standing
        /// The answers in force that say there is no figure, earlier periods first; empty for none.
        package let absences: [Answer]

        /// Makes an entry.
        package init(
            strategy: Identifier<Strategy>, indicator: Indicator, standing: Standing,
            absences: [Answer] = []
        ) {
            self.strategy = strategy
            self.indicator = indicator
            self.standing = standing
            self.absences = absences
        }
    }

    /// An answer that there is no figure, and where it came from.
    package struct Answer: Sendable, Equatable {
        /// What was answered.
        package let absent: CurrentReadings.Absent
        /// Who said so, in which file and cell.
        package let source: ReadingSource

        /// Makes an answer.
        package init(absent: CurrentReadings.Absent, source: ReadingSource) {
            self.absent = absent
            self.source = source
        }
    }

    /// What one department has dropped.
    package struct Drops: Sendable, Equatable {
        /// The strategy of the folder.
        package let strategy: Identifier<Strategy>
        /// The department of the folder.
        package let department: Identifier<Department>
        /// How many of its files were applied, changed nothing, or were rejected.
        package let accepted, unchanged, rejected: Int
        /// The newest file's name; nil where there was none.
        package let lastFile: String?
        /// When it was taken in; nil where there was none.
        package let lastTakenAt: Timestamp?

        /// Makes a department's line.
        package init(
            strategy: Identifier<Strategy>, department: Identifier<Department>, accepted: Int,
            unchanged: Int, rejected: Int, lastFile: String?, lastTakenAt: Timestamp?
        ) {
            self.strategy = strategy
            self.department = department
            self.accepted = accepted
            self.unchanged = unchanged
            self.rejected = rejected
            self.lastFile = lastFile
            self.lastTakenAt = lastTakenAt
        }
    }

    /// The moment that is shown.
    package let asOf: Timestamp
    /// Every indicator of every strategy, in the order of the files.
    package let entries: [Entry]
    /// What every department has dropped by then.
    package let drops: [Drops]
    /// How many deliveries wait, were taken by their server, and were given up.
    package let outbox: (due: Int, delivered: Int, dead: Int)

    /// Makes a document.
    package init(
        asOf: Timestamp, entries: [Entry], drops: [Drops],
        outbox: (due: Int, delivered: Int, dead: Int)
    ) {
        self.asOf = asOf
        self.entries = entries
        self.drops = drops
        self.outbox = outbox
    }

    package static func == (left: StatusDocument, right: StatusDocument) -> Bool {
        left.asOf == right.asOf && left.entries == right.entries && left.drops == right.drops
            && left.outbox == right.outbox
    }

    /// The document as JSON: rates are percent and unrounded, what is undefined is null.
    package func json(_ language: Language) -> JSON {
        .object([
            ("asOf", .string(asOf.japanDescription)),
            ("indicators", .array(entries.map { $0.json(language) })),
            ("drops", .array(drops.map(\.json))),
            (
                "outbox",
                .object([
                    ("due", .integer(outbox.due)), ("delivered", .integer(outbox.delivered)),
                    ("dead", .integer(outbox.dead)),
                ])
            ),
        ])
    }

    /// The indicators as CSV with a heading line, UTF-8, CRLF (RFC 4180).
    package func csv(_ language: Language) -> String {
        let headings = [
            "strategy", "id", "name", "departments", "unit", "period", "value", "expected",
            "achievementRate", "progressRate", "status", "reason",
        ]
        let rows = entries.map { entry in
            let standing = entry.standing
            return [
                entry.strategy.text, entry.indicator.id.text, entry.indicator.name,
                entry.indicator.departments.map(\.text).joined(separator: " "),
                entry.indicator.unit, standing.period?.description ?? "",
                Self.plain(standing.value), Self.plain(standing.expected),
                Self.plain(standing.achievementRate), Self.plain(standing.progressRate),
                standing.status.rawValue, standing.reasons.first?.text[language] ?? "",
            ]
        }
        return ([headings] + rows).map(CSVLine.text).joined()
    }

    /// The indicators as an aligned table for a terminal.
    package func table(_ language: Language) -> String {
        let headings =
            language == .japanese
            ? ["ID", "指標", "期間", "実績", "見込み", "単位", "達成率", "進捗率", "状態"]
            : [
                "ID", "Indicator", "Period", "Actual", "Expected", "Unit", "Achieved", "Progress",
                "Status",
            ]
        let figures: Set<Int> = [3, 4, 6, 7]
        let columns = headings.enumerated().map { index, title in
            TextTable.Column(title, figures.contains(index) ? .right : .left)
        }
        let rows = entries.map { entry in
            let standing = entry.standing
            // Where there is no figure, the newest answer says why.
            let absent = standing.value == nil ? entry.absences.last?.absent : nil
            let period = standing.period ?? absent?.period
            return [
                entry.indicator.id.text, entry.indicator.name,
                period?.wording[language] ?? "-",
                absent?.absence.wording[language] ?? Self.shown(standing.value),
                Self.shown(standing.expected), entry.indicator.unit,
                Self.percent(standing.achievementRate), Self.percent(standing.progressRate),
                "\(standing.status.rawValue) \(standing.status.wording[language])",
            ]
        }
        let lines = TextTable(columns: columns, rows: rows).lines()
        return (lines + ["", tail(language)]).joined(separator: "\n") + "\n"
    }

    private func tail(_ language: Language) -> String {
        let accepted = drops.reduce(0) { $0 + $1.accepted }
        let rejected = drops.reduce(0) { $0 + $1.rejected }
        let moment = asOf.japanDescription
        return Wording(
            ja: "\(moment) 時点。ファイル: 受理\(accepted)件、差し戻し\(rejected)件。"
                + "送信: 待ち\(outbox.due)件、済み\(outbox.delivered)件、断念\(outbox.dead)件。",
            en: "As of \(moment). Files: \(accepted) accepted, \(rejected) rejected. "
                + "Messages: \(outbox.due) due, \(outbox.delivered) delivered, "
                + "\(outbox.dead) given up.")[language]
    }

    private static func plain(_ value: Double?) -> String { value.map(NumberText.plain) ?? "" }

    private static func shown(_ value: Double?) -> String {
        value.map { NumberText.grouped($0) } ?? "-"
    }

    private static func percent(_ value: Double?) -> String {
        value.map { NumberText.grouped($0, decimals: 1) + "%" } ?? "-"
    }
}

extension StatusDocument.Entry {
    fileprivate func json(_ language: Language) -> JSON {
        .object([
            ("id", .string(indicator.id.text)), ("name", .string(indicator.name)),
            ("departments", .array(indicator.departments.map { .string($0.text) })),
            ("period", .optional(standing.period?.description)),
            ("value", .optional(standing.value)), ("expected", .optional(standing.expected)),
            ("achievementRate", .optional(standing.achievementRate)),
            ("progressRate", .optional(standing.progressRate)),
            ("status", .string(standing.status.rawValue)),
            (
                "reasons",
                .array(
                    standing.reasons.map {
                        .object([
                            ("code", .string($0.code)), ("text", .string($0.text[language])),
                        ])
                    })
            ),
            ("absences", .array(absences.map(\.json))),
            ("strategy", .string(strategy.text)), ("rule", .string(standing.rule)),
        ])
    }
}

extension StatusDocument.Answer {
    fileprivate var json: JSON {
        .object([
            ("period", .string(absent.period.description)),
            ("basis", .string(absent.basis.rawValue)), ("part", .optional(absent.part)),
            ("answer", .string(absent.absence.rawValue)),
            ("department", .string(source.department.text)), ("file", .string(source.fileName)),
            ("takenAt", .string(source.takenAt.japanDescription)),
            ("line", .integer(source.origin.line)), ("record", .integer(source.origin.record)),
            ("column", .string(source.origin.column)),
            ("written", .string(source.origin.written)),
        ])
    }
}

extension StatusDocument.Drops {
    fileprivate var json: JSON {
        .object([
            ("strategy", .string(strategy.text)), ("department", .string(department.text)),
            ("accepted", .integer(accepted)), ("unchanged", .integer(unchanged)),
            ("rejected", .integer(rejected)), ("lastFile", .optional(lastFile)),
            ("lastTakenAt", .optional(lastTakenAt?.japanDescription)),
        ])
    }
}
