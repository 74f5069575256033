/// All indicators on one sheet, each a small picture with its newest figure, its target and its status.
package struct SmallMultiples: Sendable {
    private let title: String
    private let report: Report
    private let language: Language

    /// Makes the sheet of a report.
    package init(_ report: Report, title: String, language: Language) {
        self.report = report
        self.title = title
        self.language = language
    }

    private static let columns = 8
    private static let cell = (width: 150.0, height: 112.0)
    private static let margin = 20.0

    /// The chart: as wide as an A3 sheet in proportion to its height, for 88 indicators.
    package var chart: Chart {
        let standings = Dictionary(
            report.summary.standings.map { ($0.indicator, $0) }, uniquingKeysWith: { $1 })
        let goals = report.summary.strategy.goals.map { goal in
            (goal, report.histories.filter { $0.indicator.goal == goal.id })
        }.filter { !$0.1.isEmpty }
        let rows = goals.reduce(0) { $0 + (($1.1.count + Self.columns - 1) / Self.columns) }
        let height = Self.margin * 2 + Double(goals.count) * 34 + Double(rows) * Self.cell.height
        let width = Self.margin * 2 + Double(Self.columns) * Self.cell.width
        var drawing = Drawing(width: width, height: height)
        drawing.rectangle(0, 0, width, height, .area(ChartColour.paper))
        var y = Self.margin
        for (goal, histories) in goals {
            drawing.write(
                Drawing.fitting(goal.heading[language], width - 2 * Self.margin, size: 15),
                Self.margin, y + 20, ChartColour.ink, size: 15, isBold: true)
            y += 34
            for (place, history) in histories.enumerated() {
                let column = place % Self.columns
                drawing.group(Self.margin + Double(column) * Self.cell.width, y) { drawing in
                    cell(history, standings[history.indicator.id], &drawing)
                }
                if column == Self.columns - 1 || place == histories.count - 1 {
                    y += Self.cell.height
                }
            }
        }
        return Chart(
            title: title, svg: drawing.text(title: title, alternative: alternative),
            alternative: alternative,
            heads: [
                SummaryWords.indicator[language], SummaryWords.status[language],
                SummaryWords.value[language], SummaryWords.target[language],
            ],
            lines: report.histories.map { history in
                let standing = standings[history.indicator.id]
                return [
                    Inert.line(report.summary.strategy.title(of: history.indicator)),
                    standing?.status.wording[language] ?? "",
                    FigureText.value(standing?.value, of: history.indicator),
                    FigureText.target(of: history.indicator, language),
                ]
            })
    }

    private var alternative: String {
        Wording(
            ja: "\(report.histories.count)指標の推移（線）と目標（横線）を一枚に並べた図です。",
            en:
                "\(report.histories.count) indicators on one sheet: how each has moved (line), and its target (level line)."
        )[language]
    }

    private func cell(
        _ history: IndicatorHistory, _ standing: Standing?, _ drawing: inout Drawing
    ) {
        let indicator = history.indicator
        let inner = Self.cell.width - 16
        let name = report.summary.strategy.title(of: indicator)
        drawing.write(
            Drawing.fitting(name, inner, size: 11), 0, 14, ChartColour.ink, size: 11)
        let status = standing?.status
        let group = status?.group ?? .open
        drawing.rectangle(0, 22, 4, 68, .area(group.fill.area))
        if let status {
            let word = "\(status.symbol) \(status.wording[language])"
            drawing.write(
                Drawing.fitting(word, inner * 0.55, size: 10), 8, 101, ChartColour.soft, size: 10)
        }
        let value = FigureText.value(standing?.value, of: indicator)
        drawing.write(
            Drawing.fitting(value, inner * 0.6, size: 11), inner, 101, ChartColour.actual,
            size: 11, .end, isBold: true)
        line(history, width: inner, &drawing)
    }

    private func line(
        _ history: IndicatorHistory, width: Double, _ drawing: inout Drawing
    ) {
        guard let chart = ProgressChart(history, title: "", language: language) else { return }
        let points = chart.actual
        guard let first = points.first, let last = points.last else { return }
        let target = history.indicator.target.value
        let isLevel = !history.indicator.kind.isFlow
        let values = points.map(\.value) + [target]
        let low = values.min() ?? 0
        let base = isLevel && low > 0 ? low - ((values.max() ?? 0) - low) * 0.2 : min(0, low)
        let high = max(values.max() ?? 1, base + 1e-9)
        let x = ChartScale(
            Double(min(first.end, last.end - 1))...Double(last.end), from: 10, to: width - 4)
        let y = ChartScale(base...high, from: 86, to: 28)
        drawing.line(
            [(8, y(target)), (width, y(target))], .line(ChartColour.target, 1, dashes: "3 3"))
        if chart.isByYear {
            for point in points {
                let place = x(Double(point.end))
                drawing.line([(place, 86), (place, y(point.value))], .line(ChartColour.actual, 3))
            }
            return
        }
        drawing.line(
            points.map { (x(Double($0.end)), y($0.value)) }, .line(ChartColour.actual, 1.75))
        drawing.circle(x(Double(last.end)), y(last.value), 2.5, .area(ChartColour.actual))
    }
}
