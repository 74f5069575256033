extension DropReader {
    /// A filled cell of a wide row.
    private struct Figure {
        let column: Int
        let period: Period
        /// Whether it holds a sign in place of a figure.
        let isAbsent: Bool
    }

    /// Reads a row of a wide table, which holds a figure for each period; an empty cell is not reported.
    mutating func readWide(_ cells: RowCells, _ found: IndicatorLookup.Found) {
        let indicator = found.indicator
        let attributes = FigureAttributes(cells, indicator: indicator, findings: &findings)
        let filled = cells.header.spans.filter { !cells.text(column: $0.column).isEmpty }
        guard !filled.isEmpty, let attributes else { return }
        var year: Year?
        if filled.contains(where: { $0.period.year == nil }) {
            year = wideYear(cells, indicator)
            if year == nil { return }
        }
        let reader = FigureReader(cells: cells, attributes: attributes, department: department)
        let figures: [Figure] = filled.compactMap { span in
            let place = cells.place(column: span.column)
            let isAbsent = reader.absence(at: place) != nil
            let period = periods.period(
                span.period, year: year, at: place, for: indicator, mayBeFuture: isAbsent,
                findings: &findings)
            return period.map { Figure(column: span.column, period: $0, isAbsent: isAbsent) }
        }
        guard figures.count == filled.count else { return }
        let answered = figures.filter { figure in
            !figure.isAbsent || !isEarly(figure.period, at: cells.place(column: figure.column))
        }
        readFigures(answered, by: reader, found.position)
    }

    private mutating func readFigures(
        _ figures: [Figure], by reader: FigureReader, _ indicator: Int
    ) {
        let (cells, attributes) = (reader.cells, reader.attributes)
        let totals = figures.filter { total in
            figures.contains { Self.lies($0.period, within: total.period) }
        }
        var read: [Reading] = []
        let errorsBefore = findings.errorCount
        for figure in figures where !totals.contains(where: { $0.column == figure.column }) {
            let holdsBefore = findings.holdCount
            let found = reader.figure(
                of: figure.period, column: figure.column, ratio: RatioParts(), findings: &findings)
            let isNothing = NumberReader.isNothing(cells.text(column: figure.column))
            if !isNothing, found == nil || figure.isAbsent {
                self.totals.spoil(column: figure.column)
            }
            guard let found else { continue }
            let place = cells.place(column: figure.column)
            let reading = found.reading
            read.append(reading)
            if !figure.isAbsent {
                periods.warnOf(figure.period, at: place, findings: &findings)
            }
            let number = readings.add(
                reading, indicator: indicator, at: place, isMeant: cells.isMeant,
                findings: &findings)
            hold(number, since: holdsBefore)
            guard !found.isIncluded, let value = Self.value(of: reading) else { continue }
            self.totals.add(
                value, of: attributes.indicator, figure: nil, column: figure.column)
        }
        guard findings.errorCount == errorsBefore, attributes.certainty != .withdrawn else {
            return
        }
        for total in totals {
            let parts = read.filter { Self.lies($0.period, within: total.period) }
            guard !parts.contains(where: \.hidesFigure) else {
                findings.add(
                    .totalUnused, at: cells.place(column: total.column),
                    ja: "は、値のない期（不明や秘匿）があるので比べず、使いません。",
                    en: "was not compared, because a period is not known or kept back; it is not "
                        + "used.")
                continue
            }
            check(total, against: parts, cells, attributes)
        }
    }

    private static func lies(_ part: Period, within whole: Period) -> Bool {
        let (inner, outer) = (part.absoluteMonths, whole.absoluteMonths)
        return inner != outer && outer.contains(inner)
    }

    /// Compares a column such as 年度計 with the figures that it sums up; it is never a reading itself.
    private mutating func check(
        _ total: Figure, against parts: [Reading], _ cells: RowCells, _ attributes: FigureAttributes
    ) {
        let place = cells.place(column: total.column)
        let unit = attributes.indicator.unit
        guard attributes.indicator.kind.isFlow else {
            findings.add(
                .totalUnused, at: place, ja: "は、足し合わせない指標の合計の列なので、使いません。",
                en: "is a total of figures that do not add up, and is not used.")
            return
        }
        let number: NumberReader.Number
        switch NumberReader.read(
            place.written, unit: unit, declared: cells.declaredUnit(column: total.column))
        {
        case .blank, .absent: return
        case .fault(let fault):
            let (rule, sentence) = FaultWording.of(fault, unit: unit)
            findings.add(rule, at: place, ja: sentence.japanese, en: sentence.english)
            return
        case .number(let read): number = read
        }
        let isCumulative = attributes.basis != .period
        let counted = isCumulative ? parts.max { $0.period < $1.period }.map { [$0] } ?? [] : parts
        let expected = counted.reduce(0) { $0 + (Self.value(of: $1) ?? 0) }
        // Figures in 千 or 万, or with decimals, are rounded one by one, so their sum may differ.
        let isRounded = number.isRounded || UnitText.isScaled(unit)
        let tolerance = isRounded ? number.lastDecimal * Double(counted.count + 1) / 2 : 0
        guard (number.value - expected).magnitude > tolerance + 1e-9 * expected.magnitude else {
            return
        }
        let sum = NumberText.grouped(expected)
        let difference = NumberText.grouped(number.value - expected)
        findings.add(
            .totalMismatch, at: place,
            takenFor: NumberText.figure(number.value, unit: unit),
            ja: "は、各期の\(isCumulative ? "最後の累計" : "合計")\(sum)と合いません（差は\(difference)）。",
            en: "is not the \(isCumulative ? "last running total" : "sum") of its periods, \(sum) "
                + "(difference \(difference)).")
    }

    /// The number of a reading; nil for a stage, a sign or a withdrawal.
    private static func value(of reading: Reading) -> Double? {
        guard case .number(let value) = reading.value else { return nil }
        return value
    }

    private mutating func wideYear(_ cells: RowCells, _ indicator: Indicator) -> Year? {
        if !cells.text(.year).isEmpty {
            guard let year = periods.year(in: cells, for: indicator, findings: &findings) else {
                return nil
            }
            return year
        }
        switch documentYear.answer(for: indicator.calendar) {
        case .one(let number): return Year(indicator.calendar, number)
        case .several(let numbers):
            let names = numbers.map { Year(indicator.calendar, $0).wording }
            findings.add(
                .yearAmbiguous, at: cells.place,
                ja: "の年を決められません。題名やファイル名に\(names.map(\.japanese).joined(separator: "、"))があります。",
                en: "has no clear year: the titles or the file’s name hold "
                    + "\(names.map(\.english).joined(separator: ", ")).")
        case .none:
            if let year = periods.year(for: indicator) { return year }
            addYearMissing(at: cells.place, indicator)
        }
        return nil
    }

    /// Says that a wide table has no year, or only one of the other kind, which differs by three months.
    private mutating func addYearMissing(at place: Place, _ indicator: Indicator) {
        let isFiscal = indicator.calendar == .fiscal
        if case .one(let number) = documentYear.answer(for: isFiscal ? .calendar : .fiscal) {
            let other = Year(isFiscal ? .calendar : .fiscal, number).wording
            findings.add(
                .yearKind, at: place,
                ja: "の指標\(indicator.id)は\(isFiscal ? "年度（4月から翌年3月まで）" : "年（1月から12月まで）")で数えますが、"
                    + "題名やファイル名にあるのは\(other.japanese)です。",
                en:
                    "is of \(indicator.id), which counts \(isFiscal ? "fiscal" : "calendar") years, but the "
                    + "title or the file’s name says \(other.english).",
                remedy: Self.remedy(isFiscal))
            return
        }
        let word = isFiscal ? "年度" : "年"
        findings.add(
            .yearMissing, at: place,
            ja: "の\(word)が分かりません。「\(word)」の列にも、題名にも、ファイル名にもありません。",
            en: "has no year: neither a column nor a title nor the file’s name gives one.",
            remedy: Self.remedy(isFiscal))
    }

    private static func remedy(_ isFiscal: Bool) -> Wording {
        let (column, year) = isFiscal ? ("年度", "令和4年度") : ("年", "令和4年")
        return Wording(
            ja: "「\(column)」の列に、\(year)のように入れてください（列がなければ加えてください）。",
            en: "Fill in the column \(column), such as \(year); add it if there is none.")
    }
}

extension Reading {
    /// Whether it says that there is a figure which is not known or kept back.
    fileprivate var hidesFigure: Bool {
        guard case .absent(let absence) = value else { return false }
        return absence.hidesFigure
    }
}
