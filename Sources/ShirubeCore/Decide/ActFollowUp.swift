/// When people are asked what has become of an act: once at its due date, then monthly until it is done.
package enum ActFollowUp {
    /// The moment of the newest follow-up that is due and was not made; nil where none is.
    ///
    /// Follow-ups fall on the due date and on the same day of every month after it, on the last day of a month that is
    /// shorter; a closed day moves on to the next working day, and each is made when the office opens. Of several that
    /// nobody made, the newest stands for all.
    ///
    /// - Parameters:
    ///   - due: the act's last day.
    ///   - last: when people were asked last; nil where they never were.
    ///   - office: when people are at their desks.
    ///   - now: the present.
    /// - Returns: a moment that is not after `now`.
    package static func moment(
        due: CivilDate, last: Timestamp?, office: OfficeHours, now: Timestamp
    ) -> Timestamp? {
        guard let newest = newest(due: due, office: office, now: now) else { return nil }
        if let last, last >= newest { return nil }
        return newest
    }

    private static func newest(
        due: CivilDate, office: OfficeHours, now: Timestamp
    ) -> Timestamp? {
        let today = now.japanDate
        guard due <= today else { return nil }
        let months = (today.year - due.year) * 12 + today.month - due.month
        for count in stride(from: months, through: max(0, months - 2), by: -1) {
            let day = office.calendar.workingDay(notBefore: day(due, monthsLater: count))
            let moment = office.from.on(day)
            if moment <= now { return moment }
        }
        return nil
    }

    /// The same day some months later, or the last one of a month that is too short.
    static func day(_ date: CivilDate, monthsLater months: Int) -> CivilDate {
        let month = date.year * 12 + date.month - 1 + months
        let (year, number) = (month / 12, month % 12 + 1)
        let day = min(date.day, CivilDate.lengthOfMonth(year: year, month: number))
        return CivilDate(year, number, day) ?? date
    }
}
