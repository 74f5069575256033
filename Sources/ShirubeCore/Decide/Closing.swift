/// How the indicators end a fiscal year, or the plan: 達成 or 未達成.
///
/// The summary of a year's last quarter is its year-end edition, that of the plan's last quarter the plan-end edition.
package struct Closing: Sendable, Equatable {
    /// What ends.
    package enum Kind: String, Sendable {
        /// A fiscal year of the plan.
        case year
        /// The plan.
        case plan
    }

    /// How an indicator ends it.
    package enum Outcome: String, Sendable, CaseIterable {
        /// 達成.
        case met
        /// 未達成.
        case missed
        /// Not to be said yet: no figure reaches the end, or no path leads there.
        case open
    }

    /// What ends.
    package let kind: Kind
    /// How each indicator ends it.
    package let outcomes: [Identifier<Indicator>: Outcome]

    /// How many indicators end it so.
    package func count(_ outcome: Outcome) -> Int { outcomes.values.count { $0 == outcome } }

    /// The outcomes of a quarter's standings; nil where no fiscal year ends with the quarter.
    ///
    /// At the plan's end the status says whether a target was met (`達成`, `未達成`), because only a final figure of the
    /// target's period does. At the end of a year the figure of the last period of the indicator's cadence is held against
    /// what the path asks for at that point.
    package init?(_ summary: QuarterlySummary) {
        guard summary.quarter.part == .quarter(4), summary.quarter.year.kind == .fiscal else {
            return nil
        }
        let isPlanEnd = summary.quarter.year.number == summary.strategy.term.upperBound
        let indicators = Dictionary(
            summary.strategy.indicators.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
        kind = isPlanEnd ? .plan : .year
        outcomes = summary.standings.reduce(into: [:]) { outcomes, standing in
            guard let indicator = indicators[standing.indicator] else { return }
            outcomes[standing.indicator] =
                isPlanEnd
                ? Self.atPlanEnd(standing)
                : Self.atYearEnd(standing, of: indicator, quarter: summary.quarter)
        }
    }

    private static func atPlanEnd(_ standing: Standing) -> Outcome {
        switch standing.status {
        case .achieved: .met
        case .notAchieved: .missed
        default: .open
        }
    }

    private static func atYearEnd(
        _ standing: Standing, of indicator: Indicator, quarter: Period
    ) -> Outcome {
        switch standing.status {
        case .achieved: return .met
        case .notAchieved: return .missed
        case .definitionQuery, .discontinued, .awaitingData: return .open
        default: break
        }
        let end = quarter.absoluteMonths.upperBound
        let newest = indicator.cadence.periods(indicator.calendar, endingIn: end - 12..<end).last
        guard let newest, let period = standing.period, let value = standing.value,
            let expected = standing.expected,
            period.absoluteMonths.upperBound >= newest.absoluteMonths.upperBound
        else { return .open }
        let bound =
            indicator.wantsLess
            ? expected + indicator.tolerance : expected - indicator.tolerance
        return indicator.isGood(value, against: bound) ? .met : .missed
    }
}

extension Closing.Outcome {
    /// The label that people read.
    package var wording: Wording {
        switch self {
        case .met: Wording(ja: "達成", en: "Met")
        case .missed: Wording(ja: "未達成", en: "Missed")
        case .open: Wording(ja: "判定前", en: "Open")
        }
    }
}
