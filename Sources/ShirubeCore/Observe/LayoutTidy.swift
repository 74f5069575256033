extension DropReader {
    /// Reads a row of a tidy table, which holds one figure.
    mutating func readTidy(_ cells: RowCells, _ indicator: Indicator) {
        let attributes = FigureAttributes(cells, indicator: indicator, findings: &findings)
        let ratio = RatioParts(cells, unit: indicator.unit, findings: &findings)
        guard let column = cells.header.columns[.value],
            let period = tidyPeriod(cells, indicator), let attributes
        else { return }
        let reader = FigureReader(cells: cells, attributes: attributes, department: department)
        let reading = reader.reading(
            of: period, column: column, ratio: ratio, findings: &findings)
        guard let reading else { return }
        periods.warnIfRunning(period, at: cells.place(.period), findings: &findings)
        readings.add(reading, at: cells.place(column: column), findings: &findings)
    }

    private mutating func tidyPeriod(_ cells: RowCells, _ indicator: Indicator) -> Period? {
        var year: Year?
        let hasYear = !cells.text(.year).isEmpty
        if hasYear {
            year = periods.year(in: cells, for: indicator, findings: &findings)
        }
        let place = cells.place(.period)
        guard !cells.text(.period).isEmpty else {
            findings.add(
                .periodMissing, at: place, ja: "に期間が入っていません。", en: "has no period.")
            return nil
        }
        // A year that is wrong has been named already; that its period then has none is no news.
        if hasYear, year == nil { return nil }
        return periods.period(at: place, year: year, for: indicator, findings: &findings)
    }
}
