import Testing

@testable import Shirube
@testable import ShirubeCore

@Suite struct AlertTransitionTableTests {
    private let strategy = Identifier<Strategy>("s")

    private func moment(_ second: Int64) -> Timestamp { Timestamp(milliseconds: second * 1_000) }

    private func reason(_ text: String) -> Standing.Reason {
        Standing.Reason(code: "code", text: Wording(ja: text, en: text))
    }

    @Test func `every step comes back as it was recorded`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.path + "/l.sqlite", now: moment(0))
        let steps = [
            AlertTransition(.opened, at: moment(1), status: .lagging, reason: reason("a")),
            AlertTransition.told(
                AlertTransition.Telling(role: .manager, stage: .escalated),
                to: [Recipient(route: .mail(address: "a@city.example"))], at: moment(2)),
            AlertTransition(.worsened, at: moment(3), status: .movingAway, reason: reason("b")),
            AlertTransition(
                .acknowledged, at: moment(4), reason: reason("c"), author: "課長",
                answer: AlertTransition.Answer(
                    action: "増やす", reviewOn: try #require(CivilDate(iso: "2023-01-10")))),
            AlertTransition.told(
                AlertTransition.Telling(role: .staff, stage: .worsened), to: [], at: moment(5)),
            AlertTransition(.closed, at: moment(6), status: .onTrack, reason: reason("d")),
        ]
        try store.write { ledger in
            let opened = try ledger.openAlert(
                .lagging, subject: "i-1", strategy: strategy, steps[0])
            let alert = try #require(opened)
            _ = try steps.dropFirst().reduce(alert) { try ledger.append($1, to: $0) }
        }
        let (open, all, worse, before) = try store.read { ledger in
            (
                try ledger.openAlerts(strategy: strategy),
                try ledger.alert(1, strategy: strategy),
                try ledger.wasToldOfWorse("i-1", strategy: strategy, since: moment(5)),
                try ledger.wasToldOfWorse("i-1", strategy: strategy, since: moment(6))
            )
        }
        #expect(open.isEmpty && all?.transitions == steps)
        #expect(worse && !before)
        let lags = try store.read {
            try $0.lags(strategy: strategy, from: moment(1), through: moment(9))
        }
        #expect(lags.map(\.status) == [.movingAway] && lags.map(\.closedAt) == [moment(6)])
    }

    @Test func `one alert of a type is open for an indicator, never two`() throws {
        let folder = try TemporaryFolder()
        let store = try Store(path: folder.path + "/l.sqlite", now: moment(0))
        let opening = AlertTransition(.opened, at: moment(1), reason: reason("a"))
        func open(_ type: AlertType) throws {
            _ = try store.write {
                try $0.openAlert(type, subject: "i-1", strategy: strategy, opening)
            }
        }
        try open(.lagging)
        try open(.overdue)
        #expect(throws: (any Error).self) { try open(.lagging) }
    }
}
