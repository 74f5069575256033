/// What `shirube held` shows: the figures that wait to be confirmed.
package struct HoldDocument: Sendable, Equatable {
    /// One figure.
    package struct Row: Sendable, Equatable {
        /// Its number, by which it is confirmed.
        package let number: Int64
        /// The strategy it belongs to.
        package let strategy: Identifier<Strategy>
        /// The indicator it belongs to.
        package let indicator: Identifier<Indicator>
        /// The name of the department that reported it.
        package let department: String
        /// The name of the file that it came in.
        package let fileName: String
        /// When that was taken in.
        package let takenAt: Timestamp
        /// The period it speaks of.
        package let period: Period
        /// Where and why it is doubted.
        package let finding: Finding

        /// Makes a row.
        package init(
            number: Int64, strategy: Identifier<Strategy>, indicator: Identifier<Indicator>,
            department: String, fileName: String, takenAt: Timestamp, period: Period,
            finding: Finding
        ) {
            self.number = number
            self.strategy = strategy
            self.indicator = indicator
            self.department = department
            self.fileName = fileName
            self.takenAt = takenAt
            self.period = period
            self.finding = finding
        }
    }

    /// The figures, oldest first; empty where nothing waits.
    package let rows: [Row]

    /// Makes a document.
    package init(rows: [Row]) {
        self.rows = rows
    }

    /// The figures as an aligned table for a terminal, or a sentence where nothing waits.
    package func table(_ language: Language) -> String {
        guard !rows.isEmpty else {
            return Wording(ja: "要確認の値はありません。", en: "No figure waits to be confirmed.")[language]
                + "\n"
        }
        let headings =
            language == .japanese
            ? ["番号", "指標", "期間", "課", "ファイル", "セル", "解釈", "内容"]
            : [
                "No.", "Indicator", "Period", "Department", "File", "Cell", "Taken for",
                "Why it waits",
            ]
        let columns = headings.enumerated().map { index, title in
            TextTable.Column(title, index == 0 ? .right : .left)
        }
        let isSeveral = Set(rows.map(\.strategy)).count > 1
        let cells = rows.map { row in
            [
                String(row.number),
                isSeveral ? "\(row.strategy)/\(row.indicator)" : row.indicator.text,
                row.period.description, row.department,
                row.fileName, row.finding.cell ?? row.finding.column ?? "",
                row.finding.takenFor?[language] ?? "", row.finding.message[language],
            ]
        }
        return TextTable(columns: columns, rows: cells).lines().joined(separator: "\n") + "\n"
    }

    /// The figures as JSON, with the members of a finding that docs/CSV.md names.
    package var json: JSON {
        .array(
            rows.map { row in
                .object(
                    [
                        ("number", .integer(Int(row.number))),
                        ("strategy", .string(row.strategy.text)),
                        ("indicator", .string(row.indicator.text)),
                        ("period", .string(row.period.description)),
                        ("department", .string(row.department)), ("file", .string(row.fileName)),
                        ("takenAt", .string(row.takenAt.japanDescription)),
                    ] + RejectionReport.members(of: row.finding))
            })
    }
}
