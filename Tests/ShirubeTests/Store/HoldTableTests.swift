import GRDB
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct HoldTableTests {
    @Test func `what an earlier version found of a figure that waits is given its row`() throws {
        let temporary = try TemporaryFolder()
        let path = temporary.path + "/ledger.sqlite"
        let queue = try DatabaseQueue(path: path)
        try Migrations.migrator.migrate(queue, upTo: "4 figures that wait to be confirmed")
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO indicator VALUES (1, 's', 'k');
                    INSERT INTO drop_file (id, strategy, department, claim, name, sha256, bytes,
                        encoding, outcome, reading_count, finding_count, taken_at, first_reading,
                        last_reading)
                    VALUES (1, 's', 'd', 'c', 'a.csv', '00', 1, 'UTF-8', 'accepted', 1, 1, 5, 7, 7);
                    INSERT INTO reading (id, file_id, indicator_id, period, basis, part, value,
                        certainty, note, line, record, sheet_column, written)
                    VALUES (7, 1, 1, 'FY2022Q2', 0, '', 900, 0, '', 14, 12, 'D', '900');
                    INSERT INTO file_figure VALUES (1, 'FY2022Q2', 0, 1, 1, 0, 0, 0, 900, 7);
                    INSERT INTO hold (file_id, indicator_id, period, basis, rule, line,
                        sheet_column, heading, written, message_ja, message_en, remedy_ja, remedy_en)
                    VALUES (1, 1, 'FY2022Q2', 0, 'value-jump', 14, 'D', '実績値', '900', '多い',
                        'many', '直す', 'mend');
                    """)
        }
        try queue.close()
        let store = try Store(path: path, now: Timestamp(milliseconds: 9))
        let hold = try #require(try store.read { try $0.openHolds(Identifier("s")) }.first)
        #expect(hold.finding.record == 12 && hold.finding.cell == "D12")
        #expect(hold.finding.takenFor == nil)
        #expect(hold.finding.written == "900" && hold.finding.message.english == "many")
    }
}
