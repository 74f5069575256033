import Foundation
import Logging
import ShirubeCore
import Synchronization
import Testing

@testable import Shirube

/// What operators do about the outbox, while a courier has its messages in hand.
@Suite struct OutboxHoldTests {
    private let temporary: TemporaryFolder
    private let path: String
    private let store: Store
    private let start = Timestamp(milliseconds: 1_000_000)
    private let entry = OutboxEntry(
        Configuration(
            file: "/f", strategies: [], state: "/s", drops: "/d",
            mail: Configuration.Mail(
                servers: [Configuration.Mail.Server(host: "h", port: 25, security: .none)],
                from: "f@city.example"),
            channels: [Configuration.Channel(name: "chat", kind: .slack, url: .file("/u"))]))

    init() throws {
        temporary = try TemporaryFolder()
        path = temporary.path + "/ledger.sqlite"
        store = try Store(path: path, now: start)
    }

    /// Puts a notice for each number into the outbox; all of them say the same, under a head of their own.
    private func enqueue(_ numbers: Range<Int>, channel: String? = nil) throws {
        try store.write { ledger in
            for number in numbers {
                let route =
                    channel.map(Delivery.Route.webhook)
                    ?? .mail(address: "a\(number)@city.example")
                let payload = Array("Message-ID: <\(number)>\r\n\r\nthe same body".utf8)
                let notice = Notice(
                    key: "n\(number)", kind: .alert, subject: "s",
                    messages: [Notice.Message(route: route, payload: payload)])
                try ledger.enqueue(notice, strategy: Identifier("s"), now: start)
            }
        }
    }

    private func courier(at seconds: Int, _ transport: HookedTransport) -> Courier {
        Courier(
            store: store,
            world: World(
                clock: .fixed(start.adding(seconds: seconds)), mail: transport,
                webhooks: transport),
            office: OfficeHours(), endpoints: Endpoints(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    private func state(_ number: Int64) throws -> OutboxRow.State? {
        try store.read { try $0.outboxRow(number)?.state }
    }

    @Test func `what is dropped while a batch is under way never begins`() async throws {
        try enqueue(0..<10)
        let beside = try Store(besideDaemon: path)
        let transport = HookedTransport { count, delivery in
            if count == 1 {
                let dropped = try entry.drop(
                    [5, 7], reason: "wrong", by: "x", in: beside, now: start)
                #expect(dropped.map(\.state) == [.due, .due])
            }
            return .delivered(detail: "ok")
        }
        _ = try await courier(at: 0, transport).sendDue()
        #expect(transport.seen.sorted() == [1, 2, 3, 4, 6, 8, 9, 10])
        #expect(try state(5) == .dropped && state(7) == .dropped && state(6) == .delivered)
        let counts = try store.read { try $0.outboxCounts(asOf: start.adding(seconds: 9)) }
        #expect(counts == OutboxCounts(due: 0, delivered: 8, dead: 0, dropped: 2))
        #expect(try store.read { try $0.checkAuditedFacts() } == nil)
    }

    @Test
    func `a pause in the middle of a batch holds all that has not begun, until it is resumed`()
        async throws
    {
        try enqueue(0..<6)
        try enqueue(10..<11, channel: "chat")
        let beside = try Store(besideDaemon: path)
        let transport = HookedTransport { _, delivery in
            if delivery.id == 3 {
                let (_, underWay) = try entry.pause(
                    .mail, until: nil, reason: "repair", by: "x", in: beside, now: start)
                #expect(underWay == 1)
            }
            return .delivered(detail: "ok")
        }
        #expect(try await courier(at: 0, transport).sendDue() == nil)
        #expect(transport.seen.sorted() == [1, 2, 3, 7])
        #expect(try state(4) == .due)
        // Nothing is going to happen, as far as a rehearsal is concerned.
        #expect(try store.read { try !$0.hasOpenDeliveries(by: start) })
        _ = try await courier(at: 86_400, transport).sendDue()
        #expect(transport.seen.count == 4)
        let (ended, left) = try entry.resume(
            nil, reason: "done", by: "x", in: store, now: start.adding(seconds: 86_400))
        #expect(ended.count == 1 && left.isEmpty)
        _ = try await courier(at: 86_401, transport).sendDue()
        #expect(transport.seen.sorted() == [1, 2, 3, 4, 5, 6, 7])
        #expect(try store.read { try $0.checkAuditedFacts() } == nil)
    }

    @Test func `a pause ends by itself, and others are looked at apart`() async throws {
        try enqueue(0..<2)
        let until = start.adding(seconds: 3_600)
        _ = try entry.pause(.mail, until: until, reason: "r", by: "x", in: store, now: start)
        let transport = HookedTransport { _, _ in .delivered(detail: "ok") }
        #expect(try await courier(at: 10, transport).sendDue() == until)
        #expect(transport.seen.isEmpty)
        #expect(throws: OutboxEntry.Refusal.self) {
            try entry.pause(.mail, until: nil, reason: "r", by: "x", in: store, now: start)
        }
        _ = try entry.pause(.all, until: nil, reason: "r", by: "x", in: store, now: start)
        #expect(throws: OutboxEntry.Refusal.self) {
            try entry.resume(.channel("chat"), reason: "r", by: "x", in: store, now: start)
        }
        #expect(try await courier(at: 3_700, transport).sendDue() == nil)
        let (_, left) = try entry.resume(.all, reason: "r", by: "x", in: store, now: start)
        #expect(left.map(\.scope) == [.mail])
        #expect(try await courier(at: 3_599, transport).sendDue() == until)
        _ = try await courier(at: 3_600, transport).sendDue()
        #expect(transport.seen == [1, 2])
    }

    @Test func `what is dropped in mid-attempt is delivered by that one or never`() async throws {
        try enqueue(0..<4)
        let beside = try Store(besideDaemon: path)
        let transport = HookedTransport { _, delivery in
            guard delivery.id <= 3 else { return .transient(detail: "down") }
            let rows = try entry.drop(
                [delivery.id], reason: "r", by: "x", in: beside, now: start)
            #expect(rows.first?.state == .sending)
            #expect(throws: OutboxEntry.Refusal.self) {
                try entry.drop([delivery.id], reason: "r", by: "x", in: beside, now: start)
            }
            return switch delivery.id {
            case 1: .delivered(detail: "ok")
            case 2: .transient(detail: "down")
            default: .permanent(detail: "550")
            }
        }
        _ = try await courier(at: 0, transport).sendDue()
        #expect(try state(1) == .delivered && state(2) == .dropped && state(3) == .dropped)
        _ = try await courier(at: 3_600, transport).sendDue()
        #expect(transport.seen == [1, 2, 3, 4, 4])
        // What somebody has dropped is no failure of its way.
        let dead = try store.read {
            try $0.deadRoutes(strategy: Identifier("s"), since: Timestamp(milliseconds: 0))
        }
        #expect(dead.isEmpty)
    }

    @Test func `a lane is not due while all in it waits for earlier messages of their threads`()
        async throws
    {
        try store.write { ledger in
            for key in ["first", "second"] {
                let message = Notice.Message(
                    route: .mail(address: "a@city.example"), payload: Array(key.utf8), thread: "t")
                let notice = Notice(key: key, kind: .alert, subject: key, messages: [message])
                try ledger.enqueue(notice, strategy: Identifier("s"), now: start)
            }
        }
        let transport = HookedTransport { _, _ in .retryLater(afterSeconds: 3_600, detail: "450") }
        let next = try #require(try await courier(at: 0, transport).sendDue())
        #expect(transport.seen == [1])
        // Else the daemon would look again and again, without a pause.
        #expect(next >= start.adding(seconds: 3_600))
        #expect(try state(2) == .due)
        _ = try entry.drop([1], reason: "r", by: "x", in: store, now: start)
        _ = try await courier(at: 1, transport).sendDue()
        #expect(transport.seen == [1, 2])
    }

    @Test func `what a crash cut off after it was dropped is not tried again`() async throws {
        try enqueue(0..<1)
        try store.write { ledger in
            for delivery in try ledger.grant(
                .mail, limit: 9, boot: BootID.current, now: start)
            {
                _ = try ledger.beginAttempt(delivery, now: start)
            }
        }
        _ = try entry.drop([1], reason: "r", by: "x", in: store, now: start)
        let transport = HookedTransport { _, _ in .delivered(detail: "ok") }
        try courier(at: 5, transport).settleInterrupted()
        _ = try await courier(at: 3_600, transport).sendDue()
        #expect(try state(1) == .dropped && transport.seen.isEmpty)
    }

    @Test
    func `what is sent anew goes byte for byte, from zero, and the past is counted as it was`()
        async throws
    {
        try enqueue(0..<1)
        try enqueue(5..<6, channel: "chat")
        let failing = HookedTransport { _, delivery in
            delivery.id == 1 ? .permanent(detail: "550") : .ambiguous(detail: "no answer")
        }
        _ = try await courier(at: 0, failing).sendDue()
        #expect(try state(1) == .dead && state(2) == .dead)
        let later = start.adding(seconds: 7_200)
        let rows = try entry.resend([2, 1, 2], reason: "r", by: "x", in: store, now: later)
        #expect(rows.map(\.number) == [2, 1])
        let row = try #require(try store.read { try $0.outboxRow(1) })
        #expect(row.state == .due && row.attempts == 0 && row.nextAt == later)
        #expect(throws: OutboxEntry.Refusal.self) {
            try entry.resend([1], reason: "r", by: "x", in: store, now: later)
        }
        let working = HookedTransport { _, _ in .delivered(detail: "ok") }
        _ = try await courier(at: 7_200, working).sendDue()
        #expect(Set(working.payloads) == Set(failing.payloads) && working.seen.count == 2)
        let (before, after) = try store.read {
            (
                try $0.outboxCounts(asOf: start.adding(seconds: 60)),
                try $0.outboxCounts(asOf: later)
            )
        }
        #expect(before == OutboxCounts(due: 0, delivered: 0, dead: 2))
        #expect(after == OutboxCounts(due: 0, delivered: 2, dead: 0))
        let account = try entry.account(1, in: store, at: later)
        #expect(account.attempts.map(\.outcome) == ["permanent", "delivered"])
        #expect(account.acts.map(\.kind) == ["resend"])
        // A delivered one as well; and one that cannot be done refuses all.
        #expect(throws: OutboxEntry.Refusal.self) {
            try entry.resend([1, 99], reason: "r", by: "x", in: store, now: later)
        }
        #expect(try state(1) == .delivered)
        #expect(throws: OutboxEntry.Refusal.self) {
            try entry.drop([1], reason: "r", by: "x", in: store, now: later)
        }
        #expect(try store.read { try $0.checkAuditedFacts() } == nil)
    }
}

/// A way for messages during which something happens.
private final class HookedTransport: Transport {
    private let answer: @Sendable (Int, Delivery) throws -> Delivery.Outcome
    private let deliveries = Mutex<[Delivery]>([])

    init(_ answer: @escaping @Sendable (_ count: Int, Delivery) throws -> Delivery.Outcome) {
        self.answer = answer
    }

    func terms(for lane: Lane) -> LaneTerms { LaneTerms(connections: 1, gap: .zero) }

    /// The numbers of what was handed over, in order.
    var seen: [Int64] { deliveries.withLock { $0.map(\.id) } }

    /// The bytes of what was handed over.
    var payloads: [[UInt8]] { deliveries.withLock { $0.map(\.payload) } }

    func deliver(_ delivery: Delivery, over connection: Int) async -> Delivery.Outcome {
        let count = deliveries.withLock {
            $0.append(delivery)
            return $0.count
        }
        do {
            return try answer(count, delivery)
        } catch {
            Issue.record("\(error)")
            return .permanent(detail: "\(error)")
        }
    }
}
