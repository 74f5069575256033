/// A scheduled job that is due for one quarter.
package struct DueJob: Sendable, Equatable {
    /// What the ledger remembers of a job that has run: it is not run again for that quarter, even
    /// if its schedule entry has been changed since.
    package struct Run: Hashable, Sendable {
        /// What ran.
        package let job: ScheduleEntry.Job
        /// The quarter of a fiscal year that it ran for.
        package let quarter: Period

        /// Makes the record of a run.
        package init(job: ScheduleEntry.Job, quarter: Period) {
            self.job = job
            self.quarter = quarter
        }
    }

    /// The schedule entry.
    package let entry: ScheduleEntry
    /// The quarter of a fiscal year that it is due for.
    package let quarter: Period
    /// The moment from which it is due.
    package let dueAt: Timestamp

    /// What the ledger is to remember once it has run.
    package var run: Run { Run(job: entry.job, quarter: quarter) }
}

/// Finds what the schedule asks for.
package enum DueJobs {
    /// The jobs that are due and have not run, oldest first.
    ///
    /// A job is due once for each closed quarter whose moment lies after the ledger's creation and
    /// not after `now`, also when nobody was there to run it at that time. Of two entries for the
    /// same job the earlier one counts.
    package static func due(
        entries: [ScheduleEntry], calendar: BusinessCalendar, ledgerCreated: Timestamp,
        now: Timestamp, alreadyRun: Set<DueJob.Run>
    ) -> [DueJob] {
        var seen = alreadyRun
        return entries.flatMap { entry in
            moments(of: entry, calendar, after: ledgerCreated).prefix { $0.dueAt <= now }
        }
        .sorted { ($0.dueAt, $0.quarter) < ($1.dueAt, $1.quarter) }
        .filter { seen.insert($0.run).inserted }
    }

    /// The next moment after `moment` at which an entry comes due; nil where there is no entry.
    package static func next(
        entries: [ScheduleEntry], calendar: BusinessCalendar, after moment: Timestamp
    ) -> Timestamp? {
        entries.compactMap { entry in
            moments(of: entry, calendar, after: moment).first { _ in true }?.dueAt
        }.min()
    }

    /// When an entry comes due for a quarter.
    package static func dueAt(
        _ entry: ScheduleEntry, calendar: BusinessCalendar, quarter: Period
    ) -> Timestamp {
        let day = calendar.workingDay(entry.workingDaysAfterEnd, after: quarter.lastDay)
        return Timestamp(japanDate: day, hour: entry.hour, minute: entry.minute)
    }

    /// Everything that an entry asks for after a moment, without end.
    private static func moments(
        of entry: ScheduleEntry, _ calendar: BusinessCalendar, after moment: Timestamp
    ) -> some Sequence<DueJob> {
        let job = { quarter in
            DueJob(
                entry: entry, quarter: quarter,
                dueAt: dueAt(entry, calendar: calendar, quarter: quarter))
        }
        // A quarter comes due after its end, perhaps quarters later, and after the quarter before it.
        var first = Period.quarter(.fiscal, containing: moment.japanDate)
        while true {
            let before = Period.quarter(.fiscal, containing: first.firstDay.adding(days: -1))
            guard job(before).dueAt > moment else { break }
            first = before
        }
        return sequence(first: first) { quarter in
            Period.quarter(.fiscal, containing: quarter.lastDay.adding(days: 1))
        }
        .lazy
        .map(job)
        .drop { $0.dueAt <= moment }
    }
}
