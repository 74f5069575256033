import ShirubeCore
import Testing

@Suite struct SummaryTextTests {
    private let view = SummaryView(SampleSummary.summary, language: .japanese)

    @Test func `the text is that of the golden file`() throws {
        try Golden.expect(SummaryText.render(view), "summary.txt")
    }

    @Test func `the English text is that of the golden file`() throws {
        let english = SummaryView(SampleSummary.summary, language: .english)
        try Golden.expect(SummaryText.render(english), "summary.en.txt")
    }

    @Test func `no line is wider than a mail reader shows`() {
        for language in Language.allCases {
            let large = SampleSummary.large(count: 88, nameLength: 60)
            let text = SummaryText.render(SummaryView(large, language: language))
            for line in text.split(separator: "\n") { #expect(TextWidth.columns(line) <= 72) }
            let unbroken = text.filter { !$0.isWhitespace }
            for indicator in large.strategy.indicators {
                #expect(unbroken.contains(indicator.name))
            }
        }
    }

    @Test func `every indicator and what it reports is in the text`() {
        let text = SummaryText.render(view)
        for row in view.annex.flatMap(\.parts).flatMap(\.rows) {
            let unbroken = text.filter { !$0.isWhitespace }
            #expect(unbroken.contains(row.name))
            #expect(unbroken.contains(row.valueText))
        }
    }
}
