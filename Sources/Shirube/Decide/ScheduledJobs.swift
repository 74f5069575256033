package import ShirubeCore

/// What each scheduled job does, and whom it reaches: the table from a job to its edition.
package enum ScheduledJobs {
    /// Records from when on runs are owed: those of a job that is new are from `now`, and none from before.
    static func takeUp(_ setup: Setup, store: Store, now: Timestamp) throws {
        try store.write { ledger in
            for strategy in setup.strategies {
                let entries = setup.configuration.schedule.filter { $0.covers(strategy.id) }
                try ledger.schedule(Set(entries.map(\.job)), strategy: strategy.id, now: now)
            }
        }
    }

    /// Makes one run, inside the transaction that records it; for further plans where one run speaks of several.
    ///
    /// - Returns: what was done, for the journal.
    static func run(
        _ job: DueJob, strategy: Strategy, beside others: [Strategy] = [], postbox: Postbox,
        in ledger: Ledger, now: Timestamp
    ) throws -> String {
        switch job.entry.job {
        case .quarterlySummary:
            try SummaryRelease.run(job, strategy: strategy, postbox: postbox, in: ledger, now: now)
        case .alertRound:
            try AlertRound(strategies: [strategy] + others, postbox: postbox, now: now)
                .run(job, in: ledger)
        case .inquiry:
            try Inquiry(strategy: strategy, postbox: postbox)
                .ask(for: job.figures, in: ledger, now: now)
        case .reminder:
            try Inquiry(strategy: strategy, postbox: postbox)
                .remind(workingDaysAhead: job.entry.leadWorkingDays, in: ledger, now: now)
        }
    }

    /// Whether a run is a plan's own: its summaries begin with its first quarter, and end with its last one where the next
    /// plan has begun.
    package static func isOf(_ strategy: Strategy, _ job: DueJob, setup: Setup) -> Bool {
        guard job.entry.job == .quarterlySummary else { return true }
        let start = job.quarter.firstDay
        let hasHeir = setup.strategies.contains {
            $0.succeeds == strategy.id && $0.firstDay <= start
        }
        return strategy.firstDay <= start && (!hasHeir || strategy.holds(job.quarter))
    }

    /// Whom a run on a day reaches, by today's configuration.
    package static func recipients(
        of job: ScheduleEntry.Job, strategy: Strategy, setup: Setup, on day: CivilDate
    ) -> [Recipient] {
        let routing = setup.routing(of: strategy)
        switch job {
        case .quarterlySummary:
            return routing.summaryRecipients(
                departments: strategy.departments.map(\.id), on: day)
        case .alertRound:
            // Whoever may be told, where anything is due.
            let heads = strategy.departments.flatMap { department in
                Role.ofDepartment.flatMap {
                    routing.recipients(of: $0, department: department.id, on: day)
                }
            }
            return Recipient.distinct(
                heads
                    + routing.previewRecipients(
                        planningDepartment: strategy.planningDepartment, on: day))
        case .inquiry, .reminder:
            return Recipient.distinct(
                strategy.departments.flatMap {
                    routing.recipients(of: .staff, department: $0.id, on: day)
                })
        }
    }

    /// The runs that come within some days, soonest first, and whom they reach.
    ///
    /// - Parameters:
    ///   - days: how many days, from `now` on.
    ///   - strategies: whose runs.
    ///   - setup: the schedule and the routes.
    ///   - now: the moment.
    /// - Returns: the runs.
    package static func agenda(
        days: Int, of strategies: [Strategy], setup: Setup, now: Timestamp
    ) -> AgendaDocument {
        let rows = strategies.flatMap { strategy in
            DueJobs.coming(
                entries: setup.configuration.schedule,
                calendar: setup.configuration.office.calendar, strategy: strategy.id, after: now,
                through: now.adding(seconds: days * 86_400)
            ).filter { isOf(strategy, $0, setup: setup) }.map { job in
                AgendaDocument.Row(
                    strategy: strategy.id, job: job,
                    recipients: recipients(
                        of: job.entry.job, strategy: strategy, setup: setup,
                        on: job.dueAt.japanDate))
            }
        }
        return AgendaDocument(rows: rows.sorted { $0.job.dueAt < $1.job.dueAt }, days: days)
    }
}
