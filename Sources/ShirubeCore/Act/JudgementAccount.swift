/// How a judgement came about, in words and numbers: what `shirube explain` shows.
package struct JudgementAccount: Sendable, Equatable {
    /// A figure in force as it was reported.
    package struct Source: Sendable, Equatable {
        /// The period it speaks of.
        package let period: Period
        /// What it sums up.
        package let basis: Reading.Basis
        /// The part it covers; nil means the whole.
        package let part: String?
        /// The figure or stage; nil where only a sum of parts is known.
        package let value: Reading.Reported?
        /// How certain it is.
        package let certainty: Reading.Certainty
        /// The file that brought it.
        package let file: String
        /// Its line in the file.
        package let line: Int
        /// When the file was taken in.
        package let takenAt: Timestamp
        /// The indicator that it was reported for: this one, or one of a plan before.
        package let place: IndicatorPlace

        /// Makes a source.
        package init(
            period: Period, basis: Reading.Basis, part: String?, value: Reading.Reported?,
            certainty: Reading.Certainty, file: String, line: Int, takenAt: Timestamp,
            place: IndicatorPlace
        ) {
            self.period = period
            self.basis = basis
            self.part = part
            self.value = value
            self.certainty = certainty
            self.file = file
            self.line = line
            self.takenAt = takenAt
            self.place = place
        }
    }

    /// The moment that is shown.
    package let asOf: Timestamp
    /// The strategy.
    package let strategy: Strategy
    /// The definition that was judged by.
    package let version: DefinitionVersion
    /// The judgement.
    package let standing: Standing
    /// What its owner says beside that; nil for nothing.
    package let override: Override?
    /// Whether the past was judged anew by today's rules.
    package let isRejudged: Bool
    /// The figures in force, in the order of their periods.
    package let sources: [Source]
    /// The indicators of plans before that it goes on from, the newest first; empty where it begins with its plan.
    package let predecessors: [Predecessor]
    /// What the next figure would change; nil where nothing can be supposed.
    package let whatIf: WhatIf?

    /// Makes an account.
    package init(
        asOf: Timestamp, strategy: Strategy, version: DefinitionVersion, standing: Standing,
        override: Override? = nil, isRejudged: Bool = false, sources: [Source],
        predecessors: [Predecessor] = [],
        whatIf: WhatIf?
    ) {
        self.asOf = asOf
        self.strategy = strategy
        self.version = version
        self.standing = standing
        self.override = override
        self.isRejudged = isRejudged
        self.sources = sources
        self.predecessors = predecessors
        self.whatIf = whatIf
    }

    var indicator: Indicator { version.indicator }

    /// Columns of a line.
    private static let width = 78

    /// The account as text for a terminal, ready to be read aloud in a meeting.
    package func text(_ language: Language) -> String {
        let row = row(language)
        let heads: [(label: String, text: String)] = [
            (SummaryWords.indicator[language], "\(row.id) \(row.name)"),
            (SummaryWords.place[language], row.place),
            (SummaryWords.department[language], row.departments),
            (Words.definition[language], Inert.line(definition[language])),
            (Words.asOf[language], asOf.longWording[language]),
        ]
        var lines = labelled(heads + predecessorPairs(language))
        if isRejudged {
            lines += LineBreaking.lines(
                JudgementSource.rejudgedWording[language], width: Self.width)
        }
        let view = row.overrideText.map { ["\(SummaryWords.override[language]) \($0)"] } ?? []
        lines += section(Words.judgement[language], [judgement(row)] + view + reasons(language))
        lines += section(Words.reported[language], reported(language))
        lines += section(Words.expected[language], expected(row))
        lines += section(Words.prospect[language], prospect(row))
        lines += section(Words.rule[language], [RuleText.sentence(standing, indicator)[language]])
        let changes = changes(language)
        if !changes.isEmpty { lines += section(Words.change[language], changes) }
        return lines.joined(separator: "\n") + "\n"
    }

    private func row(_ language: Language) -> IndicatorRow {
        IndicatorRow(
            standing, indicator, in: strategy, earlier: nil, override: override,
            quarter: standing.period ?? indicator.target.period, language: language)
    }

    private func section(_ heading: String, _ paragraphs: [String]) -> [String] {
        ["", "■ \(heading)"]
            + paragraphs.flatMap {
                LineBreaking.lines($0, width: Self.width, first: "  ", hanging: "    ")
            }
    }

    private func labelled(_ pairs: [(label: String, text: String)]) -> [String] {
        let width = pairs.map { TextWidth.columns($0.label) }.max() ?? 0
        return pairs.flatMap { label, text in
            LineBreaking.lines(
                text, width: Self.width, first: TextWidth.padded(label, to: width) + "  ",
                hanging: String(repeating: " ", count: width + 2))
        }
    }

    private var definition: Wording {
        let goal = FigureText.target(of: indicator, .japanese)
        let goalEnglish = FigureText.target(of: indicator, .english)
        let base = indicator.baseline.map { anchor in
            let value = NumberText.grouped(anchor.value) + indicator.unit
            let period = anchor.period.wording
            return Wording(
                ja: "基準 \(value)（\(period.japanese)）、", en: "from \(value) (\(period.english)) ")
        }
        let since = version.validFrom.longWording
        return Wording(
            ja: "第\(version.number)版（\(since.japanese)から）。\(indicator.kind.rawValue) "
                + "\(indicator.kind.basisWording.japanese)、\(base?.japanese ?? "基準値なし、")目標 \(goal)",
            en: "version \(version.number) (from \(since.english)). \(indicator.kind.rawValue), "
                + "\(indicator.kind.basisWording.english), \(base?.english ?? "no baseline, ")to \(goalEnglish)"
        )
    }

    private func judgement(_ row: IndicatorRow) -> String {
        let letter = row.letter.map { Wording(ja: "（\($0)）", en: " (\($0))")[row.language] } ?? ""
        let signals =
            row.signals.isEmpty ? "" : Wording(ja: "。", en: ". ")[row.language] + row.signalText
        let lag =
            row.lagText.map { Wording(ja: "。遅れは\($0)", en: ". Lagging \($0)")[row.language] } ?? ""
        return row.statusText + letter + lag + signals
    }

    private func reasons(_ language: Language) -> [String] {
        standing.reasons.map { Inert.line($0.text[language]) }
    }

    private func expected(_ row: IndicatorRow) -> [String] {
        let language = row.language
        let prospect = standing.prospect
        var lines = [
            Wording(
                ja: "実績 \(row.valueText)（\(row.basis)）に対し、期待値 \(row.expectedText)",
                en: "Actual \(row.valueText) (\(row.basis)) against an expected \(row.expectedText)"
            )[language]
                + (prospect.pace.map { Self.pace($0)[language] } ?? ""),
            "\(SummaryWords.achievement[language]) \(row.achievementText)"
                + Wording(ja: "、", en: ", ")[language]
                + "\(SummaryWords.progress[language]) \(row.progressText)",
        ]
        if !prospect.profile.isEmpty {
            let origin = SeasonDrawing.origin(
                declared: !indicator.activeMonths.isEmpty, years: prospect.profileYears)[language]
            // An even year has nothing to draw.
            let drawing =
                SeasonDrawing.isSeasonal(prospect.profile)
                ? SeasonDrawing.blocks(of: prospect.profile) + " "
                    + SeasonDrawing.words(of: prospect.profile)[language] : ""
            let passed = NumberText.grouped((prospect.season ?? 0) * 100, decimals: 1)
            lines.append(
                Wording(
                    ja:
                        "季節の形 \(drawing)（\(origin)）。ここまでに1年の\(passed)%が過ぎました。",
                    en:
                        "Season \(drawing) (\(origin)). "
                        + "\(passed)% of the year has passed.")[language])
        }
        return lines
    }

    /// How far it has come beside what was expected; of what has gone backwards no multiple is said.
    private static func pace(_ ratio: Double) -> Wording {
        guard ratio >= 0 else {
            return Wording(
                ja: "。基準値より目標から離れています", en: "; it is further from the target than the baseline")
        }
        let times = NumberText.grouped(ratio, decimals: 2)
        return Wording(
            ja: "。進み方は期待の\(times)倍", en: "; the pace is \(times) times the expected one")
    }

    private func prospect(_ row: IndicatorRow) -> [String] {
        let language = row.language
        let colon = Wording(ja: "：", en: ": ")[language]
        let pairs: [(Wording, String?)] = [
            (SummaryWords.estimate, row.estimateText),
            (SummaryWords.forecast, standing.prospect.median.map { _ in row.forecastText }),
            (
                SummaryWords.probability,
                standing.prospect.probability.map { _ in row.probabilityText }
            ),
            (SummaryWords.required, row.requiredText),
        ]
        let lines = pairs.compactMap { label, text in text.map { label[language] + colon + $0 } }
        return lines.isEmpty
            ? [noProspect[language]]
            : lines + (standing.prospect.own.map { [corrected($0)[language]] } ?? [])
    }

    /// Why there is no forecast.
    private var noProspect: Wording {
        switch indicator.kind {
        case .milestone:
            Wording(
                ja: "段階は期限と比べるだけで、見通しは計算しません。",
                en: "Stages are compared with their due days; no forecast is made.")
        case .survey:
            Wording(
                ja: "調査は誤差を踏まえて基準値・目標値と比べるだけで、見通しは計算しません。",
                en:
                    "A survey is compared with baseline and target within its error; no forecast is made."
            )
        default:
            Wording(
                ja: "見通しを計算できるだけの実績がありません。",
                en: "There are too few figures to make a forecast from.")
        }
    }

    /// What the city's own errors have changed.
    private func corrected(_ own: Standing.Prospect.Own) -> Wording {
        let before = Standing.Prospect(
            median: own.shipped.median, low80: own.shipped.low80, high80: own.shipped.high80)
        func range(_ language: Language) -> String {
            FigureText.range(before, unit: indicator.unit, language)
        }
        let chance = FigureText.chance(own.shipped.probability)
        let times = NumberText.grouped(own.widening, decimals: 2)
        let isWider = own.widening > 1
        return Wording(
            ja: "当市の見通しの外れ方で補正：同じ時期の\(own.count)指標の結果による"
                + (isWider ? "。80%区間に入らない結果が多かったため、幅を\(times)倍にした" : "")
                + "。補正前は\(range(.japanese))、\(chance)",
            en: "Corrected by how our own forecasts erred: \(own.count) indicators as far ahead"
                + (isWider
                    ? "; too many outcomes lay outside the 80% interval, so it is \(times) times as wide"
                    : "")
                + ". Before: \(range(.english)), \(chance)")
    }

    private func changes(_ language: Language) -> [String] {
        guard let whatIf else { return [] }
        let period = whatIf.period.wording[language]
        let side = indicator.wantsLess
        func figure(_ value: Double) -> String {
            NumberText.grouped(value, decimals: 9) + Inert.line(indicator.unit)
        }
        var lines: [String] = []
        if let good = whatIf.good, let status = whatIf.status {
            lines.append(
                Wording(
                    ja:
                        "\(period)の実績が\(figure(good))\(side ? "以下" : "以上")なら「\(status.wording.japanese)」になります。",
                    en:
                        "\(figure(good)) or \(side ? "less" : "more") for \(period) would bring it to "
                        + "“\(status.wording.english)”.")[language])
        } else {
            lines.append(
                Wording(
                    ja: "\(period)の実績だけでは、どのような値でも良好な判定にはなりません。",
                    en: "No figure for \(period) alone would make it stand well.")[language])
        }
        if let safe = whatIf.safe, safe != whatIf.good, !whatIf.isSafeAnyway {
            lines.append(
                Wording(
                    ja: "\(period)の実績が\(figure(safe))\(side ? "以下" : "以上")なら、遅れ・後退にはなりません。",
                    en:
                        "With \(figure(safe)) or \(side ? "less" : "more") for \(period) it would neither lag nor move away."
                )[
                    language])
        } else if whatIf.safe == nil {
            lines.append(
                Wording(
                    ja: "\(period)の実績だけでは、遅れ・後退を避けられません。",
                    en: "No figure for \(period) alone would keep it from lagging.")[language])
        }
        return lines
    }

    private enum Words {
        static let definition = Wording(ja: "定義", en: "Definition")
        static let asOf = Wording(ja: "時点", en: "As of")
        static let judgement = Wording(ja: "判定", en: "Judgement")
        static let reported = Wording(ja: "報告された実績", en: "What was reported")
        static let expected = Wording(ja: "期待値との比較", en: "Against what was expected")
        static let prospect = Wording(ja: "目標に届くか", en: "Will the target be met?")
        static let rule = Wording(ja: "この判定になった規則", en: "The rule that gave the status")
        static let change = Wording(ja: "何があれば変わるか", en: "What would change it")
    }
}

extension Reading.Certainty {
    /// The word that departments write under 区分, and what it means.
    var label: Wording {
        switch self {
        case .preliminary: Wording(ja: "速報", en: "preliminary")
        case .confirmed: Wording(ja: "確報", en: "final")
        case .corrected: Wording(ja: "訂正", en: "corrected")
        case .withdrawn: Wording(ja: "取消", en: "withdrawn")
        }
    }
}

extension Reading.Basis {
    /// What is said behind a period's name; empty for the period's own figure.
    package var note: Wording {
        switch self {
        case .period: Wording(ja: "", en: "")
        case .yearToDate: Wording(ja: "まで年度累計", en: " (year to date)")
        case .planToDate: Wording(ja: "まで計画累計", en: " (plan to date)")
        }
    }
}
