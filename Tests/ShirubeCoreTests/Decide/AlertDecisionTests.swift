import ShirubeCore
import Testing

struct AlertDecisionTests {
    private func standing(
        _ status: Status, _ code: String?, signals: [Standing.Signal] = [],
        answer: Answers.State? = nil, lag: Standing.Lag? = nil
    ) -> Standing {
        Standing(
            indicator: Identifier("i-1"), period: code.map(period), value: 1, expected: 2,
            achievementRate: nil, progressRate: nil, lag: lag, signals: signals, answer: answer,
            status: status,
            reasons: [
                Standing.Reason(code: "forecast", text: Wording(ja: "見込み", en: "chance")),
                Standing.Reason(code: "sudden-change", text: Wording(ja: "急変", en: "sudden")),
            ], rule: "probability-1")
    }

    private func calls(
        _ standing: Standing, cadence: Cadence = .quarter, calendar: YearKind = .fiscal,
        now: String = "2022-10-17"
    ) -> [AlertType: AlertCall] {
        AlertDecision.calls(
            of: standing,
            indicator: indicator(.level, target: 1, calendar: calendar, cadence: cadence),
            now: japanTime(now))
    }

    private func step(
        open: Status?, _ status: Status, _ code: String? = "FY2022Q2", cadence: Cadence = .quarter,
        calendar: YearKind = .fiscal, now: String = "2022-10-17"
    ) -> AlertTransition.Kind? {
        let calls = calls(standing(status, code), cadence: cadence, calendar: calendar, now: now)
        let alert = open.flatMap { AlertSteps.alert(.lagging, status: $0) }
        return AlertDecision.step(alert, calls[.lagging] ?? .unclear)
    }

    @Test(arguments: [nil, Status.lagging, .movingAway], Status.allCases)
    func `every step of a lag is one of four`(open: Status?, status: Status) {
        let expected: AlertTransition.Kind? =
            switch (open, status) {
            case (nil, .lagging), (nil, .movingAway): .opened
            case (.lagging, .movingAway): .worsened
            case (.lagging, .lagging), (.movingAway, .lagging), (.movingAway, .movingAway): nil
            case (nil, _): nil
            default: .closed
            }
        #expect(step(open: open, status) == expected)
    }

    @Test(arguments: [
        ("FY2022Q2", true), ("FY2022-09", true), ("FY2022-07", true), ("FY2022H1", true),
        ("FY2022-10", true), ("FY2022Q1", false), ("FY2022-06", false), ("FY2021", false),
    ])
    func `of a quarterly KPI the last closed quarter is current, nothing older`(
        code: String, isCurrent: Bool
    ) {
        #expect(step(open: nil, .lagging, code) == (isCurrent ? .opened : nil))
    }

    @Test(arguments: [
        (Cadence.month, YearKind.fiscal, "FY2022-09", "FY2022-08"),
        (.quarter, .calendar, "CY2022-07", "CY2022-06"),
        (.half, .fiscal, "FY2022-04", "FY2021-03"),
        (.half, .calendar, "CY2022H1", "CY2021H2"),
        (.year, .fiscal, "FY2021", "FY2020"),
        (.year, .calendar, "CY2021", "CY2020"),
    ])
    func `what is current goes by cadence and calendar`(
        cadence: Cadence, calendar: YearKind, current: String, past: String
    ) {
        let kinds = [current, past].map {
            step(open: nil, .movingAway, $0, cadence: cadence, calendar: calendar)
        }
        #expect(kinds == [.opened, nil])
    }

    @Test func `a backfilled period worsens nothing but may close`() {
        #expect(step(open: .lagging, .movingAway, "FY2020Q1") == nil)
        #expect(step(open: .lagging, .onTrack, "FY2020Q1") == .closed)
    }

    @Test func `a KPI that no longer has a figure closes its alert`() {
        #expect(step(open: .lagging, .awaitingData, nil) == .closed)
        #expect(step(open: nil, .lagging, nil) == nil)
    }

    @Test func `a lag that comes back half way recovers, and may relapse`() {
        let lag = Standing.Lag(since: period("FY2022Q1"), isRecovering: true)
        let recovering = calls(standing(.lagging, "FY2022Q2", lag: lag))[.lagging] ?? .unclear
        let open = AlertSteps.alert(.lagging, status: .lagging)
        #expect(AlertDecision.step(open, recovering) == .recovering)
        let back = open?.after(AlertSteps.step(.recovering, "2023-01-10"))
        #expect(AlertDecision.step(back, recovering) == nil)
        #expect(
            AlertDecision.step(back, .holds(.lagging, isRecovering: false)) == .relapsed)
    }

    @Test func `each signal calls for an alert of its own type`() {
        let all = calls(
            standing(.onTrack, "FY2022Q2", signals: Standing.Signal.allCases, answer: .overdue))
        let held = AlertCall.holds(.onTrack, isRecovering: false)
        #expect(all[.lagging] == .clear)
        for type in [AlertType.belowLevel, .suddenChange, .definitionQuery, .overdue] {
            #expect(all[type] == held, "\(type)")
        }
        #expect(all[.failure] == nil)
        // What an old figure says is no news; that an answer is missing, or a meaning unclear, is.
        let old = calls(
            standing(.onTrack, "FY2020Q2", signals: Standing.Signal.allCases, answer: .overdue))
        #expect(old[.suddenChange] == .unclear && old[.belowLevel] == .unclear)
        #expect(old[.overdue] == held && old[.definitionQuery] == held)
    }

    @Test func `a level fallen below is no lag beside it, unless the forecast says so`() {
        let below = calls(standing(.movingAway, "FY2022Q2", signals: [.belowLevel]))
        #expect(below[.lagging] == .clear)
        #expect(below[.belowLevel] == .holds(.movingAway, isRecovering: false))
        let lag = Standing.Lag(since: period("FY2022Q1"), isRecovering: false)
        let both = calls(standing(.movingAway, "FY2022Q2", signals: [.belowLevel], lag: lag))
        #expect(both[.lagging] == .holds(.movingAway, isRecovering: false))
    }

    @Test func `an indicator that has ended calls for nothing`() {
        let ended = calls(
            standing(.discontinued, "FY2022Q2", signals: [.definitionQuery], answer: .overdue))
        #expect(ended.values.allSatisfy { $0 == .clear })
    }

    @Test func `the reason of a step is the sentence of the judgement that it follows from`() {
        func reason(_ kind: AlertTransition.Kind, _ type: AlertType) -> Standing.Reason {
            AlertDecision.reason(of: kind, type, standing: standing(.onTrack, "FY2022Q2"))
        }
        #expect(reason(.opened, .lagging).code == "forecast")
        #expect(reason(.opened, .suddenChange).code == "sudden-change")
        #expect(reason(.opened, .overdue).text.japanese.contains("提出期限を過ぎても"))
        #expect(reason(.closed, .lagging).text.japanese == "令和4年度第2四半期の判定は「順調」です。")
        #expect(reason(.closed, .overdue).text.english == "It was answered, or is no longer owed.")
    }
}
