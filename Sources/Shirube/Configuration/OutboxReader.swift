import ShirubeCore

/// Reads for how long what was sent is kept.
enum OutboxReader {
    /// The years of the block `outbox`.
    static func keepYears(_ map: YAMLMap, alerts: AlertRules) -> Int? {
        guard let years = map.optional("keepYears")?.integer(in: 1...100) else { return nil }
        let months: Int
        switch alerts.repeats {
        case .month: months = alerts.repeatTimes
        case .week: months = (alerts.repeatTimes * 7 + 29) / 30
        case .never: months = 0
        }
        // The reminder goes out in the month in which what it repeats would be removed.
        if months >= years * 12 { report(map, years, months) }
        return years
    }

    private static func report(_ map: YAMLMap, _ years: Int, _ months: Int) {
        map.problems.add(
            map.line(of: "keepYears"),
            Wording(
                ja: "警告は\(months)か月後まで繰り返されるのに、送ったものは\(years)年しか残りません。",
                en:
                    "An alert is repeated for \(months) months, but what was sent is kept for \(years) year(s) only."
            ),
            remedy: Wording(
                ja: "keepYears を増やすか、alerts の repeatTimes を減らしてください。",
                en: "Write more years in `keepYears`, or fewer `repeatTimes` in `alerts`."))
    }
}
