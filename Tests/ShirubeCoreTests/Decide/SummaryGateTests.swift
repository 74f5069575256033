import ShirubeCore
import Testing

@Suite struct SummaryGateTests {
    private static let calendar = BusinessCalendar()

    private static func edition(
        _ drafted: String = "2022-10-17T09:00", release: String = "2022-10-20T09:00",
        held: Bool = false, sent: String? = nil
    ) -> SummaryEditionState {
        SummaryEditionState(
            id: 1, quarter: SampleSummary.period("FY2022Q2"), number: 1,
            builtAt: SampleSummary.moment(drafted), draftedAt: SampleSummary.moment(drafted),
            draftCount: 1,
            releaseAt: SampleSummary.moment(release),
            hold: held
                ? SummaryEditionState.Hold(
                    author: "政策推進課長", reason: "確認中", at: SampleSummary.moment(drafted)) : nil,
            sentAt: sent.map(SampleSummary.moment))
    }

    private static func action(
        _ edition: SummaryEditionState, lookedOn: String? = nil, _ now: String
    ) -> SummaryGate.Action {
        SummaryGate.action(
            on: edition, lookedOn: lookedOn.map { SampleSummary.moment($0).japanDate },
            calendar: calendar, now: SampleSummary.moment(now))
    }

    @Test func `an edition that waits is sent from its moment on, also late`() {
        #expect(Self.action(Self.edition(), lookedOn: "2022-10-20", "2022-10-20T08:59") == .wait)
        #expect(Self.action(Self.edition(), "2022-10-20T09:00") == .send)
        #expect(Self.action(Self.edition(), "2022-11-05T03:00") == .send)
    }

    @Test func `what is held is not sent, but still looked at`() {
        #expect(Self.action(Self.edition(held: true), "2022-10-20T09:00") == .look)
        #expect(
            Self.action(Self.edition(held: true), lookedOn: "2022-10-20", "2022-10-20T12:00")
                == .wait)
    }

    @Test func `it is looked at once each working day, at its time of day`() {
        #expect(Self.action(Self.edition(), "2022-10-17T12:00") == .wait)
        #expect(Self.action(Self.edition(), "2022-10-18T08:59") == .wait)
        #expect(Self.action(Self.edition(), "2022-10-18T09:00") == .look)
        #expect(Self.action(Self.edition(), lookedOn: "2022-10-18", "2022-10-18T17:00") == .wait)
        let sent = Self.edition(sent: "2022-10-20T09:00")
        #expect(Self.action(sent, "2022-10-21T09:00") == .look)
        // A Saturday, and 文化の日.
        #expect(Self.action(sent, "2022-10-22T10:00") == .wait)
        #expect(Self.action(sent, "2022-11-03T10:00") == .wait)
    }

    @Test func `its moment lies so many working days later, at the time of day of the schedule`()
        throws
    {
        func release(_ days: Int, _ now: String) throws -> Timestamp {
            SummaryGate.releaseAt(
                builtAt: SampleSummary.moment(now),
                entry: ScheduleEntry(
                    job: .quarterlySummary, each: .quarter, on: .workingDaysAfterEnd(10),
                    at: try #require(TimeOfDay(9, 30)), releaseAfterWorkingDays: days),
                calendar: Self.calendar)
        }
        #expect(try release(3, "2022-10-17T11:00") == SampleSummary.moment("2022-10-20T09:30"))
        // Over a weekend and 文化の日.
        #expect(try release(3, "2022-10-31T09:00") == SampleSummary.moment("2022-11-04T09:30"))
        #expect(try release(0, "2022-10-17T11:00") == SampleSummary.moment("2022-10-17T11:00"))
    }
}
