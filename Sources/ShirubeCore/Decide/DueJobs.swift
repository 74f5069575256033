/// A run of a scheduled job for one period.
package struct DueJob: Sendable, Equatable {
    /// What the ledger remembers of a run that is settled: it is not made again for that period, even if its schedule
    /// entry has been changed since.
    package struct Run: Hashable, Sendable {
        /// What ran.
        package let job: ScheduleEntry.Job
        /// The period that it spoke of.
        package let period: JobPeriod

        /// Makes the record of a run.
        package init(job: ScheduleEntry.Job, period: JobPeriod) {
            self.job = job
            self.period = period
        }
    }

    /// What becomes of a run.
    package enum Settlement: String, Sendable, CaseIterable {
        /// It is made.
        case ran
        /// It was missed and is left out.
        case skipped
        /// It was missed, and a later one stands for it.
        case merged
    }

    /// The schedule entry.
    package let entry: ScheduleEntry
    /// The period that it speaks of.
    package let period: JobPeriod
    /// The moment from which it is due.
    package let dueAt: Timestamp

    /// What the ledger is to remember once it is settled.
    package var run: Run { Run(job: entry.job, period: period) }

    /// The quarter of a fiscal year that it speaks of; for another kind of period, the last one that was over on its day.
    package var quarter: Period {
        if case .period(let period) = period, period.monthIndices.count == 3 { return period }
        return .lastClosedQuarter(.fiscal, on: dueAt.japanDate)
    }

    /// The period whose figures it speaks of: its own, or where that is a week or a day, the quarter that was over last.
    package var figures: Period {
        if case .period(let period) = period { period } else { quarter }
    }

    /// Whether its day is past.
    package func isLate(at now: Timestamp) -> Bool { dueAt.japanDate < now.japanDate }
}

/// What of a strategy's schedule is known to have begun and to be settled.
package struct JobLedger: Sendable, Equatable {
    /// Since when each job is scheduled; nothing is owed from before.
    package let begun: [ScheduleEntry.Job: Timestamp]
    /// The newest moment at which a run that is settled was due, by job; what was due before is settled.
    package let settledThrough: [ScheduleEntry.Job: Timestamp]
    /// The newest runs that are settled, as far back as any entry could ask again.
    package let settled: Set<DueJob.Run>

    /// Makes the record of a schedule.
    package init(
        begun: [ScheduleEntry.Job: Timestamp] = [:],
        settledThrough: [ScheduleEntry.Job: Timestamp] = [:], settled: Set<DueJob.Run> = []
    ) {
        self.begun = begun
        self.settledThrough = settledThrough
        self.settled = settled
    }

    /// After which moment runs of a job are owed; nil where it is not known to be scheduled.
    fileprivate func start(of job: ScheduleEntry.Job) -> Timestamp? {
        begun[job].map { max($0, settledThrough[job] ?? $0) }
    }
}

/// Finds what the schedule asks for.
package enum DueJobs {
    /// The runs that are due and not settled, oldest first, each with what becomes of it.
    ///
    /// A run is due once for each period whose moment lies after its job was first scheduled and not after `now`. One
    /// that was not made on its day is missed; what becomes of it then is the entry's `missed`.
    ///
    /// - Parameters:
    ///   - entries: the schedule.
    ///   - calendar: the offices' working days.
    ///   - strategy: whose runs.
    ///   - ledger: what is known of them.
    ///   - now: the moment.
    /// - Returns: the runs, and what becomes of them.
    package static func due(
        entries: [ScheduleEntry], calendar: BusinessCalendar, strategy: Identifier<Strategy>,
        ledger: JobLedger, now: Timestamp
    ) -> [(job: DueJob, settlement: DueJob.Settlement)] {
        var seen = ledger.settled
        return entries.filter { $0.covers(strategy) }.flatMap { entry in
            let start = ledger.start(of: entry.job) ?? now
            let due = Array(moments(of: entry, calendar, after: start).prefix { $0.dueAt <= now })
            return due.enumerated().map { index, job in
                (job: job, settlement: settlement(of: job, isNewest: index == due.count - 1, now))
            }
        }
        .sorted { ($0.job.dueAt, $0.job.period.lastDay) < ($1.job.dueAt, $1.job.period.lastDay) }
        .filter { seen.insert($0.job.run).inserted }
    }

    private static func settlement(
        of job: DueJob, isNewest: Bool, _ now: Timestamp
    ) -> DueJob.Settlement {
        switch job.entry.missed {
        case .once: .ran
        case .skip: job.isLate(at: now) ? .skipped : .ran
        case .merge: isNewest ? .ran : .merged
        }
    }

    /// The next moment after `moment` at which an entry comes due; nil where there is no entry.
    package static func next(
        entries: [ScheduleEntry], calendar: BusinessCalendar, after moment: Timestamp
    ) -> Timestamp? {
        entries.compactMap { entry in
            moments(of: entry, calendar, after: moment).first { _ in true }?.dueAt
        }.min()
    }

    /// The runs for a strategy that come due after `start` and not after `end`, in order.
    package static func coming(
        entries: [ScheduleEntry], calendar: BusinessCalendar, strategy: Identifier<Strategy>,
        after start: Timestamp, through end: Timestamp
    ) -> [DueJob] {
        entries.filter { $0.covers(strategy) }.flatMap { entry in
            moments(of: entry, calendar, after: start).prefix { $0.dueAt <= end }
        }
        .sorted { ($0.dueAt, $0.period.lastDay) < ($1.dueAt, $1.period.lastDay) }
    }

    /// Everything that an entry asks for after a moment, without end.
    private static func moments(
        of entry: ScheduleEntry, _ calendar: BusinessCalendar, after moment: Timestamp
    ) -> some Sequence<DueJob> {
        // A period's run comes after its end, perhaps periods later, and after the run of the period before it.
        var first = JobPeriod(entry.interval, containing: moment.japanDate)
        while true {
            let before = first.previous
            let dueAt = entry.moment(for: before, calendar)
            guard dueAt.map({ $0 > moment }) ?? true else { break }
            first = before
        }
        return sequence(first: first) { $0.next }
            .lazy
            .compactMap { period in
                entry.moment(for: period, calendar).map {
                    DueJob(entry: entry, period: period, dueAt: $0)
                }
            }
            .drop { $0.dueAt <= moment }
    }
}
