/// A city's comprehensive strategy: goals, directions, measures, programs and their indicators.
package struct Strategy: Sendable, Equatable {
    /// Its stable id, such as `tomakomai-2020`.
    package let id: Identifier<Strategy>
    /// Its title.
    package let name: String
    /// The city it belongs to.
    package let city: String
    /// The first and last fiscal year of the plan.
    package internal(set) var term: ClosedRange<Int>
    /// The plan that this one succeeds (前計画); nil for none.
    package let succeeds: Identifier<Strategy>?
    /// The population that the strategy wants to keep, by year; empty where it says none.
    package let outlook: [PopulationOutlook]
    /// The departments, in the order of the file.
    package let departments: [Department]
    /// The department that runs the strategy and answers for its summary (企画担当).
    package let planningDepartment: Identifier<Department>
    /// The basic goals (基本目標).
    package let goals: [Goal]
    /// The directions (施策の基本的方向).
    package let directions: [Direction]
    /// The measures (施策).
    package let measures: [Measure]
    /// The programs (事業).
    package let programs: [Program]
    /// All indicators in the order of the file, goal targets (数値目標) among them.
    package internal(set) var indicators: [Indicator]

    /// Makes a strategy from its parts; the reader of strategy files has checked that they fit together.
    package init(
        id: Identifier<Strategy>, name: String, city: String, term: ClosedRange<Int>,
        outlook: [PopulationOutlook], departments: [Department],
        planningDepartment: Identifier<Department>, goals: [Goal], directions: [Direction],
        measures: [Measure], programs: [Program], indicators: [Indicator],
        succeeds: Identifier<Strategy>? = nil
    ) {
        self.id = id
        self.name = name
        self.city = city
        self.term = term
        self.succeeds = succeeds
        self.outlook = outlook
        self.departments = departments
        self.planningDepartment = planningDepartment
        self.goals = goals
        self.directions = directions
        self.measures = measures
        self.programs = programs
        self.indicators = indicators
    }

    /// The number of plan years (N of the formulas).
    package var planYears: Int { term.count }

    /// The plan's first day.
    package var firstDay: CivilDate { Period(Year(.fiscal, term.lowerBound)).firstDay }

    /// The plan's last day.
    package var lastDay: CivilDate { Period(Year(.fiscal, term.upperBound)).lastDay }

    /// Whether a quarter is one of the plan's: from its first one up to the last one in which anything is to be reached.
    package func holds(_ quarter: Period) -> Bool {
        let plan = Period(Year(.fiscal, term.lowerBound)).absoluteMonths.lowerBound
        let planEnd = Period(Year(.fiscal, term.upperBound)).absoluteMonths.upperBound
        let end = max(planEnd, indicators.map(\.targetEnd).max() ?? planEnd)
        return (plan..<end).contains(quarter.absoluteMonths.lowerBound)
    }

    /// The department with the id, or nil.
    package func department(_ id: Identifier<Department>) -> Department? {
        departments.first { $0.id == id }
    }

    /// The program with the id, or nil.
    package func program(_ id: Identifier<Program>) -> Program? {
        programs.first { $0.id == id }
    }

    /// The measure with the id, or nil.
    package func measure(_ id: Identifier<Measure>) -> Measure? {
        measures.first { $0.id == id }
    }

    /// The goal with the id, or nil.
    package func goal(_ id: Identifier<Goal>) -> Goal? {
        goals.first { $0.id == id }
    }

    /// The indicator with the id, or nil.
    package func indicator(_ id: Identifier<Indicator>) -> Indicator? {
        indicators.first { $0.id == id }
    }

    /// The name by which people can tell an indicator from the others.
    ///
    /// Its own name, followed by its program's in brackets where another indicator has the same name.
    package func title(of indicator: Indicator) -> String {
        let program = indicator.program.flatMap { self.program($0)?.name }
        let namesakes = indicators.count { $0.name == indicator.name }
        guard namesakes > 1, let program else { return indicator.name }
        return "\(indicator.name)（\(program)）"
    }

    /// The indicators that a department owns, alone or jointly, in the order of the file.
    package func indicators(of department: Identifier<Department>) -> [Indicator] {
        indicators.filter { $0.departments.contains(department) }
    }
}

/// The population that the strategy wants to keep in a year.
package struct PopulationOutlook: Sendable, Equatable {
    /// The western calendar year.
    package let year: Int
    /// Persons.
    package let population: Int

    /// Makes one point of the outlook.
    package init(year: Int, population: Int) {
        self.year = year
        self.population = population
    }
}

/// A department (課, 室, 館) that owns indicators; its id is the name of its drop folder.
package struct Department: Sendable, Equatable {
    /// Its stable id.
    package let id: Identifier<Department>
    /// Its name.
    package let name: String

    /// Makes a department.
    package init(id: Identifier<Department>, name: String) {
        self.id = id
        self.name = name
    }
}

/// A basic goal (基本目標).
package struct Goal: Sendable, Equatable {
    /// Its stable id.
    package let id: Identifier<Goal>
    /// Its printed number.
    package let number: Int
    /// Its title.
    package let name: String

    /// Makes a goal.
    package init(id: Identifier<Goal>, number: Int, name: String) {
        self.id = id
        self.number = number
        self.name = name
    }
}

/// A direction (施策の基本的方向), such as 1-1.
package struct Direction: Sendable, Equatable {
    /// Its stable id.
    package let id: Identifier<Direction>
    /// Its title.
    package let name: String
    /// The goal it serves.
    package let goal: Identifier<Goal>

    /// Makes a direction.
    package init(id: Identifier<Direction>, name: String, goal: Identifier<Goal>) {
        self.id = id
        self.name = name
        self.goal = goal
    }
}

/// A measure (施策).
package struct Measure: Sendable, Equatable {
    /// Its stable id.
    package let id: Identifier<Measure>
    /// Its number over the whole strategy.
    package let number: Int
    /// Its title; nil where the source has lost it.
    package let name: String?
    /// The goal it serves.
    package let goal: Identifier<Goal>
    /// The direction it stands under; nil where the source has lost it.
    package let direction: Identifier<Direction>?
    /// What the source has lost, in words; nil where nothing is lost.
    package let gap: String?

    /// Makes a measure.
    package init(
        id: Identifier<Measure>, number: Int, name: String?, goal: Identifier<Goal>,
        direction: Identifier<Direction>?, gap: String?
    ) {
        self.id = id
        self.number = number
        self.name = name
        self.goal = goal
        self.direction = direction
        self.gap = gap
    }
}

/// A program (事業), the work of one or more departments.
package struct Program: Sendable, Equatable {
    /// Its stable id.
    package let id: Identifier<Program>
    /// Its title; nil where the source has lost it.
    package let name: String?
    /// The measure it belongs to.
    package let measure: Identifier<Measure>
    /// The departments that run it, at least one.
    package let departments: [Identifier<Department>]
    /// The SDG goal numbers (1 to 17) that the source prints; empty where it prints none.
    package let sdgs: [Int]
    /// What the source has lost, in words; nil where nothing is lost.
    package let gap: String?

    /// Makes a program.
    package init(
        id: Identifier<Program>, name: String?, measure: Identifier<Measure>,
        departments: [Identifier<Department>], sdgs: [Int], gap: String?
    ) {
        self.id = id
        self.name = name
        self.measure = measure
        self.departments = departments
        self.sdgs = sdgs
        self.gap = gap
    }
}
