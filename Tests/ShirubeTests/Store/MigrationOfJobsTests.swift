import GRDB
import ShirubeCore
import Testing

@testable import Shirube

/// A ledger that an earlier version has filled owes and has run the same after its runs have moved.
@Suite struct MigrationOfJobsTests {
    @Test func `a quarter that was summed up stays so, and what was owed still is`() throws {
        let database = try DatabaseQueue()
        try Migrations.migrator.migrate(database, upTo: "9 judgements with a forecast")
        let created = Timestamp(japanDate: try #require(CivilDate(2022, 4, 1)))
        let ran = Timestamp(japanDate: try #require(CivilDate(2022, 7, 14)), hour: 9)
        try database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO meta (key, value) VALUES ('created', :created);
                    INSERT INTO strategy_edition (strategy, content, known_at)
                        VALUES ('rei', '{}', :created), ('rei', '{}', :ran), ('betsu', '{}', :ran);
                    INSERT INTO job_run VALUES ('rei', 'quarterlySummary', 'FY2022Q1', :ran, :ran);
                    """, arguments: ["created": created, "ran": ran])
        }
        try Migrations.migrator.migrate(database)
        let (rei, betsu) = try database.read { db in
            let ledger = Ledger(db: db)
            let now = ran.adding(seconds: 86_400)
            return (
                try ledger.jobs(strategy: Identifier("rei"), now: now),
                try ledger.jobs(strategy: Identifier("betsu"), now: now)
            )
        }
        let quarter = try #require(JobPeriod(code: "FY2022Q1"))
        #expect(
            rei
                == JobLedger(
                    begun: [.quarterlySummary: created], settledThrough: [.quarterlySummary: ran],
                    settled: [DueJob.Run(job: .quarterlySummary, period: quarter)]))
        #expect(betsu == JobLedger(begun: [.quarterlySummary: created]))
    }
}
