/// The strategy file of the next plan, as it is started from the one that ends (`shirube strategy succeed`).
///
/// Everything is carried over but what the new plan decides: targets are left to be filled in, and comments say what to do.
package struct SuccessorFile: Sendable {
    /// Where a baseline comes from.
    package struct Origin: Sendable, Equatable {
        /// The figure.
        package let baseline: SuccessorBaseline
        /// The names of the files that it was reported in, each once; empty where they are not known.
        package let files: [String]

        /// Makes an origin.
        package init(baseline: SuccessorBaseline, files: [String]) {
            self.baseline = baseline
            self.files = files
        }
    }

    /// What the next plan is called, and when it runs.
    package struct Plan: Sendable, Equatable {
        /// Its id.
        package let id: Identifier<Strategy>
        /// Its name.
        package let name: String
        /// Its first and last fiscal year.
        package let term: ClosedRange<Int>

        /// Makes a plan.
        package init(id: Identifier<Strategy>, name: String, term: ClosedRange<Int>) {
            self.id = id
            self.name = name
            self.term = term
        }
    }

    let before: Strategy
    let plan: Plan
    let origins: [Identifier<Indicator>: Origin]
    let day: CivilDate
    let language: Language
    /// The years that a common cause has struck for every indicator.
    private let struck: Set<Int>

    /// Makes the file's content.
    ///
    /// - Parameters:
    ///   - plan: the next plan.
    ///   - before: the plan that ends, with the indicators that are carried over alone.
    ///   - origins: where each baseline comes from; an indicator that is missing has no figure.
    ///   - day: the day on which the file is made.
    ///   - language: the language of its comments.
    package init(
        _ plan: Plan, from before: Strategy, origins: [Identifier<Indicator>: Origin],
        on day: CivilDate, language: Language
    ) {
        self.plan = plan
        self.before = before
        self.origins = origins
        self.day = day
        self.language = language
        let all = before.indicators.map(\.commonCauseYears)
        struck = all.dropFirst().reduce(all.first ?? []) { $0.intersection($1) }
    }

    /// The file as text, with a final newline.
    package var text: String {
        var lines = head
        lines += ["", "goals:"]
        for goal in before.goals { lines += block(of: goal) }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: - Above the goals

    private var head: [String] {
        let years = Self.years(plan.term)
        var lines = comments.map { "# \($0[language])" }
        lines += [
            "strategy: \(plan.id)", "name: \(YAMLText.scalar(plan.name))",
            "city: \(YAMLText.scalar(before.city))", "term: \(years)", "",
            "# " + Wording(ja: "前の計画", en: "The plan before")[language],
            "succeeds: \(before.id)",
        ]
        if !struck.isEmpty {
            let list = struck.sorted().map { "FY\($0)" }.joined(separator: ", ")
            lines += ["commonCauseYears: [\(list)]"]
        }
        if !before.outlook.isEmpty {
            lines += ["outlook:"]
            lines += before.outlook.map { "  - {year: \($0.year), population: \($0.population)}" }
        }
        lines += ["", "departments:"]
        lines += before.departments.map {
            "  - {id: \($0.id), name: \(YAMLText.scalar($0.name))}"
        }
        return lines + ["planningDepartment: \(before.planningDepartment)"]
    }

    private static func years(_ term: ClosedRange<Int>) -> String {
        "{from: FY\(term.lowerBound), to: FY\(term.upperBound)}"
    }

    private var comments: [Wording] {
        let name = Inert.line(before.name)
        return [
            Wording(
                ja: "「\(name)」（\(before.id)）から\(day)に作った、次の計画のひな形です。次の順に仕上げてください。",
                en: "The next plan, started from \(name) (\(before.id)) on \(day). To finish it:"),
            Wording(
                ja: "  1. 「記入」とある目標値（value: null）をすべて書く。基準値は前の計画の最新の実績なので、確かめる。",
                en:
                    "  1. Fill in every target (value: null). Baselines are the newest figures of the plan before: check them."
            ),
            Wording(
                ja: "  2. 続けない指標は消す。新しい指標は continues を書かずに加える。idは変えてもよい（continues は変えない）。",
                en:
                    "  2. Remove indicators that end; add new ones without `continues`. Ids may change, `continues` may not."
            ),
            Wording(
                ja: "  3. shirube strategy check このファイル（残っている記入箇所が行番号とともに示されます）",
                en: "  3. shirube strategy check THIS-FILE (names what is left to fill in, by line)"
            ),
            Wording(
                ja: "  4. 設定の strategies に前の計画と並べて加え、shirube check、systemctl reload shirube",
                en:
                    "  4. Add it to `strategies` in the configuration beside the plan before; shirube check; systemctl reload shirube"
            ),
            Wording(
                ja: "continues は前の計画の指標で、その実績が引き継がれます。単位を変えたときは",
                en:
                    "`continues` names the indicator of the plan before whose figures are taken over. With another unit write"
            ),
            Wording(
                ja: "continues: {indicator: 元のid, factor: 換算の数}、比べられないときは newSeries: 理由 と書きます。",
                en:
                    "continues: {indicator: ID, factor: NUMBER}; where they cannot be compared, newSeries: WHY."
            ),
        ]
    }

    // MARK: - The tree

    private func block(of goal: Goal) -> [String] {
        var lines = ["  - id: \(YAMLText.scalar(goal.id.text))", "    number: \(goal.number)"]
        lines.append("    name: \(YAMLText.scalar(goal.name))")
        lines += indicators(before.indicators.filter { $0.goal == goal.id && $0.measure == nil }, 4)
        let directions = before.directions.filter { $0.goal == goal.id }
        if !directions.isEmpty { lines.append("    directions:") }
        for direction in directions {
            lines.append("      - id: \(YAMLText.scalar(direction.id.text))")
            lines.append("        name: \(YAMLText.scalar(direction.name))")
            lines += measures(before.measures.filter { $0.direction == direction.id }, 8)
        }
        return lines
            + measures(
                before.measures.filter { $0.goal == goal.id && $0.direction == nil }, 4)
    }

    private func measures(_ measures: [Measure], _ indent: Int) -> [String] {
        guard !measures.isEmpty else { return [] }
        let margin = String(repeating: " ", count: indent)
        var lines = [margin + "measures:"]
        for measure in measures {
            lines.append(margin + "  - id: \(YAMLText.scalar(measure.id.text))")
            lines.append(margin + "    number: \(measure.number)")
            lines.append(margin + "    name: \(YAMLText.scalar(measure.name))")
            if let gap = measure.gap { lines.append(margin + "    gap: \(YAMLText.scalar(gap))") }
            let programs = before.programs.filter { $0.measure == measure.id }
            if !programs.isEmpty { lines.append(margin + "    programs:") }
            for program in programs { lines += block(of: program, indent + 6) }
        }
        return lines
    }

    private func block(of program: Program, _ indent: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        let owners = program.departments.map(\.text).joined(separator: ", ")
        var lines = [
            margin + "- id: \(YAMLText.scalar(program.id.text))",
            margin + "  name: \(YAMLText.scalar(program.name))",
            margin + "  departments: [\(owners)]",
        ]
        if !program.sdgs.isEmpty {
            let goals = program.sdgs.map(String.init).joined(separator: ", ")
            lines.append(margin + "  sdgs: [\(goals)]")
        }
        if let gap = program.gap { lines.append(margin + "  gap: \(YAMLText.scalar(gap))") }
        return lines
            + indicators(before.indicators.filter { $0.program == program.id }, indent + 2)
    }

    private func indicators(_ indicators: [Indicator], _ indent: Int) -> [String] {
        guard !indicators.isEmpty else { return [] }
        let margin = String(repeating: " ", count: indent)
        return [margin + "indicators:"]
            + indicators.flatMap { indicator in
                let rows = SuccessorRow(
                    indicator, in: self, struck: indicator.commonCauseYears.subtracting(struck)
                ).lines
                return rows.enumerated().map { position, row in
                    margin + (position == 0 ? "  - " : "    ") + row
                }
            }
    }
}
