import Crypto
import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct WebhookTransportTests {
    private static let path = "/services/T0000SECRET/B0000SECRET/tokenSECRETtoken"
    private static let document = Array(#"{"text":"標からのまとめ 🏙\n<!channel>"}"#.utf8)
    private static let delivery = Delivery(
        id: 7, route: .webhook(channel: "kikaku"), payload: document, attempts: 0)

    private static func transport(
        url: String, timeoutSeconds: Int = 20, abort: AbortFlag = AbortFlag()
    ) -> WebhookTransport {
        WebhookTransport(
            channels: [
                Configuration.Channel(
                    name: "kikaku", kind: .slack, url: .credential("kikaku-url"),
                    timeoutSeconds: timeoutSeconds)
            ],
            abort: abort,
            secret: { (_) throws(SecretError) in url },
            now: { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) })
    }

    private static func post(
        to server: TestServer, scheme: String = "http", timeoutSeconds: Int = 20
    ) async -> Delivery.Outcome {
        let url = "\(scheme)://localhost:\(server.http)\(path)"
        let outcome = await transport(url: url, timeoutSeconds: timeoutSeconds).deliver(delivery)
        #expect(!"\(outcome)".contains("SECRET"), "the URL is a secret")
        #expect(!"\(outcome)".contains("localhost"), "the URL is a secret")
        return outcome
    }

    @Test func `a post arrives byte for byte as JSON`() async throws {
        let server = try await TestServer.capture()
        #expect(await Self.post(to: server) == .delivered(detail: "HTTP 200, ok"))
        #expect(try server.bytes("001.json") == Self.document)
        let about = try server.object("001.headers.json")
        #expect(about["path"] as? String == Self.path)
        let headers = try #require(about["headers"] as? [String: String])
        #expect(headers["Content-Type"] == "application/json; charset=utf-8")
        #expect(headers["Content-Length"] == String(Self.document.count))
        #expect(headers["User-Agent"] == "shirube")
        #expect(headers["Expect"] == nil)
    }

    @Test func `two posts to a channel lie a second apart, over one connection`() async throws {
        let server = try await TestServer.capture()
        let transport = Self.transport(url: "http://127.0.0.1:\(server.http)\(Self.path)")
        #expect(transport.terms(for: .channel("kikaku")) == LaneTerms(gap: .seconds(1)))
        for _ in 1...2 {
            #expect(await transport.deliver(Self.delivery) == .delivered(detail: "HTTP 200, ok"))
        }
        #expect(try server.bytes("002.json") == Self.document)
    }

    @Test func `a post to a system of the city's own is signed over its time and its bytes`()
        async throws
    {
        let server = try await TestServer.capture()
        let url = "http://127.0.0.1:\(server.http)\(Self.path)"
        let transport = WebhookTransport(
            channels: [
                Configuration.Channel(
                    name: "kikaku", kind: .json, url: .credential("url"),
                    signingSecret: .credential("key"))
            ],
            abort: AbortFlag(),
            secret: { (source) throws(SecretError) in
                source == .credential("key") ? "合言葉" : url
            },
            now: { Timestamp(milliseconds: 1_700_000_000_999) })
        #expect(transport.terms(for: .channel("kikaku")).gap == .zero)
        #expect(await transport.deliver(Self.delivery) == .delivered(detail: "HTTP 200, ok"))
        let about = try server.object("001.headers.json")
        let headers = try #require(about["headers"] as? [String: String])
        #expect(headers["X-Shirube-Delivery"] == "7")
        #expect(headers["X-Shirube-Timestamp"] == "1700000000")
        let signed = Data("1700000000.".utf8) + Data(try server.bytes("001.json"))
        let code = HMAC<SHA256>.authenticationCode(
            for: signed, using: SymmetricKey(data: Data("合言葉".utf8)))
        let digits = code.map { String(format: "%02x", $0) }.joined()
        #expect(headers["X-Shirube-Signature"] == "v1=\(digits)")
    }

    @Test(arguments: ["429", "503"], ["2", "date:90"])
    func `a channel that names its wait is tried after it`(
        status: String, retryAfter: String
    ) async throws {
        let server = try await TestServer.capture(
            "--http-status", status, "--retry-after", retryAfter)
        let outcome = await Self.post(to: server)
        guard case .retryLater(let seconds?, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        // A date has no fractions, so it may count one second off.
        #expect(retryAfter == "2" ? seconds == 2 : (89...91).contains(seconds))
    }

    @Test func `a channel that names no wait is tried later`() async throws {
        let server = try await TestServer.capture("--http-status", "429")
        #expect(
            await Self.post(to: server)
                == .retryLater(
                    afterSeconds: nil,
                    detail: "Channel kikaku asks to try later: HTTP 429, status 429 for […]."))
    }

    @Test func `a failing server is a passing failure`() async throws {
        let server = try await TestServer.capture("--http-status", "500")
        guard case .transient = await Self.post(to: server) else {
            Issue.record("500 is no passing failure")
            return
        }
    }

    @Test(arguments: ["302", "307"])
    func `a redirect is refused and not followed`(status: String) async throws {
        let server = try await TestServer.capture("--http-status", status)
        let outcome = await Self.post(to: server)
        guard case .permanent(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.contains("redirects elsewhere"))
        #expect(try server.arrivals(".json") == ["001.json"])
    }

    @Test(arguments: ["400", "401", "403", "404", "410", "422"])
    func `a refusal is permanent`(status: String) async throws {
        let server = try await TestServer.capture("--http-status", status)
        let outcome = await Self.post(to: server)
        guard case .permanent(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.contains("HTTP \(status), status \(status) for […]"))
    }

    @Test func `a refusal's long words become one short inert line`() async throws {
        let server = try await TestServer.fault("http-refuse-long")
        let outcome = await Self.post(to: server)
        guard case .permanent(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.contains("no_service [U+001B][31m長い"))
        #expect(detail.unicodeScalars.count < 400)
    }

    @Test(arguments: ["http-die-after-body", "http-stall"])
    func `a post without an answer may have arrived`(fault: String) async throws {
        let server = try await TestServer.fault(fault)
        guard case .ambiguous = await Self.post(to: server, timeoutSeconds: 2) else {
            Issue.record("no answer was taken for one")
            return
        }
        // It must not be repeated by itself, neither by us nor by libcurl.
        #expect(server.dialogue().components(separatedBy: "POST ").count == 2)
    }

    @Test func `an answer without end is cut off, and its status counts`() async throws {
        let server = try await TestServer.fault("http-endless-body")
        guard case .delivered(let detail) = await Self.post(to: server) else {
            Issue.record("the server said 200")
            return
        }
        #expect(detail.unicodeScalars.count < 400)
    }

    @Test func `a head without end is cut off`() async throws {
        let server = try await TestServer.fault("http-endless-head")
        let start = ContinuousClock.now
        _ = await Self.post(to: server, timeoutSeconds: 300)
        #expect(ContinuousClock.now - start < .seconds(200))
    }

    @Test func `a certificate that nobody vouches for is refused, and nothing is sent`()
        async throws
    {
        let certificate = try await TestCertificate()
        let server = try await TestServer.capture("--certificate", certificate.path)
        let outcome = await Self.post(to: server, scheme: "https")
        guard case .permanent(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.contains("certificate that cannot be trusted"))
        #expect(try server.arrivals(".json").isEmpty)
    }

    @Test func `a channel that nobody listens at is a passing failure`() async throws {
        let server = try await TestServer.capture()
        try await server.stop()
        let outcome = await Self.post(to: server)
        #expect(
            outcome
                == .transient(
                    detail: "Channel kikaku could not be reached: Couldn't connect to server."))
    }

    @Test(arguments: [
        "http://hooks.example.jp/services/SECRET", "http://localhost@example.jp/SECRET",
        "ftp://localhost/SECRET", "file:///SECRET", "SECRET", "",
    ])
    func `any other URL than https, or http to this host, is refused unseen`(url: String) async {
        let outcome = await Self.transport(url: url).deliver(Self.delivery)
        guard case .permanent(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.contains("channel kikaku"))
        #expect(!detail.contains("SECRET"))
    }

    @Test func `the abort flag stops a stalled post`() async throws {
        let server = try await TestServer.fault("http-stall")
        let abort = AbortFlag()
        let transport = Self.transport(
            url: "http://127.0.0.1:\(server.http)\(Self.path)", timeoutSeconds: 120, abort: abort)
        async let outcome = transport.deliver(Self.delivery)
        while !server.dialogue().hasSuffix("\r\n\r\n") {
            try await Task.sleep(for: .milliseconds(20))
        }
        let start = ContinuousClock.now
        abort.raise()
        _ = await outcome
        #expect(ContinuousClock.now - start < .seconds(30))
        guard case .transient = await transport.deliver(Self.delivery) else {
            Issue.record("a post was begun after the flag was raised")
            return
        }
    }

    @Test func `a channel that is configured no more is a permanent failure`() async {
        let delivery = Delivery(id: 1, route: .webhook(channel: "old"), payload: [], attempts: 0)
        let outcome = await Self.transport(url: "https://example.jp").deliver(delivery)
        #expect(
            outcome
                == .permanent(
                    detail: "No channel is named old any more; add it to channels, or drop this."))
    }
}
