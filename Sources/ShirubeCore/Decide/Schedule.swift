/// A job that runs once in each period of its kind, in the office's words.
package struct ScheduleEntry: Sendable, Equatable {
    /// What runs.
    package enum Job: String, Sendable, CaseIterable {
        /// The quarterly summary (四半期まとめ) to its recipients.
        case quarterlySummary
    }

    /// What runs.
    package let job: Job
    /// How many working days after the quarter's last day, at least 1.
    package let workingDaysAfterEnd: Int
    /// The hour in Japan, 0 to 23.
    package let hour: Int
    /// The minute, 0 to 59.
    package let minute: Int
    /// How many working days the planning division has to look at what was built before it is sent; 0 sends it at once.
    package let releaseAfterWorkingDays: Int

    /// Makes a schedule entry.
    package init(
        job: Job, workingDaysAfterEnd: Int, hour: Int, minute: Int,
        releaseAfterWorkingDays: Int = 3
    ) {
        self.job = job
        self.workingDaysAfterEnd = workingDaysAfterEnd
        self.hour = hour
        self.minute = minute
        self.releaseAfterWorkingDays = releaseAfterWorkingDays
    }
}
