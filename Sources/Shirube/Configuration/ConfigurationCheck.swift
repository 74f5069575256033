package import ShirubeCore

extension ConfigurationFile {
    /// Checks the settings against the strategies they name.
    ///
    /// - Parameter strategies: the strategies in the order of `Configuration.strategies`.
    /// - Returns: two strategies with one id, routes to unknown departments, and, once mail or
    ///   channels are set, departments that own indicators but would not be told; empty where all
    ///   is well.
    package func check(against strategies: [Strategy]) -> [ConfigurationProblem] {
        let problems = ProblemList(file: file)
        checkStrategies(strategies, problems)
        let keys = strategies.flatMap { strategy in
            strategy.departments.map { (key: key($0, strategy, among: strategies), $0, strategy) }
        }
        for (name, line) in departmentLines where !keys.contains(where: { $0.key == name }) {
            reportUnknown(name, line, keys.map(\.key), problems)
        }
        if configuration.mail != nil || !configuration.channels.isEmpty {
            for (key, department, strategy) in keys
            where configuration.routes.departments[key, default: []].isEmpty
                && !strategy.indicators(of: department.id).isEmpty
            {
                reportUntold(key, department, problems)
            }
        }
        return problems.sorted
    }

    private func key(_ department: Department, _ strategy: Strategy, among all: [Strategy])
        -> String
    {
        all.count > 1 ? "\(strategy.id)/\(department.id)" : department.id.text
    }

    private func checkStrategies(_ strategies: [Strategy], _ problems: ProblemList) {
        for (position, strategy) in strategies.enumerated()
        where strategies[..<position].contains(where: { $0.id == strategy.id }) {
            problems.add(
                strategyLines[position],
                Wording(
                    ja: "id「\(strategy.id)」の戦略が二つあります。",
                    en: "Two strategies have the id `\(strategy.id)`."),
                remedy: Wording(
                    ja: "一方の strategy を別のidにしてください。",
                    en: "Give one of them another id in its `strategy` key."))
        }
    }

    private func reportUnknown(
        _ name: String, _ line: Int, _ known: [String], _ problems: ProblemList
    ) {
        problems.add(
            line,
            Wording(
                ja: "課「\(name)」はどの戦略にもありません。",
                en: "The department `\(name)` is in no strategy."),
            remedy: NearestWord.remedy(
                name, among: known,
                otherwise: Wording(
                    ja: "課のid（戦略が複数なら「戦略のid/課のid」）で書いてください。",
                    en: "Write the department's id (`strategy/department` with several strategies)."
                )))
    }

    private func reportUntold(
        _ key: String, _ department: Department, _ problems: ProblemList
    ) {
        let first =
            configuration.mail == nil
            ? Wording(ja: "mail を書き、", en: "Write `mail`, and add")
            : Wording(ja: "", en: "Add")
        problems.add(
            routesLine,
            Wording(
                ja: "「\(department.name)」（\(key)）は指標を担当していますが、通知の送り先がありません。",
                en: "\(department.name) (`\(key)`) owns indicators, but no notice would reach it."),
            remedy: Wording(
                ja: "\(first.japanese)routes の departments に「\(key): [アドレス]」を加えてください。",
                en: "\(first.english) `\(key): [address]` under `departments` in `routes`."))
    }
}
