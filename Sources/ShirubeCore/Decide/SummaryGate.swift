/// An edition of a quarter's summary on its way from being built to being sent: the first one, or a correction (訂正版).
package struct SummaryEditionState: Sendable, Equatable {
    /// Its number in the ledger.
    package let id: Int64
    /// The quarter of a fiscal year that it sums up.
    package let quarter: Period
    /// 1 for the first one, more for corrections of the ones before.
    package let number: Int
    /// Up to when data was in its first draft: when it was built.
    package let builtAt: Timestamp
    /// Up to when data is in its newest draft, which is the one that is sent.
    package let draftedAt: Timestamp
    /// How many drafts there have been, at least 1.
    package let draftCount: Int
    /// When it is sent, unless it is held.
    package let releaseAt: Timestamp
    /// What holds it; nil where nothing does.
    package let hold: Hold?
    /// When it was sent; nil while it waits.
    package let sentAt: Timestamp?

    /// Why it is not to be sent for now.
    package struct Hold: Sendable, Equatable {
        /// Who says so.
        package let author: String
        /// Why.
        package let reason: String
        /// When it was said.
        package let at: Timestamp

        /// Makes a hold.
        package init(author: String, reason: String, at: Timestamp) {
            self.author = author
            self.reason = reason
            self.at = at
        }
    }

    /// Makes a state.
    package init(
        id: Int64, quarter: Period, number: Int, builtAt: Timestamp, draftedAt: Timestamp,
        draftCount: Int, releaseAt: Timestamp, hold: Hold?, sentAt: Timestamp?
    ) {
        self.id = id
        self.quarter = quarter
        self.number = number
        self.builtAt = builtAt
        self.draftedAt = draftedAt
        self.draftCount = draftCount
        self.releaseAt = releaseAt
        self.hold = hold
        self.sentAt = sentAt
    }
}

/// The release gate: what happens to an edition of the summary, and when.
package enum SummaryGate {
    /// What is to be done about an edition now.
    package enum Action: Sendable, Equatable {
        /// Nothing.
        case wait
        /// Its newest draft is sent.
        case send
        /// What has become known since its draft is looked at: a new draft while it waits, a correction once it was sent.
        case look
    }

    /// What is to be done about an edition.
    ///
    /// One that waits is sent from its moment on unless it is held, whatever the day: the moment was a working day's. Until
    /// then, and once it was sent, it is looked at on each working day from the time of day on at which it was to be sent,
    /// if it was not looked at on that day.
    ///
    /// - Parameters:
    ///   - edition: the edition.
    ///   - lookedOn: the day on which it was looked at last; nil for none.
    ///   - calendar: the offices' working days.
    ///   - now: the present.
    /// - Returns: the action; to be sent comes first.
    package static func action(
        on edition: SummaryEditionState, lookedOn: CivilDate?, calendar: BusinessCalendar,
        now: Timestamp
    ) -> Action {
        if edition.sentAt == nil, edition.hold == nil, edition.releaseAt <= now { return .send }
        let today = now.japanDate
        guard lookedOn != today, edition.draftedAt.japanDate < today,
            calendar.isWorkingDay(today)
        else { return .wait }
        let sinceMidnight =
            edition.releaseAt.milliseconds
            - Timestamp(japanDate: edition.releaseAt.japanDate).milliseconds
        let start = Timestamp(japanDate: today).milliseconds + sinceMidnight
        return now.milliseconds >= start ? .look : .wait
    }

    /// When an edition that is built now is sent: some working days later, at the time of day of `entry`.
    ///
    /// With 0 days it is sent at once.
    package static func releaseAt(
        builtAt now: Timestamp, entry: ScheduleEntry, calendar: BusinessCalendar
    ) -> Timestamp {
        guard entry.releaseAfterWorkingDays > 0 else { return now }
        let day = calendar.workingDay(entry.releaseAfterWorkingDays, after: now.japanDate)
        return entry.time.on(day)
    }
}
