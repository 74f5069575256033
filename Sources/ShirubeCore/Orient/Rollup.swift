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

}

/// Counts by status over a strategy: as a whole, and by goal.
package struct Rollup: Sendable, Equatable {
    /// The counts of one goal.
    package struct Entry: Sendable, Equatable {
        /// The goal.
        package let goal: Identifier<Goal>
        /// Its counts.
        package let counts: StatusCounts
    }

    /// The counts of the whole strategy.
    package let whole: StatusCounts
    /// The counts by goal in the strategy's order, numerical targets among them.
    package let goals: [Entry]

    /// Counts the standings of a strategy's indicators; those of other indicators are ignored.
    package init(_ standings: [Standing], of strategy: Strategy) {
        let statuses = Dictionary(
            standings.map { ($0.indicator, $0) }, uniquingKeysWith: { _, last in last })
        let judged = strategy.indicators.compactMap { indicator in
            statuses[indicator.id].map { (indicator: indicator, standing: $0) }
        }
        whole = StatusCounts(judged.map(\.standing))
        goals = strategy.goals.map { goal in
            let own = judged.filter { $0.indicator.goal == goal.id }
            return Entry(goal: goal.id, counts: StatusCounts(own.map(\.standing)))
        }
    }
}
