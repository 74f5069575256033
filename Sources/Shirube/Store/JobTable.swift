import GRDB
import ShirubeCore

extension Ledger {
    /// The scheduled jobs of a strategy that have run, each with the quarter it ran for.
    func runs(strategy: Identifier<Strategy>) throws -> Set<DueJob.Run> {
        let rows = try Row.fetchAll(
            db, sql: "SELECT job, quarter FROM job_run WHERE strategy = ?",
            arguments: [strategy.text])
        return try Set(
            rows.map { row in
                guard let quarter = Period(code: row["quarter"]) else {
                    throw DatabaseError(
                        resultCode: .SQLITE_CORRUPT, message: "unreadable quarter in a job's run")
                }
                return DueJob.Run(
                    job: try Self.word(row["job"], as: ScheduleEntry.Job.self), quarter: quarter)
            })
    }

    /// Records that a scheduled job has run for a quarter, in the transaction of what it caused.
    func record(
        _ run: DueJob.Run, strategy: Identifier<Strategy>, dueAt: Timestamp, now: Timestamp
    ) throws {
        try db.execute(
            sql:
                "INSERT INTO job_run (strategy, job, quarter, due_at, ran_at) VALUES (?, ?, ?, ?, ?)",
            arguments: [
                strategy.text, run.job.rawValue, run.quarter.description, dueAt, now,
            ])
    }
}
