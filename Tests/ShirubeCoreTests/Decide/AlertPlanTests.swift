import ShirubeCore
import Testing

@Suite struct AlertPlanTests {
    /// Who is told on a day, as `staff onset`.
    private func told(
        _ alert: AlertState?, on day: String, rules: AlertRules = AlertRules(),
        isSilenced: Bool = false, worseThisQuarter: Bool = false
    ) throws -> [String] {
        let plan = AlertPlan(
            rules: rules, calendar: BusinessCalendar(), on: japanTime(day).japanDate)
        return plan.tellings(
            of: try #require(alert), isSilenced: isSilenced, worseThisQuarter: worseThisQuarter
        ).map { "\($0.role) \($0.stage)" }
    }

    private let onset = [
        AlertSteps.told(.staff, .onset, "2022-10-17T09:00"),
        AlertSteps.told(.manager, .onset, "2022-10-17T09:00"),
    ]

    private func lag(_ further: AlertTransition..., status: Status = .lagging) -> AlertState? {
        (onset + further).reduce(AlertSteps.alert(.lagging, status: status)) { $0?.after($1) }
    }

    @Test func `each type is told at once to whom it concerns, and the director of moving away`()
        throws
    {
        for (type, expected) in [
            (AlertType.lagging, ["staff onset", "manager onset"]),
            (.belowLevel, ["staff onset", "manager onset"]), (.suddenChange, ["staff onset"]),
            (.definitionQuery, []), (.overdue, []), (.failure, ["planning onset"]),
        ] {
            #expect(try told(AlertSteps.alert(type), on: "2022-10-17") == expected, "\(type)")
        }
        #expect(
            try told(AlertSteps.alert(.lagging, status: .movingAway), on: "2022-10-17")
                == ["staff onset", "manager onset", "director onset"])
    }

    @Test func `without an answer it goes up after five and ten working days, once each`() throws {
        // The tenth working day after 17 October is the 31st.
        #expect(try told(lag(), on: "2022-10-21") == [])
        #expect(try told(lag(), on: "2022-10-24") == ["manager escalated"])
        let once = lag(AlertSteps.told(.manager, .escalated, "2022-10-24T09:00"))
        #expect(try told(once, on: "2022-10-28") == [])
        #expect(try told(once, on: "2022-10-31") == ["director escalated"])
        #expect(
            try told(
                once?.after(AlertSteps.told(.director, .escalated, "2022-10-31T09:00")),
                on: "2022-11-01") == [])
        // A director who was told of moving away at once knows already.
        let away = lag(
            AlertSteps.told(.director, .onset, "2022-10-17T09:00"),
            AlertSteps.told(.manager, .escalated, "2022-10-24T09:00"), status: .movingAway)
        #expect(try told(away, on: "2022-10-31") == [])
    }

    @Test func `reminders thin out: a month after the last, twice, and then no more`() throws {
        var alert = lag(
            AlertSteps.told(.manager, .escalated, "2022-10-24T09:00"),
            AlertSteps.told(.director, .escalated, "2022-10-31T09:00"))
        #expect(try told(alert, on: "2022-11-29") == [])
        for day in ["2022-11-30", "2022-12-30"] {
            #expect(try told(alert, on: day) == ["staff repeated", "manager repeated"], "\(day)")
            for role in [Role.staff, .manager] {
                alert = alert?.after(AlertSteps.told(role, .repeated, day))
            }
            #expect(try told(alert, on: day) == [], "\(day)")
        }
        #expect(try told(alert, on: "2023-02-28") == [])
        #expect(try told(lag(), on: "2023-02-28", rules: AlertRules(repeats: .never)).count == 2)
    }

    @Test func `what is answered, silenced, recovering or over is told to nobody`() throws {
        let far = "2022-12-28"
        #expect(try !told(lag(), on: far).isEmpty)
        #expect(try told(lag(), on: far, isSilenced: true) == [])
        for step in [
            AlertSteps.step(
                .acknowledged, "2022-10-18", reviewOn: CivilDate(2023, 3, 31)),
            AlertSteps.step(.recovering, "2022-10-18"), AlertSteps.step(.closed, "2022-10-18"),
        ] {
            #expect(try told(lag(step), on: far) == [], "\(step.kind)")
        }
    }

    @Test func `a worsening breaks through an answer, once a quarter`() throws {
        let worse = lag(
            AlertSteps.step(
                .acknowledged, "2022-10-18", reviewOn: CivilDate(2023, 3, 31)),
            AlertSteps.step(.worsened, "2022-11-07", status: .movingAway))
        #expect(
            try told(worse, on: "2022-11-07")
                == ["staff worsened", "manager worsened", "director worsened"])
        #expect(try told(worse, on: "2022-11-07", worseThisQuarter: true) == [])
    }

    @Test func `when the day of an answer has come, it is asked anew`() throws {
        let lapsed = lag(
            AlertSteps.step(
                .acknowledged, "2022-10-18", reviewOn: CivilDate(2022, 12, 1)),
            AlertSteps.step(.lapsed, "2022-12-01"))
        #expect(try told(lapsed, on: "2022-12-01") == ["staff lapsed", "manager lapsed"])
    }

    @Test func `of history fed by hand people are only reminded`() throws {
        let quiet = AlertSteps.alert(.lagging, code: AlertTransition.backfill)
        #expect(try told(quiet, on: "2022-10-17") == [])
        #expect(try told(quiet, on: "2022-11-16") == [])
        #expect(try told(quiet, on: "2022-11-17") == ["staff repeated", "manager repeated"])
    }
}
