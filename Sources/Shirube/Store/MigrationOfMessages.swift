/// Messages apart from their recipients.
extension Migrations {
    /// What many recipients get is kept once.
    ///
    /// A delivery's exact bytes are its head and the body that it names.
    /// `thread` is what messages have in common that must not overtake each other on the way to one recipient; empty for
    /// none. `granted` is the start of the machine in which a courier has taken it up and not yet tried it; NULL for none.
    static let messages = """
        CREATE TABLE message_body (
            id INTEGER PRIMARY KEY,
            sha256 TEXT NOT NULL UNIQUE,
            bytes BLOB NOT NULL
        );
        CREATE TABLE new_delivery (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            notice_id INTEGER NOT NULL REFERENCES notice (id),
            route TEXT NOT NULL CHECK (route IN ('mail', 'webhook')),
            recipient TEXT NOT NULL,
            part INTEGER NOT NULL,
            post TEXT,
            waits_for_office INTEGER NOT NULL DEFAULT 0,
            thread TEXT NOT NULL DEFAULT '',
            head BLOB NOT NULL,
            body_id INTEGER NOT NULL REFERENCES message_body (id),
            state TEXT NOT NULL
                CHECK (state IN ('due', 'sending', 'delivered', 'dead', 'dropped')),
            granted TEXT,
            attempts INTEGER NOT NULL DEFAULT 0,
            first_attempt_at INTEGER,
            next_attempt_at INTEGER NOT NULL,
            finished_at INTEGER,
            UNIQUE (notice_id, route, recipient, part)
        );
        INSERT INTO message_body (sha256, bytes)
            SELECT DISTINCT shirube_sha256(substr(payload, 1 + split)), substr(payload, 1 + split)
            FROM (SELECT payload, \(split) AS split FROM delivery);
        INSERT INTO new_delivery (id, notice_id, route, recipient, part, post, waits_for_office,
                head, body_id, state, attempts, first_attempt_at, next_attempt_at, finished_at)
            SELECT d.id, notice_id, route, recipient, part, post, waits_for_office,
                substr(payload, 1, split), b.id, state, attempts, first_attempt_at, next_attempt_at, finished_at
            FROM (SELECT *, \(split) AS split FROM delivery) d
            JOIN message_body b ON b.sha256 = shirube_sha256(substr(payload, 1 + split))
            ORDER BY d.id;
        DROP TABLE delivery;
        ALTER TABLE new_delivery RENAME TO delivery;
        CREATE INDEX delivery_open ON delivery (route, next_attempt_at, id)
            WHERE state IN ('due', 'sending');
        CREATE INDEX delivery_thread ON delivery (route, recipient, thread, id)
            WHERE state IN ('due', 'sending') AND thread <> '';
        """

    /// How many bytes the head of a message has: those of a mail end with a line without text, a post has none.
    private static let split = """
        CASE WHEN route = 'mail' AND instr(payload, X'0D0A0D0A') > 0
            THEN instr(payload, X'0D0A0D0A') + 3 ELSE 0 END
        """
}
