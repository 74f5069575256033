import ShirubeCore
import Testing

/// Every sentence that a standing can carry, in both languages.
struct ReasonsTests {
    private func first(
        _ indicator: Indicator, _ figures: [Figure], now: String = "2022-10-17"
    ) -> [String] {
        guard let text = judge(indicator, figures, now: now).reasons.first?.text else { return [] }
        return [text.japanese, text.english]
    }

    @Test(arguments: [
        (0.95, "かなり高いです", "very likely"), (0.7, "高いです", "likely"),
        (0.5, "五分五分です", "about as likely as not"), (0.3, "五分五分です", "about as likely as not"),
        (0.29, "低いです", "unlikely"), (0.05, "かなり低いです", "very unlikely"),
    ])
    func `a probability has a word`(probability: Double, japanese: String, english: String) {
        #expect(Likelihood(probability).wording == Wording(ja: japanese, en: english))
    }

    @Test func `a lag says since when, and that it recovers`() {
        let registered = indicator(.planSum, target: 50)
        let low = [Figure("FY2020", 4), Figure("FY2021", 4)]
        let text = first(registered, low, now: "2022-04-10")
        #expect(text[0].hasPrefix("令和2年度から遅れています。") || text[0].hasPrefix("令和3年度から遅れています。"))
        #expect(text[1].hasPrefix("It has lagged since FY202"))
        let many = (0...30).map { Double($0) }
        let recovering = many.map { judge(registered, low + [Figure("FY2022H1", $0)]) }
            .first { $0.lag?.isRecovering == true }
        #expect(recovering?.reasons.first?.text.japanese.contains("（回復中）") == true)
        #expect(recovering?.reasons.first?.text.english.contains("is recovering") == true)
        #expect(recovering?.status == .lagging)
    }

    @Test func `a level to be kept is told by its distance`() {
        let floor = indicator(.floor, baseline: 276, target: 250)
        #expect(
            first(floor, [Figure("FY2021", 250)]) == [
                "実績250人は、守るべき水準250人と同じです（維持）。",
                "The figure of 250 人 equals the level to be kept.",
            ])
        #expect(
            first(floor, [Figure("FY2021", 260)])[1]
                == "The figure of 260 人 lies 4% above the level of 250 人 to be kept.")
        #expect(
            first(indicator(.floor, baseline: 276, target: 0), [Figure("FY2021", -1)])[1]
                == "The figure of -1 人 lies below the level of 0 人 to be kept.")
    }

    @Test func `a plan is told by its steps`() {
        let steps = indicator(.level, baseline: 25, target: 130, plan: [2021: 25])
        #expect(
            first(steps, [Figure("FY2021", 25)])[1]
                == "The figure of 25 人 reaches the 25 人 that the yearly plan asks for by now (as planned)."
        )
    }

    @Test func `a milestone is told by its stages`() {
        let work = indicator(
            .milestone, target: 1, unit: "式",
            stages: [
                Stage(name: "未着手", weight: 0, due: nil),
                Stage(name: "契約済", weight: 0.6, due: period("FY2021")),
                Stage(name: "完了", weight: 1, due: period("FY2024")),
            ])
        #expect(
            first(work, [Figure("FY2022Q2", stage: "契約済")]) == [
                "現在の段階は「契約済」で、期限の来た段階「契約済」に達しています。",
                "The stage is “契約済”, which satisfies the stage due, “契約済”.",
            ])
        #expect(
            first(work, [Figure("FY2020", stage: "未着手")], now: "2021-04-10")[1]
                == "The stage is “未着手”, and none is due yet.")
        #expect(
            first(work, [Figure("FY2022Q2", stage: "完了")])
                == ["最後の段階まで完了しました。", "The last stage is complete."])
        #expect(
            first(
                work, [Figure("FY2024", stage: "契約済", certainty: .confirmed)], now: "2025-04-10")[1]
                == "At the target period the work had come to 60%.")
        #expect(
            first(work, [Figure("FY2022Q2", stage: "工事中")]) == [
                "報告された段階が、この指標に定めた段階の中にありません。",
                "The stage reported is none of the stages of this milestone.",
            ])
    }

    @Test func `an outcome is told with figure and target`() {
        let sum = indicator(.planSum, baseline: 4, target: 20)
        #expect(
            first(sum, [Figure("FY2021", 25)])[1]
                == "The figure of 25 人 meets the target of 20 人.")
        let level = indicator(.level, baseline: 4, target: 20)
        #expect(
            first(level, [Figure("FY2024", 18, certainty: .confirmed)], now: "2025-04-10") == [
                "目標の時点の実績18人は、目標20人に達しませんでした。",
                "The figure of 18 人 at the target period misses the target of 20 人.",
            ])
        #expect(
            judge(level, [Figure("FY2024", 18)], now: "2025-04-10").reasons.last?.text.english
                == "The figure of the target period (FY2024) is preliminary; "
                + "the outcome awaits the final one.")
    }

    @Test func `what cannot be judged says why`() {
        #expect(first(indicator(.level, target: 1), [])[1] == "No figure has been reported yet.")
        #expect(
            first(
                indicator(.floor, target: 1), [Figure("FY2022Q2", 1, basis: .yearToDate)])[1]
                == "Only running sums were reported; no figure can be compared with the target yet."
        )
        #expect(
            first(indicator(.level, target: 1), [Figure("FY2021", 1)]) == [
                "基準値がなく、実績がまだ1回分なので、進み方を判定できません。",
                "There is no baseline and only one figure, too little to judge a pace by.",
            ])
        #expect(
            first(
                indicator(.ratio, target: 1),
                [Figure("FY2021", 1, part: "東"), Figure("FY2021", 1, part: "西")])[1]
                == "Only rates of parts were reported; without denominators they give no overall rate."
        )
        #expect(
            first(
                indicator(.survey, baseline: 33.1, target: 40, unit: "%"), [Figure("FY2021", 35)])
                == [
                    "調査の値35%が基準値から変わったと言えるかは、回答数か比べる調査がないので分かりません。",
                    "Whether the survey's 35% differs from the baseline cannot be told: the number of answers, "
                        + "or a survey to compare it with, is missing.",
                ])
        #expect(
            first(
                indicator(.annualFlow, baseline: 1, target: 2), [Figure("FY2020-04", 1)],
                now: "2020-05-10") == [
                    "計画の初年度が始まったばかりなので、まだ判定しません。",
                    "The plan's first year has only begun, so nothing is judged yet.",
                ])
    }

    @Test func `open questions and parts are told in both languages`() {
        let blocked = indicator(.level, target: 1, blocked: true, questions: ["いつから。"])
        #expect(
            first(blocked, [])[1] == "Its definition is being clarified with its owners: いつから。")
        #expect(
            first(indicator(.level, target: 1, blocked: true), []) == [
                "定義を所管課に確認中です。", "Its definition is being clarified with its owners.",
            ])
        let asked = indicator(.level, baseline: 1, target: 2, questions: ["いつから。"])
        let reasons = judge(asked, [Figure("FY2021", 2, part: "東")]).reasons.map(\.text.english)
        #expect(
            reasons.dropFirst() == [
                "The figure is made of 1 reported part.", "Question to its owners: いつから。",
            ])
    }
}
