/// One thing that is wrong, or worth saying, about a drop: what, where, why, and how to mend it.
package struct Finding: Sendable, Equatable {
    /// How much it matters.
    package enum Severity: String, Sendable, CaseIterable {
        /// The file is rejected.
        case error
        /// The file is applied, but the figure does not count until somebody has confirmed it.
        case hold
        /// The file is applied, but somebody should look.
        case warning
        /// The file is applied, and nothing need be done.
        case info
    }

    /// The id of the rule, such as `number-unreadable`; docs/CSV.md lists them all.
    package let rule: String
    /// How much it matters.
    package let severity: Severity
    /// The physical line in the file, from 1; nil where the whole file is meant.
    package let line: Int?
    /// The row's number among all rows, from 1, as spreadsheets count; nil where it is not known.
    package let record: Int?
    /// The column as spreadsheets name it, such as `F`; nil where a whole line is meant.
    package let column: String?
    /// The column's heading as written; nil where there is none.
    package let heading: String?
    /// What was read, as written; empty where nothing was.
    package let written: String
    /// What the cell was taken for, such as 12,340人; nil where it was taken for nothing.
    package let takenFor: Wording?
    /// What is wrong and why, in one sentence.
    package let message: Wording
    /// How to mend it, in one sentence.
    package let remedy: Wording

    /// Makes a finding.
    package init(
        rule: String, severity: Severity = .error, line: Int? = nil, record: Int? = nil,
        column: String? = nil, heading: String? = nil, written: String = "",
        takenFor: Wording? = nil, message: Wording, remedy: Wording
    ) {
        self.rule = rule
        self.severity = severity
        self.line = line
        self.record = record
        self.column = column
        self.heading = heading
        self.written = written
        self.takenFor = takenFor
        self.message = message
        self.remedy = remedy
    }

    /// The cell as spreadsheets name it, such as `F14`; nil where a whole line is meant or its row is not known.
    package var cell: String? {
        guard let column, let record else { return nil }
        return column + String(record)
    }

    /// The rule of the government that this rule follows, such as `L2-01`; nil where none fits.
    package var governmentRule: String? { Rule(rawValue: rule)?.governmentRule }
}

/// How many findings of each severity there are, those that were not kept among them.
package struct FindingCounts: Sendable, Equatable {
    private var counts: [Finding.Severity: Int] = [:]

    /// Counts nothing yet.
    package init() {}

    /// Counts findings.
    package init(_ findings: some Sequence<Finding>) {
        for finding in findings { add(finding.severity) }
    }

    /// How many there are of a severity.
    package subscript(severity: Finding.Severity) -> Int { counts[severity] ?? 0 }

    /// How many there are in all.
    package var total: Int { counts.values.reduce(0, +) }

    /// Counts one more.
    mutating func add(_ severity: Finding.Severity) { counts[severity, default: 0] += 1 }
}

/// What a drop turned out to say.
package struct ParsedDrop: Sendable, Equatable {
    /// How many readings it gives; none of them counts where an error is among the findings.
    package let readingCount: Int
    /// How many of them are signs in place of a figure.
    package let absenceCount: Int
    /// All findings, in the order of the file.
    package let findings: [Finding]
    /// How many findings there are, those that were too many to keep among them.
    package let counts: FindingCounts
    /// The encoding the bytes were read in, for people; empty where none fitted.
    package let encoding: String
    /// How its rows were read.
    package let rows: RowCounts
    /// The figures that do not count until somebody has confirmed them; empty for none.
    package let holds: [Hold]
    /// The places in the strategy's list of the indicators that its rows name, also those of faulty rows.
    package let named: Set<Int>

    /// A figure that waits to be confirmed.
    package struct Hold: Sendable, Equatable {
        /// What it speaks of.
        package let figure: ReadingBatch.Figure
        /// Why it is doubted.
        package let finding: Finding
    }

    /// Makes the result of reading a drop.
    package init(
        readingCount: Int, absenceCount: Int = 0, findings: [Finding],
        counts: FindingCounts? = nil, encoding: String,
        rows: RowCounts = RowCounts(), holds: [Hold] = [], named: Set<Int> = []
    ) {
        self.named = named
        self.readingCount = readingCount
        self.absenceCount = absenceCount
        self.findings = findings
        self.counts = counts ?? FindingCounts(findings)
        self.encoding = encoding
        self.rows = rows
        self.holds = holds
    }

    /// Makes the result of reading a drop from what was found in it.
    init(
        readingCount: Int = 0, absenceCount: Int = 0, _ found: FindingList, encoding: String,
        rows: RowCounts = RowCounts(), holds: [Hold] = [], named: Set<Int> = []
    ) {
        self.init(
            readingCount: readingCount, absenceCount: absenceCount, findings: found.inOrder,
            counts: found.counts, encoding: encoding, rows: rows, holds: holds,
            named: named)
    }

    /// What a file that cannot be opened turns out to say: nothing.
    ///
    /// - Parameter cause: the system's words for why.
    /// - Returns: a drop with this one error.
    package static func unreadable(cause: String) -> ParsedDrop {
        let finding = Finding(
            rule: Rule.fileUnreadable.rawValue, severity: Rule.fileUnreadable.severity,
            message: Wording(
                ja: "ファイルを開けませんでした（\(Inert.line(cause))）。",
                en: "The file could not be opened (\(Inert.line(cause)))."),
            remedy: Rule.fileUnreadable.remedy)
        return ParsedDrop(readingCount: 0, findings: [finding], encoding: "")
    }

    /// What a file that has further names (hard links) turns out to say: nothing, because it is not read.
    package static let linked = ParsedDrop(
        readingCount: 0,
        findings: [
            Finding(
                rule: Rule.fileLinked.rawValue, severity: Rule.fileLinked.severity,
                message: Wording(
                    ja: "このファイルは別の名前でも置かれている（ハードリンク）ので、読んでいません。",
                    en: "The file has another name elsewhere (a hard link), so it was not read."),
                remedy: Rule.fileLinked.remedy)
        ], encoding: "")

    /// What a file of more bytes than the limit turns out to say: nothing, because it is not read.
    package static func tooLarge(bytes: Int, limit: Int) -> ParsedDrop {
        let (size, most) = (NumberText.grouped(Double(bytes)), NumberText.grouped(Double(limit)))
        let finding = Finding(
            rule: Rule.fileTooLarge.rawValue, severity: Rule.fileTooLarge.severity,
            message: Wording(
                ja: "ファイルの大きさ\(size)バイトは、受け取れる\(most)バイトを超えています。",
                en: "The file has \(size) bytes, more than the \(most) that are taken in."),
            remedy: Rule.fileTooLarge.remedy)
        return ParsedDrop(readingCount: 0, findings: [finding], encoding: "")
    }

    /// Whether the file can be applied: it has no error among its findings.
    package var isAcceptable: Bool { counts[.error] == 0 }
}
