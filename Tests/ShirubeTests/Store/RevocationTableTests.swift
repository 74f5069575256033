import GRDB
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct RevocationTableTests {
    private let temporary: TemporaryFolder
    private let store: Store
    private let strategy = SampleSummary.strategy
    private let start = Timestamp(milliseconds: 1_650_000_000_000)

    init() throws {
        temporary = try TemporaryFolder()
        store = try Store(path: temporary.path + "/ledger.sqlite", now: start)
    }

    private func insert(
        _ claim: String, sha256: String = "ab12", outcome: DropOutcome = .accepted, at seconds: Int
    ) throws {
        let row = DropFileRow(
            strategy: strategy.id, department: Identifier("shoko"), claim: claim, name: "a.csv",
            sha256: sha256, bytes: 1, encoding: "UTF-8", outcome: outcome, origin: .hand,
            readingCount: 1, findingCount: 0, takenAt: start.adding(seconds: seconds))
        try store.write { try $0.insert(row, readings: nil) }
    }

    @Test func `a withdrawn file is accepted no more, and is listed with who, when and why`()
        throws
    {
        try insert("c1", at: 0)
        func accepted() throws -> Int64? {
            try store.read {
                try $0.acceptedFile(
                    strategy: strategy.id, department: Identifier("shoko"), sha256: "ab12")
            }
        }
        #expect(try accepted() == 1)
        let later = start.adding(seconds: 5)
        try store.write { try $0.revoke(file: 1, reason: "誤り", by: "taro", now: later) }
        #expect(try accepted() == nil)
        let files = try store.read { try $0.takenFiles() }
        #expect(
            files.map(\.revocation) == [
                DropListing.Revocation(at: later, by: "taro", reason: "誤り")
            ])
        #expect(files.map(\.row.origin) == [.hand])
    }

    @Test func `files are found by the first digits of their hash, the newest ones at the end`()
        throws
    {
        for (number, hash) in ["ab12", "ab99", "cd00"].enumerated() {
            try insert("c\(number)", sha256: hash, at: number)
        }
        func hashes(_ digits: String, newest: Int? = nil) throws -> [String] {
            try store.read { try $0.takenFiles(sha256: digits, newest: newest) }.map(\.row.sha256)
        }
        #expect(try hashes("ab") == ["ab12", "ab99"])
        #expect(try hashes("", newest: 2) == ["ab99", "cd00"])
        #expect(try hashes("a%") == [])
    }

    @Test func `a department whose report was withdrawn has not answered, as of then`() throws {
        try insert("c1", at: 0)
        try insert("c2", outcome: .unchanged, at: 1)
        try store.write {
            try $0.revoke(file: 1, reason: "x", by: "y", now: start.adding(seconds: 5))
        }
        func answered(_ seconds: Int) throws -> Timestamp? {
            try store.read {
                try $0.lastAccepted(strategy: strategy.id, through: start.adding(seconds: seconds))
            }[Identifier("shoko")]
        }
        #expect(try answered(4) == start.adding(seconds: 1))
        #expect(try answered(5) == nil)
        try insert("c3", at: 9)
        #expect(try answered(9) == start.adding(seconds: 9))
    }

    @Test func `beside a daemon a ledger of an older shape is left alone`() throws {
        _ = try Store(besideDaemon: temporary.path + "/ledger.sqlite")
        try store.write { try $0.db.execute(sql: "DELETE FROM grdb_migrations") }
        do {
            _ = try Store(besideDaemon: temporary.path + "/ledger.sqlite")
            Issue.record("an older ledger was opened")
        } catch {
            #expect("\(error)".contains("Restart the daemon"))
        }
    }
}
