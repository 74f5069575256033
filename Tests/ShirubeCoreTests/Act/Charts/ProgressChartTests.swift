import Testing

@testable import ShirubeCore

/// Its picture is drawn by `ProgressDrawing`.
@Suite struct ProgressChartTests {
    private static let moment = Timestamp(milliseconds: 1_666_000_000_000)

    private func indicator(_ kind: IndicatorKind, unit: String = "人") throws -> Indicator {
        let baseline = Anchor(value: 9, period: try #require(Period(code: "FY2018")))
        let target = Anchor(value: 40, period: try #require(Period(code: "FY2024")))
        return Indicator(
            id: Identifier("k1"), name: "内定者数", program: nil, measure: nil,
            goal: Identifier("g1"), departments: [Identifier("d")], unit: unit, baseline: baseline,
            target: target, kind: kind, sense: .atLeast, cumulative: .none, calendar: .fiscal,
            cadence: .quarter)
    }

    private func history(
        _ values: [(String, Double, Double?)], kind: IndicatorKind = .planSum,
        prospect: Standing.Prospect = .init(median: 37, low80: 29, high80: 46)
    ) throws -> IndicatorHistory {
        let indicator = try indicator(kind)
        let quarters = try values.map { code, value, expected in
            let period = try #require(Period(code: code))
            return IndicatorHistory.Quarter(
                period: period,
                standing: Standing(
                    indicator: indicator.id, period: period, value: value, expected: expected,
                    achievementRate: nil, progressRate: nil, prospect: prospect, status: .lagging,
                    reasons: [], rule: "x"))
        }
        return IndicatorHistory(indicator: indicator, versions: [], figures: [], quarters: quarters)
    }

    private let usual: [(String, Double, Double?)] = [
        ("FY2021Q4", 13, 16), ("FY2022Q1", 15, 18), ("FY2022Q2", 18, 20),
    ]

    @Test func `it names the newest figure, the target and the forecast, and says them in words`()
        throws
    {
        let chart = try #require(ProgressChart(history(usual), title: "内定者数", language: .japanese))
            .chart(.page)
        for text in ["18人", "目標 40人", "見通し 37人", "令和6年度"] {
            #expect(chart.svg.contains(">\(text)<"), "\(text)")
        }
        #expect(chart.alternative.contains("実績は18人、期待値は20人"))
        #expect(chart.alternative.contains("37人（29〜46人）"))
        #expect(chart.lines.count == 4 && chart.lines.allSatisfy { $0.count == chart.heads.count })
    }

    @Test(arguments: [ChartSize.page, .mail], Language.allCases)
    func `whatever the figures, nothing leaves the picture and nothing is no number`(
        size: ChartSize, language: Language
    ) throws {
        let cases: [[(String, Double, Double?)]] = [
            usual, [("FY2022Q2", 0, nil)], [("FY2022Q2", -5, 3)], [("FY2022Q2", 1e12, 2e12)],
            [("FY2020Q1", 0.0001, 0.0002), ("FY2024Q4", 40, 40)], [("FY2026Q1", 50, 40)],
        ]
        for kind in IndicatorKind.allCases where kind != .milestone {
            for values in cases {
                let chart = try #require(
                    ProgressChart(history(values, kind: kind), title: "t", language: language))
                let svg = chart.chart(size).svg
                #expect(!svg.contains("nan") && !svg.contains("inf"))
                for match in svg.matches(of: #/ (x|cx|y|cy)="(-?[0-9.]+)"/#) {
                    let place = try #require(Double(match.2))
                    let isAcross = match.1.hasSuffix("x")
                    #expect(
                        (0...(isAcross ? size.width : size.height)).contains(place), "\(match.0)")
                }
            }
        }
    }

    @Test func `the axis of a sum begins at zero, that of a level need not`() throws {
        let sum = try #require(ProgressChart(history(usual), title: "t", language: .japanese))
        #expect(ProgressChart.Frame(of: sum, .page).ticks.first == 0)
        let prospect = Standing.Prospect(median: 39.5, low80: 39, high80: 40.5)
        let level = try #require(
            ProgressChart(
                history([("FY2022Q2", 39, 39.5)], kind: .maintain, prospect: prospect), title: "t",
                language: .japanese))
        let frame = ProgressChart.Frame(of: level, .page)
        #expect(frame.x(Double(level.target.end)) == frame.x.end)
        #expect(frame.ticks.count > 1)
    }

    @Test func `milestones have no course, and the same chart the same bytes`() throws {
        let milestone = try history(usual, kind: .milestone)
        #expect(ProgressChart(milestone, title: "t", language: .japanese) == nil)
        let chart = try #require(ProgressChart(history(usual), title: "t", language: .english))
        #expect(chart.chart(.mail) == chart.chart(.mail))
    }

    @Test func `labels that would lie over each other are moved apart and stay inside`() {
        let labels = [("a", 100.0), ("b", 102), ("c", 104)].map { ($0.1, $0.0, "#000") }
        let placed = ProgressChart.parted(labels, from: 40, to: 120)
        let places = placed.map(\.y)
        #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 16.9 })
        #expect(places.allSatisfy { (40...120).contains($0) })
    }
}
