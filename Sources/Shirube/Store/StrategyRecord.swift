import Foundation
import GRDB
import ShirubeCore

/// A strategy as its JSON spells it, read back from the ledger.
struct StrategyRecord: Decodable {
    let strategy: String
    let departments: [Named]
    let goals: [Goal]
    let directions: [Direction]
    let measures: [Measure]
    let programs: [Program]
    let indicators: [IndicatorRecord]
    let name: String
    let city: String
    let term: Term
    let outlook: [Outlook]
    let planningDepartment: String
    /// Missing in what older versions wrote.
    let succeeds: String?

    struct Named: Decodable {
        let id, name: String
    }

    struct Goal: Decodable {
        let id, name: String
        let number: Int
    }

    struct Direction: Decodable {
        let id, name, goal: String
    }

    struct Measure: Decodable {
        let id, goal: String
        let number: Int
        let name, direction, gap: String?
    }

    struct Program: Decodable {
        let id, measure: String
        let name, gap: String?
        let departments: [String]
        let sdgs: [Int]
    }

    struct Outlook: Decodable {
        let year, population: Int
    }

    struct Term: Decodable {
        let from, to: String

        /// The first and last fiscal year.
        func range() throws -> ClosedRange<Int> {
            let (from, to) = (
                try Ledger.period(from).year.number, try Ledger.period(to).year.number
            )
            guard from <= to else {
                throw StrategyRecord.damage("a term that ends before it begins")
            }
            return from...to
        }
    }

    /// Reads JSON that the ledger holds; what no version wrote is a damaged ledger.
    static func decode<Record: Decodable>(_ text: String, as type: Record.Type) throws -> Record {
        do {
            return try JSONDecoder().decode(type, from: Data(text.utf8))
        } catch {
            throw damage("\(error)")
        }
    }

    static func damage(_ what: String) -> DatabaseError {
        DatabaseError(
            resultCode: .SQLITE_CORRUPT, message: "unreadable definition in the ledger: \(what)")
    }

    /// The strategy that was written.
    func read() throws -> Strategy {
        Strategy(
            id: Identifier(strategy), name: name, city: city, term: try term.range(),
            outlook: outlook.map { PopulationOutlook(year: $0.year, population: $0.population) },
            departments: departments.map { Department(id: Identifier($0.id), name: $0.name) },
            planningDepartment: Identifier(planningDepartment),
            goals: goals.map {
                ShirubeCore.Goal(id: Identifier($0.id), number: $0.number, name: $0.name)
            },
            directions: directions.map {
                ShirubeCore.Direction(
                    id: Identifier($0.id), name: $0.name, goal: Identifier($0.goal))
            },
            measures: measures.map {
                ShirubeCore.Measure(
                    id: Identifier($0.id), number: $0.number, name: $0.name,
                    goal: Identifier($0.goal), direction: $0.direction.map { Identifier($0) },
                    gap: $0.gap)
            },
            programs: programs.map {
                ShirubeCore.Program(
                    id: Identifier($0.id), name: $0.name, measure: Identifier($0.measure),
                    departments: $0.departments.map { Identifier($0) }, sdgs: $0.sdgs, gap: $0.gap)
            },
            indicators: try indicators.map { try $0.read() },
            succeeds: succeeds.map { Identifier($0) })
    }
}

/// A version's definition as its JSON spells it.
struct DefinitionRecord: Decodable {
    let term: StrategyRecord.Term
    let indicator: IndicatorRecord
}

/// An indicator as its JSON spells it.
struct IndicatorRecord: Decodable {
    let id, name, goal, unit, kind, sense, cumulative, calendar, cadence: String
    let program, measure, gap: String?
    let departments: [String]
    let baseline: AnchorRecord?
    let target: AnchorRecord
    let plan: [String: Double]
    let activeMonths: [Int]
    let stages: [StageRecord]
    let baselineN: Int?
    let due: DueRecord?
    let publicMoney: Bool
    let tolerance: Double
    let commonCauseYears: [String]
    let blocked: Bool
    /// Missing in what older versions wrote.
    let continues: ContinuationRecord?
    let questions, notes: [String]

    struct AnchorRecord: Decodable {
        let value: Double
        let period: String

        func read() throws -> Anchor {
            Anchor(value: value, period: try Ledger.period(period))
        }
    }

    struct ContinuationRecord: Decodable {
        let indicator: String
        let factor: Double
        let newSeries: String?
    }

    struct StageRecord: Decodable {
        let name: String
        let weight: Double
        let due: String?

        func read() throws -> Stage {
            Stage(name: name, weight: weight, due: try due.map(Ledger.period))
        }
    }

    struct DueRecord: Decodable {
        let workingDays, months, day: Int?

        func read() throws -> DueRule {
            if let workingDays { return .workingDays(workingDays) }
            guard let months else { throw StrategyRecord.damage("a due day without a rule") }
            return .months(months, day: day)
        }
    }

    /// The indicator that was written.
    func read() throws -> Indicator {
        let years = try plan.map { (try Ledger.period($0.key).year.number, $0.value) }
        return Indicator(
            id: Identifier(id), name: name, program: program.map { Identifier($0) },
            measure: measure.map { Identifier($0) }, goal: Identifier(goal),
            departments: departments.map { Identifier($0) }, unit: unit,
            baseline: try baseline?.read(), target: try target.read(),
            kind: try Ledger.word(kind, as: IndicatorKind.self),
            sense: try Ledger.word(sense, as: Sense.self),
            cumulative: try Ledger.word(cumulative, as: Cumulative.self),
            calendar: try Ledger.word(calendar, as: YearKind.self),
            cadence: try Ledger.word(cadence, as: Cadence.self),
            due: try due?.read(), isPublicMoney: publicMoney,
            plan: Dictionary(years, uniquingKeysWith: { _, last in last }),
            activeMonths: Set(activeMonths), stages: try stages.map { try $0.read() },
            baselineN: baselineN, tolerance: tolerance,
            commonCauseYears: Set(try commonCauseYears.map { try Ledger.period($0).year.number }),
            blocked: blocked,
            continues: continues.map {
                Continuation(
                    of: Identifier($0.indicator), factor: $0.factor, newSeries: $0.newSeries)
            }, questions: questions, gap: gap, notes: notes)
    }
}
