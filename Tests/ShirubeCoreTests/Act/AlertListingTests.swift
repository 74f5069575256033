import ShirubeCore
import Testing

@Suite struct AlertListingTests {
    private static func alert(
        _ id: Int64, _ type: AlertType, _ subject: String, status: Status? = .lagging,
        _ further: AlertTransition...
    ) throws -> AlertState {
        try #require(
            AlertState(
                id: id, type: type, subject: subject,
                transitions: [AlertSteps.step(.opened, "2022-10-17T09:00", status: status)]
                    + further))
    }

    static func rows() throws -> [AlertListing.Row] {
        let review = try #require(CivilDate(2023, 1, 10))
        let alerts = [
            try alert(
                3, .lagging, "m01-1-1",
                AlertTransition.told(
                    AlertTransition.Telling(role: .staff, stage: .onset),
                    to: [
                        Recipient(route: .mail(address: "kanko@city.example")),
                        Recipient(route: .webhook(channel: "chat")),
                    ], at: japanTime("2022-10-17T09:00")),
                AlertSteps.step(.acknowledged, "2022-10-20T15:30", reviewOn: review)),
            try alert(
                4, .lagging, "m01-2-1", status: .movingAway,
                AlertSteps.step(.recovering, "2023-01-11")),
            try alert(5, .suddenChange, "m01-1-2", status: .onTrack),
            try alert(
                6, .overdue, "m01-4-2", status: .awaitingData,
                AlertSteps.step(.closed, "2022-11-01", status: .onTrack)),
            try alert(7, .failure, "folder:kanko\u{1B}", status: nil),
        ]
        return alerts.map { alert in
            AlertListing.Row(
                strategy: SampleStrategy.strategy, alert: alert,
                silencedUntil: alert.id == 5 ? review : nil)
        }
    }

    private func listing(_ rows: [AlertListing.Row]) throws -> AlertListing {
        let silence = Silence(
            id: 2, indicator: nil, department: Identifier("kanko"), type: .suddenChange,
            until: try #require(CivilDate(2023, 1, 10)), reason: "システム移行", author: "企画課長",
            at: japanTime("2022-10-18"))
        let budget = AlertBudget(
            rows.map(\.alert), strategy: SampleStrategy.strategy, rules: AlertRules(perHead: 1),
            now: japanTime("2023-01-12"))
        return AlertListing(
            rows: rows,
            silences: [
                AlertListing.Quiet(silence: silence, covered: 1),
                AlertListing.Quiet(silence: silence.numbered(9), covered: 0),
            ], budgets: [(SampleStrategy.strategy, budget)])
    }

    @Test func `the list of alerts is that of the golden file`() throws {
        let listing = try listing(Self.rows())
        try Golden.expect(
            (Language.allCases.map(listing.table) + [listing.json.pretty])
                .joined(separator: "\n"), "alert-list.txt")
    }

    @Test func `where nothing is open, that is said`() throws {
        let empty = try listing([])
        #expect(empty.table(.japanese).hasPrefix("警告はありません。\n"))
        #expect(empty.table(.english).contains("Open alerts per head: none"))
    }
}
