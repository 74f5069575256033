// How the chart of an indicator's progress is drawn.

extension ProgressChart {
    /// The picture.
    func drawing(_ size: ChartSize) -> Drawing {
        var drawing = Drawing(width: size.width, height: size.height)
        drawing.rectangle(0, 0, size.width, size.height, .area(ChartColour.paper))
        let frame = Frame(of: self, size)
        legend(&drawing, frame)
        years(&drawing, frame)
        grid(&drawing, frame)
        fan(&drawing, frame)
        if isByYear { columns(&drawing, frame) } else { lines(&drawing, frame) }
        labels(&drawing, frame)
        return drawing
    }

    /// Where things stand in the picture.
    struct Frame {
        let x: ChartScale
        let y: ChartScale
        let ticks: [Double]
        let top: Double
        let bottom: Double
        let size: ChartSize

        init(of chart: ProgressChart, _ size: ChartSize) {
            self.size = size
            let points = chart.actual + chart.path + [chart.target]
            let first = points.map(\.end).min() ?? chart.target.end - 12
            // A year begins where its figures do.
            let start = first - (chart.isByYear ? 3 : 0)
            let last = max(chart.target.end, points.map(\.end).max() ?? 0)
            let prospect = chart.prospect
            let values =
                points.map(\.value)
                + [prospect.low80, prospect.median, prospect.high80].compactMap(\.self)
            let isLevel = !chart.indicator.kind.isFlow && chart.indicator.kind != .runningTotal
            // A level far from zero would be a flat line on an axis from zero.
            let low = values.min() ?? 0
            let high = values.max() ?? 1
            let scale = ChartScale.nice(values, fromZero: !isLevel || low < (high - low))
            top = 40
            bottom = size.height - 30
            x = ChartScale(
                Double(start)...Double(max(last, start + 1)), from: 62, to: size.width - 158)
            y = ChartScale(scale.domain, from: size.height - 30, to: 40)
            ticks = scale.ticks
        }

        /// Both sides of the column of a figure, which stands at the end of its period.
        func column(_ point: Point) -> (left: Double, right: Double) {
            let month = x(x.domain.lowerBound + 1) - x.start
            let right = x(Double(point.end)) - month / 2
            return (right - max(3, min(month * 2, 40)), right)
        }
    }

    private func legend(_ drawing: inout Drawing, _ frame: Frame) {
        var x = 62.0
        func entry(_ text: String, _ draw: (inout Drawing, Double) -> Void) {
            draw(&drawing, x)
            drawing.write(text, x + 30, 22, ChartColour.soft)
            x += 30 + Drawing.width(of: text) + 22
        }
        entry(SummaryWords.value[language]) { drawing, x in
            if isByYear {
                drawing.rectangle(x + 6, 10, 12, 16, .area(ChartColour.actual))
            } else {
                drawing.line([(x, 18), (x + 24, 18)], .line(ChartColour.actual, 2.5))
                drawing.circle(x + 12, 18, 3.5, .area(ChartColour.actual))
            }
        }
        entry(Words.path[language]) { drawing, x in
            let ink: Drawing.Ink =
                isByYear
                ? .line(ChartColour.target, 2) : .line(ChartColour.path, 1.5, dashes: "5 4")
            drawing.line([(x, 18), (x + 24, 18)], ink)
        }
        if prospect.median != nil {
            entry(Words.fan[language]) { drawing, x in
                drawing.rectangle(x, 12, 24, 12, .area(ChartColour.fan))
                drawing.line(
                    [(x, 18), (x + 24, 18)], .line(ChartColour.forecast, 1.5, dashes: "2 3"))
            }
        }
    }

    /// Bands of the fiscal years, every second one a little darker, with their names below.
    private func years(_ drawing: inout Drawing, _ frame: Frame) {
        let (start, end) = (Int(frame.x.domain.lowerBound), Int(frame.x.domain.upperBound))
        let first = Year.of(.fiscal, containing: Period.firstDay(absoluteMonth: start))
        let last = Year.of(.fiscal, containing: Period.firstDay(absoluteMonth: end - 1))
        for number in first.number...last.number {
            let year = Year(.fiscal, number)
            let months = Period(year).absoluteMonths
            let left = frame.x(Double(max(start, months.lowerBound)))
            let right = frame.x(Double(min(end, months.upperBound)))
            if number % 2 == 0 {
                drawing.rectangle(
                    left, frame.top, right - left, frame.bottom - frame.top,
                    .area(ChartColour.band))
            }
            let name = name(of: year, in: right - left)
            drawing.write(
                name, (left + right) / 2, frame.bottom + 18, ChartColour.soft, size: 11, .middle)
        }
    }

    /// A year's name as long as there is room: 令和4年度, R4, or nothing.
    private func name(of year: Year, in width: Double) -> String {
        let whole = year.wording[language]
        let era = Era.allCases.first { year.number >= $0.firstYear } ?? .showa
        let short = Wording(
            ja: "\(era.letter)\(year.number - era.firstYear + 1)",
            en: "’\(zeroPadded(year.number % 100, 2))")[language]
        return [whole, short].first { Drawing.width(of: $0, size: 11) + 4 <= width } ?? ""
    }

    private func grid(_ drawing: inout Drawing, _ frame: Frame) {
        let (left, right) = (frame.x.start, frame.x.end)
        for tick in frame.ticks {
            let y = frame.y(tick)
            let isZero = tick == 0
            drawing.line(
                [(left, y), (right, y)], .line(isZero ? ChartColour.soft : ChartColour.grid))
            drawing.write(
                NumberText.grouped(tick), left - 8, y + 4, ChartColour.soft, size: 11, .end)
        }
        let unit = Drawing.fitting(indicator.unit, 54, size: 11)
        drawing.write(unit, left - 8, frame.top - 10, ChartColour.soft, size: 11, .end)
    }

    /// What may come, from the newest figure to the target's time.
    private func fan(_ drawing: inout Drawing, _ frame: Frame) {
        guard let median = prospect.median, let last = actual.last, last.end < target.end else {
            return
        }
        let from =
            isByYear
            ? (frame.x.end, frame.y(median)) : (frame.x(Double(last.end)), frame.y(last.value))
        let x = frame.x(Double(target.end))
        if let low = prospect.low80, let high = prospect.high80 {
            if isByYear {
                drawing.rectangle(
                    x - 16, frame.y(high), 16, frame.y(low) - frame.y(high),
                    .area(ChartColour.fan))
            } else {
                drawing.line(
                    [(from.0, from.1), (x, frame.y(high)), (x, frame.y(low))],
                    .area(ChartColour.fan), closed: true)
            }
        }
        let start = isByYear ? (x - 16, frame.y(median)) : (from.0, from.1)
        drawing.line(
            [start, (x, frame.y(median))], .line(ChartColour.forecast, 1.5, dashes: "2 3"))
    }

    private func lines(_ drawing: inout Drawing, _ frame: Frame) {
        func places(_ points: [Point]) -> [(x: Double, y: Double)] {
            points.map { (frame.x(Double($0.end)), frame.y($0.value)) }
        }
        drawing.line(places(path), .line(ChartColour.path, 1.5, dashes: "5 4"))
        drawing.line(places(actual), .line(ChartColour.actual, 2.5))
        for (x, y) in places(actual) { drawing.circle(x, y, 3.5, .area(ChartColour.actual)) }
    }

    /// A column for each period, with a mark where the path was.
    private func columns(_ drawing: inout Drawing, _ frame: Frame) {
        for point in actual {
            let (left, right) = frame.column(point)
            let (top, base) = (frame.y(max(0, point.value)), frame.y(0))
            drawing.rectangle(left, top, right - left, base - top, .area(ChartColour.actual))
        }
        for point in path {
            let (left, right) = frame.column(point)
            let y = frame.y(point.value)
            drawing.line([(left - 2, y), (right + 2, y)], .line(ChartColour.target, 2))
        }
    }

    // MARK: - Labels

    /// The target, the forecast and the newest figure, each beside what it names and none over another.
    private func labels(_ drawing: inout Drawing, _ frame: Frame) {
        let x = frame.x(Double(target.end))
        drawing.line(
            [
                (x, frame.y(target.value) - 6), (x + 6, frame.y(target.value)),
                (x, frame.y(target.value) + 6), (x - 6, frame.y(target.value)),
            ], .area(ChartColour.target), closed: true)
        var labels: [(y: Double, text: String, colour: String)] = [
            (
                frame.y(target.value), "\(SummaryWords.target[language]) \(shown(target.value))",
                ChartColour.target
            )
        ]
        if let median = prospect.median, (actual.last?.end ?? target.end) < target.end {
            drawing.circle(
                x, frame.y(median), 3.5,
                Drawing.Ink(fill: ChartColour.paper, stroke: ChartColour.forecast, width: 1.5))
            let text = FigureText.foretold(median, unit: indicator.unit)
            labels.append(
                (
                    frame.y(median),
                    "\(Words.shortForecast[language]) \(text)\(Inert.line(indicator.unit))",
                    ChartColour.forecast
                ))
        }
        if let last = actual.last, last.end >= target.end {
            labels.append((frame.y(last.value), shown(last.value), ChartColour.actual))
        }
        for (y, text, colour) in Self.parted(labels, from: frame.top + 4, to: frame.bottom) {
            drawing.write(
                Drawing.fitting(text, 140), x + 12, y + 4, colour, isBold: true)
        }
        newest(&drawing, frame)
    }

    /// The newest figure, above or below its point: on the side where the way to the target is not.
    private func newest(_ drawing: inout Drawing, _ frame: Frame) {
        guard let last = actual.last, last.end < target.end else { return }
        let y = frame.y(last.value)
        let expected = path.last { $0.end <= last.end }.map { frame.y($0.value) } ?? y
        if isByYear {
            let column = frame.column(last)
            drawing.write(
                shown(last.value), (column.left + column.right) / 2, min(y, expected) - 8,
                ChartColour.actual, size: 13, .middle, isBold: true)
            return
        }
        let isBelow = expected <= y && y + 22 < frame.bottom
        drawing.write(
            shown(last.value), frame.x(Double(last.end)), isBelow ? y + 20 : y - 10,
            ChartColour.actual, size: 13, .middle, isBold: true)
    }

    /// Labels at their places or as near as they can be without lying over each other, the upper first.
    static func parted(
        _ labels: [(y: Double, text: String, colour: String)], from top: Double, to bottom: Double
    ) -> [(y: Double, text: String, colour: String)] {
        let distance = 17.0
        var placed = labels.sorted { $0.y < $1.y }
        for index in placed.indices {
            let least = index == 0 ? top : placed[index - 1].y + distance
            placed[index].y = max(placed[index].y, least)
        }
        for index in placed.indices.reversed() {
            let most = index == placed.count - 1 ? bottom : placed[index + 1].y - distance
            placed[index].y = min(placed[index].y, most)
        }
        return placed
    }
}
