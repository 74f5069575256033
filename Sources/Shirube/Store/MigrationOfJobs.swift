/// Jobs run by the month, the week and the day as well as by the quarter, and may be missed.
extension Migrations {
    /// A run is known by the code of any period, with what became of it; and it is kept since when a job is scheduled, so
    /// that a job that is new owes nothing from before.
    static let jobPeriods = """
        CREATE TABLE settled_run (
            strategy TEXT NOT NULL,
            job TEXT NOT NULL,
            -- A code such as FY2022Q2, FY2022-09, FY2022, 2022-W41 or 2022-10-17.
            period TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            settled_at INTEGER NOT NULL,
            settlement TEXT NOT NULL CHECK (settlement IN ('ran', 'skipped', 'merged')),
            PRIMARY KEY (strategy, job, period)
        ) WITHOUT ROWID;
        INSERT INTO settled_run
            SELECT strategy, job, quarter, due_at, ran_at, 'ran' FROM job_run;
        DROP TABLE job_run;
        ALTER TABLE settled_run RENAME TO job_run;

        CREATE TABLE job_start (
            strategy TEXT NOT NULL,
            job TEXT NOT NULL,
            since INTEGER NOT NULL,
            PRIMARY KEY (strategy, job)
        ) WITHOUT ROWID;
        -- Before, a summary was owed from the ledger's creation on.
        INSERT INTO job_start
            SELECT DISTINCT e.strategy, 'quarterlySummary', m.value
            FROM strategy_edition e, meta m WHERE m.key = 'created';
        """
}
