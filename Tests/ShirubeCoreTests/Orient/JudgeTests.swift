import ShirubeCore
import Testing

/// What stands beside a status, and when nothing can be judged.
struct JudgeTests {
    @Test func `a judgement names its rule, its definition, and its deciding reason in words`() {
        let offers = indicator(.planSum, baseline: 9, target: 40)
        let standing = judge(
            offers, [Figure("FY2020", 7), Figure("FY2021H1", 4)], now: "2021-10-17", dispersion: 1)
        #expect(standing.rule == "probability-1" && standing.definition == 1)
        #expect(standing.period?.description == "FY2021H1")
        #expect(
            standing.reasons.first?.text
                == Wording(
                    ja: "このまま進むと令和6年度は38人の見込み（10回のうち8回は29人から50人の間）で、"
                        + "目標40人に届く見込みは五分五分です。",
                    en: "As things go, FY2024 will bring 38 人 (between 29 人 and 50 人 four times in "
                        + "five); that the target of 40 人 is met is about as likely as not."))
    }

    @Test
    func `parts that were there before and are missing now are named, and hold an alert back`() {
        let joint = indicator(.planSum, baseline: 40, target: 200)
        let year = [Figure("FY2021", 10, part: "東"), Figure("FY2021", 10, part: "西")]
        let half = judge(joint, year + [Figure("FY2022Q2", 1, part: "東")])
        #expect(half.status == .lagging)
        #expect(half.reasons.last?.code == "parts-missing")
        #expect(half.reasons.last?.text.japanese.contains("西") == true)
        let now = japanTime("2022-10-17")
        #expect(AlertDecision.calls(of: half, indicator: joint, now: now)[.lagging] == .unclear)
        let whole = judge(
            joint, year + [Figure("FY2022Q2", 1, part: "東"), Figure("FY2022Q2", 1, part: "西")])
        #expect(!whole.reasons.contains { $0.code == "parts-missing" })
        #expect(
            AlertDecision.calls(of: whole, indicator: joint, now: now)[.lagging]
                == .holds(.lagging, isRecovering: false))
    }

    @Test func `an indicator of which the answer is that there is no figure waits, and says so`() {
        let level = indicator(.level, baseline: 10, target: 20)
        let standing = judge(level, [Figure("FY2022Q2", absent: .unknown)])
        #expect(standing.status == .awaitingData && standing.value == nil)
        #expect(standing.reasons.map(\.code) == ["absent"])
        #expect(
            standing.reasons.first?.text.japanese == "令和4年度第2四半期の実績は「不明」と回答されています。")
        #expect(judge(level, []).reasons.map(\.code) == ["no-figure"])
        // A sign after the quarter asked for is not known at its end.
        let earlier = judge(
            level, [Figure("FY2022Q2", absent: .unknown)], through: "FY2022Q1")
        #expect(earlier.reasons.map(\.code) == ["no-figure"])
    }

    @Test func `a sign is told beside the figure judged, unless a figure speaks of its time`() {
        let level = indicator(.level, baseline: 10, target: 20)
        let signs = [
            Figure("FY2021Q4", absent: .unknown), Figure("FY2022Q1", 15),
            Figure("FY2022Q2", absent: .suppressed),
        ]
        let standing = judge(level, signs)
        #expect(standing.value == 15)
        #expect(standing.reasons.first?.code != "absent")
        let note = standing.reasons.first { $0.code == "absent" }
        #expect(note?.text.japanese == "令和4年度第2四半期の実績は「秘匿」と回答されています。")
        let flow = indicator(.planSum, baseline: 10, target: 100)
        let missing = judge(
            flow,
            [
                Figure("FY2020", 10), Figure("FY2021", 10),
                Figure("FY2022Q1", absent: .notApplicable), Figure("FY2022Q2", 5),
            ])
        #expect(missing.value == 25)
        #expect(missing.reasons.map(\.code).contains("missing-periods"))
        #expect(missing.reasons.map(\.code).contains("absent"))
        let filled = judge(
            flow, [Figure("FY2021Q1", absent: .unknown), Figure("FY2021", 10)])
        #expect(!filled.reasons.map(\.code).contains("absent"))
    }

    @Test
    func `a part that is kept back is named, and holds an alert back; one that is none does not`() {
        let joint = indicator(.planSum, baseline: 40, target: 200)
        func standing(_ absence: Absence) -> Standing {
            judge(
                joint,
                [
                    Figure("FY2021", 10, part: "東"), Figure("FY2021", 10, part: "西"),
                    Figure("FY2022Q2", 1, part: "東"),
                    Figure("FY2022Q2", absent: absence, part: "西"),
                ])
        }
        let hidden = standing(.suppressed)
        #expect(hidden.status == .lagging)
        #expect(
            hidden.reasons.first { $0.code == "parts-absent" }?.text.japanese
                == "値のない内訳（西：秘匿）は合計に入っていません。")
        #expect(!hidden.reasons.map(\.code).contains("parts-missing"))
        let now = japanTime("2022-10-17")
        #expect(AlertDecision.calls(of: hidden, indicator: joint, now: now)[.lagging] == .unclear)
        let none = standing(.notApplicable)
        #expect(!none.reasons.map(\.code).contains { $0.hasPrefix("parts-") })
        #expect(
            AlertDecision.calls(of: none, indicator: joint, now: now)[.lagging]
                == .holds(.lagging, isRecovering: false))
    }

    @Test func `an open question blocks the status but not the figures`() {
        let firms = indicator(
            .planSum, baseline: 65, target: 400, unit: "件", blocked: true,
            questions: ["65件は累計ですか。"])
        let standing = judge(firms, [Figure("FY2020", 70)])
        #expect(standing.status == .definitionQuery)
        #expect(standing.value == 70)
        #expect(standing.reasons.map(\.text.japanese) == ["定義を所管課に確認中です：65件は累計ですか。"])
        #expect(judge(firms, []).status == .definitionQuery)
        #expect(judge(firms, []).value == nil)
    }

    @Test func `a question that blocks nothing stands beside the status`() {
        let events = indicator(.planSum, baseline: 6, target: 20, questions: ["累計の意味は。"])
        let standing = judge(events, [Figure("FY2020", 6)], now: "2021-04-10")
        #expect(standing.reasons.map(\.code) == ["forecast", "question"])
        #expect(standing.reasons.last?.text.japanese == "所管課への質問：累計の意味は。")
        #expect(standing.signals == [.definitionQuery])
    }

    @Test func `an indicator never reported has nothing but its status and the answer it owes`() {
        let standing = judge(indicator(.annualFlow, baseline: 10, target: 20), [])
        #expect(standing.status == .awaitingData)
        #expect(standing.reasons.first?.text.japanese == "実績の報告がまだありません。")
        #expect(standing.period == nil && standing.value == nil && standing.expected == nil)
        #expect(standing.achievementRate == nil && standing.progressRate == nil)
        #expect(standing.prospect == Standing.Prospect())
        #expect(standing.answer == .overdue)
    }

    @Test func `an answer is due until its day, overdue after it, and given when it is there`() {
        let row = indicator(.level, baseline: 10, target: 20)
        let old = [Figure("FY2022Q1", 12)]
        #expect(judge(row, old, now: "2022-10-14").answer == .due)
        #expect(judge(row, old, now: "2022-10-15").answer == .overdue)
        #expect(judge(row, old + [Figure("FY2022Q2", 12)], now: "2022-10-18").answer == .given)
        let yearly = indicator(.level, baseline: 10, target: 20, cadence: .year)
        #expect(judge(yearly, [], now: "2022-10-17").answer == .overdue)
        #expect(judge(yearly, [Figure("FY2021", 12)], now: "2022-10-17").answer == .given)
        #expect(judge(row, [], now: "2020-05-17").answer == nil)
    }

    @Test func `a withdrawn only figure leaves an indicator waiting`() {
        let marriages = indicator(.runningTotal, baseline: 32, target: 55)
        let standing = judge(marriages, [Figure("FY2021", 43), Figure(withdrawing: "FY2021")])
        #expect(standing.status == .awaitingData)
        #expect(standing.period == nil)
    }

    @Test func `judging up to a quarter ignores what came later`() {
        let clubs = indicator(.level, baseline: 10, target: 16)
        let figures = [Figure("FY2022Q1", 14), Figure("FY2022Q2", 11), Figure("FY2022", 16)]
        #expect(judge(clubs, figures, through: "FY2022Q1").value == 14)
        #expect(judge(clubs, figures, through: "FY2022Q2").value == 11)
        #expect(judge(clubs, figures).value == 16)
    }
}
