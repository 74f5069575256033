import Shirube
import ShirubeCore
import Testing

@Suite struct CalibrationHTMLTests {
    private func page(_ forecasts: [JudgedForecast], _ language: Language = .japanese) throws
        -> String
    {
        let document = CalibrationDocument(
            strategy: Identifier("s"), name: "<script>市\u{202E}\"",
            calibration: Calibration(forecasts),
            cutoff: Timestamp(milliseconds: 1_700_000_000_000))
        return try CalibrationHTML.render([document], language)
    }

    private let forecasts = (0..<20).map { index in
        JudgedForecast(
            indicator: Identifier("i-\(index)"), planYear: 1, probability: index < 10 ? 0.3 : 0.9,
            interval: nil, isMet: index >= 10, outcome: nil)
    }

    @Test func `names are data, never markup`() throws {
        let page = try page(forecasts)
        #expect(page.contains("&lt;script&gt;市[U+202E]&quot;"))
        #expect(!page.contains("<script"))
    }

    @Test func `a picture stands for each group that has figures, said in words too`() throws {
        let page = try page(forecasts, .english)
        #expect(page.contains("<html lang=\"en\">"))
        #expect(
            page.contains(
                "aria-label=\"Plan year 1: 30.0% forecast, 0.0% met; 90.0% forecast, 100.0% met\""))
        #expect(page.split(separator: "<circle").count == 5)
        #expect(try !self.page([]).contains("<svg"))
    }
}
