import Foundation
import ShirubeCore
import Testing

@testable import Shirube

/// What becomes of a post where the server does what none should (`Support/http_faults.py`).
@Suite struct WebhookFaultTests {
    /// The classes of outcomes, without their words.
    enum Class: String { case delivered, retryLater, transient, permanent, ambiguous }

    /// One server for all faults, as the path of a post says which one is meant.
    ///
    /// It ends with the tests' process.
    private static let server = Task { try await TestServer.fault("http-by-path") }

    private static let small = Array(#"{"text":"標"}"#.utf8)
    /// More than the sockets' buffers hold, so that it cannot all have left before it is read.
    private static let large = Array(repeating: UInt8(ascii: "x"), count: 16 << 20)

    private static func transport(_ url: String, timeoutSeconds: Int = 20) -> WebhookTransport {
        WebhookTransport(
            channels: [
                Configuration.Channel(
                    name: "kikaku", kind: .json, url: .credential("url"),
                    timeoutSeconds: timeoutSeconds)
            ],
            abort: AbortFlag(), secret: { (_) throws(SecretError) in url },
            now: { Timestamp(milliseconds: 1_700_000_000_000) })
    }

    private static func delivery(_ document: [UInt8]) -> Delivery {
        Delivery(id: 7, route: .webhook(channel: "kikaku"), payload: document, attempts: 0)
    }

    private func kind(of outcome: Delivery.Outcome) -> Class {
        switch outcome {
        case .delivered: .delivered
        case .retryLater: .retryLater
        case .transient: .transient
        case .permanent: .permanent
        case .ambiguous: .ambiguous
        }
    }

    /// Posts to a fault of the shared server, at a path of its own.
    private func post(
        _ fault: String, _ document: [UInt8] = small, timeoutSeconds: Int = 20
    ) async throws -> (outcome: Delivery.Outcome, path: String, server: TestServer) {
        let isBeforePath = ["die-on-accept", "half-open"].contains(fault)
        let server =
            isBeforePath
            ? try await TestServer.fault("http-\(fault)") : try await Self.server.value
        let path = "/\(fault)/\(UUID().uuidString)"
        let transport = Self.transport(
            "http://127.0.0.1:\(server.http)\(path)", timeoutSeconds: timeoutSeconds)
        let outcome = await transport.deliver(Self.delivery(document))
        #expect(!"\(outcome)".contains(path.suffix(12)), "the URL is a secret")
        #expect("\(outcome)".unicodeScalars.count < 600)
        return (outcome, path, server)
    }

    /// How many heads, or whole bodies, have come to a path.
    private func count(_ what: String, _ path: String, _ server: TestServer) -> Int {
        let lines = (try? String(decoding: server.bytes("posts.txt"), as: UTF8.self)) ?? ""
        return lines.split(separator: "\n").count { $0.hasSuffix(" \(what) \(path)") }
    }

    @Test(
        arguments: [
            ("status-200", .delivered), ("status-204", .delivered), ("status-299", .delivered),
            ("status-300", .permanent), ("status-301", .permanent), ("status-302", .permanent),
            ("status-303", .permanent), ("status-307", .permanent), ("status-308", .permanent),
            ("status-400", .permanent), ("status-401", .permanent), ("status-404", .permanent),
            ("status-407", .permanent), ("status-410", .permanent), ("status-413", .permanent),
            ("status-408", .transient), ("status-500", .transient), ("status-502", .transient),
            ("status-504", .ambiguous), ("status-599", .transient),
            ("status-429", .retryLater), ("status-503", .retryLater),
            ("refuse-long", .permanent),
            // The whole post has left, and no status has come: it may have been taken.
            ("die-after-body", .ambiguous), ("die-in-status-line", .ambiguous),
            ("garbage", .ambiguous), ("no-head", .ambiguous), ("odd-status", .ambiguous),
            ("odd-version", .ambiguous), ("switching", .ambiguous),
            ("continue-flood", .ambiguous), ("processing-flood", .ambiguous),
            // A status has come: it counts, whatever becomes of the rest.
            ("die-in-head", .delivered), ("die-in-answer-body", .delivered),
            ("die-in-bad-answer-body", .retryLater), ("nul-in-head", .delivered),
            ("two-lengths", .delivered), ("chunk-garbage", .delivered),
            ("endless-head", .delivered),
            ("endless-line", .delivered), ("endless-body", .delivered),
            ("endless-chunks", .delivered), ("bomb", .delivered), ("transfer-bomb", .delivered),
        ] as [(String, Class)])
    func `a fault has its outcome, and the post is made once`(
        fault: String, expected: Class
    ) async throws {
        let (outcome, path, server) = try await post(fault)
        #expect(kind(of: outcome) == expected, "\(outcome)")
        #expect(count("head", path, server) == 1)
        #expect(count("body", path, server) == 1)
    }

    @Test(arguments: ["half-open", "stall", "drip"])
    func `a server that does not come to an answer is left at the deadline`(
        fault: String
    ) async throws {
        let start = ContinuousClock.now
        let (outcome, _, _) = try await post(fault, timeoutSeconds: 2)
        #expect(kind(of: outcome) == .ambiguous, "\(outcome)")
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    /// Whether the little that was posted had left when the server went is a race, so no more than the safe side is certain.
    @Test(arguments: ["die-on-accept", "die-after-request-line", "die-after-head", "die-in-body"])
    func `a server that goes before it has the post has not been sent it a second time`(
        fault: String
    ) async throws {
        let (outcome, path, server) = try await post(fault)
        #expect([.ambiguous, .transient].contains(kind(of: outcome)), "\(outcome)")
        #expect(count("head", path, server) <= 1)
        #expect(count("body", path, server) == 0)
    }

    @Test(arguments: ["die-on-accept", "die-after-head", "die-in-body"])
    func `a server that goes in the middle of a large post cannot have it`(
        fault: String
    ) async throws {
        let (outcome, path, server) = try await post(fault, Self.large)
        #expect(kind(of: outcome) == .transient, "\(outcome)")
        #expect(count("body", path, server) == 0)
    }

    @Test(
        arguments: [
            ("early-200", .delivered), ("early-413", .permanent), ("early-500", .transient),
        ] as [(String, Class)])
    func `an answer before the post was read is the answer`(
        fault: String, expected: Class
    ) async throws {
        for document in [Self.small, Self.large] {
            let (outcome, path, server) = try await post(fault, document)
            #expect(kind(of: outcome) == expected, "\(outcome)")
            #expect(count("head", path, server) == 1)
        }
    }

    @Test(
        arguments: ["429", "503"],
        [
            ("0", 0), ("7", 7), ("86400", 86_400), ("soon", nil), ("-5", nil), ("1.5", nil),
            // 90 seconds after the present that the transport is told, which the server does not tell.
            ("Tue,+14+Nov+2023+22:14:50+GMT", 90), ("Tuesday,+14-Nov-23+22:14:50+GMT", 90),
            ("Tue+Nov+14+22:14:50+2023", 90),
        ] as [(String, Int?)])
    func `a wish to wait is read in each of its forms`(
        status: String, wish: (value: String, seconds: Int?)
    ) async throws {
        let (outcome, _, _) = try await post("wait-\(status)-\(wish.value)")
        guard case .retryLater(let seconds, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(seconds == wish.seconds)
    }

    /// The proof of what WebhookConnection says of libcurl: what it has asked the body of, it does not post again by itself.
    ///
    /// The server takes a first post, keeps the connection, and closes or resets it at each step of the second one; a post that
    /// comes to it on another connection is answered. So a repetition arrives, and is seen. libcurl does repeat a post of which it
    /// had sent the head alone; its body then comes for the first time.
    @Test(
        arguments: ["request-line", "head", "in-body", "after-body", "status-line"], ["", "-reset"])
    func `no body comes twice from a connection that was open already`(
        step: String, how: String
    ) async throws {
        let server = try await Self.server.value
        for document in [Self.small, Self.large] {
            let path = "/second-\(step)\(how)/\(UUID().uuidString)"
            let transport = Self.transport("http://127.0.0.1:\(server.http)\(path)")
            let first = await transport.deliver(Self.delivery(document))
            #expect(kind(of: first) == .delivered, "\(first)")
            let outcome = await transport.deliver(Self.delivery(document))
            let heads = count("head", path, server)
            let bodies = count("body", path, server) - 1
            let hasCome = step == "after-body" || step == "status-line"
            #expect(bodies <= 1, "\(bodies) bodies: \(outcome)")
            switch kind(of: outcome) {
            // Taken on another connection: after a head alone, or where a loaded machine let the first one grow too old to be used.
            case .delivered: #expect(bodies == 1, "taken from another: \(outcome)")
            case .ambiguous: #expect(bodies == (hasCome ? 1 : 0), "\(outcome)")
            case .transient: #expect(bodies == 0, "\(outcome)")
            case .retryLater, .permanent: Issue.record("\(outcome)")
            }
            if hasCome { #expect(heads == 2, "posted \(heads - 1) times: \(outcome)") }
        }
    }

    @Test func `a connection that was closed while nothing went over it is replaced`() async throws
    {
        let server = try await Self.server.value
        let path = "/second-idle/\(UUID().uuidString)"
        let transport = Self.transport("http://127.0.0.1:\(server.http)\(path)")
        for number in 1...3 {
            let outcome = await transport.deliver(Self.delivery(Self.small))
            #expect(kind(of: outcome) == .delivered, "\(outcome)")
            #expect(count("body", path, server) == number)
            try await Task.sleep(for: .milliseconds(500))
        }
    }
}
