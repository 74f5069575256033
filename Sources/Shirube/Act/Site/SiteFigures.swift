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
        return [fields] + yearBeside(history, row)
    }

    /// The quarters of the year beside those of the year before; empty where quarters have no figures of their own.
    private func yearBeside(_ history: IndicatorHistory, _ row: IndicatorRow) -> [Fields] {
        guard history.indicator.kind.isFlow, history.indicator.calendar == .fiscal else {
            return []
        }
        let year = site.report.summary.quarter.year.number
        func series(_ number: Int) -> QuarterBars.Series {
            let year = Year(.fiscal, number)
            return QuarterBars.Series(
                year: year,
                values: Period.quarters(of: year).map { quarter in
                    history.figures.first { $0.period == quarter && $0.basis == .period }?.number
                })
        }
        let profile = row.season?.shares ?? []
        let shares =
            profile.count == 12
            ? (0..<4).map { quarter in
                profile[quarter * 3..<quarter * 3 + 3].reduce(0, +)
            } : []
        let bars = QuarterBars(
            "\(label("yearBeside")) \(Self.clipped(row.name))", unit: history.indicator.unit,
            current: series(year), before: series(year - 1), shares: shares, language: language)
        return bars.map { bars in
            var fields = fields(bars.chart(.page), numbers: [1, 2, 3])
            fields["heading"] = label("yearBeside")
            return [fields]
        } ?? []
    }

    /// All indicators on one sheet.
    var sheet: Page {
        let chart = SmallMultiples(site.report, title: label("sheet"), language: language).chart
        return Page(
            path: "sheet.html", title: label("sheet"), template: "sheet",
            fields: ["bars": [fields(chart, numbers: [])]])
    }
}
