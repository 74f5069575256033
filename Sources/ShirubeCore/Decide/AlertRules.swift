/// When people are told of an alert that lasts, and how many at most.
package struct AlertRules: Sendable, Equatable {
    /// How often people are reminded of an alert that nobody has answered.
    package enum Repeat: String, Sendable, CaseIterable {
        /// A month after they were told last.
        case month
        /// A week after.
        case week
        /// Never.
        case never
    }

    /// After how many working days without an answer the manager is told again.
    package let escalateToManagerAfter: Int
    /// After how many the director is told; more than the manager's.
    package let escalateToDirectorAfter: Int
    /// How often people are reminded.
    package let repeats: Repeat
    /// How many times they are; after that the alert stands in the quarterly summary only.
    package let repeatTimes: Int
    /// Where more than this many percent of the indicators come to lag together, there is one notice of it.
    package let massPercent: Int
    /// Within how many days that is together.
    package let massDays: Int
    /// Fewer indicators than this are never many.
    package let massAtLeast: Int
    /// How many alerts of a head are described in one message; of the others there is a line.
    package let perHead: Int
    /// The onsets in a year per 100 indicators that the city wants to bear.
    package let onsetsPerHundred: Int

    /// Makes rules; without arguments the standard ones.
    package init(
        escalateToManagerAfter: Int = 5, escalateToDirectorAfter: Int = 10,
        repeats: Repeat = .month, repeatTimes: Int = 2, massPercent: Int = 25,
        massDays: Int = 14, massAtLeast: Int = 5, perHead: Int = 5, onsetsPerHundred: Int = 2
    ) {
        self.escalateToManagerAfter = escalateToManagerAfter
        self.escalateToDirectorAfter = escalateToDirectorAfter
        self.repeats = repeats
        self.repeatTimes = repeatTimes
        self.massPercent = massPercent
        self.massDays = massDays
        self.massAtLeast = massAtLeast
        self.perHead = perHead
        self.onsetsPerHundred = onsetsPerHundred
    }

    /// Whether so many indicators of all came to lag together that there is one notice of it.
    package func isMass(onsets: Int, of total: Int) -> Bool {
        onsets >= massAtLeast && onsets * 100 > massPercent * total
    }

    /// The first day on which people are reminded of what they were told on a day; nil for never.
    ///
    /// A month after the 31st is the last day of a shorter month.
    package func reminder(after day: CivilDate) -> CivilDate? {
        switch repeats {
        case .never: return nil
        case .week: return day.adding(days: 7)
        case .month:
            let (year, month) = day.month == 12 ? (day.year + 1, 1) : (day.year, day.month + 1)
            let last = CivilDate.lengthOfMonth(year: year, month: month)
            return CivilDate(year, month, min(day.day, last))
        }
    }
}
