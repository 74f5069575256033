import Testing

@testable import ShirubeCore

@Suite struct ReportCSVTests {
    private func report() throws -> Report {
        let summary = SampleSummary.summary
        let histories = zip(summary.strategy.indicators, summary.standings).map {
            indicator, standing in
            IndicatorHistory(
                indicator: indicator,
                versions: Definitions(of: summary.strategy).history(of: indicator).versions,
                figures: [], quarters: [.init(period: summary.quarter, standing: standing)])
        }
        return Report(summary: summary, histories: histories)
    }

    @Test(arguments: Language.allCases)
    func `it has a line for each indicator and quarter, and as many cells in each`(
        language: Language
    ) throws {
        let report = try report()
        for audience in [ReportAudience.cityHall, .everyone(showsProbability: false)] {
            let text = ReportCSV.text(report, for: audience, language: language)
            #expect(text.hasPrefix("\u{FEFF}"))
            let lines = text.dropFirst().split(separator: "\r\n")
            #expect(lines.count == report.histories.count + 1)
            // No cell of this sample holds a comma or a quote, so that commas part the cells.
            let cells = Set(
                lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count })
            #expect(cells.count == 1)
            let chance = audience.showsProbability
            #expect(lines[0].contains(language == .japanese ? "確率" : "probability") == chance)
        }
    }
}
