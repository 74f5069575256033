/// What is known of a flow in one year.
struct YearSum: Equatable {
    /// The year, by the western number in which it begins.
    let year: Int
    /// The sum of what is known, in the indicator's unit.
    var sum: Double
    /// The months it covers; the others are unknown, not zero.
    var months: YearMonths

    /// Whether all months of the season are covered.
    func isComplete(_ active: YearMonths) -> Bool { months.contains(active) }
}

/// How the flow of complete years fell on their months, as far as they were reported in parts.
struct SeasonMemory {
    /// Sums by calendar month, January first.
    private(set) var flows = [Double](repeating: 0, count: 12)
    /// How many years are in them.
    private(set) var years = 0

    private var steps: [(months: YearMonths, sum: Double)] = []

    /// Notes that by now a year's known months sum up so.
    mutating func note(_ year: YearSum) {
        steps.append((year.months, year.sum))
    }

    /// Ends a year, and learns from it unless it was struck by a common cause or is not known in parts.
    ///
    /// What came from one note to the next is spread over the active months that it covers, as `SeasonProfile` does.
    mutating func endYear(active: YearMonths, isStruck: Bool) {
        defer { steps.removeAll(keepingCapacity: true) }
        guard !isStruck, steps.count > 1, let last = steps.last, last.months.contains(active),
            last.sum > 0
        else { return }
        var learned = [Double](repeating: 0, count: 12)
        var (months, sum) = (YearMonths.none, 0.0)
        for step in steps {
            let new = step.months.subtracting(months)
            let flow = step.sum - sum
            // A year whose parts are told again in another cut, or taken back, does not say what fell when.
            guard flow >= 0, step.months.contains(months), !new.isEmpty || flow == 0 else { return }
            let bearing = new.isDisjoint(with: active) ? new : new.intersection(active)
            for month in 0..<12 where bearing.holds(month) {
                learned[month] += flow / Double(bearing.count)
            }
            (months, sum) = (step.months, step.sum)
        }
        for month in 0..<12 { flows[month] += learned[month] }
        years += 1
    }
}
