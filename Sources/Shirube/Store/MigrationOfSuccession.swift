/// Which indicators of a plan go on from those of the plan before.
extension Migrations {
    /// Rows are only added; the newest one of an indicator counts, and says nothing of a predecessor where it has none any
    /// more.
    static let succession = """
        CREATE TABLE indicator_succession (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            indicator TEXT NOT NULL,
            -- The indicator of the plan before; NULL for none any more.
            predecessor_strategy TEXT,
            predecessor TEXT,
            -- By what its figures are multiplied.
            factor REAL NOT NULL,
            -- Why its figures cannot be compared; NULL where they are taken over.
            new_series TEXT,
            known_at INTEGER NOT NULL
        );
        CREATE INDEX indicator_succession_indicator
            ON indicator_succession (strategy, indicator, id);
        """
}
