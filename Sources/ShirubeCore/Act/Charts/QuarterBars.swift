/// What each quarter of a year brought, beside the same quarter of the year before.
package struct QuarterBars: Sendable, Equatable {
    /// A fiscal year's quarters.
    package struct Series: Sendable, Equatable {
        /// The year.
        package let year: Year
        /// The four quarters' own values; nil where nothing was reported.
        package let values: [Double?]

        /// Makes a series; quarters that are left out have not been reported.
        package init(year: Year, values: [Double?]) {
            self.year = year
            self.values = Array((values + [nil, nil, nil, nil]).prefix(4))
        }
    }

    private let title: String
    private let unit: String
    private let current: Series
    private let before: Series
    /// Which part of a year each quarter usually brings, of 1; empty where that is not known.
    private let shares: [Double]
    private let language: Language

    /// Makes bars; nil where neither year has a figure.
    package init?(
        _ title: String, unit: String, current: Series, before: Series, shares: [Double] = [],
        language: Language
    ) {
        let known = (current.values + before.values).compactMap(\.self).filter(\.isFinite)
        guard !known.isEmpty else { return nil }
        self.title = title
        self.unit = unit
        self.current = current
        self.before = before
        self.shares = shares.count == 4 ? shares : []
        self.language = language
    }

    /// The chart in a size.
    package func chart(_ size: ChartSize) -> Chart {
        let alternative = (0..<4).filter { current.values[$0] != nil }.map { quarter in
            let words = Wording(
                ja:
                    "\(name(quarter))は\(shown(current.values[quarter]))（前年\(shown(before.values[quarter]))）",
                en:
                    "\(name(quarter)) \(shown(current.values[quarter])) (the year before \(shown(before.values[quarter])))"
            )
            return words[language]
        }.joined(separator: language == .japanese ? "、" : ", ")
        let heads = [
            Words.quarter[language], current.year.wording[language], before.year.wording[language],
        ]
        return Chart(
            title: title, svg: drawing(size).text(title: title, alternative: alternative),
            alternative: alternative,
            heads: heads + (shares.isEmpty ? [] : [Words.share[language]]),
            lines: (0..<4).map { quarter in
                [name(quarter), shown(current.values[quarter]), shown(before.values[quarter])]
                    + (shares.isEmpty ? [] : [share(quarter)])
            })
    }

    private func name(_ quarter: Int) -> String {
        Wording(ja: "第\(quarter + 1)四半期", en: "Q\(quarter + 1)")[language]
    }

    private func shown(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "－" }
        return NumberText.grouped(value, decimals: 2) + Inert.line(unit)
    }

    private func share(_ quarter: Int) -> String {
        NumberText.grouped(shares[quarter] * 100, decimals: 0) + "%"
    }

    private func drawing(_ size: ChartSize) -> Drawing {
        var drawing = Drawing(width: size.width, height: size.height)
        drawing.rectangle(0, 0, size.width, size.height, .area(ChartColour.paper))
        legend(&drawing)
        let known = (current.values + before.values).compactMap(\.self)
        let nice = ChartScale.nice(known, fromZero: true)
        let y = ChartScale(nice.domain, from: size.height - 46, to: 52)
        for tick in nice.ticks {
            let ink = tick == 0 ? ChartColour.soft : ChartColour.grid
            drawing.line([(62, y(tick)), (size.width - 16, y(tick))], .line(ink))
            drawing.write(
                NumberText.grouped(tick), 54, y(tick) + 4, ChartColour.soft, size: 11, .end)
        }
        let unit = Drawing.fitting(unit, 44, size: 11)
        drawing.write(unit, 54, 36, ChartColour.soft, size: 11, .end)
        let step = (size.width - 78) / 4
        for quarter in 0..<4 {
            let middle = 62 + step * (Double(quarter) + 0.5)
            let width = min(step * 0.32, 64)
            bar(before.values[quarter], middle - width - 1, width, y, isCurrent: false, &drawing)
            bar(current.values[quarter], middle + 1, width, y, isCurrent: true, &drawing)
            drawing.write(
                name(quarter), middle, size.height - 26, ChartColour.soft, size: 11, .middle)
            guard !shares.isEmpty else { continue }
            drawing.write(
                "\(Words.share[language]) \(share(quarter))", middle, size.height - 10,
                ChartColour.soft, size: 10, .middle)
        }
        return drawing
    }

    private func legend(_ drawing: inout Drawing) {
        var x = 62.0
        for (year, ink) in [(before.year, Self.paleInk), (current.year, .area(ChartColour.actual))]
        {
            let text = year.wording[language]
            drawing.rectangle(x, 10, 14, 14, ink)
            drawing.write(text, x + 20, 22, ChartColour.soft)
            x += 20 + Drawing.width(of: text) + 22
        }
    }

    /// The year before: an outline with a pale area, which differs in form too.
    private static let paleInk = Drawing.Ink(
        fill: ChartColour.fan, stroke: ChartColour.path, width: 1)

    private func bar(
        _ value: Double?, _ x: Double, _ width: Double, _ y: ChartScale, isCurrent: Bool,
        _ drawing: inout Drawing
    ) {
        guard let value, value.isFinite else { return }
        let (top, bottom) = (y(max(0, value)), y(min(0, value)))
        drawing.rectangle(
            x, top, width, bottom - top, isCurrent ? .area(ChartColour.actual) : Self.paleInk)
        let text = NumberText.grouped(value, decimals: 2)
        drawing.write(
            Drawing.fitting(text, width + 8, size: 11), x + width / 2, top - 5,
            isCurrent ? ChartColour.actual : ChartColour.soft, size: 11, .middle,
            isBold: isCurrent)
    }

    private enum Words {
        static let quarter = Wording(ja: "四半期", en: "Quarter")
        static let share = Wording(ja: "例年の割合", en: "Usual share")
    }
}
