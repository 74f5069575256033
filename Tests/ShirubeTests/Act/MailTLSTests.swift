import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct MailTLSTests {
    private let temporary: TemporaryFolder

    init() throws {
        temporary = try TemporaryFolder()
    }

    private func secretFile(_ text: String, mode: Int = 0o600) throws -> URL {
        let file = URL(filePath: temporary.path).appending(path: UUID().uuidString)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        return file
    }

    @Test func `STARTTLS that the server does not offer ends the attempt before any mail command`()
        async throws
    {
        let server = try await TestServer.fault("smtp-die-after-body")
        let transport = MailTransportTests.transport(
            port: server.smtp, security: .starttls, username: "shirube",
            password: .file(try secretFile("secret").path))
        let outcome = await transport.deliver(MailTransportTests.delivery())
        guard case .transient(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail == "The mail server could not be reached: STARTTLS not supported.")
        #expect(!server.dialogue().contains("MAIL"))
        #expect(!server.dialogue().contains("AUTH"))
    }

    @Test(arguments: [Configuration.Mail.Security.starttls, .tls])
    func `with an authority of its own a mail goes by TLS, with a login`(
        security: Configuration.Mail.Security
    ) async throws {
        let certificate = try await TestCertificate()
        let login = try secretFile("shirube:合言葉 1\n")
        let password = try secretFile("合言葉 1\n")
        let server =
            security == .tls
            ? try await TestServer.capture(
                "--certificate", certificate.path, "--login-file", login.path, "--implicit-tls")
            : try await TestServer.capture(
                "--certificate", certificate.path, "--login-file", login.path)
        let transport = MailTransportTests.transport(
            port: server.smtp, host: "localhost", security: security, username: "shirube",
            password: .file(password.path), authorities: certificate.path)
        let outcome = await transport.deliver(MailTransportTests.delivery())
        #expect(outcome == .delivered(detail: "250 2.0.0 OK: kept as 001"))
        let envelope = try server.object("001.envelope.json")
        #expect(envelope["tls"] as? Bool == true)
        #expect(envelope["login"] as? String == "shirube")
    }

    @Test func `a wrong password is told without repeating it`() async throws {
        let certificate = try await TestCertificate()
        let login = try secretFile("shirube:right-password")
        let server = try await TestServer.capture(
            "--certificate", certificate.path, "--login-file", login.path)
        let transport = MailTransportTests.transport(
            port: server.smtp, host: "localhost", security: .starttls, username: "shirube",
            password: .file(try secretFile("wrong-password").path),
            authorities: certificate.path)
        let outcome = await transport.deliver(MailTransportTests.delivery())
        guard case .permanent(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.contains("535"))
        #expect(!detail.contains("password"))
    }

    @Test func `a certificate that nobody vouches for is refused, and nothing is sent`()
        async throws
    {
        let certificate = try await TestCertificate()
        let server = try await TestServer.capture("--certificate", certificate.path)
        let transport = MailTransportTests.transport(
            port: server.smtp, host: "localhost", security: .starttls)
        let outcome = await transport.deliver(MailTransportTests.delivery())
        guard case .permanent(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.contains("certificate that cannot be trusted"))
        #expect(try server.arrivals(".eml").isEmpty)
    }

    @Test func `a certificate of another host is refused`() async throws {
        let certificate = try await TestCertificate()
        let server = try await TestServer.capture("--certificate", certificate.path)
        let transport = MailTransportTests.transport(
            port: server.smtp, host: "127.0.0.1", security: .starttls,
            authorities: certificate.path)
        guard case .permanent = await transport.deliver(MailTransportTests.delivery()) else {
            Issue.record("a certificate for localhost was taken for 127.0.0.1")
            return
        }
    }

    @Test func `a password that cannot be read is a passing failure that says where`() async throws
    {
        let file = try secretFile("secret", mode: 0o644)
        let transport = MailTransportTests.transport(
            port: 1, username: "shirube", password: .file(file.path))
        let outcome = await transport.deliver(MailTransportTests.delivery())
        #expect(outcome == .transient(detail: SecretError.exposed(path: file.path).description))
    }
}
