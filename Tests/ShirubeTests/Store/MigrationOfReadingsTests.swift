import GRDB
import ShirubeCore
import Testing

@testable import Shirube

/// A ledger that an earlier version has filled says the same after its readings have moved.
@Suite struct MigrationOfReadingsTests {
    private let start = Timestamp(milliseconds: 1_650_000_000_000)
    private let last = "4 figures that wait to be confirmed"

    /// A ledger of the older shape, with two indicators in two files whose rows are mixed.
    private func older() throws -> DatabaseQueue {
        let database = try DatabaseQueue()
        try Migrations.migrator.migrate(database, upTo: last)
        try database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO indicator VALUES (1, 's', 'a'), (2, 's', 'b');
                    INSERT INTO drop_file (id, strategy, department, claim, name, sha256, bytes,
                        encoding, outcome, reading_count, finding_count, taken_at)
                    VALUES (1, 's', 'd', 'c1', 'x', '00', 1, 'UTF-8', 'accepted', 4, 0, 1000),
                        (2, 's', 'd', 'c2', 'x', '00', 1, 'UTF-8', 'accepted', 1, 0, 2000);
                    INSERT INTO reading VALUES
                        (1, 1, 1, 'FY2022Q1', 0, '東部', 5, NULL, 1, NULL, 9, NULL, 'n', 2, 3, 'F', '5'),
                        (2, 1, 1, 'FY2022Q1', 0, '西部', 6, NULL, 1, NULL, NULL, NULL, '', 3, 4, 'F', '6'),
                        (3, 1, 2, 'FY2022Q1', 0, '', 7, NULL, 0, NULL, NULL, NULL, '', 4, 5, 'F', '7'),
                        (4, 1, 1, 'FY2022Q2', 0, '', 8, NULL, 0, NULL, NULL, NULL, '', 5, 6, 'F', '８'),
                        (5, 2, 1, 'FY2022Q1', 0, '東部', 9, NULL, 2, NULL, NULL, NULL, '', 2, 2, 'F', '9');
                    INSERT INTO file_figure VALUES
                        (1, 'FY2022Q1', 0, 1, 2, 0, 11, 2, 11, 2),
                        (2, 'FY2022Q1', 0, 1, 1, 0, 0, 0, 7, 3),
                        (1, 'FY2022Q2', 0, 1, 1, 0, 0, 0, 8, 4),
                        (1, 'FY2022Q1', 0, 2, 1, 0, 12, 1, 9, 5);
                    """)
        }
        return database
    }

    @Test func `each reading keeps its number, its figure and what was written`() throws {
        let database = try older()
        let before = try database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT id, file_id, indicator_id, period, basis, part, value, stage, certainty,
                        numerator, denominator, respondents, note, line, record, sheet_column, written
                    FROM reading ORDER BY id
                    """)
        }
        try Migrations.migrator.migrate(database)
        let after = try database.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT r.id, f.file_id, f.indicator_id, f.period, f.basis, r.part, r.value, r.stage,
                        r.certainty, r.numerator, r.denominator, r.respondents, r.note, r.line,
                        r.record, r.sheet_column, r.written
                    FROM reading r JOIN file_figure f ON f.id = r.figure_id ORDER BY r.id
                    """)
        }
        #expect(before.count == 5)
        #expect(after == before)
    }

    @Test func `what is in force is the same, now and at an earlier moment`() throws {
        let database = try older()
        try Migrations.migrator.migrate(database)
        try database.read { db in
            let ledger = Ledger(db: db)
            func numbers(_ name: String) throws -> [Double?] {
                try ledger.currentReadings(strategy: Identifier("s"), indicator: Identifier(name))
                    .figures.map(\.number)
            }
            #expect(try numbers("a") == [15, 8])
            #expect(try numbers("b") == [7])
            let runs = try Row.fetchAll(db, sql: "SELECT * FROM reading_run ORDER BY 1, 2")
            #expect(
                runs.map { $0.databaseValues.map(\.description).joined(separator: " ") } == [
                    "1 1 2", "1 4 5", "2 3 3",
                ])
        }
    }
}
