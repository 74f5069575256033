/// What `shirube next` shows: the coming runs of scheduled jobs, and whom they reach.
package struct AgendaDocument: Sendable, Equatable {
    /// One run.
    package struct Row: Sendable, Equatable {
        /// The strategy it is for.
        package let strategy: Identifier<Strategy>
        /// The run.
        package let job: DueJob
        /// Whom it reaches by today's configuration; empty for nobody.
        package let recipients: [Recipient]

        /// Makes a row.
        package init(strategy: Identifier<Strategy>, job: DueJob, recipients: [Recipient]) {
            self.strategy = strategy
            self.job = job
            self.recipients = recipients
        }
    }

    /// The runs, soonest first.
    package let rows: [Row]
    /// How many days were looked at.
    package let days: Int

    /// Makes a document.
    package init(rows: [Row], days: Int) {
        self.rows = rows
        self.days = days
    }

    /// The runs as an aligned table, or a sentence where none comes; of what runs each working day the next run alone.
    package func table(_ language: Language) -> String {
        guard !rows.isEmpty else {
            return Wording(
                ja: "今日から\(days)日のあいだに予定はありません。",
                en: "Nothing is scheduled within \(days) days.")[language] + "\n"
        }
        let headings =
            language == .japanese
            ? ["日時", "戦略", "予定", "対象", "宛先"]
            : ["When", "Strategy", "Job", "Speaks of", "To"]
        var daily: Set<String> = []
        let shown = rows.filter { row in
            row.job.entry.interval != .workingDay
                || daily.insert("\(row.strategy)/\(row.job.entry.job)").inserted
        }
        let eachDay = Wording(ja: "開庁日ごと", en: "each working day")[language]
        let cells = shown.map { row in
            [
                row.job.dueAt.longWording[language], row.strategy.text,
                row.job.entry.job.wording[language],
                row.job.entry.interval == .workingDay ? eachDay : row.job.period.description,
                recipients(row, language),
            ]
        }
        return TextTable(columns: headings.map { TextTable.Column($0) }, rows: cells).lines()
            .joined(separator: "\n") + "\n"
    }

    private func recipients(_ row: Row, _ language: Language) -> String {
        guard !row.recipients.isEmpty else {
            return Wording(ja: "（いません）", en: "(nobody)")[language]
        }
        return row.recipients.map { recipient in
            let post = recipient.post.map { "\($0): " } ?? ""
            return post + recipient.wording[language]
        }.joined(separator: Wording(ja: "、", en: ", ")[language])
    }

    /// The runs as JSON.
    package var json: JSON {
        .array(
            rows.map { row in
                .object([
                    ("at", .string(row.job.dueAt.japanDescription)),
                    ("strategy", .string(row.strategy.text)),
                    ("job", .string(row.job.entry.job.rawValue)),
                    ("period", .string(row.job.period.description)),
                    ("recipients", .array(row.recipients.map(\.json))),
                ])
            })
    }
}
