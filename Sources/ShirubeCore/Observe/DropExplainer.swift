extension DropParser {
    /// Explains some rows of a file: how each cell is read, by the same code that reads it when it is taken in.
    ///
    /// - Parameters:
    ///   - source: the content, which is read several times.
    ///   - fileName: tells the file's kind and, in wide tables that do not say it otherwise, its year.
    ///   - today: bounds which periods are plausible.
    ///   - records: the numbers of the rows that are explained; the others are counted only.
    /// - Returns: the explanation, with all findings of the file.
    /// - Throws: what reading the content throws.
    package func explain(
        _ source: DropBytes, fileName: String, today: CivilDate, records: ClosedRange<Int>
    ) throws -> Explanation {
        var nothing = NoSink()
        let drop = try parse(source, fileName: fileName, today: today, into: &nothing)
        guard let encoding = TextEncoding(rawValue: drop.encoding) else {
            return Explanation(
                evidence: nil, header: nil, rows: [], counts: drop.rows, findings: drop.findings)
        }
        let evidence = try TextEvidence(
            source, encoding: encoding, fileName: fileName, profile: profile)
        let table = Table(source: source, encoding: encoding, fileName: fileName, today: today)
        var scratch = FindingList()
        var first = try rows(of: table)
        let rows = try first.first(findings: &scratch)
        let found = header(in: rows, findings: &scratch)
        let reader = try CSVReader(
            source, encoding: encoding, delimiter: evidence.delimiter, limits: limits)
        guard let found else {
            return Explanation(
                evidence: evidence, header: nil,
                rows: try Self.unread(reader, records: records), counts: drop.rows,
                findings: drop.findings)
        }
        var explainer = DropExplainer(
            reader: dropReader(of: table, first: rows, found), strategy: strategy,
            profile: profile, findings: drop.findings)
        return Explanation(
            evidence: evidence, header: explainer.explainedHeader,
            rows: try explainer.rows(reader, records: records), counts: drop.rows,
            findings: drop.findings)
    }

    private static func unread(
        _ reader: CSVReader, records: ClosedRange<Int>
    ) throws -> [Explanation.Row] {
        var reader = reader
        var rows: [Explanation.Row] = []
        while reader.record < records.upperBound, try reader.advanceIfPossible() {
            let row = reader.row
            guard records.contains(row.record) else { continue }
            rows.append(
                Explanation.Row(
                    line: row.line, record: row.record, kind: row.isBlank ? .blank : .unread,
                    cells: row.cells.map {
                        Explanation.Cell(written: $0, reading: CellReading(raw: $0))
                    }))
        }
        return rows
    }
}

/// Explains rows by reading them.
struct DropExplainer {
    private var reader: DropReader
    private let strategy: Strategy
    private let profile: DropProfile
    private let errors: [Int: [Finding]]

    init(reader: DropReader, strategy: Strategy, profile: DropProfile, findings: [Finding]) {
        self.reader = reader
        self.strategy = strategy
        self.profile = profile
        errors = Dictionary(grouping: findings.filter { $0.severity == .error }) { $0.line ?? 0 }
    }

    private var header: Header { reader.header }

    /// The header, column by column.
    var explainedHeader: Explanation.Header {
        Explanation.Header(
            line: header.line, record: header.record,
            layout: header.layout == .tidy
                ? Wording(ja: "縦持ち（1行に実績値1つ）", en: "tidy (one figure a row)")
                : Wording(ja: "横持ち（期ごとに列）", en: "wide (a column for each period)"),
            rowsByProfile: profile.headerRows,
            columns: header.written.enumerated().map { column, written in
                Explanation.Column(written: written, meaning: meaning(ofColumn: column))
            })
    }

    /// The rows that were asked for.
    mutating func rows(
        _ source: CSVReader, records: ClosedRange<Int>
    ) throws -> [Explanation.Row] {
        var source = source
        var result: [Explanation.Row] = []
        while source.record < records.upperBound, try source.advanceIfPossible() {
            if records.contains(source.record) {
                result.append(explained(source.row))
            } else if reader.fillDown.isUsed {
                // What is left blank further down may be said here.
                let row = source.row
                if isBelowHeader(row) { reader.read(row) }
                reader.readings.batch.removeReadings()
            }
        }
        return result
    }

    private func isBelowHeader(_ row: CSVRow) -> Bool {
        !row.isBlank && !header.isAbove(row) && !header.isPart(row)
    }

    private mutating func explained(_ row: CSVRow) -> Explanation.Row {
        let kind = kind(of: row)
        var written = row
        let cells: [CellReading]
        switch kind {
        case .blank, .title, .unread: cells = row.cells.map { CellReading(raw: $0) }
        case .note:
            cells = row.cells.map { CellReading(raw: $0) }
            reader.read(row)
        case .heading: cells = row.cells.indices.map { meaning(ofColumn: $0) }
        case .repeatedHeading:
            cells = row.cells.indices.map { meaning(ofColumn: $0) }
            reader.read(row)
        case .data, .totals, .faulty:
            let read = readings(of: row, isData: kind != .totals)
            // A row that ends before a label is read as if it went on.
            written = row.widened(to: read.count)
            cells = read
        }
        return Explanation.Row(
            line: row.line, record: row.record, kind: kind,
            cells: zip(written.cells, cells).map { Explanation.Cell(written: $0, reading: $1) })
    }

    private func kind(of row: CSVRow) -> Explanation.RowClass {
        if row.isBlank { return .blank }
        if header.isAbove(row) { return .title }
        if header.isPart(row) { return .heading }
        switch RowKind(RowCells(header: header, row: row)) {
        case .data: return errors[row.line] == nil ? .data : .faulty
        case .heading: return .repeatedHeading
        case .totals: return .totals
        case .note: return .note
        case .ragged, .strayQuote: return .faulty
        }
    }

    private func meaning(ofColumn column: Int) -> CellReading {
        guard header.written.indices.contains(column) else { return CellReading(.unused) }
        switch header.headings[column] {
        case .field(let field, _) where header.columns[field] == column:
            let isOwn = Heading(header.written[column]) != header.headings[column]
            return CellReading(.heading, field.rawValue)
                .by(isOwn && profile.headings.values.contains(field) ? [.headings] : [])
        case .span where header.layout == .wide:
            let period = CellReading.period(header.written[column])?.meaning
            return CellReading(.heading, period ?? Wording(ja: "年間", en: "the whole year"))
        case .reference:
            return CellReading(
                .unused, Wording(ja: "参考の列なので読み飛ばす", en: "for reference, read past"))
        case .empty where CellText.trimmed(header.written[column]).isEmpty:
            return CellReading(.blank)
        case .empty, .field, .span, .unknown:
            return CellReading(.unused, Wording(ja: "使わない列", en: "a column that is not used"))
        }
    }

    /// How the cells of a row are read: what became readings says so, the rest is read one by one.
    private mutating func readings(of row: CSVRow, isData: Bool) -> [CellReading] {
        var cells = RowCells(header: header, row: row)
        if isData {
            var above = reader.fillDown
            cells = above.filled(cells)
        }
        var scratch = FindingList()
        let indicator = isData ? reader.lookup.find(cells, findings: &scratch)?.indicator : nil
        reader.readings.batch.removeReadings()
        reader.read(row)
        let readings = reader.readings.batch.readings(of: strategy, department: reader.department)
        let faults = errors[row.line] ?? []
        return cells.row.cells.indices.map { column in
            let name = Place.name(ofColumn: column)
            if let fault = faults.first(where: { $0.column == name }) {
                return CellReading(.fault, Wording(ja: fault.rule, en: fault.rule))
            }
            let figure = readings.first { $0.origin.column == name }
            let reading = self.reading(
                of: cells, column: column, figure: figure, row: readings.first,
                indicator: indicator)
            return reading.by(
                keys(for: column, of: cells, isFilled: cells.row[column] != row[column])
                    + yearKeys(for: column, of: cells, indicator: indicator))
        }
    }

    /// What of the profile decides how a cell is read, the year apart.
    private func keys(
        for column: Int, of cells: RowCells, isFilled: Bool
    ) -> [DropProfile.Key] {
        var keys: [DropProfile.Key] = isFilled ? [.fillDown] : []
        if column == header.columns[.period], profile.dates != .yearMonthDay {
            let key = CellText.key(cells.text(column: column))
            let date = try? DateReader.read(key, order: profile.dates)
            if date != nil { keys.append(.dates) }
        }
        return keys
    }

    /// Whether the profile says the year of a period, or of a figure below the heading of a period.
    private func yearKeys(
        for column: Int, of cells: RowCells, indicator: Indicator?
    ) -> [DropProfile.Key] {
        guard profile.year != nil, cells.text(.year).isEmpty,
            !cells.text(column: column).isEmpty
        else { return [] }
        let written: WrittenPeriod?
        if header.layout == .tidy, column == header.columns[.period] {
            written = try? PeriodReader.read(cells.text(column: column), dates: profile.dates)
        } else if header.layout == .wide,
            reader.documentYear.answer(for: indicator?.calendar ?? .fiscal) == .none
        {
            written = header.spans.first { $0.column == column }?.period
        } else {
            return []
        }
        return written.map { $0.year == nil } == true ? [.year] : []
    }

    /// How one cell is read; `figure` is the reading that it gave, `row` the first one of its row.
    private func reading(
        of cells: RowCells, column: Int, figure: Reading?, row: Reading?, indicator: Indicator?
    ) -> CellReading {
        let text = cells.text(column: column)
        let unit = indicator?.unit ?? ""
        if let figure { return Self.figure(figure, unit: unit, isWide: header.layout == .wide) }
        if text.isEmpty { return CellReading(.blank) }
        guard header.written.indices.contains(column) else { return CellReading(.unused) }
        switch header.headings[column] {
        case .field(let field, _) where header.columns[field] == column:
            let declared = cells.declaredUnit(column: column)
            return reading(of: field, text, row: row, indicator: indicator, declared: declared)
        case .span where header.layout == .wide:
            return Self.plainFigure(
                text, unit: unit, declared: cells.declaredUnit(column: column))
        case .field, .span, .reference, .empty, .unknown: return CellReading(.unused)
        }
    }

    private func reading(
        of field: Field, _ text: String, row: Reading?, indicator: Indicator?, declared: String?
    ) -> CellReading {
        switch field {
        case .indicatorID, .indicatorName, .programName:
            guard let indicator else { return CellReading(.text) }
            return CellReading(.indicator, "\(indicator.id) \(indicator.name)")
        case .year:
            return row.map { CellReading(.period, $0.period.year.wording) }
                ?? CellReading.period(text) ?? CellReading(.text)
        case .period:
            return row.map { CellReading(.period, $0.period.wording) }
                ?? CellReading.period(text, dates: profile.dates) ?? CellReading(.text)
        case .value:
            return Self.plainFigure(text, unit: indicator?.unit ?? "", declared: declared)
        case .numerator, .denominator, .respondents: return CellReading(raw: text)
        case .basis: return CellReading(.word, row.map { Self.word($0.basis) } ?? text)
        case .certainty: return CellReading(.word, row.map { Self.word($0.certainty) } ?? text)
        case .unit, .confirmation: return CellReading(.word, text)
        case .part, .note: return CellReading(.text)
        }
    }

    private static func figure(_ reading: Reading, unit: String, isWide: Bool) -> CellReading {
        let value: CellReading
        switch reading.value {
        case .number(let number): value = .number(number, unit: unit)
        case .stage(let name): value = CellReading(.word, name)
        case .absent(let absence): value = CellReading(.absence, absence.wording)
        case nil: value = CellReading(.word, Wording(ja: "取消", en: "withdrawn"))
        }
        guard isWide else { return value }
        let period = reading.period.wording
        return CellReading(
            value.kind,
            Wording(
                ja: "\(value.meaning.japanese)（\(period.japanese)）",
                en: "\(value.meaning.english) (\(period.english))"), number: value.number)
    }

    /// A figure that gave no reading: one of a totals row, a sign, or what comes with an error elsewhere in its row.
    private static func plainFigure(
        _ text: String, unit: String, declared: String?
    ) -> CellReading {
        if case .number(let number) = NumberReader.read(text, unit: unit, declared: declared) {
            return .number(number.value, unit: unit)
        }
        return CellReading(raw: text)
    }

    private static func word(_ basis: Reading.Basis) -> String {
        switch basis {
        case .period: "期間"
        case .yearToDate: "年度累計"
        case .planToDate: "計画累計"
        }
    }

    private static func word(_ certainty: Reading.Certainty) -> String {
        switch certainty {
        case .preliminary: "速報"
        case .confirmed: "確報"
        case .corrected: "訂正"
        case .withdrawn: "取消"
        }
    }
}

extension CSVReader {
    /// Moves on to the next row; false after the last one, or where the rest cannot be split, which a finding says.
    mutating func advanceIfPossible() throws -> Bool {
        do {
            return try advance()
        } catch is CSVFault {
            return false
        }
    }
}
