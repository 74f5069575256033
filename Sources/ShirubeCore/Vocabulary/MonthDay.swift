/// A day of every year, such as 06-23.
package struct MonthDay: Hashable, Comparable, Sendable {
    /// The month, 1 to 12.
    package let month: Int
    /// The day of the month, 1 to 31.
    package let day: Int

    /// Makes a day of the year, 29 February among them; nil where no year has such a day.
    package init?(_ month: Int, _ day: Int) {
        guard CivilDate(2_000, month, day) != nil else { return nil }
        self.month = month
        self.day = day
    }

    /// The day of the year that a date is.
    package init(of date: CivilDate) {
        month = date.month
        day = date.day
    }

    /// Reads `06-23`; nil for anything else.
    package init?(iso text: some StringProtocol) {
        guard let date = CivilDate(iso: "2000-" + text) else { return nil }
        self.init(of: date)
    }

    package static func < (left: MonthDay, right: MonthDay) -> Bool {
        (left.month, left.day) < (right.month, right.day)
    }
}

extension MonthDay: CustomStringConvertible {
    /// The day as in ISO 8601 without its year, `06-23`.
    package var description: String { zeroPadded(month, 2) + "-" + zeroPadded(day, 2) }
}
