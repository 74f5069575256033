/// When people are at their desks (執務時間): what nobody waits for is sent then only.
package struct OfficeHours: Sendable, Equatable {
    /// When the office opens.
    package let from: TimeOfDay
    /// When it closes, later than `from`.
    package let until: TimeOfDay
    /// The days on which it does.
    package let calendar: BusinessCalendar

    /// Makes office hours; by default the usual ones of city halls, 08:30 to 17:15.
    package init(
        from: TimeOfDay? = nil, until: TimeOfDay? = nil,
        calendar: BusinessCalendar = BusinessCalendar()
    ) {
        self.from = from ?? Self.usual.from
        self.until = until ?? Self.usual.until
        self.calendar = calendar
    }

    private static let usual: (from: TimeOfDay, until: TimeOfDay) = {
        guard let from = TimeOfDay(8, 30), let until = TimeOfDay(17, 15) else {
            preconditionFailure("08:30 and 17:15 exist")
        }
        return (from, until)
    }()

    /// The first moment from `moment` on that lies within them: itself, or when the office opens next.
    package func next(onOrAfter moment: Timestamp) -> Timestamp {
        let today = moment.japanDate
        if calendar.isWorkingDay(today) {
            if moment < from.on(today) { return from.on(today) }
            if moment < until.on(today) { return moment }
        }
        return from.on(calendar.workingDay(1, after: today))
    }
}
