/// How an indicator has moved beside its path, and where it is likely to be at the target's time.
package struct ProgressChart: Sendable, Equatable {
    /// A figure at the end of a period.
    struct Point: Sendable, Equatable {
        /// The first month after its period, as in `Period.absoluteMonths`.
        let end: Int
        let value: Double
    }

    let indicator: Indicator
    let title: String
    /// The periods that were judged, with their figures and what the path asked for.
    let judged: [IndicatorHistory.Quarter]
    /// What may be at the target's time.
    let prospect: Standing.Prospect
    let language: Language

    /// Makes the chart of an indicator from its history; nil where there is nothing to draw, as of milestones.
    package init?(_ history: IndicatorHistory, title: String, language: Language) {
        guard history.indicator.kind != .milestone else { return nil }
        indicator = history.indicator
        self.title = title
        judged = history.judged
        self.language = language
        prospect = history.quarters.last?.standing.prospect ?? Standing.Prospect()
    }

    /// Whether each year begins anew, so that columns say more than a line.
    var isByYear: Bool { indicator.kind == .annualFlow }

    var actual: [Point] {
        judged.compactMap { quarter in
            guard let period = quarter.standing.period, let value = quarter.standing.value else {
                return nil
            }
            return Point(end: period.absoluteMonths.upperBound, value: value)
        }
    }

    /// The baseline, what was asked for of each judged period, and the target.
    var path: [Point] {
        let asked = judged.compactMap { quarter -> Point? in
            guard let period = quarter.standing.period, let value = quarter.standing.expected else {
                return nil
            }
            return Point(end: period.absoluteMonths.upperBound, value: value)
        }
        guard !isByYear else { return asked }
        return (start.map { [$0] } ?? []) + asked + [target]
    }

    /// Where the way to the target begins: at the baseline, and for sums at nothing.
    var start: Point? {
        if indicator.kind == .planSum || indicator.kind == .periodTotal {
            guard let first = judged.first?.standing.period else { return nil }
            let year = Period(first.year).absoluteMonths.lowerBound
            return Point(end: year, value: 0)
        }
        return indicator.baseline.map {
            Point(end: $0.period.absoluteMonths.upperBound, value: $0.value)
        }
    }

    var target: Point { Point(end: indicator.targetEnd, value: indicator.target.value) }

    /// The chart in a size.
    package func chart(_ size: ChartSize) -> Chart {
        let alternative = alternative
        return Chart(
            title: title, svg: drawing(size).text(title: title, alternative: alternative),
            alternative: alternative,
            heads: [
                Words.period[language], SummaryWords.value[language],
                SummaryWords.expected[language],
            ], lines: lines)
    }

    func shown(_ value: Double?) -> String { FigureText.value(value, of: indicator) }

    private var lines: [[String]] {
        let reported = judged.map { quarter in
            [
                quarter.standing.period?.wording[language] ?? "", shown(quarter.standing.value),
                FigureText.value(quarter.standing.expected, of: indicator, decimals: 1),
            ]
        }
        guard prospect.median != nil else { return reported }
        let head =
            "\(SummaryWords.forecast[language]) (\(indicator.target.period.wording[language]))"
        return reported + [[head, range, shown(indicator.target.value)]]
    }

    /// The forecast's middle with its interval.
    var range: String { FigureText.range(prospect, unit: indicator.unit, language) }

    /// What the picture shows, in a few sentences.
    private var alternative: String {
        guard let last = judged.last, let period = last.standing.period else {
            return Words.nothing[language]
        }
        let standing = last.standing
        var sentences = [
            Wording(
                ja:
                    "\(period.wording.japanese)の実績は\(shown(standing.value))、期待値は\(shown(standing.expected))です。",
                en:
                    "In \(period.wording.english) it was \(shown(standing.value)); \(shown(standing.expected)) was expected."
            )[language]
        ]
        let goal = FigureText.target(of: indicator, language)
        if prospect.median != nil {
            sentences.append(
                Wording(
                    ja: "目標は\(goal)、そのときの見通しは\(range)です。",
                    en: "The target is \(goal); the forecast for then is \(range).")[
                        language])
        } else {
            sentences.append(
                Wording(ja: "目標は\(goal)です。", en: "The target is \(goal).")[language])
        }
        return sentences.joined(separator: language == .japanese ? "" : " ")
    }

    enum Words {
        static let period = Wording(ja: "期間", en: "Period")
        static let nothing = Wording(ja: "実績はまだありません。", en: "Nothing has been reported yet.")
        static let path = Wording(ja: "期待値", en: "Expected")
        static let fan = Wording(ja: "見通し（80％の幅）", en: "Forecast (80 % range)")
        static let shortForecast = Wording(ja: "見通し", en: "Forecast")
    }
}
