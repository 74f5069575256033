/// What one person is told of open alerts in a round: what is theirs to answer, and for the planning division a digest.
package enum AlertRoundNotice {
    /// An alert that somebody is told of.
    package struct Item: Sendable, Equatable {
        /// The alert as it stands.
        package let row: AlertListing.Row
        /// In which capacity they are told, and at what point.
        package let telling: AlertTransition.Telling
        /// How the indicator stands; nil for a failure.
        package let standing: Standing?

        /// Makes an item.
        package init(
            row: AlertListing.Row, telling: AlertTransition.Telling, standing: Standing?
        ) {
            self.row = row
            self.telling = telling
            self.standing = standing
        }
    }

    /// What a person is told of the alerts of one plan.
    package struct Part: Sendable, Equatable {
        /// The plan.
        package let strategy: Strategy
        /// What the person is told of, at least one unless there is a digest.
        package let items: [Item]
        /// What the planning division is shown; nil for others.
        package let digest: AlertDigest?

        /// Makes a part.
        package init(strategy: Strategy, items: [Item], digest: AlertDigest?) {
            self.strategy = strategy
            self.items = items
            self.digest = digest
        }
    }

    /// Subject and text.
    ///
    /// - Parameters:
    ///   - parts: what the person is told of, by plan; several while plans run side by side.
    ///   - day: the day of the round.
    ///   - perHead: how many alerts are described; of the others there is a line.
    ///   - mark: a mark that the subject carries, such as 架空; nil for none.
    ///   - language: the language of the text.
    /// - Returns: the notice.
    package static func text(
        _ parts: [Part], on day: CivilDate, perHead: Int, mark: String?, language: Language
    ) -> NoticeText {
        let blocks = parts.map { part in
            let heading = "◎ \(Inert.line(part.strategy.name))"
            return (parts.count > 1 ? [heading, ""] : [])
                + lines(part, perHead: perHead, language)
        }
        return NoticeText(
            subject: Title.marked(
                subject(parts.flatMap(\.items), day)[language], mark: mark),
            body: NoticeLines.body(Array(blocks.joined(separator: ["", ""])), language))
    }

    private static func lines(_ part: Part, perHead: Int, _ language: Language) -> [String] {
        let (strategy, items) = (part.strategy, part.items)
        var lines: [String] = []
        if !items.isEmpty {
            lines += NoticeLines.paragraph(
                Wording(
                    ja: "\(strategy.name)について、お知らせする警告が\(items.count)件あります。",
                    en: "\(items.count) alerts of \(strategy.name) need your attention.")[language])
            for stage in AlertTransition.Stage.allCases {
                lines += section(
                    items.filter { $0.telling.stage == stage }, stage, perHead: perHead, language)
            }
            lines += [""] + NoticeLines.paragraph(request(strategy)[language])
            if items.contains(where: { $0.row.alert.type.asksForAnswer }) {
                lines += NoticeLines.paragraph(AlertAnswerForm.wording[language])
            }
        }
        if let digest = part.digest {
            lines += (lines.isEmpty ? [] : [""]) + digest.lines(in: strategy, language)
        }
        return lines
    }

    private static func subject(_ items: [Item], _ day: CivilDate) -> Wording {
        let date = day.longWording
        guard !items.isEmpty else {
            return Wording(ja: "【警告の動き】\(date.japanese)", en: "[Alerts] \(date.english)")
        }
        return Wording(
            ja: "【警告】\(items.count)件（\(date.japanese)）",
            en: "[Alerts] \(items.count) on \(date.english)")
    }

    private static func section(
        _ items: [Item], _ stage: AlertTransition.Stage, perHead: Int, _ language: Language
    ) -> [String] {
        guard !items.isEmpty else { return [] }
        // The gravest first, and of those the oldest.
        let sorted = items.sorted {
            (gravity($0), $0.row.alert.openedAt, $0.row.alert.id)
                < (gravity($1), $1.row.alert.openedAt, $1.row.alert.id)
        }
        let heading = Wording(
            ja: "■ \(stage.wording.japanese)（\(items.count)件）",
            en: "■ \(stage.wording.english) (\(items.count))")
        let described = sorted.prefix(perHead).flatMap { [""] + describe($0, language) }
        let others = sorted.dropFirst(perHead)
        guard !others.isEmpty else { return ["", heading[language]] + described }
        let more = Wording(ja: "ほか\(others.count)件：", en: "\(others.count) more:")[language]
        return ["", heading[language]] + described + ["", "  " + more]
            + others.flatMap { NoticeLines.item(line($0.row, language)) }
    }

    private static func gravity(_ item: Item) -> Int {
        item.row.alert.status == .movingAway ? 0 : 1
    }

    /// An alert in a line: number, what is wrong, and of what.
    static func line(_ row: AlertListing.Row, _ language: Language) -> String {
        let title = (row.status ?? row.alert.type.wording)[language]
        let names = row.departments.map { $0.name(in: row.strategy) }
        let whose = names.joined(separator: Wording(ja: "、", en: ", ")[language])
        return Wording(
            ja: "\(title)：\(row.name)" + (whose.isEmpty ? "" : "（\(whose)）")
                + " 警告番号\(row.alert.id)",
            en: "\(title): \(row.name)" + (whose.isEmpty ? "" : " (\(whose))")
                + ", alert \(row.alert.id)")[language]
    }

    private static func describe(_ item: Item, _ language: Language) -> [String] {
        let row = item.row
        var pairs = [
            (
                Wording(ja: "発生", en: "Since")[language],
                row.alert.openedAt.japanDate.longWording[language]
            )
        ]
        if let standing = item.standing, let indicator = row.indicator {
            let figures = IndicatorRow(
                standing, indicator, in: row.strategy, earlier: nil,
                quarter: standing.period ?? indicator.target.period, language: language)
            let period = standing.period?.wording[language] ?? FigureText.none
            let value = Wording(
                ja: "\(figures.valueText)（\(period)）", en: "\(figures.valueText) (\(period))")
            pairs.append((SummaryWords.value[language], value[language]))
            pairs.append((SummaryWords.target[language], figures.targetText))
            if standing.prospect.probability != nil {
                pairs.append((SummaryWords.probability[language], figures.probabilityText))
            }
            if let required = figures.requiredText {
                pairs.append((SummaryWords.required[language], required))
            }
        }
        let why = row.alert.spur.reason.text[language]
        pairs.append((SummaryWords.reason[language], Inert.line(why)))
        if let answer = row.alert.lastAnswer {
            pairs.append(
                (Wording(ja: "前回の対応", en: "Last answer")[language], answer.words[language]))
        }
        return NoticeLines.item(line(row, language)) + NoticeLines.labelled(pairs, indent: 4)
    }

    private static func request(_ strategy: Strategy) -> Wording {
        let planning = strategy.planningDepartment.name(in: strategy)
        return Wording(
            ja: "要因、取組、見直しの日を\(planning)へお知らせください。記録（shirube alerts ack 警告番号）されると、見直しの日まで催促は止まります。",
            en:
                "Please tell \(planning) the cause, the action and a day of review. Once that is recorded "
                + "(shirube alerts ack NUMBER), reminders stop until that day.")
    }
}

/// What the planning division is shown of all alerts: what has happened since the last round, and what is open.
package struct AlertDigest: Sendable, Equatable {
    /// A step that was made since the last round.
    package struct News: Sendable, Equatable {
        /// Whose it is.
        package let row: AlertListing.Row
        /// The step.
        package let transition: AlertTransition

        /// Makes a piece of news.
        package init(row: AlertListing.Row, transition: AlertTransition) {
            self.row = row
            self.transition = transition
        }
    }

    /// Of more news of a kind than this only the number is said.
    private static let maximumLines = 20
    /// The steps that are news, in the order in which they are told.
    package static let kinds: [AlertTransition.Kind] = [
        .opened, .worsened, .relapsed, .recovering, .closed, .acknowledged, .lapsed,
    ]

    /// What has happened, oldest first.
    package let news: [News]
    /// What is open, with silences and budgets.
    package let listing: AlertListing

    /// Makes a digest.
    package init(news: [News], listing: AlertListing) {
        self.news = news
        self.listing = listing
    }

    /// The digest's lines.
    func lines(in strategy: Strategy, _ language: Language) -> [String] {
        let heading = Wording(ja: "◆ 警告の動き", en: "◆ What has happened to alerts")
        var lines = [heading[language]]
        for kind in Self.kinds {
            lines += section(news.filter { $0.transition.kind == kind }, kind, strategy, language)
        }
        let open = Dictionary(grouping: listing.rows, by: \.alert.type)
        let counts = AlertType.allCases.compactMap { type in
            open[type].map { rows in
                Wording(
                    ja: "\(type.wording.japanese)\(rows.count)件",
                    en: "\(type.wording.english) \(rows.count)")[language]
            }
        }
        let separator = Wording(ja: "、", en: "; ")[language]
        let none = Wording(ja: "ありません", en: "none")[language]
        let what = counts.isEmpty ? none : counts.joined(separator: separator)
        let all = Wording(ja: "終わっていない警告：\(what)", en: "Open: \(what)")[language]
        lines += [""] + NoticeLines.paragraph(all)
        lines += listing.silences.flatMap { NoticeLines.paragraph($0.words[language]) }
        for (_, budget) in listing.budgets {
            lines += budget.lines(in: strategy, language).flatMap(NoticeLines.paragraph)
        }
        return lines
    }

    /// What has happened of one kind; answers that are missing are counted by department.
    private func section(
        _ news: [News], _ kind: AlertTransition.Kind, _ strategy: Strategy, _ language: Language
    ) -> [String] {
        guard !news.isEmpty else { return [] }
        let overdue = news.filter { $0.row.alert.type == .overdue }
        let others = news.filter { $0.row.alert.type != .overdue }
        var lines = [
            "",
            Wording(
                ja: "■ \(kind.wording.japanese)（\(news.count)件）",
                en: "■ \(kind.wording.english) (\(news.count))")[language],
        ]
        for item in others.prefix(Self.maximumLines) {
            lines += NoticeLines.item(AlertRoundNotice.line(item.row, language))
        }
        if others.count > Self.maximumLines {
            let count = others.count - Self.maximumLines
            lines.append("  " + Wording(ja: "ほか\(count)件", en: "\(count) more")[language])
        }
        if !overdue.isEmpty {
            let counts = strategy.departments.compactMap { department in
                let count = overdue.count { $0.row.departments.contains(department.id) }
                return count == 0 ? nil : "\(Inert.line(department.name)) \(count)"
            }
            let whose = counts.joined(separator: Wording(ja: "、", en: ", ")[language])
            let type = AlertType.overdue.wording
            lines += NoticeLines.item(
                Wording(
                    ja: "\(type.japanese)\(overdue.count)件：\(whose)",
                    en: "\(type.english) \(overdue.count): \(whose)")[language])
        }
        return lines
    }
}
