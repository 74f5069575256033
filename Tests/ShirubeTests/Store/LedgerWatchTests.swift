import GRDB
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct LedgerWatchTests {
    private let now = Timestamp(milliseconds: 1_000_000)

    @Test func `what others commit is noticed once, and reading is no change`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/ledger.sqlite"
        let ledger = try Store(path: path, now: now)
        let watch = try LedgerWatch(path: path)
        #expect(try !watch.hasChanged())
        _ = try watch.store.read { try $0.created() }
        #expect(try !watch.hasChanged())
        try ledger.write { try $0.db.execute(sql: "CREATE TABLE t (x)") }
        #expect(try watch.hasChanged())
        #expect(try !watch.hasChanged())
    }

    @Test func `a ledger that comes later is opened`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/ledger.sqlite"
        let watch = try LedgerWatch(path: path)
        #expect(try !watch.hasChanged())
        _ = try Store(path: path, now: now)
        #expect(try watch.hasChanged())
        #expect(try watch.store.read { try $0.created() } == now)
    }
}
