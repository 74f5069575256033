/// How many indicators stand how, in a bar for each part of the strategy.
package struct StatusBars: Sendable, Equatable {
    /// A part of the strategy.
    package struct Part: Sendable, Equatable {
        /// Its name.
        package let name: String
        /// How its indicators stand.
        package let statuses: [Status]

        /// Makes a part.
        package init(name: String, statuses: [Status]) {
            self.name = name
            self.statuses = statuses
        }

        func count(_ group: StatusGroup) -> Int { statuses.count { $0.group == group } }
    }

    private let title: String
    private let parts: [Part]
    private let language: Language

    /// Makes bars; nil where no part has an indicator.
    package init?(_ title: String, _ parts: [Part], language: Language) {
        let filled = parts.filter { !$0.statuses.isEmpty }
        guard !filled.isEmpty else { return nil }
        self.title = title
        self.parts = filled
        self.language = language
    }

    /// The chart in a size.
    package func chart(_ size: ChartSize) -> Chart {
        let alternative = parts.map { part in
            let counts = StatusGroup.allCases.filter { part.count($0) > 0 }.map {
                "\($0.wording[language]) \(part.count($0))"
            }
            return "\(part.name) \(counts.joined(separator: " "))"
        }.joined(separator: " / ")
        return Chart(
            title: title, svg: drawing(size).text(title: title, alternative: alternative),
            alternative: Words.what[language],
            heads: [title] + StatusGroup.allCases.map { $0.wording[language] }
                + [SummaryWords.total[language]],
            lines: parts.map { part in
                [part.name] + StatusGroup.allCases.map { "\(part.count($0))" }
                    + ["\(part.statuses.count)"]
            })
    }

    /// A sign of each group, so that nothing is said by colour alone.
    static func symbol(_ group: StatusGroup) -> String {
        switch group {
        case .good: "○"
        case .watch: "△"
        case .action: "▼"
        case .open: "－"
        }
    }

    private func drawing(_ size: ChartSize) -> Drawing {
        let (row, top) = (30.0, 40.0)
        let width = size.width
        let names = width * 0.34
        var drawing = Drawing(width: width, height: top + row * Double(parts.count) + 12)
        drawing.rectangle(0, 0, width, drawing.height, .area(ChartColour.paper))
        var x = names + 12
        for group in StatusGroup.allCases {
            let text = "\(Self.symbol(group)) \(group.wording[language])"
            drawing.rectangle(x, 12, 14, 14, .area(group.fill.area))
            drawing.write(text, x + 20, 24, ChartColour.soft)
            x += 20 + Drawing.width(of: text) + 18
        }
        let most = Double(parts.map(\.statuses.count).max() ?? 1)
        let scale = (width - names - 60) / most
        for (place, part) in parts.enumerated() {
            let y = top + row * Double(place)
            drawing.write(
                Drawing.fitting(part.name, names), names, y + 19, ChartColour.ink, .end)
            bar(of: part, from: names + 12, y, scale, &drawing)
        }
        return drawing
    }

    private func bar(
        of part: Part, from start: Double, _ y: Double, _ scale: Double, _ drawing: inout Drawing
    ) {
        var x = start
        for group in StatusGroup.allCases where part.count(group) > 0 {
            let width = Double(part.count(group)) * scale
            let colours = group.fill
            drawing.rectangle(x, y + 4, width - 1.5, row, .area(colours.area))
            let number = "\(part.count(group))"
            let text = "\(Self.symbol(group))\(number)"
            // The sign, if need be smaller, before the number alone: what is printed in grey has only that.
            let choices = [(text, 12.0), (text, 10), (Self.symbol(group), 10), (number, 10)]
            let shown = choices.first { Drawing.width(of: $0.0, size: $0.1) + 2 <= width }
            if let shown {
                drawing.write(
                    shown.0, x + (width - 1.5) / 2, y + 19, colours.text, size: shown.1, .middle,
                    isBold: true)
            }
            x += width
        }
        drawing.write("\(part.statuses.count)", x + 8, y + 19, ChartColour.soft)
    }

    private var row: Double { 22 }

    private enum Words {
        static let what = Wording(
            ja: "判定の区分ごとの指標数です。", en: "Indicators by group of statuses.")
    }
}
