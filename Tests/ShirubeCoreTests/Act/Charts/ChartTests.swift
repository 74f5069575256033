import Foundation
import Testing

@testable import ShirubeCore

@Suite struct ChartTests {
    @Test(
        arguments: [
            ([0, 3, 46], true, 0.0...50.0), ([45.9, 51.58, 42.8], false, 42.0...52.0),
            ([5], true, 0...5),
            ([], true, 0...1), ([-3, 8], true, -5...10),
        ] as [([Double], Bool, ClosedRange<Double>)])
    func `axes end on round numbers`(
        values: [Double], fromZero: Bool, domain: ClosedRange<Double>
    ) {
        let scale = ChartScale.nice(values, fromZero: fromZero)
        #expect(scale.domain == domain)
        #expect(scale.ticks.count >= 2 && scale.ticks.count <= 12)
    }

    @Test func `hostile names become text, and what is too long ends in a mark`() {
        let evil =
            "</text><script>alert(1)</script>\u{202E}\u{0}&\""
            + String(repeating: "長", count: 10_000)
        let parts = [StatusBars.Part(name: evil, statuses: [.lagging, .onTrack])]
        let svg = StatusBars(evil, parts, language: .japanese)?.chart(.page).svg ?? ""
        #expect(!svg.contains("<script") && !svg.contains("\u{202E}") && !svg.contains("\u{0}"))
        #expect(svg.contains("…</text>"))
        #expect(Drawing.escaped("a<b>&\"\u{FFFF}") == "a&lt;b&gt;&amp;&quot;")
    }

    @Test func `bars count each group, and nobody's bars are none`() {
        let parts = [
            StatusBars.Part(name: "甲", statuses: [.lagging, .movingAway, .onTrack]),
            StatusBars.Part(name: "乙", statuses: []),
        ]
        let chart = StatusBars("目標", parts, language: .japanese)?.chart(.mail)
        #expect(chart?.lines == [["甲", "1", "0", "2", "0", "3"]])
        #expect(chart?.svg.contains("▼2") == true)
        #expect(StatusBars("目標", [parts[1]], language: .japanese) == nil)
    }

    @Test func `groups part in grey, and what is written on them can be read`() {
        func luminance(_ colour: String) -> Double {
            let digits = colour.dropFirst().map { Double($0.hexDigitValue ?? 0) }
            let parts = stride(from: 0, to: 6, by: 2).map {
                (digits[$0] * 16 + digits[$0 + 1]) / 255
            }
            // WCAG 2.2, relative luminance.
            let linear = parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
        func contrast(_ one: String, _ other: String) -> Double {
            let both = [luminance(one), luminance(other)].sorted()
            return (both[1] + 0.05) / (both[0] + 0.05)
        }
        let areas = StatusGroup.allCases.map { $0.fill }
        for colours in areas { #expect(contrast(colours.area, colours.text) >= 4.5) }
        for (one, other) in zip(areas, areas.dropFirst()) {
            #expect(contrast(one.area, other.area) >= 1.35)
        }
        for colour in [
            ChartColour.actual, ChartColour.target, ChartColour.forecast, ChartColour.soft,
        ] {
            #expect(contrast(colour, ChartColour.paper) >= 4.5, "\(colour)")
        }
        #expect(contrast(ChartColour.path, ChartColour.paper) >= 3)
    }

    @Test func `the sheet has a picture for each indicator`() {
        let summary = SampleSummary.summary
        let histories = zip(summary.strategy.indicators, summary.standings).map {
            IndicatorHistory(
                indicator: $0, versions: [], figures: [],
                quarters: [.init(period: summary.quarter, standing: $1)])
        }
        let report = Report(summary: summary, histories: histories)
        let chart = SmallMultiples(report, title: "一覧図", language: .japanese).chart
        #expect(chart.lines.count == histories.count)
        #expect(chart.svg.matches(of: #/<g /#).count == histories.count)
    }
}
