/// How many indicators stand at each status; never an average, which one outlier would swamp.
package struct StatusCounts: Sendable, Equatable {
    private var counts: [Status: Int] = [:]

    /// Counts the standings.
    package init(_ standings: some Sequence<Standing>) {
        for standing in standings { counts[standing.status, default: 0] += 1 }
    }

    /// How many stand at the status.
    package subscript(status: Status) -> Int { counts[status] ?? 0 }

    /// How many were counted.
    package var total: Int { counts.values.reduce(0, +) }

    /// How many stand at one of the statuses of a group.
    package func of(_ group: StatusGroup) -> Int { group.statuses.reduce(0) { $0 + self[$1] } }
}

/// Counts by status over a strategy: as a whole, and by what its indicators belong to.
package struct Rollup: Sendable, Equatable {
    /// What indicators are counted by.
    package enum Group: String, Sendable, CaseIterable {
        /// 基本目標.
        case goal
        /// 施策; the goals' own numerical targets are counted beside them.
        case measure
        /// 所管課; a joint indicator counts for each of its departments.
        case department
    }

    /// The counts of one goal, measure or department.
    package struct Entry: Sendable, Equatable {
        /// Its id; empty for the goals' numerical targets among measures.
        package let id: String
        /// Its heading.
        package let heading: Wording
        /// Its counts.
        package let counts: StatusCounts
    }

    /// The counts of the whole strategy, in which every indicator counts once.
    package let whole: StatusCounts
    /// The counts by goal in the strategy's order, numerical targets among them.
    package let goals: [Entry]
    private let strategy: Strategy
    private let judged: [(indicator: Indicator, standing: Standing)]

    /// Counts the standings of a strategy's indicators; those of other indicators are ignored.
    package init(_ standings: [Standing], of strategy: Strategy) {
        let statuses = Dictionary(
            standings.map { ($0.indicator, $0) }, uniquingKeysWith: { _, last in last })
        let judged = strategy.indicators.compactMap { indicator in
            statuses[indicator.id].map { (indicator: indicator, standing: $0) }
        }
        self.strategy = strategy
        self.judged = judged
        whole = StatusCounts(judged.map(\.standing))
        goals = strategy.goals.map { goal in
            Self.entry(goal.id.text, goal.heading, judged) { $0.goal == goal.id }
        }
    }

    /// The counts by what is asked for, in the strategy's order; what has no indicator is left out.
    package func entries(by group: Group) -> [Entry] {
        let entries: [Entry]
        switch group {
        case .goal: entries = goals
        case .measure:
            entries =
                [
                    Self.entry("", SummaryWords.goalTargets, judged) { $0.measure == nil }
                ]
                + strategy.measures.map { measure in
                    Self.entry(measure.id.text, measure.heading, judged) {
                        $0.measure == measure.id
                    }
                }
        case .department:
            entries = strategy.departments.map { department in
                let name = Inert.line(department.name)
                return Self.entry(department.id.text, Wording(ja: name, en: name), judged) {
                    $0.departments.contains(department.id)
                }
            }
        }
        return entries.filter { $0.counts.total > 0 }
    }

    private static func entry(
        _ id: String, _ heading: Wording, _ judged: [(indicator: Indicator, standing: Standing)],
        where belongs: (Indicator) -> Bool
    ) -> Entry {
        Entry(
            id: id, heading: heading,
            counts: StatusCounts(judged.filter { belongs($0.indicator) }.map(\.standing)))
    }

    /// Whether both count the same.
    package static func == (left: Rollup, right: Rollup) -> Bool {
        left.whole == right.whole && left.goals == right.goals
    }
}
