import ShirubeCore

/// Reads what runs when.
enum ScheduleReader {
    /// An entry, and where it stands.
    struct Line: Sendable {
        let entry: ScheduleEntry
        let line: Int
    }

    static func entries(_ value: YAMLValue) -> [Line] {
        var lines: [Line] = []
        for item in value.items() ?? [] {
            guard let entry = item.map(Self.entry) else { continue }
            if let other = lines.first(where: { isSame($0.entry, entry) }) {
                reportSecond(item, entry, other.line)
            }
            lines.append(Line(entry: entry, line: item.line))
        }
        return lines
    }

    /// Whether two entries ask for the same runs: a job runs once in a period, so the second would never run.
    private static func isSame(_ one: ScheduleEntry, _ other: ScheduleEntry) -> Bool {
        one.job == other.job && one.interval == other.interval
            && (one.strategies.isEmpty || other.strategies.isEmpty
                || !Set(one.strategies).isDisjoint(with: other.strategies))
    }

    private static func reportSecond(_ item: YAMLValue, _ entry: ScheduleEntry, _ line: Int) {
        let (job, interval) = (entry.job.rawValue, entry.interval.rawValue)
        item.report(
            Wording(
                ja: "「\(job)」は\(line)行目にも「each: \(interval)」であり、一つの期間には一度しか動きません。",
                en:
                    "`\(job)` runs `each: \(interval)` by line \(line) already, and only once in each."
            ),
            remedy: Wording(
                ja: "一方を消すか、strategies で戦略を分けてください。",
                en: "Remove one of them, or divide the strategies with `strategies`."))
    }

    private static func entry(_ map: YAMLMap) -> ScheduleEntry? {
        let job = map.required("job")?.word(ScheduleEntry.Job.self)
        let interval = job.flatMap { self.interval(map, of: $0) }
        let day = self.day(map, interval)
        let time = map.required("at")?.timeOfDay()
        let strategies = map.optional("strategies").map(self.strategies) ?? []
        let missed = map.optional("missed")?.word(ScheduleEntry.MissedRuns.self)
        let release = own("releaseAfterWorkingDays", of: .quarterlySummary, 0...20, map, job)
        let lead = own("leadWorkingDays", of: .reminder, 1...20, map, job)
        guard let job, let interval, let day, let time else { return nil }
        return ScheduleEntry(
            job: job, each: interval, on: day, at: time, strategies: strategies, missed: missed,
            releaseAfterWorkingDays: release ?? 3, leadWorkingDays: lead ?? 3)
    }

    /// The number of a key that one job alone has; nil where it is not there, or where another job runs.
    private static func own(
        _ key: String, of owner: ScheduleEntry.Job, _ range: ClosedRange<Int>, _ map: YAMLMap,
        _ job: ScheduleEntry.Job?
    ) -> Int? {
        guard let value = map.optional(key) else { return nil }
        guard let job, job != owner else { return value.integer(in: range) }
        value.report(
            Wording(
                ja: "「\(key)」は「\(job.rawValue)」にはありません。",
                en: "`\(job.rawValue)` has no `\(key)`."),
            remedy: Wording(
                ja: "この行を消してください（「\(owner.rawValue)」のためのキーです）。",
                en: "Remove it: it is for `\(owner.rawValue)`."))
        return nil
    }

    private static func strategies(_ value: YAMLValue) -> [Identifier<Strategy>] {
        RecipientReader.distinct(value.items() ?? []) { $0.identifier() }
    }

    private static func interval(
        _ map: YAMLMap, of job: ScheduleEntry.Job
    ) -> ScheduleEntry.Interval? {
        guard let value = map.optional("each") else { return job.intervals.first }
        guard let interval = value.word(ScheduleEntry.Interval.self) else { return nil }
        if job.intervals.contains(interval) { return interval }
        let known = job.intervals.map(\.rawValue)
        value.report(
            Wording(
                ja: "「\(job.rawValue)」は「each: \(interval.rawValue)」では動かせません。",
                en: "`\(job.rawValue)` cannot run `each: \(interval.rawValue)`."),
            remedy: Wording(
                ja: "\(known.joined(separator: " か ")) にしてください。",
                en: "Write \(known.joined(separator: " or "))."))
        return nil
    }

    /// The keys that say on which day, and the days that they can mean within each interval.
    private static let dayKeys = ["workingDaysAfterEnd", "workingDay", "day", "last"]

    private static func day(
        _ map: YAMLMap, _ interval: ScheduleEntry.Interval?
    ) -> ScheduleEntry.DayRule? {
        let written = dayKeys.filter(map.has)
        let takes = interval.map(keys) ?? dayKeys
        // Where the job is not known, what is written can still be wrong.
        if interval == nil { _ = map.optional("workingDaysAfterEnd")?.integer(in: 1...60) }
        guard let interval, written.count == (interval == .workingDay ? 0 : 1),
            written.allSatisfy(takes.contains)
        else {
            if let interval { reportDay(map, interval, takes) }
            return nil
        }
        guard let key = written.first else { return .itself }
        guard let value = map.required(key) else { return nil }
        switch key {
        case "workingDaysAfterEnd":
            return value.integer(in: 1...60).map(ScheduleEntry.DayRule.workingDaysAfterEnd)
        case "workingDay":
            return value.integer(in: 1...longest(interval)).map(ScheduleEntry.DayRule.workingDay)
        case "last":
            return value.word(Weekday.self).map { .last(weekday: $0.number) }
        default:
            if interval == .month {
                return value.integer(in: 1...31).map(ScheduleEntry.DayRule.dayOfMonth)
            }
            return value.dayOfYear().map(ScheduleEntry.DayRule.dayOfYear)
        }
    }

    private static func keys(_ interval: ScheduleEntry.Interval) -> [String] {
        switch interval {
        case .workingDay: []
        case .quarter, .week: ["workingDaysAfterEnd", "workingDay", "last"]
        case .month, .fiscalYear: dayKeys
        }
    }

    /// Most working days that an interval can have.
    private static func longest(_ interval: ScheduleEntry.Interval) -> Int {
        switch interval {
        case .workingDay: 1
        case .week: 5
        case .month: 23
        case .quarter: 66
        case .fiscalYear: 262
        }
    }

    private static func reportDay(
        _ map: YAMLMap, _ interval: ScheduleEntry.Interval, _ takes: [String]
    ) {
        guard !takes.isEmpty else {
            map.problems.add(
                map.line,
                Wording(
                    ja: "「each: workingDay」は開庁日ごとに動くので、日を決めるキーは要りません。",
                    en: "`each: workingDay` runs on every working day and takes no day."),
                remedy: Wording(
                    ja: "workingDaysAfterEnd、workingDay、day、last を消してください。",
                    en: "Remove `workingDaysAfterEnd`, `workingDay`, `day` and `last`."))
            return
        }
        map.problems.add(
            map.line,
            Wording(
                ja: "「each: \(interval.rawValue)」の何日に動くかが、一つに決まりません。",
                en: "It is not said, or said twice, on which day of `each: \(interval.rawValue)` "
                    + "it runs."),
            remedy: Wording(
                ja: "\(takes.joined(separator: "、")) のどれか一つを書いてください。",
                en: "Write one of \(takes.joined(separator: ", "))."))
    }

    /// The days of the week as configurations spell them.
    private enum Weekday: String, CaseIterable {
        case monday, tuesday, wednesday, thursday, friday

        /// 1 for Monday to 5 for Friday.
        var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
    }
}

/// Reads when people are at their desks.
enum OfficeReader {
    /// The times of the block `office`.
    static func times(_ map: YAMLMap) -> (from: TimeOfDay, until: TimeOfDay)? {
        let from = map.required("from")?.timeOfDay()
        let until = map.required("until")?.timeOfDay()
        guard let from, let until else { return nil }
        if from < until { return (from, until) }
        map.problems.add(
            map.line(of: "until"),
            Wording(
                ja: "執務時間の終わり（\(until)）が始まり（\(from)）より後ではありません。",
                en: "The office closes (\(until)) no later than it opens (\(from))."),
            remedy: Wording(
                ja: "from より後の時刻を until に書いてください。",
                en: "Write a time after `from` in `until`."))
        return nil
    }
}

extension YAMLValue {
    /// A time of day such as `"09:00"`.
    func timeOfDay() -> TimeOfDay? {
        guard let text = text() else { return nil }
        if let time = TimeOfDay(iso: text) { return time }
        report(
            Wording(
                ja: "「\(text)」という時刻はありません。", en: "There is no time of day `\(text)`."),
            remedy: Wording(
                ja: "\"09:00\" のように00:00から23:59までで書いてください（日本時間）。",
                en: "Write it like \"09:00\", from 00:00 to 23:59 (time in Japan)."))
        return nil
    }

    /// A day of the year such as `04-30`.
    fileprivate func dayOfYear() -> MonthDay? {
        guard let text = text() else { return nil }
        if let day = MonthDay(iso: text) { return day }
        report(
            Wording(ja: "「\(text)」という日はありません。", en: "There is no day `\(text)`."),
            remedy: Wording(ja: "04-30 のように書いてください。", en: "Write it like 04-30."))
        return nil
    }
}
