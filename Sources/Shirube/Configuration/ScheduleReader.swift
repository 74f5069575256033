import ShirubeCore

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
        guard let job, let days, let time else { return nil }
        return ScheduleEntry(
            job: job, workingDaysAfterEnd: days, hour: time.hour, minute: time.minute)
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
