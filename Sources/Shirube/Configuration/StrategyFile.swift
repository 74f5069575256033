package import ShirubeCore

/// Reads strategy files, strictly: a slip of the pen is told with its line, never judged as data.
package enum StrategyFile {
    /// The strategy in the file.
    ///
    /// - Parameter path: the file, absolute or from the working directory; problems speak of it as
    ///   given.
    /// - Returns: the strategy, checked in itself.
    /// - Throws: every problem of the file, by line.
    package static func read(path: String) throws(ConfigurationError) -> Strategy {
        try readWithLines(path: path).strategy
    }

    /// The strategy in the file, and where it says what it takes over from the plan before.
    static func readWithLines(path: String) throws(ConfigurationError) -> (
        strategy: Strategy, lines: SuccessionLines
    ) {
        let problems = ProblemList(file: path)
        let root = try YAMLFile.read(path, into: problems)
        let reading = StrategyReading(problems: problems)
        let strategy = root.map { Self.strategy($0, reading) }
        guard let strategy, problems.isEmpty else { throw problems.error }
        return (strategy, reading.lines)
    }

    private static func strategy(_ map: YAMLMap, _ reading: StrategyReading) -> Strategy? {
        let id: Identifier<Strategy>? = map.required("strategy")?.identifier()
        let name = map.required("name")?.text()
        let city = map.required("city")?.text()
        let term = map.required("term").flatMap(Self.term)
        reading.term = term
        let succeeds = Self.succeeds(map, id, reading)
        let outlook = map.optional("outlook").map(Self.outlook) ?? []
        let struck = map.optional("commonCauseYears")?.items() ?? []
        reading.commonCauseYears = Set(struck.compactMap { $0.fiscalYear() })
        for item in nonEmpty(map, "departments") {
            if let department = item.map({ Self.department($0, reading) }) {
                reading.departments.append(department)
            }
        }
        let planning = map.required("planningDepartment").flatMap(reading.department)
        for item in nonEmpty(map, "goals") {
            item.visit { StrategyTree.goal($0, reading) }
        }
        guard let id, let name, let city, let term, let planning else { return nil }
        return Strategy(
            id: id, name: name, city: city, term: term, outlook: outlook,
            departments: reading.departments, planningDepartment: planning, goals: reading.goals,
            directions: reading.directions, measures: reading.measures,
            programs: reading.programs, indicators: reading.indicators, succeeds: succeeds)
    }

    /// The plan that this one succeeds; nil where it says none, or after a report.
    private static func succeeds(
        _ map: YAMLMap, _ id: Identifier<Strategy>?, _ reading: StrategyReading
    ) -> Identifier<Strategy>? {
        guard let value = map.optional("succeeds") else { return nil }
        reading.lines.succeeds = value.line
        let before: Identifier<Strategy>? = value.identifier()
        guard before == nil || before != id else {
            value.report(
                Wording(
                    ja: "「\(value.name)」に、この戦略自身のidが書かれています。",
                    en: "The strategy `succeeds` itself."),
                remedy: Wording(
                    ja: "前の計画のidを書くか、消してください。",
                    en: "Write the id of the plan before, or remove it."))
            return nil
        }
        return before
    }

    private static func nonEmpty(_ map: YAMLMap, _ key: String) -> [YAMLValue] {
        guard let value = map.required(key), let items = value.items() else { return [] }
        if items.isEmpty {
            value.report(
                Wording(ja: "「\(key)」が一つもありません。", en: "`\(key)` is an empty list."),
                remedy: Wording(ja: "一つ以上書いてください。", en: "Write at least one."))
        }
        return items
    }

    private static func term(_ value: YAMLValue) -> ClosedRange<Int>? {
        value.map { map in
            let from = map.required("from")?.fiscalYear()
            let to = map.required("to")?.fiscalYear()
            guard let from, let to else { return nil }
            guard from <= to else {
                value.report(
                    Wording(
                        ja: "計画期間の終わり（FY\(to)）が始まり（FY\(from)）より前です。",
                        en: "The term ends (FY\(to)) before it begins (FY\(from))."),
                    remedy: Wording(
                        ja: "from と to を入れ替えるか直してください。", en: "Mend `from` and `to`."))
                return nil
            }
            return from...to
        }
    }

    private static func outlook(_ value: YAMLValue) -> [PopulationOutlook] {
        var points: [PopulationOutlook] = []
        for item in value.items() ?? [] {
            let point = item.map { map in
                let year = map.required("year")?.integer(in: 1900...2199)
                let population = map.required("population")?.integer(in: 1...100_000_000)
                guard let year, let population else { return nil as PopulationOutlook? }
                return PopulationOutlook(year: year, population: population)
            }
            guard let point else { continue }
            if points.contains(where: { $0.year == point.year }) {
                item.reportTwice(String(point.year))
            }
            points.append(point)
        }
        return points
    }

    private static func department(_ map: YAMLMap, _ reading: StrategyReading) -> Department? {
        let id: Identifier<Department>? = reading.uniqueID(map)
        let name = map.required("name")?.text()
        guard let id, let name else { return nil }
        return Department(id: id, name: name)
    }
}
