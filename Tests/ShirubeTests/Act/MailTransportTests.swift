import CCurl
import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct MailTransportTests {
    /// A mail with what goes wrong most: Japanese in 8 bits, lines that begin with dots, a long line.
    static let message = Array(
        """
        .starts with a dot: a header no reader needs\r
        From: =?UTF-8?B?5qiZ?= <shirube@example.jp>\r
        Subject: test\r
        \r
        .\r
        ..\r
        …が遅れています。目標 1,234 人に対し △12 人。\r
        .end\r
        \(String(repeating: "長い行", count: 100))\r

        """.utf8)

    static func delivery(
        to address: String = "kikaku@example.jp", payload: [UInt8] = message
    ) -> Delivery {
        Delivery(id: 1, route: .mail(address: address), payload: payload, attempts: 0)
    }

    static func transport(
        port: Int, host: String = "127.0.0.1", security: Configuration.Mail.Security = .none,
        from: String = "標 <shirube@example.jp>", username: String? = nil,
        password: SecretSource? = nil, authorities: String? = nil, timeoutSeconds: Int = 20,
        abort: AbortFlag = AbortFlag()
    ) -> MailTransport {
        transport(
            Configuration.Mail(
                servers: [
                    Configuration.Mail.Server(host: host, port: port, security: security)
                ], from: from,
                login: username.flatMap { name in
                    password.map { .password(username: name, $0) }
                }, authorities: authorities, timeoutSeconds: timeoutSeconds), abort: abort)
    }

    static func transport(_ mail: Configuration.Mail, abort: AbortFlag = AbortFlag())
        -> MailTransport
    {
        MailTransport(mail: mail, abort: abort) { (source) throws(SecretError) in
            try Secret.read(source, environment: [:])
        }
    }

    @Test func `a mail arrives byte for byte, with its sender and its one recipient`() async throws
    {
        let server = try await TestServer.capture()
        let transport = Self.transport(port: server.smtp)
        let outcome = await transport.deliver(Self.delivery())
        #expect(outcome == .delivered(detail: "250 2.0.0 OK: kept as 001"))
        #expect(try server.bytes("001.eml") == Self.message)
        let envelope = try server.object("001.envelope.json")
        #expect(envelope["from"] as? String == "shirube@example.jp")
        #expect(envelope["to"] as? [String] == ["kikaku@example.jp"])
        #expect(envelope["helo"] as? String == HostName.current)
        #expect(envelope["tls"] as? Bool == false)
    }

    @Test func `mails to several recipients share one connection`() async throws {
        let server = try await TestServer.capture()
        let transport = Self.transport(port: server.smtp)
        for address in ["a@example.jp", "b@example.jp", "c@example.jp"] {
            _ = await transport.deliver(Self.delivery(to: address))
        }
        let clients = try (1...3).map {
            try server.object("00\($0).envelope.json")["client"] as? Int
        }
        #expect(Set(clients).count == 1)
        #expect(clients.first != .some(nil))
    }

    @Test func `a recipient refused for good is permanent, and the next one still gets mail`()
        async throws
    {
        let server = try await TestServer.capture("--reject", "gone@example.jp=550")
        let transport = Self.transport(port: server.smtp)
        let refused = await transport.deliver(Self.delivery(to: "gone@example.jp"))
        #expect(
            refused
                == .permanent(
                    detail: "The mail server refuses the mail: 550 <gone@example.jp>: refused as"
                        + " asked (RCPT failed: 550)."))
        guard case .delivered = await transport.deliver(Self.delivery()) else {
            Issue.record("the second mail was not delivered")
            return
        }
        #expect(try server.arrivals(".eml") == ["001.eml"])
    }

    @Test(arguments: ["421", "450", "451", "452"])
    func `a server that asks to wait is tried later`(code: String) async throws {
        let server = try await TestServer.capture("--fail-first", "1=\(code)")
        let transport = Self.transport(port: server.smtp)
        let first = await transport.deliver(Self.delivery())
        guard case .retryLater(nil, let detail) = first else {
            Issue.record("\(first)")
            return
        }
        #expect(detail.contains(code))
        #expect(try server.arrivals(".eml").isEmpty)
        guard case .delivered = await transport.deliver(Self.delivery()) else {
            Issue.record("the second attempt was not delivered")
            return
        }
    }

    @Test func `a server that is gone is a passing failure, also on an open connection`()
        async throws
    {
        let server = try await TestServer.capture()
        let transport = Self.transport(port: server.smtp)
        guard case .delivered = await transport.deliver(Self.delivery()) else {
            Issue.record("the first mail was not delivered")
            return
        }
        #expect(try await server.stop() == 0)
        let outcome = await transport.deliver(Self.delivery())
        guard case .transient(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.contains("could not be reached"))
    }

    @Test func `without TLS nothing is sent to another host`() async {
        let transport = Self.transport(port: 25, host: "mail.example.jp")
        let outcome = await transport.deliver(Self.delivery())
        #expect(
            outcome
                == .permanent(
                    detail:
                        "mail.security is none, which is allowed for a server on this host only;"
                        + " set starttls or tls."))
    }

    @Test(arguments: [
        "a@example.jp\r\nRCPT TO:<b@example.jp>", "a b@example.jp", "企画@example.jp", "",
    ])
    func `an address that is none is refused before anything is sent`(address: String) async throws
    {
        let outcome = await Self.transport(port: 1).deliver(Self.delivery(to: address))
        guard case .permanent(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.contains("correct it in routes"))
    }

    @Test func `a webhook is not for the mail server`() async {
        let delivery = Delivery(id: 1, route: .webhook(channel: "x"), payload: [], attempts: 0)
        guard case .permanent = await Self.transport(port: 1).deliver(delivery) else {
            Issue.record("a webhook was taken")
            return
        }
    }

    @Test func `a message that libcurl reports as done without a reply is not called delivered`() {
        let result = CurlResult(
            code: CURLE_OK, text: "", codeText: "", isConnectionReused: false,
            lines: [Array("354 go on\r\n".utf8)], linesBeforeBodyEnd: 1,
            response: [], refusedRange: nil, proxyStatus: 0)
        guard case .ambiguous = MailConnection.outcome(of: result) else {
            Issue.record("no reply was taken for a yes")
            return
        }
    }
}
