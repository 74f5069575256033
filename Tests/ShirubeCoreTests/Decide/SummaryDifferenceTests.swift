import ShirubeCore
import Testing

@Suite struct SummaryDifferenceTests {
    private static let sample = SampleSummary.summary

    private static func summary(
        _ standings: [Standing], answers: [QuarterlySummary.Answer] = sample.answers
    ) -> QuarterlySummary {
        QuarterlySummary(
            strategy: sample.strategy, quarter: sample.quarter, cutoff: sample.cutoff,
            standings: standings, earlier: [], answers: answers, deeds: [], mark: nil)
    }

    @Test func `a summary does not differ from itself, whatever was done meanwhile`() {
        let later = QuarterlySummary(
            strategy: Self.sample.strategy, quarter: Self.sample.quarter,
            cutoff: SampleSummary.moment("2022-11-01"), standings: Self.sample.standings,
            earlier: [], answers: Self.sample.answers, deeds: [], mark: "架空")
        #expect(SummaryDifference(from: Self.sample, to: later).isEmpty)
    }

    @Test func `another figure, period, expectation or status is a change`() {
        let before = SampleSummary.standing(
            "m01-1-1", "FY2022Q2", 11, 20, 27.5, 27.5, .lagging, "")
        let others = [
            SampleSummary.standing("m01-1-1", "FY2022Q2", 12, 20, 27.5, 27.5, .lagging, ""),
            SampleSummary.standing("m01-1-1", "FY2022Q3", 11, 20, 27.5, 27.5, .lagging, ""),
            SampleSummary.standing("m01-1-1", "FY2022Q2", 11, 21, 27.5, 27.5, .lagging, ""),
            SampleSummary.standing("m01-1-1", "FY2022Q2", 11, 20, 27.5, 27.5, .watch, ""),
        ]
        for after in others {
            let difference = SummaryDifference(
                from: Self.summary([before]), to: Self.summary([after]))
            #expect(
                difference.indicators == [
                    SummaryDifference.Change(
                        indicator: Identifier("m01-1-1"), before: before, after: after)
                ])
        }
        // A rate follows from the figures, and a reason is words.
        let same = SampleSummary.standing(
            "m01-1-1", "FY2022Q2", 11, 20, 27.6, 27.6, .lagging, "別の言い方")
        #expect(
            SummaryDifference(from: Self.summary([before]), to: Self.summary([same])).isEmpty)
    }

    @Test func `an indicator that came or went is a change`() {
        let one = Self.sample.standings[0]
        let gone = SummaryDifference(from: Self.summary([one]), to: Self.summary([]))
        #expect(gone.indicators.map(\.before) == [one] && gone.indicators[0].after == nil)
        let come = SummaryDifference(from: Self.summary([]), to: Self.summary([one]))
        #expect(come.indicators.map(\.after) == [one] && come.indicators[0].before == nil)
    }

    @Test func `a department that has answered more is a change`() {
        let later = [
            QuarterlySummary.Answer(
                department: Identifier("bosai"), owed: 1, given: 1, lastAccepted: nil, rejected: 0)
        ]
        let difference = SummaryDifference(
            from: Self.summary([]), to: Self.summary([], answers: later))
        #expect(
            difference.answers == [
                SummaryDifference.AnswerChange(
                    department: Identifier("bosai"), before: 0, after: 1, owed: 1)
            ])
    }
}
