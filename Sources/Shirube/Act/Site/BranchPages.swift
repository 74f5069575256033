import ShirubeCore

// The pages of goals, measures, programs, departments and goals of the SDGs.

extension SitePages {
    /// A page that gathers indicators: how many stand how, what lies beneath, and a table of them.
    private func branch(
        _ path: String, _ title: String, crumbs: [(title: String, path: String)],
        lead: [String] = [], lists: [Fields] = [], _ indicators: [Indicator]
    ) -> Page {
        Page(
            path: path, title: title, crumbs: crumbs, template: "branch",
            fields: [
                "lead": lead, "tiles": tiles(indicators), "bars": [], "lists": lists,
                "tables": table(title, indicators, up: Self.up(from: path)),
            ])
    }

    /// A list of links under a heading; none where it is empty.
    private func links(_ heading: String, _ items: [Fields]) -> [Fields] {
        items.isEmpty ? [] : [["heading": heading, "items": items]]
    }

    /// A goal with its measures.
    func page(of goal: Goal) -> Page {
        let all = strategy.indicators.filter { $0.goal == goal.id }
        let measures = strategy.measures.filter { $0.goal == goal.id }.map { measure in
            link(
                measure.heading[language], "../measures/\(measure.id).html",
                all.filter { $0.measure == measure.id })
        }
        return branch(
            "goals/\(goal.id).html", goal.heading[language], crumbs: [],
            lists: links(label("measures"), measures), all)
    }

    /// A measure with its programs.
    func page(of measure: Measure) -> Page {
        let all = strategy.indicators.filter { $0.measure == measure.id }
        let programs = strategy.programs.filter { $0.measure == measure.id }.map { program in
            link(
                program.heading[language], "../programs/\(program.id).html",
                all.filter { $0.program == program.id })
        }
        return branch(
            "measures/\(measure.id).html", measure.heading[language],
            crumbs: crumbs(to: measure.goal, nil),
            lists: links(label("programs"), programs), all)
    }

    /// A program with its departments and the goals of the SDGs that it serves.
    func page(of program: Program) -> Page {
        let goal = strategy.measure(program.measure)?.goal
        let departments = program.departments.map { id in
            link(
                strategy.department(id)?.name ?? id.text, "../departments/\(id).html",
                strategy.indicators(of: id))
        }
        let sustainable = program.sdgs.map { number in
            link(sustainableTitle(number), "../sdgs/\(number).html", indicators(for: number))
        }
        return branch(
            "programs/\(program.id).html", program.heading[language],
            crumbs: crumbs(to: goal, program.measure),
            lists: links(label("departments"), departments) + links(label("sdgs"), sustainable),
            strategy.indicators.filter { $0.program == program.id })
    }

    /// The way to a goal, a measure and a program.
    func crumbs(
        to goal: Identifier<Goal>?, _ measure: Identifier<Measure>?,
        _ program: Identifier<Program>? = nil
    ) -> [(title: String, path: String)] {
        let goal = goal.flatMap { strategy.goal($0) }
        let measure = measure.flatMap { strategy.measure($0) }
        let program = program.flatMap { strategy.program($0) }
        return [
            goal.map { ($0.heading[language], "goals/\($0.id).html") },
            measure.map { ($0.heading[language], "measures/\($0.id).html") },
            program.map { ($0.heading[language], "programs/\($0.id).html") },
        ].compactMap(\.self)
    }

    // MARK: - Departments

    /// All departments, with how many of their indicators stand how.
    var departmentList: Page {
        Page(
            path: "departments.html", title: label("departments"), template: "list",
            fields: [
                "items": strategy.departments.map { department in
                    link(
                        Inert.line(department.name), "departments/\(department.id).html",
                        strategy.indicators(of: department.id))
                },
                "bars": statusBars(
                    label("departments"),
                    strategy.departments.map {
                        (Inert.line($0.name), strategy.indicators(of: $0.id))
                    }),
            ])
    }

    /// A department with its indicators.
    func page(of department: Department) -> Page {
        branch(
            "departments/\(department.id).html", Inert.line(department.name),
            crumbs: [(label("departments"), "departments.html")],
            strategy.indicators(of: department.id))
    }

    // MARK: - Sustainable Development Goals

    /// The goals that a program serves, by number.
    var sustainableGoals: [Int] {
        let named = Set(strategy.programs.flatMap(\.sdgs))
        return (1...SustainableGoal.count).filter(named.contains)
    }

    /// The indicators of the programs that serve a goal.
    private func indicators(for number: Int) -> [Indicator] {
        let programs = Set(strategy.programs.filter { $0.sdgs.contains(number) }.map(\.id))
        return strategy.indicators.filter { $0.program.map(programs.contains) ?? false }
    }

    private func sustainableTitle(_ number: Int) -> String {
        let title = SustainableGoal.title(number)?[language] ?? ""
        return Wording(ja: "目標\(number) \(title)", en: "SDG \(number): \(title)")[language]
    }

    /// The goals that a program serves.
    var sustainableList: Page {
        Page(
            path: "sdgs.html", title: label("sdgs"), template: "list",
            fields: [
                "items": sustainableGoals.map {
                    link(sustainableTitle($0), "sdgs/\($0).html", indicators(for: $0))
                }, "bars": [Fields](),
            ])
    }

    /// A goal with the programs that serve it.
    func page(ofSustainableGoal number: Int) -> Page {
        let all = indicators(for: number)
        let programs = strategy.programs.filter { $0.sdgs.contains(number) }.map { program in
            link(
                program.heading[language], "../programs/\(program.id).html",
                all.filter { $0.program == program.id })
        }
        return branch(
            "sdgs/\(number).html", sustainableTitle(number),
            crumbs: [(label("sdgs"), "sdgs.html")], lists: links(label("programs"), programs), all)
    }
}
