/// What differs between two summaries of the same quarter: the one that people have, and what is known by now.
package struct SummaryDifference: Sendable, Equatable {
    /// An indicator whose figure or status is another one.
    package struct Change: Sendable, Equatable {
        /// The indicator.
        package let indicator: Identifier<Indicator>
        /// How it stood; nil where it was not in the earlier summary.
        package let before: Standing?
        /// How it stands; nil where it is not in the later summary.
        package let after: Standing?

        /// Makes a change.
        package init(indicator: Identifier<Indicator>, before: Standing?, after: Standing?) {
            self.indicator = indicator
            self.before = before
            self.after = after
        }
    }

    /// A department that has given more, or fewer, of the figures it owed.
    package struct AnswerChange: Sendable, Equatable {
        /// The department.
        package let department: Identifier<Department>
        /// How many of its answers were there.
        package let before: Int
        /// How many are there.
        package let after: Int
        /// How many it owes.
        package let owed: Int

        /// Makes a change.
        package init(department: Identifier<Department>, before: Int, after: Int, owed: Int) {
            self.department = department
            self.before = before
            self.after = after
            self.owed = owed
        }
    }

    /// Indicators, in the strategy's order.
    package let indicators: [Change]
    /// Departments, in the strategy's order.
    package let answers: [AnswerChange]

    /// Whether both say the same.
    package var isEmpty: Bool { indicators.isEmpty && answers.isEmpty }

    /// Makes a difference.
    package init(indicators: [Change], answers: [AnswerChange]) {
        self.indicators = indicators
        self.answers = answers
    }

    /// Compares two summaries of one quarter: what was reported and how it is judged, not what was done meanwhile.
    package init(from earlier: QuarterlySummary, to later: QuarterlySummary) {
        let before = Dictionary(
            earlier.standings.map { ($0.indicator, $0) }, uniquingKeysWith: { $1 })
        let after = Dictionary(
            later.standings.map { ($0.indicator, $0) }, uniquingKeysWith: { $1 })
        let dropped = earlier.standings.filter { after[$0.indicator] == nil }
        indicators = (later.standings + dropped).compactMap { standing in
            let (old, new) = (before[standing.indicator], after[standing.indicator])
            return Self.isSame(old, new)
                ? nil : Change(indicator: standing.indicator, before: old, after: new)
        }
        let given = Dictionary(
            earlier.answers.map { ($0.department, $0.given) }, uniquingKeysWith: { $1 })
        answers = later.answers.compactMap { answer in
            let old = given[answer.department] ?? 0
            return old == answer.given
                ? nil
                : AnswerChange(
                    department: answer.department, before: old, after: answer.given,
                    owed: answer.owed)
        }
    }

    /// Whether a reader of the summary would be told the same of an indicator.
    private static func isSame(_ old: Standing?, _ new: Standing?) -> Bool {
        guard let old, let new else { return old == nil && new == nil }
        return old.status == new.status && old.value == new.value && old.period == new.period
            && old.expected == new.expected
    }
}
