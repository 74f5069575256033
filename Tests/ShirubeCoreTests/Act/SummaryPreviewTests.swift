import ShirubeCore
import Testing

@Suite struct SummaryPreviewTests {
    private static func edition(
        drafts: Int = 1, held: Bool = false, sent: Bool = false
    ) -> SummaryEditionState {
        let moment = SampleSummary.moment("2022-10-17T09:00")
        return SummaryEditionState(
            id: 1, quarter: SampleSummary.period("FY2022Q2"), number: 1, builtAt: moment,
            draftedAt: moment,
            draftCount: drafts, releaseAt: SampleSummary.moment("2022-10-20T09:00"),
            hold: held
                ? SummaryEditionState.Hold(author: "政策推進課長", reason: "確認中", at: moment) : nil,
            sentAt: sent ? moment : nil)
    }

    @Test func `it says when it goes to how many, and how to keep it back`() {
        let sentences = SummaryPreview.sentences(
            Self.edition(), recipients: 3, channels: 1, language: .japanese)
        #expect(sentences[0] == "発送前の下見です。")
        #expect(sentences[1].contains("10月20日") && sentences[1].contains("メール3件、チャンネル1件"))
        #expect(sentences[2].contains("shirube summary hold 2022Q2 --reason"))
        let held = SummaryPreview.sentences(
            Self.edition(drafts: 2, held: true), recipients: 3, channels: 1, language: .japanese)
        #expect(held[0].contains("2回目"))
        #expect(held[1] == "止められているため送りません（政策推進課長：確認中）。")
        let english = SummaryPreview.sentences(
            Self.edition(), recipients: 3, channels: 1, language: .english)
        #expect(english[1].hasPrefix("It will be sent on "))
    }

    @Test func `it stands above the summary, no wider than the summary`() {
        let text = SummaryPreview.text([String(repeating: "長い", count: 60)], before: "まとめ\n")
        #expect(text.hasSuffix("まとめ\n"))
        for line in text.split(separator: "\n") { #expect(TextWidth.columns(line) <= 72) }
        #expect(SummaryPreview.subject("題").japanese == "【下見】題")
    }

    @Test func `the list tells where each edition stands`() {
        let strategy = Identifier<Strategy>("mihon-2020")
        let document = SummaryEditionsDocument(
            strategy: strategy,
            editions: [Self.edition(sent: true), Self.edition(held: true), Self.edition()])
        let table = document.table(.japanese)
        #expect(table.contains("に送付") && table.contains("保留（政策推進課長：確認中）"))
        #expect(table.contains("に送る予定"))
        #expect(document.json.compact.contains(#""hold":{"author":"政策推進課長""#))
        let empty = SummaryEditionsDocument(strategy: strategy, editions: [])
        #expect(empty.table(.japanese) == "まとめはまだ作られていません。\n")
    }

    @Test func `a quarter is written as people type it`() {
        #expect(QuarterText.short(SampleSummary.period("FY2022Q2")) == "2022Q2")
        #expect(QuarterText.short(SampleSummary.period("FY2022")) == "FY2022")
    }
}
