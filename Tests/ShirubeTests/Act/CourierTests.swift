import Foundation
import Logging
import ShirubeCore
import Synchronization
import Testing

@testable import Shirube

@Suite struct CourierTests {
    private let temporary: TemporaryFolder
    private let store: Store
    private let start = Timestamp(milliseconds: 1_000_000)
    private let endpoints = Endpoints()

    init() throws {
        temporary = try TemporaryFolder()
        store = try Store(path: temporary.path + "/ledger.sqlite", now: start)
        let notice = Notice(
            key: "n", kind: .summary, subject: "s",
            messages: [
                Notice.Message(route: .mail(address: "a@city.example"), payload: [1]),
                Notice.Message(route: .webhook(channel: "chat"), payload: [2]),
            ])
        let strategy = Identifier<Strategy>("s")
        try store.write { try $0.enqueue(notice, strategy: strategy, now: start) }
    }

    private func courier(at seconds: Int, _ script: ScriptedTransport) -> Courier {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        return Courier(
            store: store,
            world: World(
                clock: .fixed(start.adding(seconds: seconds)), mail: script, webhooks: script),
            office: OfficeHours(), endpoints: endpoints, logger: logger)
    }

    private func counts() throws -> OutboxCounts {
        try store.read { try $0.outboxCounts(asOf: start.adding(seconds: 86_400 * 30)) }
    }

    @Test func `what the servers take is delivered, once`() async throws {
        let script = ScriptedTransport { _ in .delivered(detail: "ok") }
        #expect(try await courier(at: 0, script).sendDue() == nil)
        #expect(try await courier(at: 1, script).sendDue() == nil)
        #expect(Set(script.seen) == [[1], [2]] && script.seen.count == 2)
        #expect(try counts() == OutboxCounts(due: 0, delivered: 2, dead: 0))
    }

    @Test func `a refused recipient is given up and holds up nobody else`() async throws {
        let script = ScriptedTransport { delivery in
            delivery.payload == [1] ? .permanent(detail: "550") : .delivered(detail: "ok")
        }
        #expect(try await courier(at: 0, script).sendDue() == nil)
        #expect(try counts() == OutboxCounts(due: 0, delivered: 1, dead: 1))
    }

    @Test
    func `what waits for the office leaves neither at night nor on holidays, also after a failure`()
        async throws
    {
        let office = OfficeHours()
        let evening = try #require(Timestamp(parsing: "2022-11-02T17:14:50"))
        let store = try Store(path: temporary.path + "/second.sqlite", now: evening)
        let strategy = Identifier<Strategy>("s")
        try store.write { ledger in
            for (key, moment) in [("patient", Optional(evening)), ("urgent", nil)] {
                let notice = Notice(
                    key: key, kind: .alert, subject: key,
                    messages: [
                        Notice.Message(
                            route: .mail(address: "a@city.example"), payload: Array(key.utf8))
                    ], notBefore: moment)
                try ledger.enqueue(notice, strategy: strategy, now: evening)
            }
        }
        let script = ScriptedTransport { _ in .transient(detail: "down") }
        func send(at moment: Timestamp) async throws -> Timestamp? {
            try await Courier(
                store: store,
                world: World(clock: .fixed(moment), mail: script, webhooks: nil), office: office,
                endpoints: Endpoints(),
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            ).sendDue()
        }
        // Somebody waits for the urgent one; the other has failed, and 3 November is a holiday.
        let next = try #require(try await send(at: evening))
        #expect(next < evening.adding(seconds: 60))
        #expect(script.seen.count == 2)
        _ = try await send(at: evening.adding(seconds: 3_600))
        #expect(script.seen.count == 3)
        let opening = try #require(Timestamp(parsing: "2022-11-04T08:30"))
        _ = try await send(at: opening)
        #expect(script.seen.suffix(2).contains(Array("patient".utf8)))
        // Due while the office was open, but the program was down until the night.
        let count = script.seen.count(where: { $0 == Array("patient".utf8) })
        _ = try await send(at: try #require(Timestamp(parsing: "2022-11-04T23:00")))
        #expect(script.seen.count(where: { $0 == Array("patient".utf8) }) == count)
    }

    @Test func `what fails for now is tried again later, not before`() async throws {
        let failing = ScriptedTransport { _ in .transient(detail: "no connection") }
        let next = try #require(try await courier(at: 0, failing).sendDue())
        #expect(next > start)
        let working = ScriptedTransport { _ in .delivered(detail: "ok") }
        _ = try await courier(at: 1, working).sendDue()
        #expect(working.seen.isEmpty)
        #expect(try await courier(at: 600, working).sendDue() == nil)
        #expect(working.seen.count == 2)
    }

    @Test func `a server's wish to wait is honoured`() async throws {
        let busy = ScriptedTransport { _ in .retryLater(afterSeconds: 7_200, detail: "429") }
        let next = try #require(try await courier(at: 0, busy).sendDue())
        #expect(next >= start.adding(seconds: 7_200))
    }

    @Test func `what nobody takes for days is given up`() async throws {
        let failing = ScriptedTransport { _ in .transient(detail: "no connection") }
        for hour in stride(from: 0, through: 24 * 5, by: 2) {
            _ = try await courier(at: hour * 3_600, failing).sendDue()
        }
        #expect(try counts() == OutboxCounts(due: 0, delivered: 0, dead: 2))
        #expect(failing.seen.count > 20)
    }

    @Test func `an unanswered mail is sent again, an unanswered chat post is not`() async throws {
        let silent = ScriptedTransport { _ in .ambiguous(detail: "no answer") }
        _ = try await courier(at: 0, silent).sendDue()
        #expect(try counts() == OutboxCounts(due: 1, delivered: 0, dead: 1))
        let working = ScriptedTransport { _ in .delivered(detail: "ok") }
        _ = try await courier(at: 600, working).sendDue()
        #expect(working.seen == [[1]])
    }

    @Test func `attempts that a crash cut off are settled at the next start`() async throws {
        try store.write { ledger in
            for delivery in try granted(in: ledger, boot: BootID.current) {
                let begun = try ledger.beginAttempt(delivery, now: start)
                #expect(begun != nil)
            }
        }
        let working = ScriptedTransport { _ in .delivered(detail: "ok") }
        let courier = courier(at: 600, working)
        try courier.settleInterrupted()
        #expect(try counts() == OutboxCounts(due: 1, delivered: 0, dead: 1))
        _ = try await self.courier(at: 1_200, working).sendDue()
        #expect(working.seen == [[1]])
    }

    private func granted(in ledger: Ledger, boot: String) throws -> [Delivery] {
        try [Lane.mail, .channel("chat")].flatMap {
            try ledger.grant($0, limit: 10, boot: boot, now: start)
        }
    }

    @Test
    func
        `what was only permitted is due again after a crash, and counts as begun after a power cut`()
        throws
    {
        let working = ScriptedTransport { _ in .delivered(detail: "ok") }
        #expect(!BootID.current.isEmpty)
        _ = try store.write { try granted(in: $0, boot: BootID.current) }
        try courier(at: 1, working).settleInterrupted()
        #expect(try counts() == OutboxCounts(due: 2, delivered: 0, dead: 0))
        let attempts = try store.write {
            try granted(in: $0, boot: "another start").map(\.attempts)
        }
        #expect(attempts == [0, 0])
        try courier(at: 2, working).settleInterrupted()
        #expect(try counts() == OutboxCounts(due: 1, delivered: 0, dead: 1))
    }

    /// Puts mails into the outbox, each to an address and in a thread of its own or a common one.
    private func enqueue(_ count: Int, address: (Int) -> String, thread: String = "") throws {
        try store.write { ledger in
            for number in 0..<count {
                let message = Notice.Message(
                    route: .mail(address: address(number)), payload: [10, UInt8(number)],
                    thread: thread)
                let notice = Notice(
                    key: "\(thread)/\(number)", kind: .alert, subject: "s", messages: [message])
                try ledger.enqueue(notice, strategy: Identifier("s"), now: start)
            }
        }
    }

    @Test func `no message of a thread overtakes an earlier one to the same recipient`()
        async throws
    {
        try enqueue(4, address: { _ in "b@city.example" }, thread: "t")
        try enqueue(1, address: { _ in "c@city.example" }, thread: "u")
        let failing = ScriptedTransport { delivery in
            delivery.payload == [10, 0] && delivery.route == .mail(address: "b@city.example")
                ? .transient(detail: "greylisted") : .delivered(detail: "ok")
        }
        _ = try await courier(at: 0, failing).sendDue()
        // Those after the first one wait; the other recipient's does not.
        #expect(
            failing.seen.filter { $0.first == 10 }.sorted { $0[1] < $1[1] } == [[10, 0], [10, 0]])
        let working = ScriptedTransport(connections: 3) { _ in .delivered(detail: "ok") }
        _ = try await courier(at: 600, working).sendDue()
        #expect(working.seen == [[10, 0], [10, 1], [10, 2], [10, 3]])
    }

    @Test func `a server that is out of reach is not asked for every message that waits`()
        async throws
    {
        try enqueue(100, address: { "a\($0)@city.example" })
        let failing = ScriptedTransport { delivery in
            delivery.route == .webhook(channel: "chat")
                ? .delivered(detail: "ok") : .transient(detail: "no connection")
        }
        let next = try #require(try await courier(at: 0, failing).sendDue())
        #expect(failing.seen.count == EndpointHealth.patience + 1)
        #expect(next == start.adding(seconds: EndpointHealth.firstRestSeconds))
        _ = try await courier(at: 29, failing).sendDue()
        #expect(failing.seen.count == EndpointHealth.patience + 1)
        // One message is enough to find out.
        _ = try await courier(at: 31, failing).sendDue()
        #expect(failing.seen.count == EndpointHealth.patience + 2)
        let working = ScriptedTransport { _ in .delivered(detail: "ok") }
        _ = try await courier(at: 600, working).sendDue()
        #expect(try counts() == OutboxCounts(due: 0, delivered: 102, dead: 0))
    }

    @Test func `many go over several connections, each once`() async throws {
        try enqueue(200, address: { "a\($0)@city.example" })
        let script = ScriptedTransport(connections: 4) { _ in .delivered(detail: "ok") }
        _ = try await courier(at: 0, script).sendDue()
        #expect(script.seen.count == 202 && Set(script.seen).count == 202)
        #expect(script.most > 1 && script.most <= 5)
        #expect(try counts() == OutboxCounts(due: 0, delivered: 202, dead: 0))
    }

    @Test func `posts to a channel keep their distance`() async throws {
        try store.write { ledger in
            let parts = (0..<3).map {
                Notice.Message(
                    route: .webhook(channel: "chat"), part: $0, payload: [20, UInt8($0)])
            }
            let notice = Notice(key: "parts", kind: .summary, subject: "s", messages: parts)
            try ledger.enqueue(notice, strategy: Identifier("s"), now: start)
        }
        let begun = ContinuousClock.now
        let script = ScriptedTransport(gap: .milliseconds(100)) { _ in .delivered(detail: "ok") }
        _ = try await courier(at: 0, script).sendDue()
        #expect(ContinuousClock.now - begun >= .milliseconds(300))
        #expect(script.seen.filter { $0.first == 20 } == [[20, 0], [20, 1], [20, 2]])
    }
}

/// A way for messages that answers as a test wants.
private final class ScriptedTransport: Transport {
    private let answer: @Sendable (Delivery) -> Delivery.Outcome
    private let deliveries = Mutex<[[UInt8]]>([])
    private let underWay = Mutex((now: 0, most: 0))
    private let laneTerms: LaneTerms

    init(
        connections: Int = 1, gap: Duration = .zero,
        _ answer: @escaping @Sendable (Delivery) -> Delivery.Outcome
    ) {
        self.answer = answer
        laneTerms = LaneTerms(connections: connections, gap: gap)
    }

    func terms(for lane: Lane) -> LaneTerms { laneTerms }

    /// How many were handed over at a time, at most.
    var most: Int { underWay.withLock { $0.most } }

    /// The payloads that were handed over, in order.
    var seen: [[UInt8]] { deliveries.withLock { $0 } }

    func deliver(_ delivery: Delivery, over connection: Int) async -> Delivery.Outcome {
        deliveries.withLock { $0.append(delivery.payload) }
        underWay.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
        defer { underWay.withLock { $0.now -= 1 } }
        await Task.yield()
        return answer(delivery)
    }
}
