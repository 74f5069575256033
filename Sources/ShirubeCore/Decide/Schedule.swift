/// A job that runs once in each period of its kind, in the office's words.
package struct ScheduleEntry: Sendable, Equatable {
    /// What runs.
    package enum Job: String, Sendable, CaseIterable {
        /// The quarterly summary (四半期まとめ) to its recipients.
        case quarterlySummary
        /// A message a person about open alerts (警告のお知らせ), where anything is due.
        case alertRound
        /// The inquiry (照会): each department is asked for the figures that it owes, and gets its form.
        case inquiry
        /// A reminder to departments that have not answered, some working days before a due day.
        case reminder

        /// How often it may run.
        package var intervals: [Interval] {
            switch self {
            case .quarterlySummary: [.quarter]
            case .inquiry: [.quarter, .month, .fiscalYear]
            case .reminder: [.workingDay]
            case .alertRound: [.workingDay, .week, .month]
            }
        }

        /// What becomes of a run that was missed, where the configuration does not say.
        package var missed: MissedRuns {
            switch self {
            case .quarterlySummary: .once
            // Who was not asked for a quarter that is long over is asked by the next form.
            case .inquiry, .reminder: .merge
            case .alertRound: .merge
            }
        }

        /// What people call it.
        package var wording: Wording {
            switch self {
            case .quarterlySummary: Wording(ja: "四半期まとめ", en: "quarterly summary")
            case .inquiry: Wording(ja: "照会", en: "inquiry")
            case .reminder: Wording(ja: "提出のお願い", en: "reminder")
            case .alertRound: Wording(ja: "警告のお知らせ", en: "alerts")
            }
        }
    }

    /// How often a job runs.
    package enum Interval: String, Sendable, CaseIterable {
        /// Each quarter of the fiscal year.
        case quarter
        /// Each month.
        case month
        /// Each fiscal year.
        case fiscalYear
        /// Each week, which begins on a Monday.
        case week
        /// Each day on which offices work.
        case workingDay
    }

    /// On which day it runs.
    ///
    /// A run speaks of the period that ended before it; all rules but the first and the last count within the period that
    /// follows.
    package enum DayRule: Sendable, Equatable {
        /// As many working days after the period's end, at least 1.
        case workingDaysAfterEnd(Int)
        /// The n-th working day, from 1; the last one where there are fewer.
        case workingDay(Int)
        /// A day of the month, its last where the month is shorter; a closed day moves on to the next working day.
        case dayOfMonth(Int)
        /// A day of the fiscal year; a closed day moves on to the next working day.
        case dayOfYear(MonthDay)
        /// The last such day of the week, 0 for Sunday to 6 for Saturday; a closed day moves back to the working day
        /// before, so that it stays within the period.
        case last(weekday: Int)
        /// The day itself, for what runs each working day.
        case itself
    }

    /// What becomes of a run that was not made on its day, because nobody was there to make it.
    package enum MissedRuns: String, Sendable, CaseIterable {
        /// Each is made up for, late.
        case once
        /// It is left out.
        case skip
        /// Of those that have been missed the newest is made up for, and stands for the others.
        case merge
    }

    /// What runs.
    package let job: Job
    /// How often.
    package let interval: Interval
    /// On which day.
    package let day: DayRule
    /// At what time.
    package let time: TimeOfDay
    /// For which strategies; empty for all.
    package let strategies: [Identifier<Strategy>]
    /// What becomes of missed runs.
    package let missed: MissedRuns
    /// How many working days the planning division has to look at what was built before it is sent; 0 sends it at once.
    package let releaseAfterWorkingDays: Int
    /// How many working days before a due day a reminder goes to whoever has not answered, from 1.
    package let leadWorkingDays: Int

    /// Makes a schedule entry; without `missed`, missed runs are treated as the job's are.
    package init(
        job: Job, each interval: Interval, on day: DayRule, at time: TimeOfDay,
        strategies: [Identifier<Strategy>] = [], missed: MissedRuns? = nil,
        releaseAfterWorkingDays: Int = 3, leadWorkingDays: Int = 3
    ) {
        self.job = job
        self.interval = interval
        self.day = day
        self.time = time
        self.strategies = strategies
        self.missed = missed ?? job.missed
        self.releaseAfterWorkingDays = releaseAfterWorkingDays
        self.leadWorkingDays = leadWorkingDays
    }

    /// Whether it is meant for a strategy.
    package func covers(_ strategy: Identifier<Strategy>) -> Bool {
        strategies.isEmpty || strategies.contains(strategy)
    }

    /// When it runs for a period; nil where offices work on no day on which it could.
    package func moment(for period: JobPeriod, _ calendar: BusinessCalendar) -> Timestamp? {
        date(for: period, calendar).map(time.on)
    }

    private func date(for period: JobPeriod, _ calendar: BusinessCalendar) -> CivilDate? {
        let first = period.next.firstDay
        let last = period.next.lastDay
        switch day {
        case .itself:
            return calendar.isWorkingDay(period.firstDay) ? period.firstDay : nil
        case .workingDaysAfterEnd(let number):
            return calendar.workingDay(number, after: period.lastDay)
        case .workingDay(let number):
            let day = calendar.workingDay(number, after: period.lastDay)
            return day <= last ? day : calendar.workingDay(upTo: last, from: first)
        case .dayOfMonth(let number):
            let day = first.adding(days: number - 1)
            return calendar.workingDay(notBefore: min(day, last))
        case .dayOfYear(let day):
            let year = day.month < first.month ? first.year + 1 : first.year
            let length = CivilDate.lengthOfMonth(year: year, month: day.month)
            return CivilDate(year, day.month, min(day.day, length))
                .map(calendar.workingDay(notBefore:))
        case .last(let weekday):
            let back = (last.weekday - weekday + 7) % 7
            return calendar.workingDay(upTo: last.adding(days: -back), from: first)
        }
    }
}
