/// Reads the rows below a header, gathering readings and findings.
struct DropReader {
    let header: Header
    let lookup: IndicatorLookup
    let strategy: Strategy
    let department: Identifier<Department>
    let documentYear: DocumentYear
    var periods: PeriodResolver
    var readings: ReadingSet
    var findings: FindingList
    var totals: TotalsCheck
    /// How the rows were read.
    private(set) var rows = RowCounts()
    /// The places in the strategy's list of the indicators that rows have named.
    private(set) var named: Set<Int> = []
    private var columnsWithoutHeading: Set<Int>
    private var recall: RowRecall
    /// What the rows above said.
    private(set) var fillDown: FillDown

    init(
        header: Header, strategy: Strategy, lookup: IndicatorLookup,
        department: Identifier<Department>, profile: DropProfile, encoding: TextEncoding,
        periods: PeriodResolver,
        documentYear: DocumentYear, readings: ReadingSet, findings: FindingList
    ) {
        self.header = header
        self.strategy = strategy
        self.lookup = lookup
        self.department = department
        self.documentYear = documentYear
        self.periods = periods
        self.readings = readings
        self.findings = findings
        totals = TotalsCheck()
        fillDown = FillDown(header, profile: profile)
        recall = RowRecall(
            header, strategy: strategy, encoding: encoding, isAllowed: !fillDown.isUsed)
        columnsWithoutHeading = Set(header.columnsWithoutHeading)
    }

    /// Reads the reader's row, which is not blank.
    @inline(__always)
    mutating func read(_ reader: borrowing CSVReader) {
        if reader.spansLines { noteLineBreaks(in: reader.row) }
        if recall.read(reader, into: &readings, totals: &totals) {
            rows.data += 1
            return
        }
        let findingsBefore = findings.count
        let meaning = readKind(of: reader.row)
        guard let meaning, findings.count == findingsBefore else { return }
        recall.remember(meaning, of: reader, figure: readings.batch.figures[meaning.figure])
    }

    /// Reads a row that is not blank.
    mutating func read(_ row: CSVRow) {
        noteLineBreaks(in: row)
        _ = readKind(of: row)
    }

    /// Reads a row that is not blank; gives the number of the one figure that it holds, and how certain it is, where
    /// it holds a number and nothing else.
    private mutating func readKind(of row: CSVRow) -> RowMemo.Meaning? {
        let cells = RowCells(header: header, row: row)
        switch RowKind(cells) {
        case .data: return readData(cells)
        case .heading:
            rows.titles += 1
            fillDown.reset()
            findings.add(
                .rowHeading, at: cells.place, ja: "は見出しの繰り返しなので、使いません。",
                en: "repeats the header and is not used.")
        case .totals:
            rows.totals += 1
            totals.check(cells, findings: &findings)
        case .note:
            rows.notes += 1
            findings.add(
                .rowNote, at: cells.place, ja: "は注記の行なので、使いません。", en: "is a note and is not used.")
        case .ragged(let column):
            rows.faulty += 1
            findings.add(
                .rowRagged, at: cells.place(column: column),
                ja: "は、見出し（\(header.width)列）より右にあります。",
                en: "stands beyond the \(header.width) columns of the header.")
        case .strayQuote(let column):
            rows.faulty += 1
            findings.add(
                .quoteStray, at: cells.place(column: column), ja: "は、閉じた引用符「\"」の後にも文字があります。",
                en: "has text after its closing quote.")
        }
        return nil
    }

    /// Lets a figure wait for a confirmation if something was found since there were so many findings of that kind.
    mutating func hold(_ figure: Int, since count: Int) {
        guard findings.holdCount > count, let finding = findings.lastHold else { return }
        readings.hold(figure, finding)
    }

    /// Makes the checks that need all rows.
    ///
    /// `history` gives what is in force of the indicator at a place in the strategy's list.
    mutating func finish(history: (Int) throws -> CurrentReadings) rethrows {
        readings.check(strategy, findings: &findings)
        if findings.errorCount == 0 { try doubt(history: history) }
        if readings.count == 0, findings.errorCount == 0 {
            findings.add(
                .noFigures, ja: "見出しは読めましたが、反映する実績値が1つもありません。",
                en: "The header was read, but there is no figure to apply.")
        }
    }

    /// Refuses a file of which more is given twice than is looked at one by one.
    mutating func refuseRepetitions(limit: Int) {
        let shown = NumberText.grouped(Double(limit))
        findings.add(
            .duplicateTooMany,
            ja: "同じ指標・同じ期間が\(shown)件より多く重なっています。同じ表が2回入っていないでしょうか。",
            en: "More than \(shown) figures are given twice. Perhaps the file holds the same table "
                + "twice.")
    }

    /// Refuses a file of which more figures are in doubt than anybody would confirm.
    mutating func refuseDoubts(limit: Int) {
        guard readings.heldCount > limit else { return }
        let (count, most) = (
            NumberText.grouped(Double(readings.heldCount)), NumberText.grouped(Double(limit))
        )
        findings.add(
            .doubtTooMany,
            ja: "確かめなければならない値が\(count)件あります（1ファイルに\(most)件まで）。"
                + "単位や列が違っていないでしょうか。",
            en: "\(count) figures are in doubt (at most \(most) in a file). Perhaps a unit or a "
                + "column is mistaken.")
    }

    private mutating func readData(_ row: RowCells) -> RowMemo.Meaning? {
        let errorsBefore = findings.errorCount
        defer {
            if findings.errorCount > errorsBefore { rows.faulty += 1 } else { rows.data += 1 }
        }
        warnOfColumnsWithoutHeading(row)
        let cells = fillDown.filled(row)
        defer { fillDown.note(cells) }
        if fillDown.hasNamedIndicator, cells.text(.indicatorID).isEmpty,
            cells.text(.indicatorName).isEmpty
        {
            addLabelOmitted(at: cells.place)
            return nil
        }
        guard let found = lookup.find(cells, findings: &findings) else { return nil }
        named.insert(found.position)
        switch header.layout {
        case .tidy: return readTidy(cells, found)
        case .wide:
            readWide(cells, found)
            return nil
        }
    }

    /// Refuses a row whose label is left blank, perhaps because it is that of the row above.
    mutating func addLabelOmitted(at place: Place) {
        let isCell = place.column != nil
        findings.add(
            .labelOmitted, at: place,
            ja: (isCell ? "は、" : "には指標IDも指標名もなく、") + "上の行と同じという意味かどうか分かりません。",
            en: (isCell ? "" : "has neither 指標ID nor 指標名, and ")
                + "may or may not mean what stands above it.")
    }

    private mutating func warnOfColumnsWithoutHeading(_ cells: RowCells) {
        for column in columnsWithoutHeading.sorted() where !cells.text(column: column).isEmpty {
            columnsWithoutHeading.remove(column)
            findings.add(
                .columnWithoutHeading, at: cells.place(column: column),
                ja: "の列には見出しがないので、使いません。",
                en: "stands in a column without a heading, which is not used.")
        }
    }
}
