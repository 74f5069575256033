import ShirubeCore
import Testing

@Suite struct SummaryViewTests {
    private let view = SummaryView(SampleSummary.summary, language: .japanese)

    @Test func `every status belongs to one group, and the order names each once`() {
        #expect(Set(Status.fromBestToWorst) == Set(Status.allCases))
        #expect(Status.fromBestToWorst.count == Status.allCases.count)
        #expect(StatusGroup.allCases.flatMap(\.statuses).count == Status.allCases.count)
    }

    @Test func `what lags is listed with the gravest first`() throws {
        let list = try #require(view.orient.lists.first)
        #expect(list.kind == .action)
        #expect(list.rows.map(\.status) == [.movingAway, .lagging])
        #expect(view.decide.first?.items.count == 2)
    }

    @Test
    func `a change is told by name, and a recovery is one only once it is judged good or watch`() {
        #expect(view.orient.changes.count == 3)
        #expect(view.orient.changes[0].contains("4指標の判定が変わり"))
        #expect(view.orient.changes[1].contains("内定者数（注意→遅れ）"))
        #expect(view.orient.changes[2].contains("管内就職割合（遅れ→注意）"))
    }

    @Test func `without an earlier judgement no change is claimed`() {
        let sample = SampleSummary.summary
        let first = QuarterlySummary(
            strategy: sample.strategy, quarter: sample.quarter, cutoff: sample.cutoff,
            standings: sample.standings, earlier: [], answers: sample.answers, deeds: [],
            mark: nil)
        let view = SummaryView(first, language: .japanese)
        #expect(view.orient.changes == ["前四半期の判定がないため、変化は示しません。"])
        #expect(!view.orient.lists.contains { $0.kind == .newlyAchieved })
    }

    @Test func `a department that owes nothing is not asked, and one short of a figure is missing`()
    {
        #expect(view.observe.asked == 3)
        #expect(view.observe.complete == 1)
        #expect(view.observe.missing.map(\.id) == ["kosodate", "bosai"])
        #expect(view.observe.missing.map(\.lastAccepted).last == "受理なし")
    }

    @Test func `a figure that is not due yet is told apart from one that is late`() {
        let sample = SampleSummary.summary
        let answer = QuarterlySummary.Answer(
            department: Identifier("bosai"), owed: 3, given: 1, notDue: 2, lastAccepted: nil,
            rejected: 0)
        let early = QuarterlySummary(
            strategy: sample.strategy, quarter: sample.quarter, cutoff: sample.cutoff,
            standings: sample.standings, earlier: [], answers: [answer], deeds: [], mark: nil)
        let observe = SummaryView(early, language: .japanese).observe
        #expect(observe.missing.isEmpty)
        #expect(observe.notDue == 2)
        #expect(observe.sentences[0] == "報告対象の1課のうち0課が回答を終えました（3件中1件）。提出期限前のものが2件あります。")
        #expect(
            SummaryView(early, language: .english).observe.sentences[0]
                == "Departments that have answered in full: 0 of 1 (1 of 3 figures). Figures not due yet: 2."
        )
    }

    @Test func `the annex holds every indicator once, with lost titles named as lost`() {
        let parts = view.annex.flatMap(\.parts)
        #expect(parts.flatMap(\.rows).map(\.id) == SampleSummary.strategy.indicators.map(\.id.text))
        #expect(parts.contains { $0.measure == "施策2 （名称は原典から欠落）" })
        #expect(parts.contains { $0.heading == "（事業名は原典から欠落）" })
    }

    @Test func `the title carries the mark, and the city only where the strategy's name lacks it`()
    {
        #expect(view.title == "【架空】見本市まち・ひと・しごと創生総合戦略 令和4年度第2四半期 四半期まとめ")
        #expect(Title.marked("題", mark: nil) == "題")
        #expect(Title.marked("題", mark: "") == "題")
    }

    @Test func `figures are written with unit, stage or a dash, rates with one decimal`() throws {
        let strategy = SampleSummary.strategy
        let robot = try #require(strategy.indicator(Identifier("m02-2-1")))
        #expect(FigureText.value(0.3, of: robot) == "予算化済")
        #expect(FigureText.value(0.1 + 0.2, of: robot) == "予算化済")
        let offers = try #require(strategy.indicator(Identifier("m01-1-1")))
        #expect(FigureText.value(1234, of: offers) == "1,234人")
        #expect(FigureText.value(nil, of: offers) == "－")
        #expect(FigureText.rate(27.54) == "27.5%")
        #expect(FigureText.rate(100) == "100.0%")
        #expect(FigureText.rate(-189) == "-189.0%")
        #expect(FigureText.rate(nil) == "－")
        #expect(FigureText.target(of: offers, .japanese) == "40人（令和6年度）")
    }

    @Test func `dates are written as offices write them`() {
        let moment = SampleSummary.moment("2022-10-17T09:00")
        #expect(moment.longWording.japanese == "令和4年10月17日（月）09:00")
        #expect(moment.longWording.english == "Mon 17 Oct 2022 09:00 JST")
    }

    @Test func `names that would turn the text around or break the line are inert`() {
        let hostile = SummaryView(
            SampleSummary.naming("良い\u{202E}名前\nBcc: x"), language: .japanese)
        let row = hostile.annex.first?.parts.first?.rows.first
        #expect(row?.name == "良い[U+202E]名前 Bcc: x")
    }
}
