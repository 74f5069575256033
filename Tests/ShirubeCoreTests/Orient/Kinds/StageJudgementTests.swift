import ShirubeCore
import Testing

struct StageJudgementTests {
    private let stages = [
        Stage(name: "未着手", weight: 0, due: nil),
        Stage(name: "検討中", weight: 0.1, due: Period(code: "FY2020")),
        Stage(name: "予算化済", weight: 0.3, due: Period(code: "FY2021")),
        Stage(name: "契約済", weight: 0.6, due: Period(code: "FY2022")),
        Stage(name: "完了", weight: 1, due: Period(code: "FY2024")),
    ]

    private func robots(_ figures: [Figure], now: String, through: String? = nil) -> Standing {
        judge(
            indicator(.milestone, target: 1, unit: "式", stages: stages), figures, through: through,
            now: now)
    }

    @Test func `one stage behind the one due is watched`() {
        let standing = robots([Figure("FY2022", stage: "予算化済")], now: "2023-04-10")
        #expect(standing.value == 0.3 && standing.expected == 0.6)
        #expect(standing.status == .watch)
        #expect(standing.achievementRate == 30 && standing.progressRate == 30)
        #expect(
            standing.reasons.first?.text
                == Wording(
                    ja: "現在の段階は「予算化済」で、期限の来た段階「契約済」より1段階遅れています（期限から10日）。",
                    en: "The stage is “予算化済”, 1 behind the stage due, “契約済” (10 days late)."))
    }

    @Test func `two stages behind lags, the due stage is on track, the last one is achieved`() {
        #expect(robots([Figure("FY2022", stage: "検討中")], now: "2023-04-10").status == .lagging)
        #expect(robots([Figure("FY2022", stage: "契約済")], now: "2023-04-10").status == .onTrack)
        #expect(robots([Figure("FY2022", stage: "完了")], now: "2023-04-10").status == .achieved)
    }

    @Test func `time alone moves the stage due`() {
        let figures = [Figure("FY2022Q2", stage: "予算化済")]
        #expect(robots(figures, now: "2023-03-31").status == .onTrack)
        #expect(robots(figures, now: "2023-04-01").status == .watch)
        #expect(robots(figures, now: "2025-04-01").status == .lagging)
        #expect(robots(figures, now: "2025-04-01", through: "FY2022Q2").status == .onTrack)
    }

    @Test func `a work that has not begun although a stage was due is not started`() {
        let figures = [Figure("FY2020Q4", stage: "未着手")]
        #expect(robots(figures, now: "2021-03-31").status == .onTrack)
        #expect(
            robots(figures, now: "2021-03-31").reasons.first?.text.japanese
                == "現在の段階は「未着手」で、期限の来た段階はまだありません。")
        #expect(robots(figures, now: "2021-04-01").status == .notStarted)
    }

    @Test func `of a work in parts the least advanced counts`() {
        let standing = robots(
            [
                Figure("FY2022Q2", stage: "完了", part: "1隊"),
                Figure("FY2022Q2", stage: "検討中", part: "2隊"),
            ], now: "2022-10-17")
        #expect(standing.value == 0.1)
        #expect(standing.status == .watch)
    }

    @Test func `an unknown stage, or a number, cannot be judged`() {
        for figure in [Figure("FY2022Q2", stage: "工事中"), Figure("FY2022Q2", 1)] {
            let standing = robots([figure], now: "2022-10-17")
            #expect(standing.status == .inconclusive)
            #expect(standing.reasons.first?.code == "unknown-stage")
            #expect(standing.value == nil)
        }
    }

    @Test func `a final report of an unfinished work at the target period is a miss`() {
        let figure = Figure("FY2024", stage: "契約済", certainty: .confirmed)
        let standing = robots([figure], now: "2025-04-10")
        #expect(standing.status == .notAchieved)
        #expect(standing.reasons.first?.text.japanese == "目標の時点で、完了までの60%の段階でした。")
    }

    @Test func `the standard stages ask for nothing before the target period is over`() {
        let work = indicator(
            .milestone, target: 6, unit: "隊", stages: Stage.standard(target: period("FY2024")))
        #expect(judge(work, [Figure("FY2022Q2", stage: "検討中")]).status == .onTrack)
        #expect(
            judge(work, [Figure("FY2024", stage: "予算化済")], now: "2025-04-10").status == .lagging)
    }
}
