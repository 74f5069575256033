/// A million readings are written as fast as their rows are short, and as few indexes as there are.
extension Migrations {
    /// What a reading shares with the others of its figure is said by the figure's row, and where an indicator's readings
    /// lie by runs instead of by an index.
    static let numberedFigures = """
        -- What a file says of one period and basis of an indicator, in sum, with the number by which its readings name it:
        -- figures of many parts are not read one by one to be judged. part_count is 0 unless all its readings are numbers
        -- of parts; part_names is a hash of the parts' names.
        CREATE TABLE numbered_figure (
            id INTEGER PRIMARY KEY,
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
            UNIQUE (indicator_id, period, basis, file_id)
        );
        INSERT INTO numbered_figure (indicator_id, period, basis, file_id, reading_count,
                part_count, part_names, final_count, sum, last_reading)
            SELECT indicator_id, period, basis, file_id, reading_count, part_count, part_names,
                final_count, sum, last_reading
            FROM file_figure ORDER BY file_id, indicator_id, period, basis;
        DROP TABLE file_figure;
        ALTER TABLE numbered_figure RENAME TO file_figure;
        CREATE INDEX file_figure_file ON file_figure (file_id);

        -- Readings of an indicator that have one number after the other.
        CREATE TABLE reading_run (
            indicator_id INTEGER NOT NULL,
            first_reading INTEGER NOT NULL,
            last_reading INTEGER NOT NULL,
            PRIMARY KEY (indicator_id, first_reading)
        ) WITHOUT ROWID;
        INSERT INTO reading_run
            SELECT indicator_id, MIN(id), MAX(id) FROM (
                SELECT indicator_id, id,
                    id - ROW_NUMBER() OVER (PARTITION BY indicator_id ORDER BY id) AS run
                FROM reading)
            GROUP BY indicator_id, run;

        -- Which file a reading is of, and what it speaks of, is said by its figure. Rows are only added, those of a file
        -- one after the other. An empty part means the whole.
        CREATE TABLE short_reading (
            id INTEGER PRIMARY KEY,
            figure_id INTEGER NOT NULL,
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
            written TEXT NOT NULL,
            -- 0 none, 1 unknown, 2 suppressed; without it a reading that has neither value nor stage is a withdrawal.
            absence INTEGER
        );
        INSERT INTO short_reading
            SELECT r.id, f.id, r.part, r.value, r.stage, r.certainty, r.numerator, r.denominator,
                r.respondents, r.note, r.line, r.record, r.sheet_column, r.written, r.absence
            FROM reading r JOIN file_figure f ON f.indicator_id = r.indicator_id
                AND f.period = r.period AND f.basis = r.basis AND f.file_id = r.file_id
            ORDER BY r.id;
        DROP TABLE reading;
        ALTER TABLE short_reading RENAME TO reading;
        """
}
