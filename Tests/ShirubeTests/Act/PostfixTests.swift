import Foundation
import ShirubeCore
import Testing

@testable import Shirube

/// Mail to a real Postfix, and what it says of it.
@Suite struct PostfixTests {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func secretFile(_ text: String, _ name: String) throws -> SecretSource {
        let path = temporary.path + "/" + name
        try Data(text.utf8).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return .file(path)
    }

    private func mail(
        _ server: TestServer, _ security: Configuration.Mail.Security = .none,
        login: Configuration.Mail.Login? = nil, authorities: String? = nil,
        certificate: Configuration.Mail.ClientCertificate? = nil
    ) -> Configuration.Mail {
        Configuration.Mail(
            servers: [
                Configuration.Mail.Server(
                    host: "localhost", port: security == .tls ? server.smtps : server.smtp,
                    security: security)
            ], from: "標 <shirube@city.example>", login: login, authorities: authorities,
            certificate: certificate, timeoutSeconds: 60)
    }

    /// The mails that have come to lie in the mailbox, once there are so many.
    private func arrived(_ count: Int, at server: TestServer) async throws -> [URL] {
        let folder = server.folder.appending(path: "mail/every/new")
        let deadline = ContinuousClock.now + .seconds(60)
        while true {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            if names.count >= count { return names.sorted().map { folder.appending(path: $0) } }
            try #require(ContinuousClock.now < deadline, "\(names.count) of \(count) arrived")
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    @Test func `a mail by STARTTLS and a login is what its recipient's program reads`() async throws
    {
        let certificate = try await TestCertificate()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: certificate.path)
        let server = try await TestServer.postfix(
            "--certificate", certificate.path, "--ask-certificate")
        let password = try secretFile("correct horse\n", "password")
        let transport = MailTransportTests.transport(
            mail(
                server, .starttls, login: .password(username: "user", password),
                authorities: certificate.path,
                certificate: Configuration.Mail.ClientCertificate(
                    file: certificate.path, key: certificate.path)))
        let sent = MailMessage(
            from: "標 <shirube@city.example>", to: "kikaku@city.example",
            replyTo: "企画課 <kikaku@city.example>", subject: "【遅れ】相談件数が目標への道筋から外れています（見本市）",
            date: SampleSummary.moment("2026-12-01T09:00"), messageID: "<one@city.example>",
            text: "目標 1,234 人に対し △12 人。\r\n.\r\n..二つの点で始まる行\r\n", html: "<p>目標</p>")
        let outcome = await transport.deliver(
            MailTransportTests.delivery(to: "kikaku@city.example", payload: try sent.encoded()))
        guard case .delivered = outcome else {
            Issue.record("\(outcome)")
            return
        }
        let file = try #require(try await arrived(1, at: server).first)
        let original = temporary.path + "/sent.eml"
        try Data(try sent.encoded()).write(to: URL(filePath: original))
        let result = try await RunningProgram(
            program: URL(filePath: "/usr/bin/python3"),
            arguments: ["-c", Self.comparison, original, file.path], environment: [:], folder: "/"
        ).end()
        #expect(
            result.code == 0 && result.output == "the same\n", "\(result.output)\(result.errors)")
        let received = try String(contentsOf: file, encoding: .utf8)
        #expect(received.contains("using TLSv1.3") && received.contains("Client CN \"localhost\""))
        #expect(received.contains("X-Original-To: kikaku@city.example"))
    }

    /// Compares two mails, of which servers have added lines to the head of the second, field by field.
    private static let comparison = """
        import email, email.policy, sys
        sent, received = (email.message_from_binary_file(open(path, 'rb'), policy=email.policy.default)
                          for path in sys.argv[1:])
        for name, value in sent.items():
            assert str(received[name]) == str(value), (name, str(value), str(received[name]))
        parts = [[(part.get_content_type(), part.get_filename(), part.get_payload(decode=True))
                  for part in mail.walk() if not part.is_multipart()] for mail in (sent, received)]
        assert parts[0] == parts[1], parts
        assert not any(part.defects for part in received.walk()), 'defects'
        print('the same')
        """

    @Test func `a token is read anew for every mail`() async throws {
        let certificate = try await TestCertificate()
        let server = try await TestServer.postfix("--certificate", certificate.path)
        let token = try secretFile("old-token", "token")
        let transport = MailTransportTests.transport(
            mail(
                server, .tls, login: .token(username: "user", token),
                authorities: certificate.path))
        let delivery = MailTransportTests.delivery(to: "kikaku@city.example")
        let refused = await transport.deliver(delivery)
        guard case .permanent(let detail) = refused else {
            Issue.record("\(refused)")
            return
        }
        #expect(detail.contains("535 5.7.8") && !detail.contains("old-token"))
        _ = try secretFile("good-token", "token")
        guard case .delivered = await transport.deliver(delivery) else {
            Issue.record("the new token was not taken up")
            return
        }
    }

    @Test func `refused, greylisted and oversized mails are told apart, and hold up no other`()
        async throws
    {
        let server = try await TestServer.postfix("--size", "20000")
        let transport = MailTransportTests.transport(mail(server))
        func send(_ address: String, _ bytes: Int = 100) async -> Delivery.Outcome {
            let text =
                "Subject: t\r\n\r\n" + String(repeating: "0123456789abcde\r\n", count: bytes / 17)
            return await transport.deliver(
                MailTransportTests.delivery(to: address, payload: Array(text.utf8)))
        }
        guard case .permanent(let gone) = await send("gone@city.example"),
            case .retryLater(nil, let grey) = await send("grey@city.example"),
            case .delivered = await send("kikaku@city.example"),
            case .permanent(let large) = await send("kikaku@city.example", 30_000),
            case .retryLater = await send("grey@city.example"),
            case .delivered = await send("grey@city.example")
        else {
            Issue.record("an outcome is another")
            return
        }
        #expect(gone.contains("550 5.1.1"))
        #expect(grey.contains("450 4.2.0"))
        #expect(large.contains("552 5.3.4"))
        #expect(try await arrived(2, at: server).count == 2)
    }

    @Test func `Exim and Postfix are understood alike`() async throws {
        let postfix = try await TestServer.postfix("--size", "20000")
        let exim = try await TestServer.exim("--size", "20000")
        for server in [postfix, exim] {
            let transport = MailTransportTests.transport(mail(server))
            var words: [String] = []
            for (address, count) in [
                ("kikaku", 10), ("gone", 10), ("grey", 10), ("kikaku", 2_000), ("shoko", 10),
            ] {
                let text =
                    "Subject: t\r\n\r\n" + String(repeating: "0123456789abc\r\n", count: count)
                let outcome = await transport.deliver(
                    MailTransportTests.delivery(
                        to: address + "@city.example", payload: Array(text.utf8)))
                words.append(outcome.word)
            }
            #expect(
                words == ["delivered", "permanent", "retryLater", "permanent", "delivered"])
        }
        let queued = try FileManager.default.contentsOfDirectory(
            atPath: exim.folder.appending(path: "spool/input").path)
        #expect(queued.filter { $0.hasSuffix("-D") }.count == 2)
    }

    @Test func `a server is tried without sending`() async throws {
        let certificate = try await TestCertificate()
        let server = try await TestServer.postfix("--certificate", certificate.path)
        let good = try secretFile("correct horse", "good")
        let bad = try secretFile("wrong", "bad")
        func check(
            _ security: Configuration.Mail.Security, _ password: SecretSource,
            trusted: Bool = true
        ) async throws -> ServerCheck {
            let checks = await MailTransportTests.transport(
                mail(
                    server, security, login: .password(username: "user", password),
                    authorities: trusted ? certificate.path : nil)
            ).check()
            return try #require(checks.first)
        }
        for security in [Configuration.Mail.Security.starttls, .tls] {
            let check = try await check(security, good)
            #expect(check.failure == nil, "\(check)")
            let today = WallClock.machine.now.japanDate
            let left = try #require(check.certificateEnds).dayNumber - today.dayNumber
            #expect((1...3).contains(left))
            #expect(check.line(today: today).japanese.contains("証明書の期限まであと"))
        }
        #expect(try await check(.starttls, bad).failure?.contains("535") == true)
        #expect(try await check(.tls, good, trusted: false).failure?.contains("trusted") == true)
        #expect(
            try FileManager.default.subpathsOfDirectory(
                atPath: server.folder.appending(path: "mail").path
            ).isEmpty)
    }
}
