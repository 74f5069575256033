import ShirubeCore

/// A configuration file as read: the settings, and the lines of what the strategies must confirm.
package struct ConfigurationFile: Sendable {
    /// The settings, every default filled in.
    package let configuration: Configuration
    /// The file as it was named, for problems.
    let file: String
    /// The line of each strategy, in the order of `Configuration.strategies`.
    let strategyLines: [Int]
    /// The lines of departments under `profiles`.
    let profileLines: [(name: String, line: Int)]
    /// The lines of what `routes` names.
    let routeLines: RouteLines
    /// The entries of the schedule with their lines.
    let schedule: [ScheduleReader.Line]
    /// The first rule of `alerts` that only rounds of alerts follow, and its line; nil where none is written.
    let roundRule: (name: String, line: Int)?
    /// The line of `routes`, or of what asks for routes; nil where neither is written.
    let routesLine: Int?

    /// Reads a configuration file.
    ///
    /// - Parameter path: the file, absolute or from the working directory; problems speak of it as given.
    /// - Returns: the file, checked in itself but not against its strategies.
    /// - Throws: every problem of the file, by line.
    package static func read(path: String) throws(ConfigurationError) -> ConfigurationFile {
        let problems = ProblemList(file: path)
        let root = try YAMLFile.read(path, into: problems)
        let reader = ConfigurationReader(path: path)
        let file = root.map(reader.read)
        guard let file, problems.isEmpty else { throw problems.error }
        return file
    }
}

/// Reads the parts of a configuration file.
struct ConfigurationReader {
    let path: String
    let paths: PathReader

    init(path: String) {
        self.path = path
        self.paths = PathReader(file: path)
    }

    func read(_ map: YAMLMap) -> ConfigurationFile? {
        let strategies = self.strategies(map)
        let state = map.required("state").flatMap(paths.absolute)
        let drops = map.required("drops").flatMap(paths.absolute)
        checkFolders(map, state, drops)
        let language = map.optional("language")?.word(Language.self) ?? .japanese
        let mark = map.optional("mark")?.text()
        let letters = map.optional("letters")?.map(LetterReader.letters) ?? .standard
        let intake = map.optional("intake")?.map(IntakeReader.intake) ?? Configuration.Intake()
        let profiles = map.optional("profiles")?.map(ProfileReader.profiles)
        let mail = map.optional("mail")?.map { MailReader(reader: self).mail($0) }
        let channels = map.optional("channels").map(ChannelReader(reader: self).channels) ?? []
        let routing = RouteReader(
            hasMail: map.optional("mail") != nil, channels: channels.map(\.name))
        let (routes, lines) = routing.routes(map)
        let schedule = map.optional("schedule").map(ScheduleReader.entries) ?? []
        let days = CalendarReader(
            paths: paths, summaryDays: schedule.lazy.compactMap(Self.summaryDays).first)
        let dueDays = map.optional("calendar")?.map(days.dueDays) ?? days.dueDays()
        let office = map.optional("office")?.map(OfficeReader.times)
        var roundRule: (name: String, line: Int)?
        let alerts = map.optional("alerts")?.map { block in
            roundRule = AlertsReader.roundRule(block)
            return AlertsReader.rules(block)
        }
        let keepYears = map.optional("outbox")?.map { block in
            OutboxReader.keepYears(block, alerts: alerts ?? AlertRules())
        }
        let publishing = map.optional("publish")?.map(PublishReader.publishing)
        if schedule.contains(where: { $0.entry.job == .quarterlySummary }) {
            checkSummary(map, routes)
        }
        guard let state, let drops else { return nil }
        let configuration = Configuration(
            file: paths.file, strategies: strategies.map(\.path), state: state, drops: drops,
            language: language, mark: mark, letters: letters, intake: intake,
            profiles: profiles?.profiles ?? [:], mail: mail,
            channels: channels, routes: routes,
            schedule: schedule.map(\.entry),
            office: OfficeHours(
                from: office?.from, until: office?.until, calendar: dueDays.calendar),
            dueDays: dueDays, alerts: alerts ?? AlertRules(),
            keepYears: keepYears ?? Configuration.standardKeepYears,
            publishing: publishing ?? Publishing())
        let asking = ["routes", "mail", "channels"].first { map.optional($0) != nil }
        return ConfigurationFile(
            configuration: configuration, file: path, strategyLines: strategies.map(\.line),
            profileLines: profiles?.lines ?? [], routeLines: lines,
            schedule: schedule, roundRule: roundRule,
            routesLine: asking.map(map.line))
    }

    /// How many working days after the quarter's end the summary is made, where an entry says so.
    private static func summaryDays(_ line: ScheduleReader.Line) -> Int? {
        guard line.entry.job == .quarterlySummary,
            case .workingDaysAfterEnd(let days) = line.entry.day
        else { return nil }
        return days
    }

    private func strategies(_ map: YAMLMap) -> [(path: String, line: Int)] {
        guard let value = map.required("strategies"), let items = value.items() else { return [] }
        if items.isEmpty {
            value.report(
                Wording(ja: "戦略が一つもありません。", en: "No strategy is named."),
                remedy: Wording(
                    ja: "戦略のファイルを一つ以上書いてください。", en: "Name at least one strategy file."))
        }
        var files: [(path: String, line: Int)] = []
        for item in items {
            guard let file = paths.existingFile(item) else { continue }
            if files.contains(where: { $0.path == file }) { item.reportTwice(file) }
            files.append((file, item.line))
        }
        return files
    }

    private func checkFolders(_ map: YAMLMap, _ state: String?, _ drops: String?) {
        guard let state, let drops,
            PathReader.contains(state, drops) || PathReader.contains(drops, state)
        else { return }
        map.problems.add(
            map.line(of: "drops"),
            Wording(
                ja: "state と drops のフォルダーが同じか、一方が他方の中にあります。",
                en: "The folders `state` and `drops` are the same, or one lies inside the other."),
            remedy: Wording(
                ja: "別々のフォルダーにしてください（各課は drops に書き込めます）。",
                en: "Keep them apart: departments may write into `drops`."))
    }

    private func checkSummary(_ map: YAMLMap, _ routes: Configuration.Routes) {
        guard routes.executives.isEmpty, routes.planning.isEmpty, routes.summary.isEmpty else {
            return
        }
        map.problems.add(
            map.line(of: "schedule"),
            Wording(
                ja: "四半期まとめの予定がありますが、送り先（routes の executives か summary）がありません。",
                en: "A quarterly summary is scheduled, but neither `executives` nor `summary` in "
                    + "`routes` names anybody."),
            remedy: Wording(
                ja: "routes の executives にアドレスか職を書いてください。",
                en: "Name addresses or posts under `executives` in `routes`."))
    }
}
