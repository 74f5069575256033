import ShirubeCore
import Testing

@Suite struct DecisionOutcomeTests {
    private func standing(_ status: Status, _ probability: Double?) -> Standing {
        Standing(
            indicator: Identifier("a"), period: nil, value: nil, expected: nil,
            achievementRate: nil, progressRate: nil,
            prospect: Standing.Prospect(probability: probability), status: status, reasons: [],
            rule: Judge.rule)
    }

    private func comparison(_ before: Standing?, _ after: Standing?)
        -> DecisionOutcome.Comparison
    {
        DecisionOutcome.Comparison(indicator: Identifier("a"), before: before, after: after)
    }

    @Test func `an effect shows in the status, and where that is the same in the probability`() {
        let cases: [(Standing?, Standing?, DecisionOutcome.Effect)] = [
            (standing(.lagging, 0.1), standing(.watch, 0.1), .better),
            (standing(.watch, 0.6), standing(.lagging, 0.9), .worse),
            (standing(.lagging, 0.1), standing(.lagging, 0.2), .better),
            (standing(.lagging, 0.2), standing(.lagging, 0.16), .same),
            (standing(.lagging, nil), standing(.lagging, 0.2), .same),
            (standing(.awaitingData, nil), standing(.onTrack, 0.8), .unknown),
            (nil, standing(.onTrack, 0.8), .unknown), (standing(.onTrack, 0.8), nil, .unknown),
        ]
        for (before, after, effect) in cases {
            #expect(comparison(before, after).effect == effect)
        }
    }

    @Test func `of several indicators the more count`() throws {
        let quarter = try #require(Period(code: "FY2022Q2"))
        let decision = Decision(
            number: 1,
            draft: Decision.Draft(
                subject: .measure(Identifier("m")), quarter: quarter, verdict: .goOn,
                post: "課長", reason: "理由", effectBy: day("2022-12-31")),
            author: "hanako", at: japanTime("2022-10-20T10:00"))
        func outcome(_ effects: [DecisionOutcome.Effect]) -> DecisionOutcome {
            DecisionOutcome(
                decision: decision,
                comparisons: effects.map { effect in
                    switch effect {
                    case .better: comparison(standing(.lagging, nil), standing(.watch, nil))
                    case .worse: comparison(standing(.watch, nil), standing(.lagging, nil))
                    case .same: comparison(standing(.watch, nil), standing(.watch, nil))
                    case .unknown: comparison(nil, nil)
                    }
                })
        }
        #expect(outcome([.better, .better, .worse]).effect == .better)
        #expect(outcome([.worse, .same]).effect == .worse)
        #expect(outcome([.better, .worse]).effect == .same)
        #expect(outcome([.unknown, .same]).effect == .same)
        #expect(outcome([.unknown]).effect == .unknown && outcome([]).effect == .unknown)
        #expect(outcome([]).isDue(on: day("2022-12-30")) == false)
        #expect(outcome([]).isDue(on: day("2022-12-31")) == true)
        #expect(
            DecisionWords.effect(outcome([.same]), on: day("2022-12-30")).japanese
                == "まだ変わりません（効果を見る日 2022-12-31）")
        #expect(
            DecisionWords.effect(outcome([.same]), on: day("2023-01-01")).japanese
                == "効果は出ていません（効果を見る日 2022-12-31を過ぎました）")
        let later = try #require(Period(code: "FY2022Q3"))
        let next = try #require(Period(code: "FY2022Q4"))
        let earlier = try #require(Period(code: "FY2022Q1"))
        #expect(
            [earlier, quarter, later, next].map { QuarterlySummary.shows(decision, in: $0) }
                == [false, true, true, false])
    }
}
