import ShirubeCore
import Testing

@testable import Shirube

@Suite struct MailFaultTests {
    private func outcome(
        of fault: String, timeoutSeconds: Int = 20
    ) async throws -> Delivery.Outcome {
        let server = try await TestServer.fault(fault)
        let transport = MailTransportTests.transport(
            port: server.smtp, timeoutSeconds: timeoutSeconds)
        return await transport.deliver(MailTransportTests.delivery())
    }

    @Test func `a server that dies after the whole mail may have it`() async throws {
        let outcome = try await outcome(of: "smtp-die-after-body")
        guard case .ambiguous(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.hasPrefix("The mail server may have the message"))
    }

    @Test func `a server that is silent after the whole mail may have it`() async throws {
        let outcome = try await outcome(of: "smtp-stall-after-body", timeoutSeconds: 2)
        guard case .ambiguous = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    /// What a server does, what is known of the mail then, and how often the server had it whole.
    private static let faults: [(fault: String, word: String, taken: Int)] = [
        ("die-at-connect", "transient", 0), ("421-at-connect", "retryLater", 0),
        ("554-at-connect", "permanent", 0), ("garbage-at-connect", "transient", 0),
        ("endless-reply", "transient", 0), ("die-at-ehlo", "transient", 0),
        ("stall-at-ehlo", "transient", 0), ("die-at-mail", "transient", 0),
        ("stall-at-mail", "transient", 0), ("421-at-mail", "retryLater", 0),
        ("garbage-at-mail", "transient", 0), ("552-at-mail", "permanent", 0),
        ("die-at-rcpt", "transient", 0), ("stall-at-rcpt", "transient", 0),
        ("450-at-rcpt", "retryLater", 0), ("550-at-rcpt", "permanent", 0),
        ("die-at-data", "transient", 0), ("stall-at-data", "transient", 0),
        ("die-after-body", "ambiguous", 1), ("stall-after-body", "ambiguous", 1),
        ("die-in-answer", "ambiguous", 1), ("garbage-after-body", "ambiguous", 1),
        ("700-after-body", "ambiguous", 1), ("451-after-body", "retryLater", 1),
        ("421-after-body", "retryLater", 1), ("554-after-body", "permanent", 1),
        ("fragments", "delivered", 1), ("many-lines", "delivered", 1),
        ("slow-reader", "delivered", 1),
    ]

    @Test(arguments: faults)
    func `at every step it is known whether the mail may have been taken`(
        fault: String, word: String, taken: Int
    ) async throws {
        let server = try await TestServer.fault("smtp-" + fault)
        let transport = MailTransportTests.transport(
            port: server.smtp, timeoutSeconds: fault.hasPrefix("stall") ? 2 : 60)
        let outcome = await transport.deliver(MailTransportTests.delivery())
        #expect(outcome.word == word, "\(outcome)")
        #expect(!outcome.detail.unicodeScalars.contains { $0.value < 0x20 }, "\(outcome)")
        #expect(outcome.detail.count < 700)
        let whole = (try? server.bytes("taken.txt").count / 4) ?? 0
        #expect(whole == taken, "the server had the mail \(whole) times")
    }

    @Test func `a server that never greets is a passing failure, at the deadline`() async throws {
        let server = try await TestServer.fault("smtp-stall")
        let transport = MailTransportTests.transport(port: server.smtp, timeoutSeconds: 2)
        let start = ContinuousClock.now
        let outcome = await transport.deliver(MailTransportTests.delivery())
        guard case .transient = outcome else {
            Issue.record("\(outcome)")
            return
        }
        // Far above the 2 seconds, for a machine that is busy; without a deadline it would never end.
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test func `a reply without end is cut off`() async throws {
        let outcome = try await outcome(of: "smtp-endless-reply")
        guard case .transient = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test func `a connection that breaks inside a large mail is a passing failure`() async throws {
        let server = try await TestServer.fault("smtp-die-in-body")
        let transport = MailTransportTests.transport(port: server.smtp)
        // More than the sockets' buffers hold, so that it cannot all have left.
        let line = Array((String(repeating: "x", count: 76) + "\r\n").utf8)
        let large = Array(repeatElement(line, count: 100_000).joined())
        let outcome = await transport.deliver(MailTransportTests.delivery(payload: large))
        guard case .transient(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.contains("before it had the whole message"))
    }

    @Test func `a server that ends an idle session is asked to take the next mail all the same`()
        async throws
    {
        let server = try await TestServer.fault("smtp-die-idle")
        let transport = MailTransportTests.transport(port: server.smtp)
        #expect(
            await transport.deliver(MailTransportTests.delivery()) == .delivered(detail: "250 OK"))
        try await Task.sleep(for: .seconds(1))
        let outcome = await transport.deliver(MailTransportTests.delivery())
        #expect(outcome == .delivered(detail: "250 OK"))
    }

    @Test func `the abort flag stops a stalled transfer`() async throws {
        let server = try await TestServer.fault("smtp-stall-after-body")
        let abort = AbortFlag()
        let transport = MailTransportTests.transport(
            port: server.smtp, timeoutSeconds: 120, abort: abort)
        async let outcome = transport.deliver(MailTransportTests.delivery())
        while !server.dialogue().hasSuffix("\r\n.\r\n") {
            try await Task.sleep(for: .milliseconds(20))
        }
        let start = ContinuousClock.now
        abort.raise()
        guard case .ambiguous = await outcome else {
            Issue.record("the server had the whole mail")
            return
        }
        #expect(ContinuousClock.now - start < .seconds(90))
        guard case .transient = await transport.deliver(MailTransportTests.delivery()) else {
            Issue.record("a transfer was begun after the flag was raised")
            return
        }
    }

    @Test func `cancelling the task lets a transfer end that has begun, and begins no other`()
        async throws
    {
        let server = try await TestServer.fault("smtp-slow-reader")
        let transport = MailTransportTests.transport(port: server.smtp, timeoutSeconds: 120)
        let task = Task {
            let first = await transport.deliver(MailTransportTests.delivery())
            return (first, await transport.deliver(MailTransportTests.delivery()))
        }
        while !server.dialogue().contains("Subject") {
            try await Task.sleep(for: .milliseconds(20))
        }
        task.cancel()
        let (first, second) = await task.value
        #expect(first == .delivered(detail: "250 OK"))
        #expect(second == .transient(detail: "Shirube is stopping; nothing was sent."))
    }
}
