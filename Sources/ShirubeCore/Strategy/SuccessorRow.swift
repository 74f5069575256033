/// An indicator's block in the file of the next plan.
struct SuccessorRow {
    private let indicator: Indicator
    private let file: SuccessorFile
    /// The years that a common cause has struck, beside those that the file says for all.
    private let struck: Set<Int>

    init(_ indicator: Indicator, in file: SuccessorFile, struck: Set<Int>) {
        self.indicator = indicator
        self.file = file
        self.struck = struck
    }

    private var language: Language { file.language }

    /// The lines without their margin, the id first.
    var lines: [String] {
        var lines = [
            "id: \(YAMLText.scalar(indicator.id.text))",
            "continues: \(YAMLText.scalar(indicator.id.text))",
            "name: \(YAMLText.scalar(indicator.name))", "unit: \(YAMLText.quoted(indicator.unit))",
        ]
        let owners = indicator.departments.map(\.text).joined(separator: ", ")
        let program = indicator.program.flatMap { file.before.program($0) }
        if program?.departments != indicator.departments {
            lines.append("departments: [\(owners)]")
        }
        lines += baseline + target
        lines += [
            "kind: \(indicator.kind.rawValue)", "sense: \(indicator.sense.rawValue)",
            "cumulative: \(indicator.cumulative.rawValue)",
            "calendar: \(indicator.calendar.rawValue)", "cadence: \(indicator.cadence.rawValue)",
        ]
        return lines + rest + remarks
    }

    private func comment(_ words: Wording) -> String { "# \(Inert.line(words[language]))" }

    // MARK: - Where it starts, and where it goes

    private var baseline: [String] {
        guard let origin = file.origins[indicator.id] else {
            return [comment(noBaseline), "baseline: null"]
        }
        let (anchor, baseline) = (origin.baseline.anchor, origin.baseline)
        let files = origin.files.joined(separator: ", ")
        let period = anchor.period.wording
        let certainty =
            baseline.isFinal ? Wording(ja: "確報", en: "final") : Wording(ja: "速報", en: "preliminary")
        let from = files.isEmpty ? "" : " ← \(files)"
        var lines = [
            comment(
                Wording(
                    ja: "前の計画の最新の実績（\(period.japanese)、\(certainty.japanese)）\(from)",
                    en:
                        "The newest figure of the plan before (\(period.english), \(certainty.english))"
                        + from)),
            "baseline: \(Self.anchor(anchor))",
        ]
        if let respondents = baseline.respondents, respondents > 0 {
            lines.append("baselineN: \(respondents)")
        }
        return lines
    }

    private var noBaseline: Wording {
        if indicator.kind == .milestone {
            return Wording(ja: "段階の指標に基準値はありません。", en: "An indicator of stages has no baseline.")
        }
        let old = indicator.baseline.map { " \(Self.anchor($0))" } ?? ""
        return Wording(
            ja: "前の計画に基準値にできる実績がありません。あれば基準値を書いてください。前の計画の基準値:\(old.isEmpty ? " なし" : old)",
            en:
                "The plan before has no figure to start from: write a baseline if there is one. Its own"
                + " baseline:\(old.isEmpty ? " none" : old)")
    }

    private var target: [String] {
        let year = Period(Year(indicator.calendar, file.plan.term.upperBound))
        let old = FigureText.target(of: indicator, language)
        return [
            comment(
                Wording(ja: "記入：目標値（前の計画では \(old)）", en: "Fill in: the target (before: \(old))")),
            "target: {value: null, period: \(year)}",
        ]
    }

    private static func anchor(_ anchor: Anchor) -> String {
        "{value: \(YAMLText.number(anchor.value)), period: \(anchor.period)}"
    }

    // MARK: - What stays

    private var rest: [String] {
        var lines: [String] = []
        switch indicator.due {
        case .workingDays(let days): lines.append("due: {workingDays: \(days)}")
        case .months(let months, let day):
            lines.append("due: {months: \(months)" + (day.map { ", day: \($0)" } ?? "") + "}")
        case nil: break
        }
        let isMoney = UnitText.isMoney(indicator.unit) && indicator.calendar == .fiscal
        if indicator.isPublicMoney != isMoney {
            lines.append("publicMoney: \(indicator.isPublicMoney)")
        }
        if !indicator.plan.isEmpty {
            lines.append(
                comment(
                    Wording(
                        ja: "前の計画には年ごとの計画値（plan）がありました。この計画のものがあれば書いてください。",
                        en:
                            "The plan before had planned values by year (`plan`): write this plan's if there are any."
                    )))
        }
        if !indicator.activeMonths.isEmpty {
            let months = indicator.activeMonths.sorted().map(String.init)
            lines.append("activeMonths: [\(months.joined(separator: ", "))]")
        }
        if !struck.isEmpty {
            let years = struck.sorted().map { Period(Year(indicator.calendar, $0)).description }
            lines.append("commonCauseYears: [\(years.joined(separator: ", "))]")
        }
        if indicator.tolerance != 0 {
            lines.append("tolerance: \(YAMLText.number(indicator.tolerance))")
        }
        return lines + stages
    }

    /// The stages without their days, which lie in the plan that ends.
    private var stages: [String] {
        guard !indicator.stages.isEmpty else { return [] }
        let words = Wording(
            ja: "段階の期限（due）は、あれば書いてください。", en: "Write by when each stage is due, where it is known."
        )
        return ["stages:", comment(words)]
            + indicator.stages.map {
                let weight = YAMLText.number($0.weight)
                return "  - {name: \(YAMLText.scalar($0.name)), weight: \(weight)}"
            }
    }

    private var remarks: [String] {
        var lines: [String] = []
        if indicator.blocked { lines.append("blocked: true") }
        for (key, texts) in [("questions", indicator.questions), ("notes", indicator.notes)]
        where !texts.isEmpty {
            lines.append("\(key):")
            lines += texts.map { "  - \(YAMLText.scalar($0))" }
        }
        if let gap = indicator.gap { lines.append("gap: \(YAMLText.scalar(gap))") }
        return lines
    }
}
