/// What operators do about the outbox, and what was sent, for as long as it is kept.
extension Migrations {
    /// Nobody alters rows of `outbox_act` and `outbox_pause`; the audit keeps both.
    ///
    /// `size` is how many bytes a compressed body has uncompressed; NULL where it is not compressed. `removed_at` is when a
    /// body went because nobody needs it any more; NULL where it is there. `is_dropped` says that a delivery that is in the
    /// middle of an attempt gets no other one.
    static let outbox = """
        CREATE TABLE outbox_act (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kind TEXT NOT NULL CHECK (kind IN ('resend', 'drop')),
            delivery_id INTEGER NOT NULL REFERENCES delivery (id),
            formerly TEXT NOT NULL,
            formerly_finished_at INTEGER,
            author TEXT NOT NULL,
            reason TEXT NOT NULL,
            at INTEGER NOT NULL
        );
        CREATE INDEX outbox_act_delivery ON outbox_act (delivery_id);

        -- No route is all of them; a channel goes with the route of webhooks. `ends` is the pause that is ended by this row.
        CREATE TABLE outbox_pause (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            route TEXT CHECK (route IN ('mail', 'webhook')),
            channel TEXT,
            until INTEGER,
            author TEXT NOT NULL,
            reason TEXT NOT NULL,
            at INTEGER NOT NULL,
            ends INTEGER UNIQUE REFERENCES outbox_pause (id)
        );

        ALTER TABLE delivery ADD COLUMN is_dropped INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX delivery_body ON delivery (body_id, finished_at);

        ALTER TABLE message_body ADD COLUMN size INTEGER;
        ALTER TABLE message_body ADD COLUMN removed_at INTEGER;
        CREATE INDEX message_body_loose ON message_body (id)
            WHERE size IS NULL AND removed_at IS NULL;
        CREATE INDEX message_body_kept ON message_body (id) WHERE removed_at IS NULL;
        """
}
