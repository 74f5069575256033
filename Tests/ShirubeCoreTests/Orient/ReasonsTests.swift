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

    @Test func `a pace is told by its quotient, its way, or a comparison`() {
        #expect(
            first(indicator(.level, baseline: 10, target: 40, unit: "%"), [Figure("FY2021", 20)])
                == [
                    "実績20%（進捗率33.3%）は、この時点で見込む25%（進捗率50%）の67%の進み方です。",
                    "The figure of 20% (progress 33.3%) is 67% of the way to the 25% (progress 50%) "
                        + "expected by now.",
                ])
        #expect(
            first(
                indicator(.annualFlow, baseline: 100, target: 40, sense: .atMost),
                [Figure("FY2021", 100)])
                == [
                    "この時点で見込む70人は、実績100人の70%です（少ないほどよい指標）。",
                    "The 70 人 expected by now are 70% of the figure of 100 人 (less is better).",
                ])
        let steps = indicator(.level, baseline: 25, target: 130, plan: [2021: 25])
        #expect(
            first(steps, [Figure("FY2021", 24)]) == [
                "実績24人は、この時点で見込む25人に届いていません。",
                "The figure of 24 人 does not keep up with the 25 人 expected by now.",
            ])
        #expect(
            first(steps, [Figure("FY2021", 25)])[1]
                == "The figure of 25 人 keeps up with the 25 人 expected by now.")
    }

    @Test func `a level to be kept is told by its distance`() {
        let floor = indicator(.floor, baseline: 276, target: 250)
        #expect(
            first(floor, [Figure("FY2021", 250)]) == [
                "実績250人は、守るべき水準250人と同じです。",
                "The figure of 250 人 equals the level to be kept.",
            ])
        #expect(
            first(floor, [Figure("FY2021", 260)])[1]
                == "The figure of 260 人 lies 4% above the level of 250 人 to be kept.")
        #expect(
            first(indicator(.floor, baseline: 276, target: 0), [Figure("FY2021", -1)])[1]
                == "The figure of -1 人 lies below the level of 0 人 to be kept.")
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
            first(indicator(.level, target: 1), [Figure("FY2020", 1), Figure("FY2021", 1)]) == [
                "基準値も年次計画もないので、目標の時点までは見込みと比べられません。",
                "Without a baseline or a yearly plan nothing can be expected before the target period.",
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
                    "調査の値35%には標本の誤差があるので、進み方の判定は保留します。",
                    "The survey's 35% carries a sampling error, so no pace is judged.",
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
