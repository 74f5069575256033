/// An instant, in milliseconds since the Unix epoch (1970, UTC).
///
/// Core is given instants, it never reads a clock.
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since the Unix epoch.
    package let milliseconds: Int64

    /// Makes an instant from milliseconds since the Unix epoch.
    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Makes the instant at which a clock in Japan shows the given date and time.
    ///
    /// Japan has had UTC+9 without summer time since 1951, so no time zone data is needed.
    package init(japanDate date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        let seconds = date.dayNumber * 86_400 + hour * 3_600 + minute * 60 + second
        self.init(milliseconds: Int64(seconds - Self.japanOffsetSeconds) * 1_000)
    }

    /// Seconds that clocks in Japan are ahead of UTC.
    package static let japanOffsetSeconds = 9 * 3_600

    /// The date that a calendar in Japan shows at this instant.
    package var japanDate: CivilDate {
        CivilDate(dayNumber: fields(offsetSeconds: Self.japanOffsetSeconds).day)
    }

    /// The instant `seconds` later.
    package func adding(seconds: Int) -> Timestamp {
        Timestamp(milliseconds: milliseconds + Int64(seconds) * 1_000)
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }

    private func fields(
        offsetSeconds: Int
    ) -> (day: Int, hour: Int, minute: Int, second: Int, millisecond: Int) {
        let shifted = milliseconds + Int64(offsetSeconds) * 1_000
        let (quotient, remainder) = shifted.quotientAndRemainder(dividingBy: 86_400_000)
        let day = remainder < 0 ? quotient - 1 : quotient
        let rest = Int(remainder < 0 ? remainder + 86_400_000 : remainder)
        return (
            Int(day), rest / 3_600_000, rest / 60_000 % 60, rest / 1_000 % 60, rest % 1_000
        )
    }
}

extension Timestamp: CustomStringConvertible {
    /// The instant in UTC as in RFC 3339, with milliseconds: `2022-10-17T00:00:00.000Z`.
    package var description: String {
        let part = fields(offsetSeconds: 0)
        return "\(CivilDate(dayNumber: part.day))T\(zeroPadded(part.hour, 2))"
            + ":\(zeroPadded(part.minute, 2)):\(zeroPadded(part.second, 2))"
            + ".\(zeroPadded(part.millisecond, 3))Z"
    }

    /// The instant as a clock in Japan shows it, in RFC 3339 to the second: `2022-10-17T09:00:00+09:00`.
    package var japanDescription: String {
        let part = fields(offsetSeconds: Self.japanOffsetSeconds)
        return "\(CivilDate(dayNumber: part.day))T\(zeroPadded(part.hour, 2))"
            + ":\(zeroPadded(part.minute, 2)):\(zeroPadded(part.second, 2))+09:00"
    }

    /// The instant for file names, in UTC to the second: `20221017T000000Z`.
    package var compact: String {
        let part = fields(offsetSeconds: 0)
        let date = CivilDate(dayNumber: part.day)
        return "\(zeroPadded(date.year, 4))\(zeroPadded(date.month, 2))\(zeroPadded(date.day, 2))"
            + "T\(zeroPadded(part.hour, 2))\(zeroPadded(part.minute, 2))"
            + "\(zeroPadded(part.second, 2))Z"
    }

    /// Hour and minute that a clock in Japan shows, each with two digits: `09:00`.
    package var japanHourMinute: String {
        let part = fields(offsetSeconds: Self.japanOffsetSeconds)
        return "\(zeroPadded(part.hour, 2)):\(zeroPadded(part.minute, 2))"
    }

    /// Reads a date, or a date and time, as people type them; nil for anything else.
    ///
    /// `2022-10-17` is midnight in Japan, `2022-10-17T08:59[:30[.250]]` (also with a blank for the T) is
    /// time in Japan, and a `Z` or an offset such as `+09:00` at the end says another zone.
    package init?(parsing text: String) {
        let separators: [Character] = ["T", " "]
        let halves = text.split(
            maxSplits: 1, omittingEmptySubsequences: false,
            whereSeparator: { separators.contains($0) })
        guard let first = halves.first, let date = CivilDate(iso: first) else { return nil }
        guard halves.count == 2 else {
            self.init(japanDate: date)
            return
        }
        var clock = halves[1]
        var offset = Self.japanOffsetSeconds
        if clock.hasSuffix("Z") {
            clock.removeLast()
            offset = 0
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let zone = clock[clock.index(after: sign)...].split(separator: ":")
            guard zone.count == 2, let hours = Self.field(zone[0], 0...14),
                let minutes = Self.field(zone[1], 0...59)
            else { return nil }
            offset = (hours * 3_600 + minutes * 60) * (clock[sign] == "-" ? -1 : 1)
            clock = clock[..<sign]
        }
        guard let millisecondsOfDay = Self.millisecondsOfDay(clock) else { return nil }
        let seconds = date.dayNumber * 86_400 - offset
        self.init(milliseconds: Int64(seconds) * 1_000 + Int64(millisecondsOfDay))
    }

    private static func field(_ text: some StringProtocol, _ range: ClosedRange<Int>) -> Int? {
        guard text.utf8.count == 2, let number = Int(text), range.contains(number) else {
            return nil
        }
        return number
    }

    private static func millisecondsOfDay(_ clock: Substring) -> Int? {
        let pieces = clock.split(separator: ".", omittingEmptySubsequences: false)
        let parts = pieces[0].split(separator: ":", omittingEmptySubsequences: false)
        guard pieces.count <= 2, (2...3).contains(parts.count), let hour = field(parts[0], 0...23),
            let minute = field(parts[1], 0...59)
        else { return nil }
        var second = 0
        if parts.count == 3 {
            guard let number = field(parts[2], 0...59) else { return nil }
            second = number
        }
        var millisecond = 0
        if pieces.count == 2 {
            guard parts.count == 3, (1...3).contains(pieces[1].utf8.count),
                let digits = Int(
                    pieces[1] + String(repeating: "0", count: 3 - pieces[1].utf8.count))
            else { return nil }
            millisecond = digits
        }
        return ((hour * 60 + minute) * 60 + second) * 1_000 + millisecond
    }
}
