/// A time of day as clocks in Japan show it, to the minute.
package struct TimeOfDay: Hashable, Comparable, Sendable {
    /// The hour, 0 to 23.
    package let hour: Int
    /// The minute, 0 to 59.
    package let minute: Int

    /// Makes a time; nil where no clock shows it.
    package init?(_ hour: Int, _ minute: Int) {
        guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
        self.hour = hour
        self.minute = minute
    }

    /// Reads `09:00`, two digits each; nil for anything else.
    package init?(iso text: some StringProtocol) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(digits.contains) }),
            let hour = Int(parts[0]), let minute = Int(parts[1])
        else { return nil }
        self.init(hour, minute)
    }

    /// The moment at which clocks show it on a date.
    package func on(_ date: CivilDate) -> Timestamp {
        Timestamp(japanDate: date, hour: hour, minute: minute)
    }

    package static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        (left.hour, left.minute) < (right.hour, right.minute)
    }
}

extension TimeOfDay: CustomStringConvertible {
    /// The time as in ISO 8601, `09:00`.
    package var description: String { zeroPadded(hour, 2) + ":" + zeroPadded(minute, 2) }
}
