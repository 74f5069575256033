extension Migrations {
    /// The editions of the quarterly summary, each draft byte for byte, and what people have done about them.
    static let summaries = """
        -- One row for each edition that people get: 1 for the first, more for corrections.
        CREATE TABLE summary_edition (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            quarter TEXT NOT NULL,
            number INTEGER NOT NULL,
            release_at INTEGER NOT NULL,
            UNIQUE (strategy, quarter, number)
        );

        -- The drafts of an edition: rows are only added, and the newest is the one that is sent.
        CREATE TABLE summary_draft (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            edition_id INTEGER NOT NULL REFERENCES summary_edition (id),
            cutoff INTEGER NOT NULL,
            subject TEXT NOT NULL
        );
        CREATE INDEX summary_draft_edition ON summary_draft (edition_id);

        -- What a draft says, as text, html, json, and slack/0, slack/1 and so on.
        CREATE TABLE summary_document (
            draft_id INTEGER NOT NULL REFERENCES summary_draft (id),
            name TEXT NOT NULL,
            content BLOB NOT NULL,
            PRIMARY KEY (draft_id, name)
        );

        -- hold, resume, release by a person; sent by the program. Rows are only added.
        CREATE TABLE summary_event (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            edition_id INTEGER NOT NULL REFERENCES summary_edition (id),
            kind TEXT NOT NULL CHECK (kind IN ('hold', 'resume', 'release', 'sent')),
            author TEXT NOT NULL,
            reason TEXT NOT NULL,
            at INTEGER NOT NULL
        );
        CREATE INDEX summary_event_edition ON summary_event (edition_id);
        """
}
