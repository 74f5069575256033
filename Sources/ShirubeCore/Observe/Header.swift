/// The header row of a drop, understood column by column.
struct Header {
    /// How the figures lie in the table.
    enum Layout {
        /// One figure a row, in the column 実績値.
        case tidy
        /// One indicator a row, with a column for each period.
        case wide
    }

    /// A column for the figures of one period.
    struct Span {
        let column: Int
        let period: WrittenPeriod
    }

    /// The physical line, from 1.
    let line: Int
    /// The row's number among all rows, from 1.
    let record: Int
    /// How the figures lie in the table.
    let layout: Layout
    /// What the columns are.
    let headings: [Heading]
    /// The headings as written.
    let written: [String]
    /// The number of columns up to the last heading.
    let width: Int
    /// Where each field lies, counted from 0.
    let columns: [Field: Int]
    /// Which kind of year the heading of the year's column names.
    let yearKind: YearKind?
    /// The columns of periods, in a wide table.
    let spans: [Span]
    /// The columns without a heading, up to `width`.
    let columnsWithoutHeading: [Int]
    /// The units that headings name in parentheses, by column.
    let units: [Int: String]

    /// Most rows among which the header is looked for.
    static let searchDepth = 20

    /// The rows that it was read from.
    private let rows: ArraySlice<CSVRow>

    private static let identifying: [Field] = [.indicatorID, .indicatorName]

    /// How many rows it has.
    var rowCount: Int { rows.count }

    /// Finds the header among the first rows of a file, and says where; nil, with findings, where there
    /// is none that can be used.
    ///
    /// It is the first row that names an indicator and a figure; if none does, the row with the most known
    /// headings is taken for the header that the clerk meant, so that the missing columns can be named.
    static func find(
        in rows: [CSVRow], strategy: Strategy, profile: DropProfile, findings: inout FindingList
    ) -> (header: Header, position: Int)? {
        guard let (found, position) = HeaderRows.find(in: rows, profile: profile) else {
            addNotFound(in: rows, profile: profile, findings: &findings)
            return nil
        }
        let errorsBefore = findings.errorCount
        let header = Header(found, strategy: strategy, findings: &findings)
        return findings.errorCount == errorsBefore ? (header, position) : nil
    }

    private static func addNotFound(
        in rows: [CSVRow], profile: DropProfile, findings: inout FindingList
    ) {
        for row in rows {
            guard let delimiter = strangeDelimiter(of: row, profile: profile) else { continue }
            findings.add(
                .headerNotFound, at: Place(line: row.line, record: row.record),
                ja: "は見出しのようですが、\(delimiter.japanese)で区切られているので、列に分けられません。",
                en: "looks like the header, but its cells are separated by \(delimiter.english).",
                remedy: Wording(
                    ja: "半角の「,」で区切ってください（Excelで「CSV UTF-8（コンマ区切り）」として保存するとそうなります）。",
                    en: "Separate cells by commas, as Excel does in “CSV UTF-8 (Comma delimited)”.")
            )
            return
        }
        findings.add(
            .headerNotFound, ja: "見出しの行が、最初の\(searchDepth)行の中に見つかりません。",
            en: "There is no header row within the first \(searchDepth) rows.")
    }

    /// What separates the headings of a row that is one cell because no delimiter does; nil where nothing of the kind
    /// does.
    private static func strangeDelimiter(of row: CSVRow, profile: DropProfile) -> Wording? {
        guard row.count == 1, row[0].utf8.count <= 1_000 else { return nil }
        return strangeDelimiters.first { character, _ in
            let texts = row[0].split(separator: character).map(String.init)
            let headings = texts.map { Heading($0, aliases: profile.headings) }
            return texts.count >= 3 && HeaderRows.names(headings, anyOf: identifying)
                && HeaderRows.names(headings, anyOf: [.value, .period, .year])
        }?.wording
    }

    private static let strangeDelimiters: [(character: Character, wording: Wording)] = [
        ("，", Wording(ja: "全角のコンマ「，」", en: "full-width commas")),
        ("、", Wording(ja: "読点「、」", en: "the mark 、")),
        ("|", Wording(ja: "縦線「|」", en: "bars")), ("｜", Wording(ja: "縦線「｜」", en: "bars")),
        ("\u{3000}", Wording(ja: "空白", en: "blanks")), (" ", Wording(ja: "空白", en: "blanks")),
    ]

    private init(_ found: HeaderRows, strategy: Strategy, findings: inout FindingList) {
        let (headings, written) = (found.headings, found.written)
        self.headings = headings
        rows = found.rows
        line = found.rows.last?.line ?? 0
        record = found.rows.last?.record ?? 0
        self.written = written
        width = (headings.lastIndex { $0 != .empty } ?? -1) + 1
        spans = Self.spans(headings)
        layout = HeaderRows.names(headings, anyOf: [.value]) ? .tidy : .wide
        columnsWithoutHeading = headings.indices.prefix(width).filter { headings[$0] == .empty }
        var columns: [Field: Int] = [:]
        var yearKind: YearKind?
        for (column, heading) in headings.enumerated() {
            guard case .field(let field, let kind) = heading, columns[field] == nil else {
                continue
            }
            columns[field] = column
            if field == .year { yearKind = kind }
        }
        self.columns = columns
        self.yearKind = yearKind
        let units = Set(strategy.indicators.map(\.unit))
        let figureColumns = spans.map(\.column) + [columns[.value]].compactMap { $0 }
        self.units = figureColumns.reduce(into: [:]) { result, column in
            guard let remark = Heading.remark(of: written[column]) else { return }
            if UnitText.isUnit(remark, among: units) { result[column] = remark }
        }
        check(headings, findings: &findings)
    }

    /// A column's heading as written; empty where it has none.
    func heading(of column: Int) -> String {
        written.indices.contains(column) ? written[column] : ""
    }

    /// The place of a heading.
    func place(ofHeading column: Int) -> Place {
        Place(line: line, record: record, column: column, written: written[column])
    }

    /// Whether a row is one of those that it was read from.
    func isPart(_ row: CSVRow) -> Bool { rows.contains { $0.record == row.record } }

    /// Whether a row stands above it.
    func isAbove(_ row: CSVRow) -> Bool { row.record < rows.first?.record ?? 0 }

    /// Whether a row says what the header says, or one of its rows.
    func isRepeated(in row: CSVRow) -> Bool {
        rows.contains { own in
            (0..<max(row.count, own.count)).allSatisfy { column in
                row[column] == own[column]
                    || CellText.key(row[column]) == CellText.key(own[column])
            }
        }
    }

    private static func spans(_ headings: [Heading]) -> [Span] {
        headings.enumerated().compactMap { column, heading in
            guard case .span(let period) = heading else { return nil }
            return Span(column: column, period: period)
        }
    }
}

extension Header {
    private func check(_ headings: [Heading], findings: inout FindingList) {
        checkDuplicates(headings, findings: &findings)
        checkNeededColumns(findings: &findings)
        for (column, heading) in headings.enumerated() {
            let isIgnoredByWide: Bool
            if case .field(let field, _) = heading, layout == .wide, !spans.isEmpty {
                isIgnoredByWide = Self.tidyOnly.contains(field)
            } else {
                isIgnoredByWide = false
            }
            guard heading == .unknown || isIgnoredByWide else { continue }
            findings.add(
                .columnUnknown, at: place(ofHeading: column),
                ja: isIgnoredByWide ? "は、期ごとに列がある表では使わない列です。" : "は使わない列です。",
                en: isIgnoredByWide
                    ? "is a column that tables with a column for each period do not use."
                    : "is a column that is not used.")
        }
    }

    /// What belongs to one figure, and so has no place beside a row of several.
    private static let tidyOnly: Set<Field> = [.period, .numerator, .denominator, .respondents]

    private func checkDuplicates(_ headings: [Heading], findings: inout FindingList) {
        for (column, heading) in headings.enumerated() {
            let first: Int?
            switch heading {
            case .field(let field, _): first = columns[field]
            case .span(let period): first = spans.first { $0.period == period }?.column
            case .reference, .empty, .unknown: first = nil
            }
            guard let first, first < column else { continue }
            let name = Place.name(ofColumn: first)
            findings.add(
                .headerDuplicate, at: place(ofHeading: column), ja: "は、\(name)列と同じ意味の見出しです。",
                en: "means the same as the heading of column \(name).")
        }
    }

    private func checkNeededColumns(findings: inout FindingList) {
        if layout == .tidy, let span = spans.first {
            findings.add(
                .layoutAmbiguous, at: place(ofHeading: span.column),
                ja: "は期間の列ですが、「実績値」の列もあるので、どちらを読めばよいか決められません。",
                en: "stands beside a column 実績値, so it is not clear which one holds the figures.")
        }
        var missing: [String] = []
        if Self.identifying.allSatisfy({ columns[$0] == nil }) { missing.append("指標ID") }
        if layout == .wide, spans.isEmpty { missing.append("実績値") }
        if layout == .tidy, columns[.period] == nil { missing.append("期間") }
        guard !missing.isEmpty else { return }
        let names = missing.map { "「\($0)」" }.joined()
        findings.add(
            .headerColumnMissing, at: Place(line: line, record: record),
            ja: "の見出しに\(names)の列がありません。",
            en: "is the header, but it has no column \(missing.joined(separator: ", ")).")
    }
}
