extension DropReader {
    /// Reads a row of a tidy table, which holds one figure; gives what the row means, apart from its number, its part
    /// and its note, where it holds a number.
    mutating func readTidy(
        _ cells: RowCells, _ found: IndicatorLookup.Found
    ) -> RowMemo.Meaning? {
        let indicator = found.indicator
        let holdsBefore = findings.holdCount
        let attributes = FigureAttributes(cells, indicator: indicator, findings: &findings)
        guard let column = cells.header.columns[.value] else { return nil }
        let reader = attributes.map {
            FigureReader(cells: cells, attributes: $0, department: department)
        }
        let place = cells.place(column: column)
        let isAbsent = reader?.absence(at: place) != nil
        let period = tidyPeriod(cells, indicator, mayBeFuture: isAbsent)
        if isAbsent, let period, isEarly(period, at: place) { return nil }
        let ratio = RatioParts(cells, unit: indicator.unit, findings: &findings)
        guard let period, let reader else { return nil }
        let read = reader.figure(of: period, column: column, ratio: ratio, findings: &findings)
        guard let read else {
            if !NumberReader.isNothing(cells.text(column: column)) { totals.spoil(column: column) }
            return nil
        }
        let reading = read.reading
        if !isAbsent { periods.warnOf(period, at: cells.place(.period), findings: &findings) }
        let figure = readings.add(
            reading, indicator: found.position, at: place,
            isMeant: cells.isMeant, findings: &findings)
        hold(figure, since: holdsBefore)
        if isAbsent, !NumberReader.isNothing(place.written) { totals.spoil(column: column) }
        guard case .number(let number) = reading.value else { return nil }
        if !read.isIncluded { totals.add(number, of: indicator, figure: figure, column: column) }
        return RowMemo.Meaning(
            figure: figure, certainty: reading.certainty,
            hasDecimals: number != number.rounded(),
            isScaled: UnitText.isScaled(indicator.unit),
            takesParts: FigureAttributes.takesParts(indicator), isMeant: cells.isMeant)
    }

    /// Whether a period for which a sign stands in place of a figure is not over, so that nothing is answered yet.
    mutating func isEarly(_ period: Period, at place: Place) -> Bool {
        guard !period.isClosed(on: periods.today) else { return false }
        if !NumberReader.isNothing(place.written) {
            totals.spoil(column: place.column ?? 0)
        }
        findings.add(
            .absenceEarly, at: place, takenFor: period.wording,
            ja: "は、まだ終わっていない\(period.wording.japanese)の記号なので、回答とはしません。",
            en: "is a sign for \(period.wording.english), which is not over, and no answer yet.")
        return true
    }

    /// `mayBeFuture` allows a period that has not begun.
    private mutating func tidyPeriod(
        _ cells: RowCells, _ indicator: Indicator, mayBeFuture: Bool
    ) -> Period? {
        var year: Year?
        let hasYear = !cells.text(.year).isEmpty
        if hasYear {
            year = periods.year(in: cells, for: indicator, findings: &findings)
        }
        let place = cells.place(.period)
        guard !cells.text(.period).isEmpty else {
            if fillDown.hasNamedPeriod {
                addLabelOmitted(at: place)
                return nil
            }
            findings.add(
                .periodMissing, at: place, ja: "に何も入っていません。", en: "holds nothing.")
            return nil
        }
        // A year that is wrong has been named already; that its period then has none is no news.
        if hasYear, year == nil { return nil }
        return periods.period(
            at: place, year: year, for: indicator, mayBeFuture: mayBeFuture, findings: &findings)
    }
}
