import GRDB
import ShirubeCore

extension Ledger {
    /// How far back settled runs are looked up: further than any entry could ask again for a period.
    private static let daysRemembered = 800

    /// What is known of a strategy's scheduled jobs.
    func jobs(strategy: Identifier<Strategy>, now: Timestamp) throws -> JobLedger {
        let begun = try Row.fetchAll(
            db, sql: "SELECT job, since FROM job_start WHERE strategy = ?",
            arguments: [strategy.text]
        ).map { (try Self.job($0), $0["since"] as Timestamp) }
        let through = try Row.fetchAll(
            db,
            sql: "SELECT job, MAX(due_at) AS due_at FROM job_run WHERE strategy = ? GROUP BY job",
            arguments: [strategy.text]
        ).map { (try Self.job($0), $0["due_at"] as Timestamp) }
        let settled = try Row.fetchAll(
            db, sql: "SELECT job, period FROM job_run WHERE strategy = ? AND due_at >= ?",
            arguments: [strategy.text, now.adding(seconds: -Self.daysRemembered * 86_400)])
        return JobLedger(
            begun: Dictionary(begun, uniquingKeysWith: { first, _ in first }),
            settledThrough: Dictionary(through, uniquingKeysWith: { first, _ in first }),
            settled: try Set(
                settled.map { row in
                    guard let period = JobPeriod(code: row["period"]) else {
                        throw DatabaseError(
                            resultCode: .SQLITE_CORRUPT, message: "unreadable period in a job's run"
                        )
                    }
                    return DueJob.Run(job: try Self.job(row), period: period)
                }))
    }

    /// Since when a job is scheduled; nil where it is not.
    func start(of job: ScheduleEntry.Job, strategy: Identifier<Strategy>) throws -> Timestamp? {
        try Timestamp.fetchOne(
            db, sql: "SELECT since FROM job_start WHERE strategy = ? AND job = ?",
            arguments: [strategy.text, job.rawValue])
    }

    /// Records from when on jobs are scheduled: since now for those that were not, and no more for those that are not.
    func schedule(
        _ jobs: Set<ScheduleEntry.Job>, strategy: Identifier<Strategy>, now: Timestamp
    ) throws {
        for job in ScheduleEntry.Job.allCases where !jobs.contains(job) {
            try db.execute(
                sql: "DELETE FROM job_start WHERE strategy = ? AND job = ?",
                arguments: [strategy.text, job.rawValue])
        }
        for job in jobs {
            try db.execute(
                sql: """
                    INSERT INTO job_start (strategy, job, since) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """, arguments: [strategy.text, job.rawValue, now])
        }
    }

    /// Records what has become of a scheduled run, in the transaction of what it caused.
    func record(
        _ job: DueJob, _ settlement: DueJob.Settlement, strategy: Identifier<Strategy>,
        now: Timestamp
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO job_run (strategy, job, period, due_at, settled_at, settlement)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                strategy.text, job.run.job.rawValue, job.period.description, job.dueAt, now,
                settlement.rawValue,
            ])
    }

    private static func job(_ row: Row) throws -> ScheduleEntry.Job {
        try word(row["job"], as: ScheduleEntry.Job.self)
    }
}
