/// The record of what happened, as rows that are chained by their hashes.
extension Migrations {
    /// Rows are only added, by the triggers of `AuditedTable`; `AuditChain` gives them their hashes before their transaction
    /// is committed.
    static let audit = """
        CREATE TABLE audit (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            -- The table and the key of what was recorded there.
            fact TEXT NOT NULL,
            key TEXT NOT NULL,
            at INTEGER,
            -- What the fact says, as JSON.
            content TEXT NOT NULL,
            -- The first row of the same transaction.
            batch INTEGER,
            -- Under which configuration it happened; NULL for what was recorded before configurations were.
            configuration INTEGER,
            hash TEXT
        );
        CREATE INDEX audit_fact ON audit (fact, key, id);
        CREATE INDEX audit_batch ON audit (batch);
        CREATE INDEX audit_pending ON audit (id) WHERE hash IS NULL;
        CREATE TRIGGER audit_kept BEFORE UPDATE ON audit WHEN OLD.hash IS NOT NULL
            BEGIN SELECT RAISE(ABORT, 'rows of the audit are never changed'); END;
        CREATE TRIGGER audit_not_deleted BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'rows of the audit are never deleted'); END;

        -- The configurations that were used: the SHA-256 of the file's bytes, and the strategies' editions as JSON.
        CREATE TABLE configuration_record (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            file TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            strategies TEXT NOT NULL,
            known_at INTEGER NOT NULL
        );

        -- Which indicators a notice speaks of, separated by blanks, and by which post somebody got it.
        ALTER TABLE notice ADD COLUMN indicators TEXT NOT NULL DEFAULT '';
        ALTER TABLE delivery ADD COLUMN post TEXT;
        """
}
