import GRDB
import Testing

@testable import Shirube
@testable import ShirubeCore

@Suite struct MigrationOfAlertsTests {
    @Test func `alerts of an earlier version are lags whose people were told`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/ledger.sqlite"
        let old = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(old, upTo: "15 editions of the summary")
        try old.write { db in
            try db.execute(
                sql: """
                    INSERT INTO alert (strategy, indicator, status, raised_at, closed_at)
                    VALUES ('s', 'i-1', 'BACK', 1, 5), ('s', 'i-1', 'LAG', 7, NULL)
                    """)
        }
        try old.close()

        let store = try Store(path: path, now: Timestamp(milliseconds: 10))
        let (open, all) = try store.read { ledger in
            (
                try ledger.openAlerts(strategy: Identifier("s")),
                try ledger.alertStates(
                    strategy: Identifier("s"), asOf: Timestamp(milliseconds: 10),
                    closedSince: Timestamp(milliseconds: 0))
            )
        }
        let alert = try #require(open.first)
        #expect(open.count == 1 && alert.id == 2 && alert.type == .lagging)
        #expect(alert.status == .lagging && alert.openedAt == Timestamp(milliseconds: 7))
        #expect(alert.tellingsSinceSpur.map(\.telling?.role) == [.staff])
        #expect(all.map(\.closedAt) == [Timestamp(milliseconds: 5), nil])
        let before = try store.read {
            try $0.alertStates(strategy: Identifier("s"), asOf: Timestamp(milliseconds: 4))
        }
        #expect(before.map(\.id) == [1] && before.first?.closedAt == nil)
        // Numbers go on, since they stand in Message-IDs.
        let next = try store.write { ledger in
            try ledger.openAlert(
                .overdue, subject: "i-2", strategy: Identifier("s"),
                AlertTransition(
                    .opened, at: Timestamp(milliseconds: 9),
                    reason: Standing.Reason(code: "overdue", text: Wording(ja: "", en: ""))))
        }
        #expect(next?.id == 3)
    }
}
