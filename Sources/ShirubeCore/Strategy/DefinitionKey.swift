/// The keys that make up an indicator's definition: whoever alters one of them alters what is judged or what it means.
///
/// Everything else in a strategy file (due days, questions, notes, gaps, headings, comments, order) may change freely. Of the name,
/// width and blanks may change too.
package enum DefinitionKey: String, Sendable, CaseIterable {
    /// Its printed name.
    case name
    /// The unit of its values.
    case unit
    /// How it behaves in time and is judged.
    case kind
    /// On which side of the target it is to lie.
    case sense
    /// What 累計 means for it.
    case cumulative
    /// Whether its periods are fiscal or calendar years.
    case calendar
    /// How often its owners report.
    case cadence
    /// The value it starts from.
    case baseline
    /// The number of respondents or cases behind the baseline.
    case baselineN
    /// The value it is to reach, and when.
    case target
    /// The owners' planned value by year.
    case plan
    /// The months in which it happens.
    case activeMonths
    /// The stages of a milestone.
    case stages
    /// How far from its target a level to be kept, or a ceiling, may lie.
    case tolerance
    /// The years that a common cause has struck.
    case commonCauseYears
    /// Whether its figures are the city's money, which is preliminary until the accounts close.
    case publicMoney
    /// The departments that own it, in any order.
    case departments
    /// Whether an open question blocks a status.
    case blocked
    /// The indicator of the plan before that it goes on from.
    case continues
    /// The goal it serves.
    case goal
    /// The measure it belongs to.
    case measure
    /// The program it belongs to.
    case program
    /// The plan's years, which stand above all indicators.
    case term

    /// What stands under the key, spelled as in a strategy file; `-` for nothing.
    func text(of indicator: Indicator, term: ClosedRange<Int>) -> String {
        switch self {
        case .name: indicator.name
        case .unit: indicator.unit
        case .kind: indicator.kind.rawValue
        case .sense: indicator.sense.rawValue
        case .cumulative: indicator.cumulative.rawValue
        case .calendar: indicator.calendar.rawValue
        case .cadence: indicator.cadence.rawValue
        case .baseline: indicator.baseline.map(Self.text) ?? Self.none
        case .baselineN: indicator.baselineN.map(String.init) ?? Self.none
        case .target: Self.text(indicator.target)
        case .plan: Self.plan(indicator)
        case .activeMonths: Self.list(indicator.activeMonths.sorted().map(String.init))
        case .stages: Self.list(indicator.stages.map(Self.text))
        case .tolerance: NumberText.plain(indicator.tolerance)
        case .commonCauseYears:
            Self.list(
                indicator.commonCauseYears.sorted().map {
                    Period(Year(indicator.calendar, $0)).description
                })
        case .publicMoney: indicator.isPublicMoney ? "true" : "false"
        case .departments: Self.list(indicator.departments.map(\.text).sorted())
        case .blocked: indicator.blocked ? "true" : "false"
        case .continues: indicator.continues.map(Self.text) ?? Self.none
        case .goal: indicator.goal.text
        case .measure: indicator.measure?.text ?? Self.none
        case .program: indicator.program?.text ?? Self.none
        case .term:
            "\(Period(Year(.fiscal, term.lowerBound)))–\(Period(Year(.fiscal, term.upperBound)))"
        }
    }

    /// Whether two texts of the key say the same.
    func isSame(_ left: String, _ right: String) -> Bool {
        self == .name ? CellText.key(left) == CellText.key(right) : left == right
    }

    private static let none = "-"

    private static func list(_ texts: [String]) -> String {
        texts.isEmpty ? none : texts.joined(separator: ", ")
    }

    private static func text(_ anchor: Anchor) -> String {
        "\(NumberText.plain(anchor.value)) (\(anchor.period))"
    }

    private static func text(_ continuation: Continuation) -> String {
        let factor =
            continuation.factor == 1 ? "" : " × \(NumberText.plain(continuation.factor))"
        let newSeries = continuation.newSeries.map { " (newSeries: \($0))" } ?? ""
        return "\(continuation.indicator)\(factor)\(newSeries)"
    }

    private static func text(_ stage: Stage) -> String {
        let due = stage.due.map { " (\($0))" } ?? ""
        return "\(stage.name) \(NumberText.plain(stage.weight))\(due)"
    }

    private static func plan(_ indicator: Indicator) -> String {
        list(
            indicator.plan.sorted { $0.key < $1.key }.map { year, value in
                "\(Period(Year(indicator.calendar, year))) \(NumberText.plain(value))"
            })
    }
}

/// One key under which two definitions of an indicator differ.
package struct DefinitionDifference: Sendable, Equatable {
    /// The key.
    package let key: DefinitionKey
    /// What stands under it in the older definition, spelled as in a strategy file; `-` for nothing.
    package let old: String
    /// What stands under it in the newer one.
    package let new: String

    /// The difference in one line, such as `target: 40 (FY2024) → 50 (FY2024)`.
    package var line: String { "\(key.rawValue): \(Inert.line(old)) → \(Inert.line(new))" }
}

extension DefinitionVersion {
    /// Where another definition of the indicator differs from this version; empty where it says the same.
    package func differences(
        to other: Indicator, term otherTerm: ClosedRange<Int>
    ) -> [DefinitionDifference] {
        DefinitionKey.allCases.compactMap { key in
            let old = key.text(of: indicator, term: term)
            let new = key.text(of: other, term: otherTerm)
            if key.isSame(old, new) { return nil }
            return DefinitionDifference(key: key, old: old, new: new)
        }
    }
}
