import GRDB

/// The ledger's shape, step by step; a step that has been released is never changed.
enum Migrations {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 drops, readings, judgements, alerts, outbox") { db in
            try db.execute(sql: first)
        }
        migrator.registerMigration("2 readings in a form that takes millions of them") { db in
            try db.execute(sql: leanReadings)
        }
        migrator.registerMigration("3 files by hand, and files that were withdrawn") { db in
            try db.execute(sql: revocations)
        }
        migrator.registerMigration("4 figures that wait to be confirmed") { db in
            try db.execute(sql: holds)
        }
        migrator.registerMigration("5 what a figure that waits was taken for, and its row") { db in
            try db.execute(sql: holdsAsFound)
        }
        migrator.registerMigration("6 answers without a figure") { db in
            try db.execute(sql: absences)
        }
        migrator.registerMigration("7 readings that say only what their figure does not") { db in
            try db.execute(sql: numberedFigures)
        }
        migrator.registerMigration("8 versions of definitions, overrides, letters") { db in
            try db.execute(sql: definitions)
        }
        migrator.registerMigration("9 judgements with a forecast") { db in
            try db.execute(sql: forecasts)
        }
        migrator.registerMigration("10 what own errors have changed in a forecast") { db in
            try db.execute(sql: ownErrors)
        }
        migrator.registerMigration("11 runs of any period, and since when jobs are scheduled") {
            db in
            try db.execute(sql: jobPeriods)
        }
        migrator.registerMigration("15 editions of the summary") { db in
            try db.execute(sql: summaries)
        }
        migrator.registerMigration("16 alerts of several types, and all their steps") { db in
            try db.execute(sql: alertTypes)
        }
        migrator.registerMigration("17 silences") { db in
            try db.execute(sql: silences)
        }
        migrator.registerMigration("18 decisions, their acts, and who was asked for them") { db in
            try db.execute(sql: decisions)
        }
        migrator.registerMigration("19 the audit, chained, and under which configuration") { db in
            try db.execute(sql: audit)
        }
        migrator.registerMigration("20 indicators that go on from those of the plan before") { db in
            try db.execute(sql: succession)
        }
        migrator.registerMigration("21 decisions withdrawn, office hours of retries, tests") { db in
            try db.execute(sql: withdrawals)
        }
        migrator.registerMigration("22 messages apart from their recipients") { db in
            db.add(function: AuditedTable.digest)
            try db.execute(sql: messages)
        }
        migrator.registerMigration("23 what operators do about the outbox, and bodies compressed") {
            db in
            try db.execute(sql: outbox)
        }
        return migrator
    }

    private static let first = """
        CREATE TABLE meta (
            key TEXT PRIMARY KEY NOT NULL,
            value INTEGER NOT NULL
        );

        -- Every file that was taken in, whatever came of it. `claim` names the folder it was claimed into.
        CREATE TABLE drop_file (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            department TEXT NOT NULL,
            claim TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            bytes INTEGER NOT NULL,
            encoding TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'unchanged', 'rejected')),
            reading_count INTEGER NOT NULL,
            finding_count INTEGER NOT NULL,
            taken_at INTEGER NOT NULL
        );
        CREATE INDEX drop_file_content ON drop_file (strategy, department, sha256);

        -- Bitemporal: `period` is what a figure speaks of, `known_at` when it became known. Rows are only added.
        CREATE TABLE reading (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            indicator TEXT NOT NULL,
            department TEXT NOT NULL,
            period TEXT NOT NULL,
            basis TEXT NOT NULL,
            part TEXT,
            value REAL,
            stage TEXT,
            certainty TEXT NOT NULL,
            numerator REAL,
            denominator REAL,
            respondents INTEGER,
            note TEXT NOT NULL,
            line INTEGER NOT NULL,
            sheet_column TEXT NOT NULL,
            written TEXT NOT NULL,
            file_id INTEGER NOT NULL REFERENCES drop_file (id),
            known_at INTEGER NOT NULL
        );
        CREATE INDEX reading_indicator ON reading (strategy, indicator, id);
        CREATE INDEX reading_file ON reading (file_id);

        -- How an indicator was judged; a row only where the judgement differs from the one before.
        CREATE TABLE judgement (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            indicator TEXT NOT NULL,
            judged_at INTEGER NOT NULL,
            rule TEXT NOT NULL,
            period TEXT,
            value REAL,
            expected REAL,
            achievement_rate REAL,
            progress_rate REAL,
            status TEXT NOT NULL
        );
        CREATE INDEX judgement_indicator ON judgement (strategy, indicator, id);
        CREATE TABLE judgement_reason (
            judgement_id INTEGER NOT NULL REFERENCES judgement (id),
            position INTEGER NOT NULL,
            code TEXT NOT NULL,
            text_ja TEXT NOT NULL,
            text_en TEXT NOT NULL,
            PRIMARY KEY (judgement_id, position)
        );

        -- An alert is open until closed_at says otherwise.
        CREATE TABLE alert (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            indicator TEXT NOT NULL,
            status TEXT NOT NULL,
            raised_at INTEGER NOT NULL,
            closed_at INTEGER
        );
        CREATE INDEX alert_indicator ON alert (strategy, indicator, id);

        -- What people are told. `key` says what caused it, so that one cause makes one notice.
        CREATE TABLE notice (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE,
            kind TEXT NOT NULL,
            subject TEXT NOT NULL,
            created_at INTEGER NOT NULL
        );

        -- One row a recipient. `due` waits, `sending` has begun, `delivered` and `dead` are final.
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            notice_id INTEGER NOT NULL REFERENCES notice (id),
            route TEXT NOT NULL CHECK (route IN ('mail', 'webhook')),
            recipient TEXT NOT NULL,
            part INTEGER NOT NULL,
            payload BLOB NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('due', 'sending', 'delivered', 'dead')),
            attempts INTEGER NOT NULL DEFAULT 0,
            first_attempt_at INTEGER,
            next_attempt_at INTEGER NOT NULL,
            finished_at INTEGER,
            UNIQUE (notice_id, route, recipient, part)
        );
        CREATE INDEX delivery_open ON delivery (next_attempt_at) WHERE state IN ('due', 'sending');

        -- That an attempt has begun is committed before it begins.
        CREATE TABLE attempt (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            delivery_id INTEGER NOT NULL REFERENCES delivery (id),
            began_at INTEGER NOT NULL,
            ended_at INTEGER,
            outcome TEXT,
            detail TEXT
        );
        CREATE INDEX attempt_delivery ON attempt (delivery_id);

        -- Scheduled jobs that have run, by the quarter they ran for.
        CREATE TABLE job_run (
            strategy TEXT NOT NULL,
            job TEXT NOT NULL,
            quarter TEXT NOT NULL,
            due_at INTEGER NOT NULL,
            ran_at INTEGER NOT NULL,
            PRIMARY KEY (strategy, job, quarter)
        );
        """

    /// Words that are the same in row after row become numbers or move to the file's row.
    ///
    /// The size of a row decides how fast a large file is taken in. `Ledger.Code` has the numbers.
    private static let leanReadings = """
        -- The indicators that readings speak of, by number.
        CREATE TABLE indicator (
            id INTEGER PRIMARY KEY,
            strategy TEXT NOT NULL,
            name TEXT NOT NULL,
            UNIQUE (strategy, name)
        );
        INSERT INTO indicator (strategy, name)
            SELECT DISTINCT strategy, indicator FROM reading ORDER BY 1, 2;

        -- Bitemporal: `period` is what a figure speaks of; when it became known, and who reported it, is said by its
        -- file. Rows are only added, those of a file one after the other. An empty part means the whole.
        CREATE TABLE lean_reading (
            id INTEGER PRIMARY KEY,
            file_id INTEGER NOT NULL,
            indicator_id INTEGER NOT NULL,
            period TEXT NOT NULL,
            basis INTEGER NOT NULL,
            part TEXT NOT NULL,
            value REAL,
            stage TEXT,
            certainty INTEGER NOT NULL,
            numerator REAL,
            denominator REAL,
            respondents INTEGER,
            note TEXT NOT NULL,
            line INTEGER NOT NULL,
            record INTEGER NOT NULL,
            sheet_column TEXT NOT NULL,
            written TEXT NOT NULL
        );
        INSERT INTO lean_reading
            SELECT r.id, r.file_id, i.id, r.period,
                CASE r.basis WHEN 'period' THEN 0 WHEN 'yearToDate' THEN 1 ELSE 2 END,
                COALESCE(r.part, ''), r.value, r.stage,
                CASE r.certainty WHEN 'preliminary' THEN 0 WHEN 'confirmed' THEN 1
                    WHEN 'corrected' THEN 2 ELSE 3 END,
                r.numerator, r.denominator, r.respondents, r.note, r.line, r.line,
                r.sheet_column, r.written
            FROM reading r JOIN indicator i ON i.strategy = r.strategy AND i.name = r.indicator
            ORDER BY r.id;
        DROP TABLE reading;
        ALTER TABLE lean_reading RENAME TO reading;
        CREATE INDEX reading_indicator ON reading (indicator_id);

        -- What a file says of one period and basis of an indicator, in sum: figures of many parts are not read one by
        -- one to be judged. part_count is 0 unless all its readings are numbers of parts; part_names is a hash of the
        -- parts' names.
        CREATE TABLE file_figure (
            indicator_id INTEGER NOT NULL,
            period TEXT NOT NULL,
            basis INTEGER NOT NULL,
            file_id INTEGER NOT NULL,
            reading_count INTEGER NOT NULL,
            part_count INTEGER NOT NULL,
            part_names INTEGER NOT NULL,
            final_count INTEGER NOT NULL,
            sum REAL NOT NULL,
            last_reading INTEGER NOT NULL,
            PRIMARY KEY (indicator_id, period, basis, file_id)
        ) WITHOUT ROWID;
        INSERT INTO file_figure
            SELECT indicator_id, period, basis, file_id, COUNT(*), 0, 0,
                SUM(certainty IN (1, 2)), COALESCE(SUM(value), 0), MAX(id)
            FROM reading GROUP BY 1, 2, 3, 4;
        CREATE INDEX file_figure_file ON file_figure (file_id);

        -- Where the readings of a file lie; both are 0 for a file without any.
        ALTER TABLE drop_file ADD COLUMN first_reading INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE drop_file ADD COLUMN last_reading INTEGER NOT NULL DEFAULT 0;
        UPDATE drop_file SET
            first_reading = COALESCE((SELECT MIN(id) FROM reading WHERE file_id = drop_file.id), 0),
            last_reading = COALESCE((SELECT MAX(id) FROM reading WHERE file_id = drop_file.id), 0);
        """

    /// Files that were fed by hand, and accepted files that were withdrawn later.
    private static let revocations = """
        ALTER TABLE drop_file ADD COLUMN origin TEXT NOT NULL DEFAULT 'folder'
            CHECK (origin IN ('folder', 'hand', 'backfill'));

        -- From `revoked_at` on, what the file brought counts as never reported.
        CREATE TABLE revocation (
            file_id INTEGER PRIMARY KEY NOT NULL REFERENCES drop_file (id),
            reason TEXT NOT NULL,
            revoked_at INTEGER NOT NULL,
            revoked_by TEXT NOT NULL
        );
        """

    private static let holds = """
        -- Figures that can hardly be meant: the readings of a file for one indicator, period and basis do not count
        -- before confirmed_at.
        CREATE TABLE hold (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            file_id INTEGER NOT NULL REFERENCES drop_file (id),
            indicator_id INTEGER NOT NULL REFERENCES indicator (id),
            period TEXT NOT NULL,
            basis INTEGER NOT NULL,
            rule TEXT NOT NULL,
            line INTEGER,
            sheet_column TEXT,
            heading TEXT,
            written TEXT NOT NULL,
            message_ja TEXT NOT NULL,
            message_en TEXT NOT NULL,
            remedy_ja TEXT NOT NULL,
            remedy_en TEXT NOT NULL,
            confirmed_at INTEGER,
            confirmed_by TEXT,
            reason TEXT
        );
        CREATE INDEX hold_indicator ON hold (indicator_id);
        CREATE INDEX hold_file ON hold (file_id);
        """

    /// What was found of a figure is kept whole; of those from before, the row is that of their readings, and what they
    /// were taken for is not known.
    private static let holdsAsFound = """
        ALTER TABLE hold ADD COLUMN record INTEGER;
        ALTER TABLE hold ADD COLUMN taken_for_ja TEXT;
        ALTER TABLE hold ADD COLUMN taken_for_en TEXT;
        UPDATE hold SET record = (
            SELECT r.record FROM reading r JOIN drop_file f ON f.id = hold.file_id
            WHERE r.id BETWEEN f.first_reading AND f.last_reading AND r.line = hold.line LIMIT 1);
        """

    /// A sign that says why there is no figure is kept as a reading, which later ones supersede and 取消 withdraws.
    private static let absences = """
        -- 0 none, 1 unknown, 2 suppressed; without it a reading that has neither value nor stage is a withdrawal.
        ALTER TABLE reading ADD COLUMN absence INTEGER;
        """

    /// What an indicator meant when: rows are only added.
    private static let definitions = """
        -- Every version of an indicator's definition; `content` is the whole of it, as JSON. What was in the strategy
        -- file when it was first seen has no decided_on.
        CREATE TABLE definition (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            indicator TEXT NOT NULL,
            number INTEGER NOT NULL,
            valid_from TEXT NOT NULL,
            decided_on TEXT,
            decided_by TEXT NOT NULL,
            decision TEXT,
            reason TEXT NOT NULL,
            is_retired INTEGER NOT NULL,
            content TEXT NOT NULL,
            known_at INTEGER NOT NULL,
            UNIQUE (strategy, indicator, number)
        );

        -- Every state of a strategy file that was used, as JSON: headings, questions and notes as they were then.
        CREATE TABLE strategy_edition (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            content TEXT NOT NULL,
            known_at INTEGER NOT NULL
        );
        CREATE INDEX strategy_edition_strategy ON strategy_edition (strategy, id);

        -- What owners say of an indicator beside the judgement; a row without a status withdraws the one before.
        CREATE TABLE status_override (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            strategy TEXT NOT NULL,
            indicator TEXT NOT NULL,
            status TEXT,
            reason TEXT NOT NULL,
            author TEXT NOT NULL,
            until TEXT,
            period TEXT,
            known_at INTEGER NOT NULL
        );
        CREATE INDEX status_override_indicator ON status_override (strategy, indicator, id);

        -- Every table of letters that was used, as JSON; its id is its version.
        CREATE TABLE letter_table (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            content TEXT NOT NULL,
            known_at INTEGER NOT NULL
        );

        -- By which version of the definition an indicator was judged.
        ALTER TABLE judgement ADD COLUMN definition INTEGER;
        """
}
