import ShirubeCore

/// Reads who gets what.
struct RouteReader {
    /// Whether the file has a `mail` block.
    let hasMail: Bool
    /// The names of the channels that could be read.
    let channels: [String]

    func routes(_ map: YAMLMap) -> (
        routes: Configuration.Routes, lines: [(name: String, line: Int)]
    )? {
        var departments: [String: [String]] = [:]
        var lines: [(name: String, line: Int)] = []
        map.optional("departments")?.visit { inner in
            for key in inner.allKeys() {
                lines.append((key, inner.line(of: key)))
                departments[key] = inner.required(key).map(addresses) ?? []
            }
        }
        var summaryMail: [String] = []
        var summaryChannels: [String] = []
        map.optional("summary")?.visit { inner in
            summaryMail = inner.optional("mail").map(addresses) ?? []
            summaryChannels = inner.optional("channels").map(channelNames) ?? []
        }
        if !hasMail, !summaryMail.isEmpty || departments.contains(where: { !$0.value.isEmpty }) {
            map.problems.add(
                map.line,
                Wording(
                    ja: "メールの送り先がありますが、送り方（mail）がありません。",
                    en: "There are mail addresses, but no `mail` block says how mail leaves."),
                remedy: Wording(
                    ja: "mail に host と from を書いてください。",
                    en: "Write a `mail` block with `host` and `from`."))
        }
        let routes = Configuration.Routes(
            departments: departments, summaryMail: summaryMail, summaryChannels: summaryChannels)
        return (routes, lines)
    }

    private func addresses(_ value: YAMLValue) -> [String] {
        distinct(value) { $0.address() }
    }

    private func channelNames(_ value: YAMLValue) -> [String] {
        distinct(value) { item in
            guard let name = item.text() else { return nil }
            if channels.contains(name) { return name }
            item.report(
                Wording(
                    ja: "「\(name)」というチャンネルはありません。",
                    en: "There is no channel `\(name)`."),
                remedy: NearestWord.remedy(
                    name, among: channels,
                    otherwise: Wording(
                        ja: "channels にその名前のチャンネルを加えてください。",
                        en: "Add a channel of that name to `channels`.")))
            return nil
        }
    }

    private func distinct(_ value: YAMLValue, _ read: (YAMLValue) -> String?) -> [String] {
        var texts: [String] = []
        for item in value.items() ?? [] {
            guard let text = read(item) else { continue }
            if texts.contains(text) { item.reportTwice(text) }
            texts.append(text)
        }
        return texts
    }
}

/// Reads what runs when.
enum ScheduleReader {
    static func entries(_ value: YAMLValue) -> [ScheduleEntry] {
        var entries: [ScheduleEntry] = []
        for item in value.items() ?? [] {
            guard let entry = item.map(Self.entry) else { continue }
            // A job runs once in each quarter, so a second entry would never run.
            if entries.contains(where: { $0.job == entry.job }) {
                item.reportTwice(entry.job.rawValue)
            }
            entries.append(entry)
        }
        return entries
    }

    private static func entry(_ map: YAMLMap) -> ScheduleEntry? {
        let job = map.required("job")?.word(ScheduleEntry.Job.self)
        let days = map.required("workingDaysAfterEnd")?.integer(in: 1...60)
        let time = map.required("at").flatMap(timeOfDay)
        let release = map.optional("releaseAfterWorkingDays")?.integer(in: 0...20) ?? 3
        guard let job, let days, let time else { return nil }
        return ScheduleEntry(
            job: job, workingDaysAfterEnd: days, hour: time.hour, minute: time.minute,
            releaseAfterWorkingDays: release)
    }

    private static func timeOfDay(_ value: YAMLValue) -> (hour: Int, minute: Int)? {
        guard let text = value.text() else { return nil }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let isTwoDigits = { (part: Substring) in
            part.utf8.count == 2
                && part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        if parts.count == 2, parts.allSatisfy(isTwoDigits), let hour = Int(parts[0]),
            let minute = Int(parts[1]), hour <= 23, minute <= 59
        {
            return (hour, minute)
        }
        value.report(
            Wording(
                ja: "「\(text)」という時刻はありません。", en: "There is no time of day `\(text)`."),
            remedy: Wording(
                ja: "\"09:00\" のように00:00から23:59までで書いてください（日本時間）。",
                en: "Write it like \"09:00\", from 00:00 to 23:59 (time in Japan)."))
        return nil
    }
}
