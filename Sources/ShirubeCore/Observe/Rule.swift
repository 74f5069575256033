/// What a drop is checked for; the raw value is the stable id that reports and docs/CSV.md name.
package enum Rule: String, Sendable, CaseIterable {
    // Files and headers
    case fileEmpty = "file-empty"
    case fileUnreadable = "file-unreadable"
    case fileLinked = "file-linked"
    case fileTooLarge = "file-too-large"
    case fileNotCSV = "file-not-csv"
    case fileBinary = "file-binary"
    case encodingUnknown = "encoding-unknown"
    case quoteUnclosed = "quote-unclosed"
    case quoteStray = "quote-stray"
    case cellTooLong = "cell-too-long"
    case columnsTooMany = "columns-too-many"
    case rowTooLong = "row-too-long"
    case rowsTooMany = "rows-too-many"
    case findingsTooMany = "findings-too-many"
    case headerNotFound = "header-not-found"
    case headerColumnMissing = "header-column-missing"
    case headerDuplicate = "header-duplicate"
    case layoutAmbiguous = "layout-ambiguous"
    case columnUnknown = "column-unknown"
    case columnWithoutHeading = "column-without-heading"
    case titleRows = "title-rows"
    case layoutWide = "layout-wide"
    case cellLineBreak = "cell-line-break"
    case noFigures = "no-figures"
    case planAmbiguous = "plan-ambiguous"

    // Rows, indicators and periods
    case rowRagged = "row-ragged"
    case rowHeading = "row-heading"
    case rowTotals = "row-totals"
    case rowNote = "row-note"
    case labelOmitted = "label-omitted"
    case indicatorMissing = "indicator-missing"
    case indicatorUnknown = "indicator-unknown"
    case indicatorAmbiguous = "indicator-ambiguous"
    case indicatorNotOwned = "indicator-not-owned"
    case indicatorMismatch = "indicator-mismatch"
    case nameDiffers = "name-differs"
    case yearMissing = "year-missing"
    case yearUnreadable = "year-unreadable"
    case yearAmbiguous = "year-ambiguous"
    case yearKind = "year-kind"
    case yearImplausible = "year-implausible"
    case periodMissing = "period-missing"
    case periodUnreadable = "period-unreadable"
    case periodImpossible = "period-impossible"
    case periodContradiction = "period-contradiction"
    case periodFuture = "period-future"
    case periodRunning = "period-running"
    case periodDay = "period-day"
    case periodRange = "period-range"
    case dateOrder = "date-order"
    case eraOverrun = "era-overrun"

    // Figures
    case valueBlank = "value-blank"
    case valueAbsent = "value-absent"
    case absenceEarly = "absence-early"
    case numberUnreadable = "number-unreadable"
    case numberInexact = "number-inexact"
    case numberGrouping = "number-grouping"
    case numberScaled = "number-scaled"
    case scaleAmbiguous = "scale-ambiguous"
    case shareConverted = "share-converted"
    case numberJapanese = "number-japanese"
    case numberMarked = "number-marked"
    case numberParentheses = "number-parentheses"
    case numberFraction = "number-fraction"
    case numberZero = "number-zero"
    case numberScientific = "number-scientific"
    case numberDate = "number-date"
    case numberTooLarge = "number-too-large"
    case numberNegative = "number-negative"
    case unitMismatch = "unit-mismatch"
    case stageUnknown = "stage-unknown"
    case basisUnknown = "basis-unknown"
    case basisUnsuitable = "basis-unsuitable"
    case certaintyUnknown = "certainty-unknown"
    case ratioDenominator = "ratio-denominator"
    case ratioMismatch = "ratio-mismatch"
    case ratioIncomplete = "ratio-incomplete"
    case respondentsInvalid = "respondents-invalid"
    case partUnsuitable = "part-unsuitable"
    case partAndWhole = "part-and-whole"
    case partTotalAlone = "part-total-alone"
    case duplicateSame = "duplicate-same"
    case duplicateDifferent = "duplicate-different"
    case duplicateTooMany = "duplicate-too-many"
    case totalMismatch = "total-mismatch"
    case totalUnused = "total-unused"

    // Figures that wait to be confirmed
    case valueJump = "value-jump"
    case cumulativeFalls = "cumulative-falls"
    case numberNegativeRate = "number-negative-rate"
    case ratioAboveOne = "ratio-above-one"
    case absenceReplaces = "absence-replaces"
    case doubtMeant = "doubt-meant"
    case doubtTooMany = "doubt-too-many"

    // Answers to alerts
    case answerAlert = "answer-alert"
    case answerBlank = "answer-blank"
    case answerDate = "answer-date"

    /// What the catalogue says of a rule.
    struct Entry {
        let severity: Finding.Severity
        let title: Wording
        let example: String
        let remedy: Wording

        init(
            _ severity: Finding.Severity, ja: String, en: String, example: String, remedy: Wording
        ) {
            self.severity = severity
            title = Wording(ja: ja, en: en)
            self.example = example
            self.remedy = remedy
        }
    }

    /// Whether the file is rejected for it.
    package var severity: Finding.Severity { entry.severity }

    /// What is found, in a few words.
    package var title: Wording { entry.title }

    /// What a clerk might have written.
    package var example: String { entry.example }

    /// The rule of the government that it follows, such as `L2-01`; nil where none fits.
    package var governmentRule: String? { Self.ofGovernment[self] }

    /// How to mend it, in general.
    package var remedy: Wording { entry.remedy }

    private var entry: Entry {
        let entry =
            Self.ofFiles[self] ?? Self.ofRows[self] ?? Self.ofFigures[self] ?? Self.ofDoubt[self]
            ?? Self.ofAnswers[self]
        guard let entry else {
            preconditionFailure("every rule stands in the catalogue, which RuleTests proves")
        }
        return entry
    }
}
