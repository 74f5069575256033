extension DropReader {
    /// Reads a row of a tidy table, which holds one figure; gives what the row means, apart from its number, its part
    /// and its note, where it holds a number.
    mutating func readTidy(
        _ cells: RowCells, _ found: IndicatorLookup.Found
    ) -> RowMemo.Meaning? {
        let indicator = found.indicator
        let holdsBefore = findings.holdCount
        let attributes = FigureAttributes(cells, indicator: indicator, findings: &findings)
        let ratio = RatioParts(cells, unit: indicator.unit, findings: &findings)
        guard let column = cells.header.columns[.value],
            let period = tidyPeriod(cells, indicator), let attributes
        else { return nil }
        let reader = FigureReader(cells: cells, attributes: attributes, department: department)
        let read = reader.figure(of: period, column: column, ratio: ratio, findings: &findings)
        guard let read else {
            if !NumberReader.isNothing(cells.text(column: column)) { totals.spoil(column: column) }
            return nil
        }
        let reading = read.reading
        periods.warnOf(period, at: cells.place(.period), findings: &findings)
        let figure = readings.add(
            reading, indicator: found.position, at: cells.place(column: column),
            isMeant: cells.isMeant, findings: &findings)
        hold(figure, since: holdsBefore)
        guard case .number(let number) = reading.value else { return nil }
        if !read.isIncluded { totals.add(number, of: indicator, figure: figure, column: column) }
        return RowMemo.Meaning(
            figure: figure, certainty: reading.certainty,
            hasDecimals: number != number.rounded(),
            isScaled: UnitText.isScaled(indicator.unit),
            takesParts: FigureAttributes.takesParts(indicator), isMeant: cells.isMeant)
    }

    private mutating func tidyPeriod(_ cells: RowCells, _ indicator: Indicator) -> Period? {
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
                .periodMissing, at: place, ja: "に期間が入っていません。", en: "has no period.")
            return nil
        }
        // A year that is wrong has been named already; that its period then has none is no news.
        if hasYear, year == nil { return nil }
        return periods.period(at: place, year: year, for: indicator, findings: &findings)
    }
}
