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
            office: OfficeHours(),
            logger: logger)
    }

    private func counts() throws -> OutboxCounts {
        try store.read { try $0.outboxCounts(asOf: start.adding(seconds: 86_400 * 30)) }
    }

    @Test func `what the servers take is delivered, once`() async throws {
        let script = ScriptedTransport { _ in .delivered(detail: "ok") }
        #expect(try await courier(at: 0, script).sendDue() == nil)
        #expect(try await courier(at: 1, script).sendDue() == nil)
        #expect(script.seen == [[1], [2]])
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
        let due = try store.read { try $0.dueDeliveries(now: start, limit: 10) }
        for delivery in due {
            _ = try store.write { try $0.beginAttempt(delivery.id, now: start) }
        }
        let working = ScriptedTransport { _ in .delivered(detail: "ok") }
        let courier = courier(at: 600, working)
        try courier.settleInterrupted()
        #expect(try counts() == OutboxCounts(due: 1, delivered: 0, dead: 1))
        _ = try await self.courier(at: 1_200, working).sendDue()
        #expect(working.seen == [[1]])
    }
}

/// A way for messages that answers as a test wants.
private final class ScriptedTransport: Transport {
    private let answer: @Sendable (Delivery) -> Delivery.Outcome
    private let deliveries = Mutex<[[UInt8]]>([])

    init(_ answer: @escaping @Sendable (Delivery) -> Delivery.Outcome) {
        self.answer = answer
    }

    /// The payloads that were handed over, in order.
    var seen: [[UInt8]] { deliveries.withLock { $0 } }

    func deliver(_ delivery: Delivery) async -> Delivery.Outcome {
        deliveries.withLock { $0.append(delivery.payload) }
        return answer(delivery)
    }
}
