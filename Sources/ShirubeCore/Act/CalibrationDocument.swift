/// What `shirube calibration` shows: how good the forecasts of a strategy were.
package struct CalibrationDocument: Sendable, Equatable {
    /// The strategy's id.
    package let strategy: Identifier<Strategy>
    /// Its city and title.
    package let name: String
    /// How good the forecasts were.
    package let calibration: Calibration
    /// Outcomes known up to this moment are in it.
    package let cutoff: Timestamp

    /// Makes a document.
    package init(
        strategy: Identifier<Strategy>, name: String, calibration: Calibration, cutoff: Timestamp
    ) {
        self.strategy = strategy
        self.name = Inert.line(name)
        self.calibration = calibration
        self.cutoff = cutoff
    }

    /// The title.
    package func title(_ language: Language) -> String {
        Wording(ja: "\(name) 予測の当たり具合", en: "\(name): how good the forecasts were")[language]
    }

    /// All forecasts, then those of each plan year.
    package var groups: [Calibration.Group] { [calibration.overall] + calibration.years }

    /// What a group is called.
    package static func label(_ group: Calibration.Group, _ language: Language) -> String {
        guard let year = group.planYear else {
            return Wording(ja: "全体", en: "All")[language]
        }
        return Wording(ja: "計画\(year)年目", en: "Plan year \(year)")[language]
    }

    /// The headings of the table of figures, as many as each of ``cells(_:_:)`` has.
    package static func headings(_ language: Language) -> [String] {
        language == .japanese
            ? ["区分", "予測", "指標", "達成の割合", "ブライアスコア", "一律の予測なら", "80%区間に入った割合"]
            : [
                "Group", "Forecasts", "Indicators", "Targets met", "Brier score",
                "Base rate's score", "Within 80% interval",
            ]
    }

    /// A group's figures as people read them; `－` where too few are there.
    package static func cells(_ group: Calibration.Group, _ language: Language) -> [String] {
        [
            label(group, language), String(group.count), String(group.indicators),
            percent(group.metShare), score(group.brier), score(group.climatology),
            percent(group.coverage),
        ]
    }

    /// The headings of the table of reliability, as many as each of ``binCells(_:_:)`` has.
    package static func binHeadings(_ language: Language) -> [String] {
        language == .japanese
            ? ["予測した確率", "予測", "確率の平均", "実際に達成した割合"]
            : ["Probability forecast", "Forecasts", "Mean probability", "Share that was met"]
    }

    /// A bin's figures as people read them.
    package static func binCells(_ bin: Calibration.Bin, _ language: Language) -> [String] {
        [range(bin), String(bin.count), percent(bin.forecast), percent(bin.observed)]
    }

    private static func range(_ bin: Calibration.Bin) -> String {
        "\(NumberText.grouped(bin.from * 100, decimals: 0))–\(NumberText.grouped(bin.to * 100, decimals: 0))%"
    }

    private static func percent(_ share: Double?) -> String {
        FigureText.rate(share.map { $0 * 100 })
    }

    private static func score(_ score: Double?) -> String {
        score.map { NumberText.grouped($0, decimals: 3) } ?? FigureText.none
    }

    /// What the figures mean, and whether they are enough; a sentence each.
    package func sentences(_ language: Language) -> [String] {
        let all = calibration.overall
        guard all.isEnough else {
            return [
                Wording(
                    ja: "結果の分かった予測は\(all.indicators)指標の\(all.count)件だけで、まだ当たり具合を言えません"
                        + "（\(Calibration.leastIndicators)指標、\(Calibration.leastForecasts)件から示します）。",
                    en:
                        "Only \(all.count) forecasts of \(all.indicators) indicators have a known outcome, too few"
                        + " to say how good they were (shown from \(Calibration.leastForecasts) forecasts of"
                        + " \(Calibration.leastIndicators) indicators on).")[language]
            ]
        }
        return [comparison(all)[language], Self.meaning[language]]
    }

    private func comparison(_ group: Calibration.Group) -> Wording {
        let (own, base) = (group.brier ?? 0, group.climatology ?? 0)
        let scores = (Self.score(own), Self.score(base))
        return own < base
            ? Wording(
                ja: "達成の割合を一律に言い続けるより当たっています（ブライアスコア \(scores.0)、一律なら \(scores.1)。小さいほどよい）。",
                en:
                    "Better than always saying the share of met targets (Brier score \(scores.0) against"
                    + " \(scores.1); less is better).")
            : Wording(
                ja: "達成の割合を一律に言い続けるほうが当たっています（ブライアスコア \(scores.0)、一律なら \(scores.1)。小さいほどよい）。",
                en:
                    "Not better than always saying the share of met targets (Brier score \(scores.0) against"
                    + " \(scores.1); less is better).")
    }

    private static let meaning = Wording(
        ja: "同じ指標の予測は期間ごとに1件と数え、互いに独立ではありません。－は件数が足りないもの。",
        en:
            "Forecasts of one indicator count once a period and are not independent. － means too few."
    )

    /// The document as text for a terminal.
    package func text(_ language: Language) -> String {
        var lines = [title(language), cutoff.longWording[language], ""] + sentences(language)
        guard calibration.overall.count > 0 else { return lines.joined(separator: "\n") + "\n" }
        let right = { (headings: [String]) in
            headings.enumerated().map { TextTable.Column($1, $0 == 0 ? .left : .right) }
        }
        let figures = TextTable(
            columns: right(Self.headings(language)),
            rows: groups.map { Self.cells($0, language) })
        lines += [""] + figures.lines()
        for group in groups where group.isEnough {
            let bins = TextTable(
                columns: right(Self.binHeadings(language)),
                rows: group.bins.map { Self.binCells($0, language) })
            lines += ["", Self.label(group, language)] + bins.lines()
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The document for other programs: shares from 0 to 1, `null` where too few are there.
    package var json: JSON {
        .object([
            ("strategy", .string(strategy.text)), ("cutoff", .string(cutoff.japanDescription)),
            ("overall", Self.json(calibration.overall)),
            ("years", .array(calibration.years.map(Self.json))),
        ])
    }

    private static func json(_ group: Calibration.Group) -> JSON {
        .object([
            ("planYear", group.planYear.map(JSON.integer) ?? .null),
            ("forecasts", .integer(group.count)), ("indicators", .integer(group.indicators)),
            ("enough", .bool(group.isEnough)), ("met", .optional(group.metShare)),
            ("brier", .optional(group.brier)), ("climatology", .optional(group.climatology)),
            ("intervals", .integer(group.intervals)), ("coverage80", .optional(group.coverage)),
            (
                "bins",
                .array(
                    group.bins.map { bin in
                        .object([
                            ("from", .number(bin.from)), ("to", .number(bin.to)),
                            ("forecasts", .integer(bin.count)),
                            ("forecast", .optional(bin.forecast)),
                            ("observed", .optional(bin.observed)),
                        ])
                    })
            ),
        ])
    }
}
