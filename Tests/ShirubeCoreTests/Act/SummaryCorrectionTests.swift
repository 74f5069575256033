@testable import ShirubeCore
import Testing

@Suite struct SummaryCorrectionTests {
    private static let sample = SampleSummary.summary

    private static func corrected(_ language: Language) -> SummaryView {
        let before = sample.standings.map { standing in
            standing.indicator == Identifier("m01-1-1")
                ? SampleSummary.standing(
                    "m01-1-1", "FY2022Q1", 10, 18, 25, 25, .watch, "") : standing
        }
        let sent = QuarterlySummary(
            strategy: sample.strategy, quarter: sample.quarter,
            cutoff: SampleSummary.moment("2022-10-11T09:00"), standings: before, earlier: [],
            answers: [], deeds: [], mark: nil)
        return SummaryView(
            sample.with(
                QuarterlySummary.Edition(
                    number: 2, correctedSentAt: SampleSummary.moment("2022-10-14T09:00"),
                    difference: SummaryDifference(from: sent, to: sample))), language: language)
    }

    @Test func `a correction says what it corrects, old before new`() {
        let view = Self.corrected(.japanese)
        #expect(view.title == "【架空】見本市まち・ひと・しごと創生総合戦略 【訂正版1】令和4年度第2四半期 四半期まとめ")
        #expect(
            view.corrections[0] == "2022年10月14日（金）09:00に送ったまとめの、次の点を改めます。"
                || view.corrections[0].hasSuffix("に送ったまとめの、次の点を改めます。"))
        #expect(
            view.corrections[1]
                == "内定者数（商工労政課）：実績 10人 → 11人、対象期間 令和4年度第1四半期 → 令和4年度第2四半期、期待値 18人 → 20人、判定 △ 注意 → ▼ 遅れ"
        )
        #expect(view.corrections.contains("商工労政課：報告済み0件→4件（対象4件）"))
        #expect(Self.corrected(.english).title.contains("Correction 1: quarterly summary"))
    }

    @Test func `every rendering says it`() throws {
        let view = Self.corrected(.japanese)
        let sentence = "報告済み0件→4件"
        #expect(SummaryText.render(view).contains(sentence))
        #expect(SummaryJSON.document(view).compact.contains(sentence))
        #expect(
            ChatDialect.slack.posts(SummaryChat.message(view)).contains {
                $0.compact.contains(sentence)
            })
    }

    @Test func `a first edition corrects nothing`() {
        let view = SummaryView(Self.sample, language: .japanese)
        #expect(view.corrections.isEmpty && view.edition == 1)
        #expect(!SummaryText.render(view).contains("訂正"))
    }

    @Test func `the year's end and the plan's are told with what was missed first`() throws {
        for (quarter, title) in [("FY2022Q4", "（年度末）"), ("FY2024Q4", "（計画期間末）")] {
            let summary = QuarterlySummary(
                strategy: Self.sample.strategy, quarter: SampleSummary.period(quarter),
                cutoff: Self.sample.cutoff,
                standings: [
                    SampleSummary.standing(
                        "m01-1-1", quarter, 11, 24, 27.5, 27.5, .notAchieved, ""),
                    SampleSummary.standing("m01-1-2", quarter, 20, 10, 100, 100, .achieved, ""),
                ], earlier: [], answers: [], deeds: [], mark: nil)
            let view = SummaryView(summary, language: .japanese)
            #expect(view.title.hasSuffix("四半期まとめ" + title))
            let closing = try #require(view.closing)
            #expect(closing.groups.map(\.heading) == ["未達成（1指標）", "達成（1指標）"])
            #expect(closing.sentences[0] == "2指標のうち、達成1、未達成1、判定前0です。")
            let text = SummaryText.render(view)
            #expect(text.contains("・内定者数（商工労政課） 11人"))
            #expect(SummaryJSON.document(view).compact.contains(#""missed":["m01-1-1"]"#))
            #expect(
                ChatDialect.slack.posts(SummaryChat.message(view)).contains {
                    $0.compact.contains("未達成（1指標）")
                })
        }
    }
}
