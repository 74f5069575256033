import ShirubeCore
import Testing

@Suite struct StrategyQuestionsTests {
    @Test(arguments: [(65.0, 150.0, "0.46"), (2, 30, "3")])
    func `a sum far from five years at the baseline's pace raises a question`(
        baseline: Double, target: Double, times: String
    ) {
        let strategy = TinyStrategy.holding(
            TinyStrategy.planSum(baseline: baseline, target: target))
        #expect(
            strategy.ownerQuestions().map(\.english) == [
                "`g1-1`: the target is \(times) times what 5 years at the baseline's pace would"
                    + " sum to. Ask its owners whether the baseline is one year's figure."
            ])
        #expect(
            strategy.ownerQuestions().map(\.japanese) == [
                "「g1-1 雇用者数」の目標は、基準値の水準を5年続けた合計の\(times)倍です。"
                    + "基準値が1年分の値か、担当課に確かめてください。"
            ])
    }

    @Test(arguments: [(46.0, 230.0), (10, 40), (10, 75), (0, 40)])
    func `a sum near that pace, on its bounds, or without a pace raises none`(
        baseline: Double, target: Double
    ) {
        let indicator = TinyStrategy.planSum(baseline: baseline, target: target)
        #expect(TinyStrategy.holding(indicator).ownerQuestions().isEmpty)
    }

    @Test func `a row that asks a question already is not asked again`() {
        let indicator = TinyStrategy.planSum(
            baseline: 65, target: 150, questions: ["65は累計ですか。"])
        #expect(TinyStrategy.holding(indicator).ownerQuestions().isEmpty)
    }

    @Test func `a blocked row without a question is pointed out, for it would stay blocked`() {
        let questions = TinyStrategy.whole.ownerQuestions()
        #expect(questions.count == 2)
        #expect(
            questions.last
                == Wording(
                    ja: "「m01-1-1 改修」は判定を止めています（blocked）が、質問がありません。"
                        + "担当課への質問を questions に書いてください。",
                    en:
                        "`m01-1-1` is blocked, but asks nothing. Write in `questions` what its"
                        + " owners are to answer."))
    }
}
