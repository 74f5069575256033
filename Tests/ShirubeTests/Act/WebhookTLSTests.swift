import Foundation
import ShirubeCore
import Testing

@testable import Shirube

/// Channels by https: whose certificate is good enough for a post.
@Suite struct WebhookTLSTests {
    private static let document = Array(#"{"text":"標"}"#.utf8)

    private func post(
        to server: TestServer, authorities: String?, host: String = "localhost"
    ) async -> Delivery.Outcome {
        let url = "https://\(host):\(server.http)/hook"
        let transport = WebhookTransport(
            channels: [
                Configuration.Channel(
                    name: "kikaku", kind: .slack, url: .credential("url"), timeoutSeconds: 20,
                    authorities: authorities)
            ],
            abort: AbortFlag(), secret: { (_) throws(SecretError) in url },
            now: { Timestamp(milliseconds: 1_700_000_000_000) })
        return await transport.deliver(
            Delivery(
                id: 7, route: .webhook(channel: "kikaku"), payload: Self.document, attempts: 0))
    }

    private func expectRefused(_ outcome: Delivery.Outcome, _ server: TestServer) throws {
        guard case .permanent(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.contains("certificate that cannot be trusted"), "\(detail)")
        #expect(try server.arrivals(".json").isEmpty)
    }

    @Test func `with an authority of its own a channel is posted to, without it not`() async throws
    {
        let authority = try await TestAuthority()
        let server = try await TestServer.capture(
            "--certificate", try await authority.certificate(host: "localhost"))
        try expectRefused(await post(to: server, authorities: nil), server)
        let other = try await TestAuthority()
        try expectRefused(await post(to: server, authorities: other.path), server)
        let outcome = await post(to: server, authorities: authority.path)
        #expect(outcome == .delivered(detail: "HTTP 200, ok"))
        #expect(try server.bytes("001.json") == Self.document)
    }

    @Test func `a certificate that is over, or of another host, is refused`() async throws {
        let authority = try await TestAuthority()
        let expired = try await TestServer.capture(
            "--certificate", try await authority.certificate(host: "localhost", isExpired: true))
        try expectRefused(await post(to: expired, authorities: authority.path), expired)
        let other = try await TestServer.capture(
            "--certificate", try await authority.certificate(host: "hooks.example.jp"))
        try expectRefused(await post(to: other, authorities: authority.path), other)
        // The name in the URL counts, not where it leads.
        let good = try await TestServer.capture(
            "--certificate", try await authority.certificate(host: "localhost"))
        try expectRefused(
            await post(to: good, authorities: authority.path, host: "127.0.0.1"), good)
    }

    @Test(arguments: [("1.1", false), ("1.2", true), ("1.3", true)])
    func `TLS is spoken from 1.2 on`(version: String, isTaken: Bool) async throws {
        let authority = try await TestAuthority()
        let server = try await TestServer.capture(
            "--certificate", try await authority.certificate(host: "localhost"),
            "--tls-version", version)
        // The server does speak it, with whoever asks for it.
        let word = "-tls" + version.replacingOccurrences(of: ".", with: "_")
        let asked = try RunningProgram(
            program: URL(filePath: "/usr/bin/openssl"),
            arguments: ["s_client", "-connect", "127.0.0.1:\(server.http)"]
                + [word, "-cipher", "ALL:@SECLEVEL=0"],
            environment: [:], folder: "/")
        #expect(try await asked.end().code == 0)
        let outcome = await post(to: server, authorities: authority.path)
        if isTaken {
            #expect(outcome == .delivered(detail: "HTTP 200, ok"))
        } else {
            guard case .transient(let detail) = outcome else {
                Issue.record("\(outcome)")
                return
            }
            #expect(detail.contains("SSL connect error"), "\(detail)")
            #expect(try server.arrivals(".json").isEmpty)
        }
    }
}
