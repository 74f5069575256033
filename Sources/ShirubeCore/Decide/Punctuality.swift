/// How often a department answered in time.
package struct Punctuality: Sendable, Equatable {
    /// How many quarters it owed something for whose due days are all past.
    package private(set) var quarters = 0
    /// In how many of them something was not there at the end of its due day.
    package private(set) var late = 0

    /// Begins with no quarter.
    package init() {}

    /// Adds a quarter.
    package mutating func add(isLate: Bool) {
        quarters += 1
        if isLate { late += 1 }
    }

    /// Adds a quarter to the punctuality of each department that owed something for it.
    ///
    /// - Parameters:
    ///   - figures: all that was owed for the quarter.
    ///   - known: what was in force at the end of each of their due days, by indicator; one without a reading is missing.
    ///   - departments: what is added to; departments that owed nothing stay as they are.
    package static func add(
        _ figures: [OwedFigure], known: [CivilDate: [Identifier<Indicator>: CurrentReadings]],
        to departments: inout [Identifier<Department>: Punctuality]
    ) {
        var isLate: [Identifier<Department>: Bool] = [:]
        for figure in figures {
            let current = known[figure.due]?[figure.indicator.id]
            let late = !figure.isAnswered(by: current)
            for department in figure.indicator.departments {
                isLate[department] = isLate[department, default: false] || late
            }
        }
        for (department, late) in isLate {
            departments[department, default: Punctuality()].add(isLate: late)
        }
    }
}
