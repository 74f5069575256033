import GRDB
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct AuditChainTests {
    private let temporary: TemporaryFolder
    private let start = Timestamp(milliseconds: 1_000_000)
    private let strategy = Identifier<Strategy>("s")

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func store() throws -> Store {
        try Store(path: temporary.path + "/ledger.sqlite", now: start)
    }

    private func override(_ number: Int64) -> Override {
        Override(
            status: .onTrack, reason: "理由\(number)", author: "課長", at: start, until: nil,
            period: nil)
    }

    private func fault(_ store: Store) throws -> AuditFault? {
        try store.read { ledger in
            try ledger.checkAuditChain() ?? ledger.checkAuditedFacts()
        }
    }

    @Test func `every audited table has its columns, and facts are recorded in their transaction`()
        throws
    {
        let store = try store()
        try store.read { ledger in
            for table in AuditedTable.all {
                let columns = try Set(ledger.db.columns(in: table.name).map(\.name))
                #expect(columns.isSuperset(of: table.columns + table.digests + table.key))
            }
        }
        #expect(try fault(store) == nil)
        let before = try store.read { try $0.auditCount() }
        struct Interruption: Error {}
        #expect(throws: Interruption.self) {
            try store.write { ledger in
                try ledger.insert(override(1), of: Identifier("k"), strategy: strategy)
                throw Interruption()
            }
        }
        #expect(try store.read { try $0.auditCount() } == before)
        try store.write { ledger in
            try ledger.insert(override(1), of: Identifier("k"), strategy: strategy)
            try ledger.insert(override(2), of: Identifier("k"), strategy: strategy)
        }
        try store.read { ledger in
            let rows = try Row.fetchAll(
                ledger.db, sql: "SELECT * FROM audit WHERE fact = 'status_override' ORDER BY id")
            #expect(rows.count == 2)
            #expect(Set(rows.map { $0["batch"] as Int64? }) == [Int64(before) + 1])
            #expect(try ledger.auditHead().row == Int64(before) + 2)
        }
        #expect(try fault(store) == nil)
    }

    @Test func `the configuration in force stands in every row that follows`() throws {
        let store = try store()
        for (sha256, number) in [("aa", 1), ("bb", 2), ("aa", 3)] {
            try store.use(
                configuration: "/etc/shirube.yaml", sha256: sha256, strategies: [strategy],
                now: start)
            try store.write {
                try $0.insert(override(Int64(number)), of: Identifier("k"), strategy: strategy)
            }
        }
        let used = try store.read { ledger in
            try Int64.fetchAll(
                ledger.db,
                sql: "SELECT configuration FROM audit WHERE fact = 'status_override' ORDER BY id")
        }
        #expect(used == [1, 2, 1])
    }

    @Test func `rows of the audit can neither be changed nor deleted`() throws {
        let store = try store()
        for sql in ["UPDATE audit SET content = ''", "DELETE FROM audit"] {
            #expect(throws: DatabaseError.self) {
                try store.write { try $0.db.execute(sql: sql) }
            }
        }
    }

    @Test func `rows of another shape are recorded anew, except where they were altered meanwhile`()
        throws
    {
        let first = try store()
        try first.write { ledger in
            try ledger.insert(override(1), of: Identifier("k"), strategy: strategy)
            try ledger.insert(override(2), of: Identifier("k"), strategy: strategy)
            // As an older version would have recorded them.
            let former = "json_object('reason', fact_row.reason)"
            try ledger.db.execute(
                sql: """
                    INSERT INTO audit (fact, key, content) VALUES
                        ('status_override', '1', '{"reason":"理由1"}'),
                        ('status_override', '2', '{"reason":"理由2"}'),
                        ('audit_shape', 'status_override', ?);
                    """, arguments: [former])
            try ledger.db.execute(sql: "DROP TRIGGER audit_status_override_update")
            try ledger.db.execute(
                sql: "UPDATE status_override SET reason = '別' WHERE id = 2")
        }
        #expect(try fault(first) == .otherVersion(fact: "status_override"))
        let second = try store()
        guard case .changedFact(_, "status_override", "2", _) = try fault(second) else {
            Issue.record("\(String(describing: try fault(second)))")
            return
        }
        try second.write {
            try $0.db.execute(
                sql: """
                    DROP TRIGGER audit_status_override_update;
                    UPDATE status_override SET reason = '理由2' WHERE id = 2
                    """)
        }
    }

    @Test func `a head is read as it was written`() {
        let head = AuditHead(row: 12, hash: String(repeating: "a", count: 64))
        #expect(AuditHead(text: head.text) == head)
        for text in ["", "12", "12:ab", "x:" + head.hash, "-1:" + head.hash, "1:2:" + head.hash] {
            #expect(AuditHead(text: text) == nil, "\(text)")
        }
    }

    @Test func `every fault is a sentence in both languages`() {
        let faults: [AuditFault] = [
            .altered(row: 1, fact: "f", key: "k"), .missingRow(1), .cut(at: 1, last: 3),
            .unchained(row: 1, fact: "f", key: "k"),
            .changedFact(row: 1, fact: "f", key: "k", columns: ["c"]),
            .missingFact(row: 1, fact: "f", key: "k"), .surplusFact(fact: "f", key: "k"),
            .changedReadings(row: 1, file: "a.csv"), .otherVersion(fact: "f"),
            .unwatched(fact: "f"), .otherHead(row: 1), .missingFile(row: 1, sha256: "00"),
            .changedFile(row: 1, sha256: "00"),
        ]
        for fault in faults {
            #expect(fault.wording.japanese.hasSuffix("。") && fault.wording.english.hasSuffix("."))
        }
    }
}
