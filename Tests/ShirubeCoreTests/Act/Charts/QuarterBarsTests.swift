import Testing

@testable import ShirubeCore

@Suite struct QuarterBarsTests {
    private func bars(
        _ current: [Double?], _ before: [Double?], shares: [Double] = [], unit: String = "人",
        language: Language = .japanese
    ) -> QuarterBars? {
        QuarterBars(
            "相談件数", unit: unit, current: .init(year: Year(.fiscal, 2022), values: current),
            before: .init(year: Year(.fiscal, 2021), values: before), shares: shares,
            language: language)
    }

    @Test func `each quarter stands beside the same one of the year before`() throws {
        let chart = try #require(
            bars([1_200, 90], [1_000, 80, 70, 60], shares: [0.5, 0.25, 0.15, 0.1])
        ).chart(.mail)
        #expect(chart.heads == ["四半期", "令和4年度", "令和3年度", "例年の割合"])
        #expect(chart.lines[0] == ["第1四半期", "1,200人", "1,000人", "50%"])
        #expect(chart.lines[3] == ["第4四半期", "－", "60人", "10%"])
        #expect(chart.alternative == "第1四半期は1,200人（前年1,000人）、第2四半期は90人（前年80人）")
        #expect(chart.svg.contains(">1,200</text>") && chart.svg.contains(">令和3年度</text>"))
    }

    @Test func `two years without a figure have no bars`() {
        #expect(bars([], [nil]) == nil)
        #expect(bars([.nan], []) == nil)
    }

    @Test(arguments: [ChartSize.page, .mail], Language.allCases)
    func `whatever the figures, nothing leaves the picture and nothing is no number`(
        size: ChartSize, language: Language
    ) throws {
        let cases: [[Double?]] = [
            [0], [-5, 3], [1e12, 1], [0.001, nil, .infinity, 2], [nil, nil, nil, 7, 9],
        ]
        for values in cases {
            let chart = try #require(
                bars(values, [3, -1], unit: "<b>\u{202E}", language: language)
            ).chart(size)
            #expect(!chart.svg.contains("nan") && !chart.svg.contains("inf"))
            #expect(!chart.svg.contains("<b>") && !chart.svg.contains("\u{202E}"))
            #expect(chart.lines.allSatisfy { $0.count == chart.heads.count })
            for match in chart.svg.matches(of: #/ (x|y)="(-?[0-9.]+)"/#) {
                let place = try #require(Double(match.2))
                #expect((0...(match.1 == "x" ? size.width : size.height)).contains(place))
            }
        }
    }
}
