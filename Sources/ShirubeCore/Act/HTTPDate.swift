/// Reads the dates of HTTP headers, in the three forms of RFC 9110 section 5.6.7.
package enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The instant that a header's value names; nil for anything that is no such date.
    ///
    /// `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`, always
    /// in UTC. The name of the day is not compared with the date.
    /// `now` decides the century of a year of two digits, which lies at most 50 years ahead.
    package static func instant(_ text: String, now: Timestamp) -> Timestamp? {
        let words = text.utf8.split(whereSeparator: { " ,-:\t".utf8.contains($0) }).map {
            String(decoding: $0, as: UTF8.self)
        }
        if words.count == 8, words[7] == "GMT" {
            return instant(
                day: words[1], month: words[2], year: words[3], clock: words[4...6], now: now)
        }
        guard words.count == 7 else { return nil }
        return instant(
            day: words[2], month: words[1], year: words[6], clock: words[3...5], now: now)
    }

    private static func instant(
        day: String, month: String, year: String, clock: ArraySlice<String>, now: Timestamp
    ) -> Timestamp? {
        let fields = clock.compactMap { number($0, digits: 2...2) }
        guard let month = months.firstIndex(of: month), let day = number(day, digits: 1...2),
            let written = number(year, digits: 2...4), fields.count == 3,
            (0...23).contains(fields[0]), (0...59).contains(fields[1]),
            // 60 is a leap second.
            (0...60).contains(fields[2])
        else { return nil }
        let full = year.utf8.count == 2 ? century(of: written, now: now) : written
        guard let date = CivilDate(full, month + 1, day) else { return nil }
        let seconds = ((date.dayNumber * 24 + fields[0]) * 60 + fields[1]) * 60 + fields[2]
        return Timestamp(milliseconds: Int64(seconds) * 1_000)
    }

    private static func century(of year: Int, now: Timestamp) -> Int {
        let current = now.japanDate.year
        let candidate = current / 100 * 100 + year
        return candidate > current + 50 ? candidate - 100 : candidate
    }

    private static func number(_ text: String, digits: ClosedRange<Int>) -> Int? {
        guard digits.contains(text.utf8.count),
            text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return Int(text)
    }
}
