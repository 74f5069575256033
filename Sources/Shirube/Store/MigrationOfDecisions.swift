/// What the city decides after a quarter, and what becomes of it.
extension Migrations {
    /// Rows are only added: a decision is never altered, and that its act was done is a row of its own.
    static let decisions = """
        CREATE TABLE decision (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            -- indicator, program or measure, and its id.
            kind TEXT NOT NULL CHECK (kind IN ('indicator', 'program', 'measure')),
            subject TEXT NOT NULL,
            quarter TEXT NOT NULL,
            verdict TEXT NOT NULL CHECK (verdict IN ('continue', 'improve', 'revise', 'abolish')),
            post TEXT NOT NULL,
            author TEXT NOT NULL,
            reason TEXT NOT NULL,
            act TEXT,
            due TEXT,
            effect_by TEXT,
            known_at INTEGER NOT NULL,
            CHECK ((act IS NULL) = (due IS NULL))
        );
        CREATE INDEX decision_strategy ON decision (strategy, id);

        CREATE TABLE act_done (
            decision_id INTEGER PRIMARY KEY NOT NULL REFERENCES decision (id),
            post TEXT NOT NULL,
            author TEXT NOT NULL,
            reason TEXT NOT NULL,
            known_at INTEGER NOT NULL
        );

        -- When people were asked what has become of an act.
        CREATE TABLE act_follow_up (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            decision_id INTEGER NOT NULL REFERENCES decision (id),
            at INTEGER NOT NULL
        );
        CREATE INDEX act_follow_up_decision ON act_follow_up (decision_id, id);
        """
}
