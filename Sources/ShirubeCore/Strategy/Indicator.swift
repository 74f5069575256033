/// A figure by which the strategy is measured (重要業績評価指標, KPI, or 数値目標 of a goal).
package struct Indicator: Sendable, Equatable {
    /// Its stable id, as clerks type it into 指標ID.
    package let id: Identifier<Indicator>
    /// Its printed name.
    package internal(set) var name: String
    /// The program it belongs to; nil for a goal's numerical target.
    package internal(set) var program: Identifier<Program>?
    /// The measure it belongs to; nil for a goal's numerical target.
    package internal(set) var measure: Identifier<Measure>?
    /// The goal it serves.
    package let goal: Identifier<Goal>
    /// The departments that own it and may report it, at least one.
    package let departments: [Identifier<Department>]
    /// The unit of its values, such as 人.
    package let unit: String
    /// The value it starts from; nil where the strategy has none.
    package let baseline: Anchor?
    /// The value it is to reach, and when.
    package let target: Anchor
    /// How it behaves in time and is judged.
    package let kind: IndicatorKind
    /// On which side of the target it is to lie.
    package let sense: Sense
    /// What 累計 means for it.
    package let cumulative: Cumulative
    /// Whether its periods are fiscal or calendar years.
    package let calendar: YearKind
    /// How often its owners report.
    package let cadence: Cadence
    /// By when its figures are due; nil for the rule of its cadence.
    package let due: DueRule?
    /// Whether it is money of the city's accounts, whose figures are preliminary until these close on 31 May.
    package let isPublicMoney: Bool
    /// The owners' planned value by year, in the unit; empty where none is declared.
    ///
    /// For flow kinds the flow of that year, for the others the level at its end.
    package let plan: [Int: Double]
    /// The calendar months in which it happens; empty means all twelve.
    package let activeMonths: Set<Int>
    /// The stages of a milestone, by rising weight; empty for every other kind.
    package let stages: [Stage]
    /// The number of respondents or cases behind the baseline; nil where unknown.
    package let baselineN: Int?
    /// How far below its target a level to be kept (K7, K9) may lie, or a ceiling (K11) be passed, in the unit.
    package let tolerance: Double
    /// The years that a common cause has struck (共通要因), such as an epidemic; the strategy's own are among them.
    ///
    /// Their figures stay, but nothing is learned from them about seasons and slopes.
    package let commonCauseYears: Set<Int>
    /// Whether an open question about its definition blocks a status (定義確認中).
    package let blocked: Bool
    /// The indicator of the plan before that it goes on from; nil where it begins with this plan.
    package let continues: Continuation?
    /// Open questions to its owners.
    package internal(set) var questions: [String]
    /// What the source has lost, in words; nil where nothing is lost.
    package internal(set) var gap: String?
    /// Remarks for readers.
    package internal(set) var notes: [String]

    /// Makes an indicator; the reader of strategy files has checked its parts against each other.
    package init(
        id: Identifier<Indicator>, name: String, program: Identifier<Program>?,
        measure: Identifier<Measure>?, goal: Identifier<Goal>,
        departments: [Identifier<Department>], unit: String, baseline: Anchor?, target: Anchor,
        kind: IndicatorKind, sense: Sense, cumulative: Cumulative, calendar: YearKind,
        cadence: Cadence, due: DueRule? = nil, isPublicMoney: Bool = false,
        plan: [Int: Double] = [:], activeMonths: Set<Int> = [],
        stages: [Stage] = [], baselineN: Int? = nil, tolerance: Double = 0,
        commonCauseYears: Set<Int> = [], blocked: Bool = false, continues: Continuation? = nil,
        questions: [String] = [], gap: String? = nil, notes: [String] = []
    ) {
        self.id = id
        self.name = name
        self.program = program
        self.measure = measure
        self.goal = goal
        self.departments = departments
        self.unit = unit
        self.baseline = baseline
        self.target = target
        self.kind = kind
        self.sense = sense
        self.cumulative = cumulative
        self.calendar = calendar
        self.cadence = cadence
        self.due = due
        self.isPublicMoney = isPublicMoney
        self.plan = plan
        self.activeMonths = activeMonths
        self.stages = stages
        self.baselineN = baselineN
        self.tolerance = tolerance
        self.commonCauseYears = commonCauseYears
        self.blocked = blocked
        self.continues = continues
        self.questions = questions
        self.gap = gap
        self.notes = notes
    }

    /// Whether the strategy itself knows it below zero.
    package var mayBeNegative: Bool { (baseline?.value ?? 0) < 0 || target.value < 0 }
}

/// A value at a period: where an indicator starts, or where it is to arrive.
package struct Anchor: Sendable, Equatable {
    /// The value, in the indicator's unit.
    package let value: Double
    /// The period it belongs to.
    package let period: Period

    /// Makes an anchor.
    package init(value: Double, period: Period) {
        self.value = value
        self.period = period
    }
}

/// How an indicator behaves in time, which decides the formulas it is judged by (docs/METHODS.md).
package enum IndicatorKind: String, Sendable, CaseIterable {
    /// A sum over the plan's years (計画期間累計).
    case planSum = "K1"
    /// A running total since it began (開始以来の累計).
    case runningTotal = "K2"
    /// A sum over the plan, compared with an earlier stretch of the same length.
    case periodTotal = "K3"
    /// A flow of each year.
    case annualFlow = "K4"
    /// A stock or level at a moment.
    case level = "K5"
    /// A ratio from administrative records.
    case ratio = "K6a"
    /// A share or mean from a survey.
    case survey = "K6b"
    /// A level to be kept.
    case maintain = "K7"
    /// A work with stages.
    case milestone = "K8"
    /// A floor or forecast that lies below the baseline.
    case floor = "K9"
    /// A level to be brought down.
    case reduction = "K10"
    /// A ceiling, such as a budget.
    case ceiling = "K11"

    /// Whether reported figures are flows that add up over periods (K1, K3, K4).
    package var isFlow: Bool {
        switch self {
        case .planSum, .periodTotal, .annualFlow: true
        default: false
        }
    }

    /// Whether what is reached cannot be lost again (K1 to K3 and K8).
    package var isIrreversible: Bool {
        switch self {
        case .planSum, .runningTotal, .periodTotal, .milestone: true
        default: false
        }
    }
}

/// On which side of its target a value is to lie.
package enum Sense: String, Sendable, CaseIterable {
    /// At the target or above it.
    case atLeast
    /// At the target or below it.
    case atMost
    /// At the target: it is to be kept.
    case maintain
}

/// What the word 累計 means for an indicator's target.
package enum Cumulative: String, Sendable, CaseIterable {
    /// The sum over the plan's years.
    case planSum
    /// The running total since it began.
    case runningTotal
    /// The sum over a stretch of years, compared with an earlier one.
    case periodTotal
    /// Nothing: the target is no sum.
    case none
}

/// How often an indicator is reported.
package enum Cadence: String, Sendable, CaseIterable {
    /// Each month.
    case month
    /// Each quarter.
    case quarter
    /// Each half year.
    case half
    /// Each year.
    case year
}

/// A stage of a milestone.
package struct Stage: Sendable, Equatable {
    /// Its name, which is what a department reports as 実績値.
    package let name: String
    /// The share of the work that is done once it is reached, 0 to 1.
    package let weight: Double
    /// The period by whose end it is to be reached; nil where nobody has said.
    package let due: Period?

    /// Makes a stage.
    package init(name: String, weight: Double, due: Period?) {
        self.name = name
        self.weight = weight
        self.due = due
    }

    /// The stages of a milestone whose strategy declares none: only the last one has a due period.
    package static func standard(target: Period) -> [Stage] {
        [
            Stage(name: "未着手", weight: 0, due: nil),
            Stage(name: "検討中", weight: 0.1, due: nil),
            Stage(name: "予算化済", weight: 0.3, due: nil),
            Stage(name: "契約済", weight: 0.6, due: nil),
            Stage(name: "完了", weight: 1, due: target),
        ]
    }
}

extension Cadence {
    /// How many months lie between two reports.
    package var months: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .half: 6
        case .year: 12
        }
    }
}
