extension Migrations {
    /// What a judgement by probability shows besides; rows of `pace-1` keep it empty.
    static let forecasts = """
        ALTER TABLE judgement ADD COLUMN letter TEXT;
        ALTER TABLE judgement ADD COLUMN letter_table TEXT;
        ALTER TABLE judgement ADD COLUMN answer TEXT;
        -- Codes, separated by blanks.
        ALTER TABLE judgement ADD COLUMN signals TEXT NOT NULL DEFAULT '';
        ALTER TABLE judgement ADD COLUMN lagging_since TEXT;
        ALTER TABLE judgement ADD COLUMN is_recovering INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE judgement ADD COLUMN estimate REAL;
        ALTER TABLE judgement ADD COLUMN median REAL;
        ALTER TABLE judgement ADD COLUMN low80 REAL;
        ALTER TABLE judgement ADD COLUMN high80 REAL;
        ALTER TABLE judgement ADD COLUMN probability REAL;
        ALTER TABLE judgement ADD COLUMN pace REAL;
        ALTER TABLE judgement ADD COLUMN required_rate REAL;
        ALTER TABLE judgement ADD COLUMN best_rate REAL;
        ALTER TABLE judgement ADD COLUMN season REAL;
        -- Twelve shares from the year's first month on, separated by blanks; empty for what is no flow.
        ALTER TABLE judgement ADD COLUMN profile TEXT NOT NULL DEFAULT '';
        ALTER TABLE judgement ADD COLUMN profile_years INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE judgement ADD COLUMN is_final INTEGER;
        ALTER TABLE judgement ADD COLUMN evaluations INTEGER NOT NULL DEFAULT 0;
        """

    /// How own errors correct a forecast, and what it would be without them; empty where there are none.
    static let ownErrors = """
        ALTER TABLE judgement ADD COLUMN own_errors INTEGER;
        ALTER TABLE judgement ADD COLUMN widening REAL;
        ALTER TABLE judgement ADD COLUMN shipped_median REAL;
        ALTER TABLE judgement ADD COLUMN shipped_low80 REAL;
        ALTER TABLE judgement ADD COLUMN shipped_high80 REAL;
        ALTER TABLE judgement ADD COLUMN shipped_probability REAL;
        """
}
