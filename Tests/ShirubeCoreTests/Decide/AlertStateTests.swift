import ShirubeCore
import Testing

@Suite struct AlertStateTests {
    private let review = CivilDate(2023, 1, 10)

    @Test func `an alert is what its steps have made of it`() throws {
        let open = try #require(AlertSteps.alert(.lagging))
        #expect(open.status == .lagging && open.closedAt == nil && open.spur.kind == .opened)
        let answered = open.after(
            AlertSteps.step(.acknowledged, "2022-10-20", reviewOn: review))
        #expect(answered.acknowledgement?.author == "課長")
        #expect(answered.acknowledgement?.answer.action == "増やす")
        #expect(!answered.isLapsed(on: try #require(CivilDate(2023, 1, 9))))
        #expect(answered.isLapsed(on: try #require(review)))
        let closed = answered.after(AlertSteps.step(.closed, "2023-01-05"))
        #expect(closed.closedAt == japanTime("2023-01-05"))
        #expect(closed.lastAnswer?.answer?.action == "増やす")
    }

    @Test(arguments: [AlertTransition.Kind.worsened, .relapsed, .lapsed])
    func `an answer holds no more when it gets worse or its day has come`(
        kind: AlertTransition.Kind
    ) throws {
        let answered = try #require(
            AlertSteps.alert(
                .lagging, AlertSteps.told(.staff, .onset, "2022-10-17T09:00"),
                AlertSteps.step(.acknowledged, "2022-10-20", reviewOn: review)))
        let after = answered.after(AlertSteps.step(kind, "2022-11-01", status: .movingAway))
        #expect(after.acknowledgement == nil && after.spur.kind == kind)
        #expect(after.status == .movingAway)
        #expect(answered.tellingsSinceSpur.count == 1 && after.tellingsSinceSpur.isEmpty)
        #expect(after.lastAnswer != nil)
    }

    @Test func `what does not begin with its opening is no alert`() {
        #expect(
            AlertState(
                id: 1, type: .lagging, subject: "i",
                transitions: [AlertSteps.step(.closed, "2022-10-17")]) == nil)
        #expect(AlertState(id: 1, type: .lagging, subject: "i", transitions: []) == nil)
    }

    @Test func `a failure speaks of no indicator, and history fed by hand is quiet`() {
        #expect(AlertSteps.alert(.failure)?.indicator == nil)
        #expect(AlertSteps.alert(.overdue)?.indicator == Identifier("i-1"))
        let quiet = AlertSteps.alert(.lagging, code: AlertTransition.backfill)
        #expect(quiet?.isQuiet == true)
        #expect(
            quiet?.after(AlertSteps.step(.worsened, "2022-11-01", status: .movingAway)).isQuiet
                == false)
    }
}
