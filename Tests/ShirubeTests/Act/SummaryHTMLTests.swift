import Foundation
import Shirube
import ShirubeCore
import Testing

@Suite struct SummaryHTMLTests {
    @Test func `the page is that of the golden file`() throws {
        let view = SummaryView(SampleSummary.summary, language: .japanese)
        try Golden.expect(SummaryHTML.render(view), "summary.html")
    }

    @Test func `the page of 88 indicators, a third of them lagging, is below 100 KB`() throws {
        let large = SampleSummary.large(count: 88, nameLength: 20)
        let page = try SummaryHTML.render(SummaryView(large, language: .japanese))
        #expect(page.utf8.count < 100_000)
    }

    @Test(arguments: Language.allCases)
    func `the page says of each indicator what the text says`(language: Language) throws {
        let view = SummaryView(SampleSummary.summary, language: language)
        let page = try readable(SummaryHTML.render(view))
        for row in view.annex.flatMap(\.parts).flatMap(\.rows) {
            for part in [row.name, row.valueText, row.expectedText, row.statusText] {
                #expect(page.contains(part), "\(part)")
            }
        }
        for sentence in view.lead + view.observe.sentences + view.orient.changes {
            #expect(page.contains(sentence))
        }
        for request in view.decide {
            for line in [request.sentence] + request.items { #expect(page.contains(line)) }
        }
        for deed in view.act { #expect(page.contains(deed.text)) }
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
        #expect(page.contains("<title>\(view.title)</title>"))
        #expect(view.title.hasPrefix("【架空】"))
    }

    @Test(arguments: Language.allCases)
    func `the page says what was decided, whether the effect came, and what is still to be done`(
        language: Language
    ) throws {
        let view = SummaryView(SampleSummary.decided, language: language)
        let page = try readable(SummaryHTML.render(view))
        let decided = try #require(view.decided)
        for outcome in decided.outcomes {
            let lines = [outcome.heading, outcome.origin, outcome.reason, outcome.effectText]
            for line in lines + outcome.comparisons { #expect(page.contains(line), "\(line)") }
        }
        for act in decided.acts {
            for part in [act.due, act.text, act.about] { #expect(page.contains(part)) }
        }
        let plain = try readable(
            SummaryHTML.render(SummaryView(SampleSummary.summary, language: language)))
        #expect(!plain.contains(DecisionWords.outcomes[language]))
        #expect(!plain.contains(DecisionWords.openActs[language]))
    }

    @Test func `an empty quarter says so instead of leaving gaps`() throws {
        let sample = SampleSummary.summary
        let empty = QuarterlySummary(
            strategy: sample.strategy, quarter: sample.quarter, cutoff: sample.cutoff,
            standings: [], earlier: [], answers: [], deeds: [], mark: nil)
        let page = try SummaryHTML.render(SummaryView(empty, language: .japanese))
        #expect(page.contains("記録された対応はありません。"))
        #expect(page.contains("判断をお願いする事項はありません。"))
        #expect(!page.contains("未回答の課"))
    }

    @Test func `names that look like markup are shown, not obeyed`() throws {
        // A combining mark makes one character of the `<` before it, which a check by characters would miss.
        let hostile = [
            "<script>alert(1)</script>", "<\u{338}b>", "\"\u{301} onload=x", "{{title}}",
        ]
        for name in hostile {
            let page = try SummaryHTML.render(
                SummaryView(SampleSummary.naming(name), language: .japanese))
            let isMarkup = name.utf8.contains { $0 == 0x3C || $0 == 0x22 }
            #expect(page.unicodeScalars.contains(name.unicodeScalars) != isMarkup)
            #expect(readable(page).unicodeScalars.contains(name.unicodeScalars))
        }
    }

    @Test func `the page loads nothing and runs nothing`() throws {
        let page = try SummaryHTML.render(
            SummaryView(SampleSummary.summary, language: .japanese))
        for word in ["http", "src=", "<script", "url(", "@import"] { #expect(!page.contains(word)) }
        #expect(!page.contains("{{"))
    }

    /// The page with its entities read, as a browser shows it.
    private func readable(_ page: String) -> String {
        let entities = [
            ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
        ]
        return String(
            entities.reduce(page.unicodeScalars) {
                $0.replacing($1.0.unicodeScalars, with: $1.1.unicodeScalars)
            })
    }
}
