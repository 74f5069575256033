extension Strategy {
    /// The strategy as `shirube strategy show --format json` prints it.
    ///
    /// One object: `strategy` (its id), the lists `departments`, `goals`, `directions`, `measures`,
    /// `programs` and `indicators` in the order of the file, then what stands above them (`name`,
    /// `city`, `term`, `succeeds`, `outlook`, `planningDepartment`). Elements refer to each other by id; what
    /// the strategy does not have is `null`, never left out.
    package func json() -> JSON {
        .object([
            ("strategy", .string(id.text)),
            ("departments", .array(departments.map(Self.json))),
            ("goals", .array(goals.map(Self.json))),
            ("directions", .array(directions.map(Self.json))),
            ("measures", .array(measures.map(Self.json))),
            ("programs", .array(programs.map(Self.json))),
            ("indicators", .array(indicators.map(Self.json))),
            ("name", .string(name)),
            ("city", .string(city)),
            ("term", Self.json(term)),
            ("succeeds", .optional(succeeds?.text)),
            ("outlook", .array(outlook.map(Self.json))),
            ("planningDepartment", .string(planningDepartment.text)),
        ])
    }

    private static func json(_ department: Department) -> JSON {
        .object([("id", .string(department.id.text)), ("name", .string(department.name))])
    }

    private static func json(_ goal: Goal) -> JSON {
        .object([
            ("id", .string(goal.id.text)), ("number", .integer(goal.number)),
            ("name", .string(goal.name)),
        ])
    }

    private static func json(_ direction: Direction) -> JSON {
        .object([
            ("id", .string(direction.id.text)), ("name", .string(direction.name)),
            ("goal", .string(direction.goal.text)),
        ])
    }

    private static func json(_ measure: Measure) -> JSON {
        .object([
            ("id", .string(measure.id.text)), ("number", .integer(measure.number)),
            ("name", .optional(measure.name)), ("goal", .string(measure.goal.text)),
            ("direction", .optional(measure.direction?.text)), ("gap", .optional(measure.gap)),
        ])
    }

    private static func json(_ program: Program) -> JSON {
        .object([
            ("id", .string(program.id.text)), ("name", .optional(program.name)),
            ("measure", .string(program.measure.text)), ("departments", ids(program.departments)),
            ("sdgs", .array(program.sdgs.map(JSON.integer))), ("gap", .optional(program.gap)),
        ])
    }

    fileprivate static func json(_ term: ClosedRange<Int>) -> JSON {
        .object([
            ("from", .string(Period(Year(.fiscal, term.lowerBound)).description)),
            ("to", .string(Period(Year(.fiscal, term.upperBound)).description)),
        ])
    }

    fileprivate static func json(_ indicator: Indicator) -> JSON {
        let kind = indicator.calendar
        let plan = indicator.plan.sorted { $0.key < $1.key }.map { year, value in
            (Period(Year(kind, year)).description, JSON.number(value))
        }
        return .object([
            ("id", .string(indicator.id.text)),
            ("name", .string(indicator.name)),
            ("program", .optional(indicator.program?.text)),
            ("measure", .optional(indicator.measure?.text)),
            ("goal", .string(indicator.goal.text)),
            ("departments", ids(indicator.departments)),
            ("unit", .string(indicator.unit)),
            ("baseline", indicator.baseline.map(json) ?? .null),
            ("target", json(indicator.target)),
            ("kind", .string(indicator.kind.rawValue)),
            ("sense", .string(indicator.sense.rawValue)),
            ("cumulative", .string(indicator.cumulative.rawValue)),
            ("calendar", .string(indicator.calendar.rawValue)),
            ("gap", .optional(indicator.gap)),
            ("cadence", .string(indicator.cadence.rawValue)),
            ("due", indicator.due.map(json) ?? .null),
            ("publicMoney", .bool(indicator.isPublicMoney)),
            ("plan", .object(plan)),
            ("activeMonths", .array(indicator.activeMonths.sorted().map(JSON.integer))),
            ("stages", .array(indicator.stages.map(json))),
            ("baselineN", indicator.baselineN.map(JSON.integer) ?? .null),
            ("tolerance", .number(indicator.tolerance)),
            (
                "commonCauseYears",
                .array(
                    indicator.commonCauseYears.sorted().map {
                        .string(Period(Year(kind, $0)).description)
                    })
            ),
            ("blocked", .bool(indicator.blocked)),
            ("continues", indicator.continues.map(json) ?? .null),
            ("questions", .array(indicator.questions.map(JSON.string))),
            ("notes", .array(indicator.notes.map(JSON.string))),
        ])
    }

    private static func json(_ anchor: Anchor) -> JSON {
        .object([
            ("value", .number(anchor.value)), ("period", .string(anchor.period.description)),
        ])
    }

    private static func json(_ continuation: Continuation) -> JSON {
        .object([
            ("indicator", .string(continuation.indicator.text)),
            ("factor", .number(continuation.factor)),
            ("newSeries", .optional(continuation.newSeries)),
        ])
    }

    private static func json(_ due: DueRule) -> JSON {
        switch due {
        case .workingDays(let number): .object([("workingDays", .integer(number))])
        case .months(let count, let day):
            .object([("months", .integer(count)), ("day", day.map(JSON.integer) ?? .null)])
        }
    }

    private static func json(_ stage: Stage) -> JSON {
        .object([
            ("name", .string(stage.name)), ("weight", .number(stage.weight)),
            ("due", .optional(stage.due?.description)),
        ])
    }

    private static func json(_ point: PopulationOutlook) -> JSON {
        .object([("year", .integer(point.year)), ("population", .integer(point.population))])
    }

    private static func ids<Subject>(_ ids: [Identifier<Subject>]) -> JSON {
        .array(ids.map { .string($0.text) })
    }
}

extension DefinitionVersion {
    /// The definition as the ledger keeps it: `term`, and `indicator` as `shirube strategy show` prints it.
    package var content: JSON {
        .object([("term", Strategy.json(term)), ("indicator", Strategy.json(indicator))])
    }
}
