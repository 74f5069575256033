import Foundation
import ShirubeCore
import Testing

@testable import Shirube

/// Several servers for one mail, and what may be sent at all.
@Suite struct MailConnectionTests {
    private func transport(_ ports: [Int], domains: [String] = []) -> MailTransport {
        MailTransportTests.transport(
            Configuration.Mail(
                servers: ports.map {
                    Configuration.Mail.Server(host: "127.0.0.1", port: $0, security: .none)
                }, from: "shirube@example.jp", allowedDomains: domains, timeoutSeconds: 20))
    }

    @Test(arguments: ["smtp-die-at-connect", "smtp-421-at-connect", "smtp-421-at-mail", "refused"])
    func `a server that is not there is passed over, and rests`(fault: String) async throws {
        let first = fault == "refused" ? nil : try await TestServer.fault(fault)
        let second = try await TestServer.capture()
        let transport = transport([first?.smtp ?? 1, second.smtp])
        for number in 1...2 {
            let outcome = await transport.deliver(MailTransportTests.delivery())
            #expect(outcome == .delivered(detail: "250 2.0.0 OK: kept as 00\(number) [127.0.0.1]"))
        }
        // The second mail did not ask the first server.
        #expect((first?.dialogue().components(separatedBy: "EHLO").count ?? 1) <= 2)
    }

    @Test func `what a server has said of a recipient is not asked of another`() async throws {
        let first = try await TestServer.capture(
            "--reject", "gone@example.jp=550", "--reject", "grey@example.jp=450")
        let second = try await TestServer.capture()
        let transport = transport([first.smtp, second.smtp])
        guard
            case .permanent = await transport.deliver(
                MailTransportTests.delivery(to: "gone@example.jp")),
            case .retryLater = await transport.deliver(
                MailTransportTests.delivery(to: "grey@example.jp"))
        else {
            Issue.record("an outcome is another")
            return
        }
        #expect(try second.arrivals(".eml").isEmpty)
    }

    @Test func `a mail that may have been taken goes to no other server`() async throws {
        let first = try await TestServer.fault("smtp-die-after-body")
        let second = try await TestServer.capture()
        let outcome = await transport([first.smtp, second.smtp])
            .deliver(MailTransportTests.delivery())
        guard case .ambiguous = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(try second.arrivals(".eml").isEmpty)
    }

    @Test func `where no server is there the last one is named`() async throws {
        let outcome = await transport([1, 1]).deliver(MailTransportTests.delivery())
        guard case .transient(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.hasSuffix("[127.0.0.1]"))
    }

    @Test func `mail leaves only for the domains that are allowed`() async throws {
        let server = try await TestServer.capture()
        let transport = transport([server.smtp], domains: ["example.jp"])
        let refused = await transport.deliver(MailTransportTests.delivery(to: "a@example.com"))
        #expect(
            refused
                == .permanent(
                    detail: "Mail to example.com is not allowed by mail.allowedDomains; correct"
                        + " the address, or add the domain there."))
        guard
            case .delivered = await transport.deliver(
                MailTransportTests.delivery(to: "a@Example.JP"))
        else {
            Issue.record("an allowed address was refused")
            return
        }
        #expect(try server.arrivals(".eml").count == 1)
    }
}
