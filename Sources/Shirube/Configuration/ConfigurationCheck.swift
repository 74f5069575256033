package import ShirubeCore

extension ConfigurationFile {
    /// Checks the settings against the strategies they name.
    ///
    /// - Parameters:
    ///   - strategies: the strategies in the order of `Configuration.strategies`.
    ///   - day: the day from which on somebody must hold every role that is filled.
    /// - Returns: two strategies with one id, routes to unknown departments, roles that nobody holds today or that fall
    ///   vacant, and, once mail or channels are set, departments that own indicators but would not be told; empty
    ///   where all is well.
    package func check(against strategies: [Strategy], on day: CivilDate) -> [ConfigurationProblem]
    {
        let problems = ProblemList(file: file)
        checkStrategies(strategies, problems)
        let setup = Setup(configuration: configuration, strategies: strategies)
        let known = strategies.flatMap { strategy in
            strategy.departments.flatMap { setup.keys(of: $0.id, in: strategy) }
        }
        for (name, line) in routeLines.departments + profileLines where !known.contains(name) {
            reportUnknown(name, line, known, problems)
        }
        if configuration.mail != nil || !configuration.channels.isEmpty {
            checkTold(setup, problems)
        }
        checkTerms(strategies, from: day, problems)
        checkSchedule(strategies, problems)
        checkRound(problems)
        return problems.sorted
    }

    /// Whoever owns indicators of any plan must be told of them.
    private func checkTold(_ setup: Setup, _ problems: ProblemList) {
        for strategy in setup.strategies {
            for department in strategy.departments
            where !strategy.indicators(of: department.id).isEmpty {
                let roles = setup.keys(of: department.id, in: strategy).lazy
                    .compactMap { configuration.routes.departments[$0] }.first
                guard roles?[.staff, default: []].isEmpty ?? true else { continue }
                reportUntold(setup.key(of: department.id, in: strategy), department, problems)
            }
        }
    }

    /// Every role that is filled must be held on every day from `day` on, so that what is in order once stays so.
    private func checkTerms(
        _ strategies: [Strategy], from day: CivilDate, _ problems: ProblemList
    ) {
        let setup = Setup(configuration: configuration, strategies: strategies)
        for role in [Role.planning, .executives] {
            guard let routing = strategies.first.map(setup.routing),
                let gap = routing.gap(in: role, from: day)
            else { continue }
            reportGap(role, of: nil, gap, day, routeLines.roles[role], problems)
        }
        for strategy in strategies {
            let routing = setup.routing(of: strategy)
            for department in strategy.departments {
                let line = setup.keys(of: department.id, in: strategy).lazy
                    .compactMap { key in routeLines.departments.first { $0.name == key }?.line }
                    .first
                for role in Role.ofDepartment {
                    guard let gap = routing.gap(in: role, department: department.id, from: day)
                    else { continue }
                    reportGap(role, of: department, gap, day, line, problems)
                }
            }
        }
    }

    private func reportGap(
        _ role: Role, of department: Department?, _ gap: CivilDate, _ day: CivilDate, _ line: Int?,
        _ problems: ProblemList
    ) {
        let whose = department.map { Wording(ja: "「\($0.name)」の", en: " of \($0.name)") }
        let japanese = (whose?.japanese ?? "") + role.wording.japanese
        let english = "Nobody holds `\(role.rawValue)`\(whose?.english ?? "")"
        let when =
            gap == day
            ? Wording(ja: "今日（\(day)）いません", en: "today (\(day))")
            : Wording(ja: "\(gap)からいなくなります", en: "from \(gap) on")
        problems.add(
            line ?? routeLines.routes,
            Wording(
                ja: "\(japanese)の職を持つ人が、\(when.japanese)。", en: "\(english) \(when.english)."),
            remedy: Wording(
                ja: "posts のその職に、\(gap)に始まる任期（from）を加えるか、until を消してください。",
                en: "Add a term `from` \(gap) to its post under `posts`, or remove an `until`."))
    }

    private func checkSchedule(_ strategies: [Strategy], _ problems: ProblemList) {
        let known = strategies.map(\.id)
        for line in schedule {
            for id in line.entry.strategies where !known.contains(id) {
                problems.add(
                    line.line,
                    Wording(ja: "戦略「\(id)」はありません。", en: "There is no strategy `\(id)`."),
                    remedy: NearestWord.remedy(
                        id.text, among: known.map(\.text),
                        otherwise: Wording(
                            ja: "strategies のファイルにある戦略のidを書いてください。",
                            en: "Write the id of a strategy whose file `strategies` names.")))
            }
        }
    }

    /// Who says when people are reminded wants them to be.
    private func checkRound(_ problems: ProblemList) {
        guard let rule = roundRule, !schedule.contains(where: { $0.entry.job == .alertRound })
        else { return }
        problems.add(
            rule.line,
            Wording(
                ja: "「\(rule.name)」の決まりは、警告のお知らせ（alertRound）が予定にないので、働きません。",
                en: "`\(rule.name)` has no effect: no round of alerts (alertRound) is scheduled."),
            remedy: Wording(
                ja: "schedule に {job: alertRound, at: \"09:00\"} を加えるか、この行を消してください。",
                en: "Add {job: alertRound, at: \"09:00\"} to `schedule`, or remove the line."))
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
