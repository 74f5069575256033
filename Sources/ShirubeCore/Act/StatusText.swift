extension StatusDocument {
    /// The indicators as an aligned table, as wide as it is.
    package func table(_ language: Language) -> String { text(language, on: nil).text }

    /// The same in a window.
    ///
    /// - Parameters:
    ///   - language: the language.
    ///   - screen: the window that it is to fit; nil for all there is, as files and pipes get it.
    /// - Returns: the table and the lines below it; `headingLines` are the heads of its columns.
    package func text(_ language: Language, on screen: Screen?) -> ScreenText {
        let table = TextTable(columns: columns(language), rows: entries.map { row($0, language) })
        let fitted = screen.map { table.fitted(to: $0.columns, $0.cells) }
        var text = ScreenText()
        let lines = (fitted?.table ?? table).lines(width: nil, screen?.cells ?? .printed)
        // Headings and rule stand for nothing that could change.
        for line in lines.prefix(Self.headingLines) { text.add(line, for: "") }
        for (line, row) in zip(lines.dropFirst(Self.headingLines), table.rows) {
            text.add(line, for: row.joined(separator: " "))
        }
        func add(_ words: String, for content: String) {
            let parts = screen.map { LineBreaking.lines(words, width: max(16, $0.columns)) }
            for part in parts ?? [words] { text.add(part, for: content) }
        }
        if let note = fitted?.note { add(note[language], for: "") }
        text.add("")
        let note = isRejudged ? [JudgementSource.rejudgedWording[language]] : []
        for words in views(language) + note + [tail(language)] + pauses.map(\.wording[language]) {
            add(words, for: words)
        }
        return text
    }

    /// How many lines of the table are the heads of its columns.
    package static let headingLines = 2

    private var hasPlans: Bool { Set(entries.map(\.strategy)).count > 1 }

    /// The columns; the ranks say which a narrow screen can do without.
    private func columns(_ language: Language) -> [TextTable.Column] {
        func column(
            _ japanese: String, _ english: String, _ alignment: TextWidth.Alignment = .left,
            least: Int? = nil, rank: Int = 0
        ) -> TextTable.Column {
            TextTable.Column(
                Wording(ja: japanese, en: english)[language], alignment, least: least, rank: rank)
        }
        let plans = [
            column("計画", "Plan", least: 6, rank: 3),
            column("前計画の指標", "Continues", least: 8, rank: 11),
        ]
        return (hasPlans ? plans : []) + [
            column("ID", "ID"), column("指標", "Indicator", least: 18),
            column("期間", "Period", rank: 4), column("実績", "Actual", .right),
            column("期待値", "Expected", .right, rank: 10), column("単位", "Unit", least: 6, rank: 7),
            column("推移", "Trend", rank: 5), column("達成率", "Achieved", .right, rank: 2),
            column("進捗率", "Progress", .right, rank: 6),
            column("見通し", "Forecast", .right, rank: 8),
            column("見込み", "Chance", .right, rank: 1),
            column("報告", "Answer", least: 8, rank: 9), column("状態", "Status", least: 20),
        ]
    }

    private func row(_ entry: Entry, _ language: Language) -> [String] {
        let plan = hasPlans ? [entry.strategy.text, entry.predecessor?.description ?? "-"] : []
        let standing = entry.standing
        // Where there is no figure, the newest answer says why.
        let absent = standing.value == nil ? entry.absences.last?.absent : nil
        let period = standing.period ?? absent?.period
        return plan + [
            entry.indicator.id.text, entry.indicator.name,
            period?.wording[language] ?? "-",
            absent?.absence.wording[language]
                ?? Self.shown(standing.value, of: entry.indicator),
            Self.shown(standing.expected, of: entry.indicator),
            entry.indicator.kind == .milestone
                ? entry.indicator.kind.basisWording[language] : entry.indicator.unit,
            entry.trend.isEmpty ? "-" : Sparkline.text(entry.trend),
            Self.percent(standing.achievementRate), Self.percent(standing.progressRate),
            FigureText.range(
                standing.prospect, unit: entry.indicator.unit, isBare: true, language),
            FigureText.chance(standing.prospect.probability),
            standing.answer?.wording[language] ?? "-",
            Self.words(standing, language) + entry.overrideCell(language),
        ]
    }

    /// What owners say beside the judgements, a line each.
    private func views(_ language: Language) -> [String] {
        let lines = entries.compactMap { entry in
            entry.override.map { "＊ \(entry.indicator.id) \($0.wording[language])" }
        }
        return lines.isEmpty ? [] : lines + [""]
    }

    /// The status with its letter, its sub-label and its signals.
    private static func words(_ standing: Standing, _ language: Language) -> String {
        let marks =
            [
                standing.letter?.text,
                standing.lag.map { $0.isRecovering ? Standing.Lag.recovering[language] : "" },
            ]
            .compactMap(\.self) + standing.signals.map { $0.wording[language] }
        let beside = marks.filter { !$0.isEmpty }.joined(separator: " ")
        let words = "\(standing.status.rawValue) \(standing.status.wording[language])"
        return beside.isEmpty ? words : words + " " + beside
    }

    private func tail(_ language: Language) -> String {
        let accepted = drops.reduce(0) { $0 + $1.accepted }
        let rejected = drops.reduce(0) { $0 + $1.rejected }
        let moment = asOf.japanDescription
        let taken =
            dropped == 0
            ? Wording(ja: "", en: "") : Wording(ja: "、取りやめ\(dropped)件", en: ", \(dropped) dropped")
        return Wording(
            ja: "\(moment) 時点。ファイル: 受理\(accepted)件、差し戻し\(rejected)件。"
                + "送信: 待ち\(outbox.due)件、済み\(outbox.delivered)件、断念\(outbox.dead)件\(taken.japanese)。",
            en: "As of \(moment). Files: \(accepted) accepted, \(rejected) rejected. "
                + "Messages: \(outbox.due) due, \(outbox.delivered) delivered, "
                + "\(outbox.dead) given up\(taken.english).")[language]
    }

    /// A figure without its unit; of a milestone the stage, because its weight is no figure of its unit.
    private static func shown(_ value: Double?, of indicator: Indicator) -> String {
        guard let value else { return "-" }
        return indicator.kind == .milestone
            ? FigureText.value(value, of: indicator) : NumberText.grouped(value)
    }

    private static func percent(_ value: Double?) -> String {
        value.map { NumberText.grouped($0, decimals: 1) + "%" } ?? "-"
    }
}

extension StatusDocument.Entry {
    /// The owner's status where there is one.
    fileprivate func overrideCell(_ language: Language) -> String {
        override.map { " → \($0.status.rawValue) \($0.status.wording[language])＊" } ?? ""
    }
}
