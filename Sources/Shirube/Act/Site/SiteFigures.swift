import ShirubeCore

// The pictures of the pages, each with what it shows in words and its figures as a table.

extension SitePages {
    /// A picture as the template takes it.
    private func fields(_ chart: Chart, numbers: Set<Int>) -> Fields {
        var fields = grid(chart.title, heads: chart.heads, numbers: numbers, lines: chart.lines)
        fields["svg"] = chart.svg
        fields["alternative"] = chart.alternative
        fields["heading"] = chart.title
        return fields
    }

    /// How many indicators stand how, in a bar for each part.
    func statusBars(_ title: String, _ parts: [(name: String, indicators: [Indicator])]) -> [Fields]
    {
        let bars = StatusBars(
            title,
            parts.map { part in
                StatusBars.Part(
                    name: part.name, statuses: part.indicators.compactMap { rows[$0.id]?.status })
            }, language: language)
        return bars.map { [fields($0.chart(.page), numbers: [1, 2, 3, 4, 5])] } ?? []
    }

    /// How an indicator came where it stands, and where it is likely to go.
    func charts(_ history: IndicatorHistory, _ row: IndicatorRow) -> [Fields] {
        let chart = ProgressChart(
            history, title: "\(label("chart")) \(Self.clipped(row.name))", language: language)
        guard let chart, !history.judged.isEmpty else { return [] }
        var fields = fields(chart.chart(.page), numbers: [1, 2])
        fields["heading"] = label("chart")
        return [fields]
    }

    /// All indicators on one sheet.
    var sheet: Page {
        let chart = SmallMultiples(site.report, title: label("sheet"), language: language).chart
        return Page(
            path: "sheet.html", title: label("sheet"), template: "sheet",
            fields: ["bars": [fields(chart, numbers: [])]])
    }
}
