/// Decisions that are taken back, deliveries that wait for the office, and tests that were sent.
extension Migrations {
    /// Rows are only added: a decision that is taken back stays as it was.
    static let withdrawals = """
        CREATE TABLE decision_withdrawal (
            decision_id INTEGER PRIMARY KEY NOT NULL REFERENCES decision (id),
            post TEXT NOT NULL,
            author TEXT NOT NULL,
            reason TEXT NOT NULL,
            known_at INTEGER NOT NULL
        );

        -- Whether each attempt waits for office hours; deliveries from before leave as they did.
        ALTER TABLE delivery ADD COLUMN waits_for_office INTEGER NOT NULL DEFAULT 0;

        -- Messages that say they are a test, with what came of them.
        CREATE TABLE test_message (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            route TEXT NOT NULL,
            recipient TEXT NOT NULL,
            author TEXT NOT NULL,
            -- NULL while it is being sent, and for good where the program ended meanwhile.
            outcome TEXT,
            detail TEXT,
            known_at INTEGER NOT NULL
        );
        """
}
