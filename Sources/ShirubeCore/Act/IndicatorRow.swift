/// One indicator as every rendering shows it: figures both as numbers and as the text that people
/// read.
package struct IndicatorRow: Sendable, Equatable {
    /// The indicator's id.
    package let id: String
    /// Its name.
    package let name: String
    /// The names of its departments, at least one.
    package let departmentNames: [String]
    /// Where it belongs: headings of goal, measure and program, or of the goal alone.
    package let path: [String]
    /// The unit of its values.
    package let unit: String
    /// What the figure sums up, such as 計画開始からの累計.
    package let basis: String
    /// The newest reported period; nil where nothing has been reported.
    package let period: Period?
    /// The period in words where it is not the summary's quarter, else nil.
    package let periodText: String?
    /// The figure judged; nil where there is none.
    package let value: Double?
    /// The figure with its unit, or the milestone's stage; `－` where there is none.
    package let valueText: String
    /// The figure that the path asks for; nil where undefined.
    package let expected: Double?
    /// That figure with its unit; `－` where undefined.
    package let expectedText: String
    /// The target with its unit and period.
    package let targetText: String
    /// 達成率 in percent, unrounded; nil where undefined.
    package let achievementRate: Double?
    /// 達成率 with one decimal; `－` where undefined.
    package let achievementText: String
    /// 進捗率 in percent, unrounded; nil where undefined.
    package let progressRate: Double?
    /// 進捗率 with one decimal; `－` where undefined.
    package let progressText: String
    /// What the final value may be.
    package let prospect: Standing.Prospect
    /// The year-end estimate with its unit; nil where the year is over, or there is none.
    package let estimateText: String?
    /// The forecast's middle and interval, such as `39人（29〜50人）`; `－` where there is none.
    package let forecastText: String
    /// The probability in percent, such as `45%`; `－` where there is none.
    ///
    /// It stays inside the city hall: what is made for the public leaves it out.
    package let probabilityText: String
    /// What each year left must bring beside the best so far; nil where undefined.
    package let requiredText: String?
    /// How a year's flow falls on its months; nil where the months do not differ.
    package let season: Season?
    /// Whether it lags and recovers (回復中).
    package let isRecovering: Bool
    /// Since when it lags, and whether it recovers; nil where it does not lag.
    package let lagText: String?
    /// The signals beside the status; empty where there are none.
    package let signals: [Standing.Signal]
    /// Whether its owners have answered; nil where nothing was owed.
    package let answer: Answers.State?
    /// The letter of the status; nil where it has none.
    package let letter: String?
    /// What the JSON of a status adds to the figures.
    let members: [(String, JSON)]
    /// How it stands.
    package let status: Status
    /// How it stood a quarter earlier; nil where that is not known.
    package let earlierStatus: Status?
    /// What its owner says beside that; nil for nothing.
    package let override: Override?
    /// Why it stands so, the deciding reason first.
    package let reasons: [Standing.Reason]
    /// Open questions about its definition.
    package let questions: [String]
    /// The language of its texts.
    package let language: Language

    /// How a year's flow falls on its months, drawn and in words.
    package struct Season: Sendable, Equatable {
        /// Twelve blocks, from the year's first month on.
        package let drawing: String
        /// The same in words, quarter by quarter.
        package let words: String
        /// The shares, from the year's first month on.
        package let shares: [Double]
    }

    /// Whether both show the same.
    package static func == (left: IndicatorRow, right: IndicatorRow) -> Bool {
        left.id == right.id && left.statusText == right.statusText && left.value == right.value
            && left.language == right.language && left.reasons == right.reasons
            && left.prospect == right.prospect
    }

    /// Makes the row of one standing.
    ///
    /// - Parameters:
    ///   - standing: how it stands at the quarter's end.
    ///   - indicator: the indicator of that standing.
    ///   - strategy: the strategy that holds it.
    ///   - earlier: how it stood a quarter earlier; nil where that is not known.
    ///   - override: what its owner says beside that; nil for nothing.
    ///   - quarter: the quarter that is summed up.
    ///   - language: the language of the texts.
    package init(
        _ standing: Standing, _ indicator: Indicator, in strategy: Strategy, earlier: Standing?,
        override: Override? = nil, quarter: Period, language: Language
    ) {
        id = indicator.id.text
        name = Inert.line(strategy.title(of: indicator))
        departmentNames = indicator.departments.map { $0.name(in: strategy) }
        path = indicator.path(in: strategy, language)
        unit = Inert.line(indicator.unit)
        basis = indicator.kind.basisWording[language]
        period = standing.period
        periodText = standing.period.flatMap { $0 == quarter ? nil : $0.wording[language] }
        value = standing.value
        valueText = FigureText.value(standing.value, of: indicator)
        expected = standing.expected
        expectedText = FigureText.value(standing.expected, of: indicator, decimals: 1)
        targetText = FigureText.target(of: indicator, language)
        achievementRate = standing.achievementRate
        achievementText = FigureText.rate(standing.achievementRate)
        progressRate = standing.progressRate
        progressText = FigureText.rate(standing.progressRate)
        let prospect = standing.prospect
        self.prospect = prospect
        estimateText = prospect.estimate.map {
            FigureText.foretold($0, unit: indicator.unit) + Inert.line(indicator.unit)
        }
        forecastText = FigureText.range(prospect, unit: indicator.unit, language)
        probabilityText = FigureText.chance(prospect.probability)
        requiredText = FigureText.required(prospect, of: indicator).map { $0[language] }
        season =
            SeasonDrawing.isSeasonal(prospect.profile)
            ? Season(
                drawing: SeasonDrawing.blocks(of: prospect.profile),
                words: SeasonDrawing.words(of: prospect.profile)[language], shares: prospect.profile
            )
            : nil
        lagText = standing.lag.map { lag in
            let since = SummaryWords.since(lag.since)[language]
            let recovering = Standing.Lag.recovering[language]
            return lag.isRecovering
                ? Wording(ja: "\(since)（\(recovering)）", en: "\(since) (\(recovering))")[language]
                : since
        }
        isRecovering = standing.lag?.isRecovering ?? false
        signals = standing.signals
        answer = standing.answer
        letter = standing.letter?.text
        members = standing.prospectMembers(of: indicator.kind)
        status = standing.status
        earlierStatus = earlier?.status
        self.override = override
        reasons = standing.reasons
        questions = indicator.questions.map(Inert.line)
        self.language = language
    }

    /// The names of its departments, joined.
    package var departments: String {
        departmentNames.joined(separator: Wording(ja: "、", en: ", ")[language])
    }

    /// Where it belongs, joined.
    package var place: String { path.joined(separator: Wording(ja: "＞", en: " > ")[language]) }

    /// The status as word and sign, such as `▼ 遅れ`, with 回復中 where it recovers; followed by the owner's where there is
    /// one, as in `▼ 遅れ → ○ 順調（担当の判断）`.
    package var statusText: String {
        let own = override.map { " → \($0.status.symbol) \($0.statusWording[language])" } ?? ""
        let words = "\(status.symbol) \(status.wording[language])"
        guard isRecovering else { return words + own }
        return Wording(
            ja: "\(words)（\(Standing.Lag.recovering.japanese)）",
            en: "\(words) (\(Standing.Lag.recovering.english))")[language] + own
    }

    /// What its owner says beside the judgement, in one line; nil for nothing.
    package var overrideText: String? { override?.wording[language] }

    /// The signals beside the status, joined.
    package var signalText: String {
        SummaryWords.signals[language] + Wording(ja: "：", en: ": ")[language]
            + signals.map { $0.wording[language] }.joined(
                separator: Wording(ja: "、", en: ", ")[language])
    }

    /// The deciding reason; empty where none was given.
    package var reasonText: String { (reasons.first?.text[language]).map(Inert.line) ?? "" }
}

/// Writes an indicator's figures as people read them.
package enum FigureText {
    /// What stands where there is no figure.
    package static let none = "－"

    /// A value in the indicator's unit, such as `1,434人`; for a milestone the stage that has been
    /// reached.
    ///
    /// `decimals` is the most that a figure of counted things shows.
    package static func value(
        _ value: Double?, of indicator: Indicator, decimals: Int = 2
    ) -> String {
        guard let value else { return none }
        if indicator.kind == .milestone {
            // Weights come from the same file as the stages; the margin only forgives binary
            // fractions.
            let reached = indicator.stages.last { $0.weight <= value + 1e-9 }
            if let reached { return Inert.line(reached.name) }
            return rate(value * 100)
        }
        let isCounted = UnitText.grain(of: indicator.unit) == 1
        return NumberText.grouped(value, decimals: isCounted ? decimals : 2)
            + Inert.line(indicator.unit)
    }

    /// A rate in percent with one decimal, such as `27.5%`.
    package static func rate(_ percent: Double?) -> String {
        guard let percent else { return none }
        let text = NumberText.grouped(percent, decimals: 1)
        return (text.contains(".") ? text : text + ".0") + "%"
    }

    /// A foretold value in the indicator's unit; of what is counted one by one, a whole number.
    package static func foretold(_ value: Double, unit: String) -> String {
        NumberText.grouped(value, decimals: UnitText.grain(of: unit) == 1 ? 0 : 2)
    }

    /// A forecast's middle with its interval in brackets; `－` where there is none.
    ///
    /// `isBare` leaves the unit out, where a column of its own has it.
    package static func range(
        _ prospect: Standing.Prospect, unit: String, isBare: Bool = false, _ language: Language
    ) -> String {
        guard let median = prospect.median else { return none }
        let name = isBare ? "" : Inert.line(unit)
        let middle = foretold(median, unit: unit) + name
        guard let low = prospect.low80, let high = prospect.high80, low != high else {
            return middle
        }
        let (from, to) = (foretold(low, unit: unit), foretold(high, unit: unit) + name)
        return Wording(ja: "\(middle)（\(from)〜\(to)）", en: "\(middle) (\(from)–\(to))")[language]
    }

    /// A probability in whole percent; `－` where there is none, and never 0% or 100% of what is not certain.
    package static func chance(_ probability: Double?) -> String {
        guard let probability else { return none }
        if probability > 0, probability < 0.01 { return "<1%" }
        if probability < 1, probability > 0.99 { return ">99%" }
        return NumberText.grouped(probability * 100, decimals: 0) + "%"
    }

    /// What each year left must bring, beside the best that a year has brought; nil where undefined.
    package static func required(_ prospect: Standing.Prospect, of indicator: Indicator) -> Wording?
    {
        guard let required = prospect.requiredRate else { return nil }
        let unit = Inert.line(indicator.unit)
        let need = NumberText.grouped(required, decimals: 1) + unit
        let best = prospect.bestRate.map { NumberText.grouped($0, decimals: 1) + unit }
        let isLast = indicator.kind == .annualFlow
        return Wording(
            ja: (isLast ? "目標の年に\(need)" : "残りの期間に毎年\(need)")
                + (best.map { "（これまでの最高は年\($0)）" } ?? ""),
            en: (isLast ? "\(need) in the target's year" : "\(need) in each year left")
                + (best.map { " (best so far: \($0) a year)" } ?? ""))
    }

    /// The target and when it is due, such as `40人（令和6年度）`.
    package static func target(of indicator: Indicator, _ language: Language) -> String {
        let figure =
            NumberText.grouped(indicator.target.value) + Inert.line(indicator.unit)
        let period = indicator.target.period.wording
        return Wording(
            ja: "\(figure)（\(period.japanese)）", en: "\(figure) (\(period.english))")[language]
    }
}

extension IndicatorKind {
    /// What the judged figure of such an indicator sums up.
    package var basisWording: Wording {
        switch self {
        case .planSum, .periodTotal: Wording(ja: "計画開始からの累計", en: "total since plan start")
        case .runningTotal: Wording(ja: "開始以来の累計", en: "total since it began")
        case .annualFlow: Wording(ja: "年度内の累計", en: "total of the year to date")
        case .milestone: Wording(ja: "段階", en: "stage")
        case .survey: Wording(ja: "調査結果", en: "survey result")
        case .level, .ratio, .maintain, .floor, .reduction, .ceiling:
            Wording(ja: "期間末の値", en: "figure at the period's end")
        }
    }
}

extension Indicator {
    /// The headings of goal, measure and program that it stands under; goal targets name the goal
    /// alone.
    package func path(in strategy: Strategy, _ language: Language) -> [String] {
        [
            strategy.goal(goal)?.heading, measure.flatMap { strategy.measure($0) }?.heading,
            program.flatMap { strategy.program($0) }?.heading,
        ].compactMap { $0?[language] }
    }
}
