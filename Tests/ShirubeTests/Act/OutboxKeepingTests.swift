import Foundation
import ShirubeCore
import Testing

@testable import Shirube

/// What was sent is kept: compressed, exact, and for as long as the configuration says.
@Suite struct OutboxKeepingTests {
    private let temporary: TemporaryFolder
    private let path: String
    private let store: Store
    private let start: Timestamp

    init() throws {
        start = try #require(Timestamp(parsing: "2024-02-29T09:00"))
        temporary = try TemporaryFolder()
        path = temporary.path + "/ledger.sqlite"
        store = try Store(path: path, now: start)
    }

    /// The bytes of a mail whose body is common to all of a number.
    private func mail(_ number: Int, to address: String) -> [UInt8] {
        let body = String(repeating: "本文\(number)のとおりです。\r\n", count: 300)
        return Array("To: \(address)\r\n\r\n\(body)".utf8)
    }

    /// Puts a notice into the outbox.
    private func enqueue(_ key: String, _ number: Int, to addresses: [String], at now: Timestamp)
        throws
    {
        let messages = addresses.map {
            Notice.Message(route: .mail(address: $0), payload: mail(number, to: $0))
        }
        let notice = Notice(key: key, kind: .alert, subject: key, messages: messages)
        try store.write { try $0.enqueue(notice, strategy: Identifier("s"), now: now) }
    }

    /// Brings deliveries of the mail lane to their end.
    private func deliver(_ count: Int, at now: Timestamp) throws {
        try store.write { ledger in
            let boot = BootID.current
            for delivery in try ledger.grant(.mail, limit: count, boot: boot, now: now) {
                let begun = try #require(try ledger.beginAttempt(delivery, now: now))
                let fate = try ledger.endAttempt(
                    begun, outcome: "delivered", detail: "250", fate: .delivered, now: now)
                #expect(fate == .delivered)
            }
        }
    }

    private func keep(at now: Timestamp, years: Int = 10) throws -> (packed: Int, removed: Int) {
        var keeping = OutboxKeeping(store: store, keepYears: years, now: now)
        while try !keeping.work() {}
        return (keeping.packed, keeping.removed)
    }

    private func bytes(_ number: Int64) throws -> [UInt8]? {
        try store.read { try $0.sentBytes(number) }
    }

    @Test func `what nobody is to get any more is compressed, and comes back exactly`() throws {
        for number in 0..<50 {
            let addresses = ["a@city.example", "b@city.example"]
            try enqueue("n\(number)", number, to: addresses, at: start)
        }
        // The second recipient of the last notice has it still to come.
        try deliver(99, at: start)
        #expect(try keep(at: start) == (49, 0))
        #expect(try keep(at: start) == (0, 0))
        let rows = try store.read { try $0.outboxAccount(1, at: start) }
        #expect(rows?.size == mail(0, to: "a@city.example").count)
        for number in 0..<50 {
            #expect(try bytes(Int64(2 * number + 2)) == mail(number, to: "b@city.example"))
        }
        #expect(try store.read { try $0.checkAuditedFacts() } == nil)
        #expect(try store.read { try $0.checkAuditChain() } == nil)
        let notice = try #require(try store.read { try $0.storedNotice(1) })
        #expect(notice.messages.first?.payload == mail(0, to: "a@city.example"))
        // Said again, to somebody else: the courier gets it as it was.
        try enqueue("again", 0, to: ["c@city.example"], at: start)
        let due = try store.write {
            try $0.grant(.mail, limit: 9, boot: BootID.current, now: start)
        }
        #expect(due.map(\.payload).contains(mail(0, to: "c@city.example")))
    }

    @Test
    func `after its years a body goes, with a row that says so, and comes back when said again`()
        throws
    {
        try enqueue("old", 1, to: ["a@city.example"], at: start)
        try enqueue("new", 2, to: ["a@city.example"], at: start)
        try deliver(1, at: start)
        let oneYear = try #require(Timestamp(parsing: "2025-02-28T10:00"))
        try deliver(1, at: oneYear.adding(seconds: -3_600))
        #expect(try keep(at: oneYear, years: 1) == (2, 0))
        let day = try #require(Timestamp(parsing: "2025-03-02T00:00"))
        #expect(try keep(at: day, years: 1) == (0, 1))
        #expect(try bytes(1) == nil && bytes(2) == mail(2, to: "a@city.example"))
        let configuration = Configuration(file: "/f", strategies: [], state: "/s", drops: "/d")
        let entry = OutboxEntry(configuration)
        #expect(throws: OutboxEntry.Refusal(message: OutboxAccount.removed(at: day))) {
            try entry.bytes(1, in: store)
        }
        #expect(throws: OutboxEntry.Refusal(message: OutboxAccount.removed(at: day))) {
            try entry.resend([1], reason: "r", by: "x", in: store, now: day)
        }
        #expect(throws: MessagePreview.Refusal.self) {
            try MessagePreview.notice(1, as: .eml, to: nil, channels: [], in: store)
        }
        #expect(try store.read { try $0.checkAuditedFacts() } == nil)
        let question = AuditQuestion(about: nil, post: nil, since: day)
        let audit = try store.read { try $0.audit(question, .english).entries }
        #expect(audit.map(\.kind) == [.outbox])
        #expect(audit.first?.what.contains("removed") == true)
        try enqueue("again", 1, to: ["a@city.example"], at: day)
        #expect(try bytes(3) == mail(1, to: "a@city.example"))
        #expect(try bytes(1) == mail(1, to: "a@city.example"))
        #expect(try keep(at: day, years: 1) == (0, 0))
        #expect(try store.read { try $0.checkAuditedFacts() } == nil)
    }

    @Test func `a year before a 29 February begins the 28th`() throws {
        let keeping = OutboxKeeping(store: store, keepYears: 1, now: start)
        #expect(keeping.horizon == Timestamp(parsing: "2023-02-28T00:00"))
    }

    @Test func `what is packed comes back, and what was altered does not`() throws {
        for bytes in [[], [0], Array(repeating: UInt8(7), count: 100_000), Array(0...255)] {
            let packed = try #require(PackedBody.pack(bytes))
            #expect(PackedBody.unpack(packed, size: bytes.count) == bytes)
            #expect(PackedBody.unpack(packed, size: bytes.count + 1) == nil)
            #expect(PackedBody.unpack(packed, size: bytes.count - 1) == nil)
            #expect(PackedBody.unpack(Array(packed.dropLast()), size: bytes.count) == nil)
        }
        let long = Array(repeating: UInt8(7), count: 100_000)
        #expect(try #require(PackedBody.pack(long)).count < 1_000)
    }
}
