import ShirubeCore
import Testing

struct AlertDecisionTests {
    private func standing(_ status: Status, _ code: String?) -> Standing {
        Standing(
            indicator: Identifier("i-1"), period: code.map(period), value: 1, expected: 2,
            achievementRate: nil, progressRate: nil, status: status, reasons: [],
            rule: "probability-1")
    }

    private func action(
        open: Status?, _ status: Status, _ code: String? = "FY2022Q2", cadence: Cadence = .quarter,
        calendar: YearKind = .fiscal, now: String = "2022-10-17"
    ) -> AlertAction {
        AlertDecision.action(
            open: open, standing: standing(status, code),
            indicator: indicator(.level, target: 1, calendar: calendar, cadence: cadence),
            now: japanTime(now))
    }

    @Test(arguments: [nil, Status.lagging, .movingAway], Status.allCases)
    func `every step between states is one of five`(open: Status?, status: Status) {
        let expected: AlertAction =
            switch (open, status) {
            case (nil, .lagging): .raise(.lagging)
            case (nil, .movingAway): .raise(.movingAway)
            case (.lagging, .movingAway): .worsen
            case (.lagging, .lagging), (.movingAway, .lagging), (.movingAway, .movingAway): .nothing
            case (nil, _): .nothing
            default: .close
            }
        #expect(action(open: open, status) == expected)
    }

    @Test(arguments: [
        ("FY2022Q2", true), ("FY2022-09", true), ("FY2022-07", true), ("FY2022H1", true),
        ("FY2022-10", true), ("FY2022Q1", false), ("FY2022-06", false), ("FY2021", false),
    ])
    func `of a quarterly KPI the last closed quarter is current, nothing older`(
        code: String, isCurrent: Bool
    ) {
        #expect(action(open: nil, .lagging, code) == (isCurrent ? .raise(.lagging) : .nothing))
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
        #expect(
            action(open: nil, .movingAway, current, cadence: cadence, calendar: calendar)
                == .raise(.movingAway))
        #expect(
            action(open: nil, .movingAway, past, cadence: cadence, calendar: calendar) == .nothing)
    }

    @Test func `a backfilled period worsens nothing but may close`() {
        #expect(action(open: .lagging, .movingAway, "FY2020Q1") == .nothing)
        #expect(action(open: .lagging, .onTrack, "FY2020Q1") == .close)
    }

    @Test func `a KPI that no longer has a figure closes its alert`() {
        #expect(action(open: .lagging, .awaitingData, nil) == .close)
        #expect(action(open: nil, .lagging, nil) == .nothing)
    }
}
