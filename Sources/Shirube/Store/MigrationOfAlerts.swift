/// Alerts have types, and every step of theirs is kept.
extension Migrations {
    /// What was an indicator's lag becomes an alert of that type, with the steps that are known of it.
    static let alertTypes = """
        CREATE TABLE alert_of_type (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            type TEXT NOT NULL,
            -- An indicator's id; of a failure, what has failed.
            subject TEXT NOT NULL,
            status TEXT,
            raised_at INTEGER NOT NULL,
            closed_at INTEGER
        );
        INSERT INTO alert_of_type
            SELECT id, strategy, 'lagging', indicator, status, raised_at, closed_at FROM alert
            ORDER BY id;
        DROP TABLE alert;
        ALTER TABLE alert_of_type RENAME TO alert;
        CREATE INDEX alert_subject ON alert (strategy, subject, id);
        CREATE UNIQUE INDEX alert_open ON alert (strategy, type, subject) WHERE closed_at IS NULL;

        -- Every step of an alert, with its reason. Rows are only added.
        CREATE TABLE alert_transition (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            alert_id INTEGER NOT NULL REFERENCES alert (id),
            kind TEXT NOT NULL,
            at INTEGER NOT NULL,
            status TEXT,
            code TEXT NOT NULL,
            text_ja TEXT NOT NULL,
            text_en TEXT NOT NULL,
            -- Who did it; NULL for the program.
            author TEXT,
            -- What was answered, and the day on which that is looked at again.
            action TEXT,
            review_on TEXT,
            -- Who was told, and at what point.
            role TEXT,
            stage TEXT
        );
        CREATE INDEX alert_transition_alert ON alert_transition (alert_id, id);
        CREATE INDEX alert_transition_at ON alert_transition (at);
        INSERT INTO alert_transition (alert_id, kind, at, status, code, text_ja, text_en)
            SELECT id, 'opened', raised_at, status, 'before', '以前の版で記録された警告です。',
                'It was recorded by an earlier version.' FROM alert ORDER BY id;
        INSERT INTO alert_transition (alert_id, kind, at, status, code, text_ja, text_en, role, stage)
            SELECT id, 'told', raised_at, status, 'before', '以前の版で記録された警告です。',
                'It was recorded by an earlier version.', 'staff', 'onset' FROM alert ORDER BY id;
        INSERT INTO alert_transition (alert_id, kind, at, status, code, text_ja, text_en)
            SELECT id, 'closed', closed_at, NULL, 'before', '以前の版で記録された警告です。',
                'It was recorded by an earlier version.' FROM alert WHERE closed_at IS NOT NULL
            ORDER BY id;
        """

    /// What somebody wants to hear nothing of for a time.
    static let silences = """
        -- Rows are only added: one that ends another before its day names it.
        CREATE TABLE silence (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            indicator TEXT,
            department TEXT,
            type TEXT,
            until TEXT,
            reason TEXT NOT NULL,
            author TEXT NOT NULL,
            at INTEGER NOT NULL,
            ends INTEGER UNIQUE REFERENCES silence (id)
        );

        -- Up to which step of an alert the planning division has been told. Rows are only added.
        CREATE TABLE alert_digest (
            strategy TEXT NOT NULL,
            through INTEGER NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (strategy, through)
        ) WITHOUT ROWID;
        """
}
