import Foundation
import ShirubeCore
import Testing

@testable import Shirube

/// By which way a post goes: HTTP/2, a proxy, and addresses that it may not go to.
@Suite struct WebhookRouteTests {
    private static let document = Array(#"{"text":"標"}"#.utf8)

    private static func transport(
        _ url: String, authorities: String? = nil, allowsPrivate: Bool = false,
        proxy: ProxySource? = nil, proxySecret: String = ""
    ) -> WebhookTransport {
        WebhookTransport(
            channels: [
                Configuration.Channel(
                    name: "kikaku", kind: .json, url: .credential("url"), timeoutSeconds: 20,
                    allowsPrivate: allowsPrivate, authorities: authorities, proxy: proxy)
            ],
            abort: AbortFlag(),
            secret: { (source) throws(SecretError) in
                source == .credential("proxy") ? proxySecret : url
            },
            now: { Timestamp(milliseconds: 1_700_000_000_000) })
    }

    private static let delivery = Delivery(
        id: 7, route: .webhook(channel: "kikaku"), payload: document, attempts: 0)

    private func expectPermanent(_ outcome: Delivery.Outcome, _ words: String) {
        guard case .permanent(let detail) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(detail.contains(words), "\(detail)")
    }

    // MARK: - HTTP/2

    @Test(arguments: [(true, "HTTP/2.0"), (false, "HTTP/1.1")])
    func `a post goes by HTTP/2 where the server offers it, over one connection`(
        http2: Bool, version: String
    ) async throws {
        let authority = try await TestAuthority()
        let server = try await TestServer.capture()
        let front = try await UnpackedServer.nginx(
            certificate: try await authority.certificate(host: "localhost"), before: server.http,
            http2: http2)
        let transport = Self.transport(
            "https://localhost:\(front.port)/hook", authorities: authority.path)
        for number in 1...3 {
            #expect(
                await transport.deliver(Self.delivery) == .delivered(detail: "HTTP 200, ok"))
            #expect(try server.bytes("00\(number).json") == Self.document)
        }
        let lines = try await front.log(of: 3)
        #expect(lines.count == 3)
        #expect(Set(lines).count == 1, "not one connection: \(lines)")
        #expect(lines.first?.hasPrefix("\(version) 200 ") == true, "\(lines)")
    }

    @Test func `a server that ends its connection of HTTP/2 gets each post once`() async throws {
        let authority = try await TestAuthority()
        let server = try await TestServer.capture()
        let front = try await UnpackedServer.nginx(
            certificate: try await authority.certificate(host: "localhost"), before: server.http,
            postsPerConnection: 2)
        let transport = Self.transport(
            "https://localhost:\(front.port)/hook", authorities: authority.path)
        for _ in 1...7 {
            let outcome = await transport.deliver(Self.delivery)
            #expect(outcome == .delivered(detail: "HTTP 200, ok"))
        }
        #expect(try server.arrivals(".json").count == 7)
        let lines = try await front.log(of: 7)
        #expect(Set(lines).count == 4, "2 posts a connection: \(lines)")
    }

    @Test func `a wish to wait is heard by HTTP/2`() async throws {
        let authority = try await TestAuthority()
        let server = try await TestServer.capture("--http-status", "429", "--retry-after", "7")
        let front = try await UnpackedServer.nginx(
            certificate: try await authority.certificate(host: "localhost"), before: server.http)
        let transport = Self.transport(
            "https://localhost:\(front.port)/hook", authorities: authority.path)
        guard case .retryLater(7, _) = await transport.deliver(Self.delivery) else {
            Issue.record("no wait of 7 seconds")
            return
        }
    }

    @Test
    func `a gateway that waits in vain has handed the post on, one that finds nobody has not`()
        async throws
    {
        let authority = try await TestAuthority()
        let certificate = try await authority.certificate(host: "localhost")
        let silent = try await TestServer.fault("http-stall")
        let front = try await UnpackedServer.nginx(certificate: certificate, before: silent.http)
        let transport = Self.transport(
            "https://localhost:\(front.port)/hook", authorities: authority.path)
        guard case .ambiguous(let detail) = await transport.deliver(Self.delivery) else {
            Issue.record("the server behind it may have the post")
            return
        }
        #expect(detail.contains("its gateway got no answer: HTTP 504"), "\(detail)")
        #expect(silent.dialogue().components(separatedBy: "POST ").count == 2)
        try await silent.stop()
        guard case .transient = await transport.deliver(Self.delivery) else {
            Issue.record("nobody has the post")
            return
        }
    }

    // MARK: - Addresses

    /// To libcurl `0x7f%2e1` is a name, which the resolver takes for 127.0.0.1: a name of the internet that leads here.
    @Test(arguments: [false, true])
    func `a name that leads to this host without being its own is refused before a packet leaves`(
        allowsPrivate: Bool
    ) async throws {
        let authority = try await TestAuthority()
        let server = try await TestServer.capture(
            "--certificate", try await authority.certificate(host: "localhost"))
        for host in ["0x7f%2e1", "0177%2e0%2e0%2e1"] {
            let transport = Self.transport(
                "https://\(host):\(server.http)/hook", authorities: authority.path,
                allowsPrivate: allowsPrivate)
            expectPermanent(
                await transport.deliver(Self.delivery),
                "leads to this host (127.0.0.0/8) under another name than its own")
        }
        #expect(try server.arrivals(".json").isEmpty)
    }

    @Test(arguments: [
        ("https://10.0.0.1/", "10.0.0.0/8"), ("https://0xa%2e1/", "10.0.0.0/8"),
        ("https://0xc0a80001/", "192.168.0.0/16"), ("https://[fd00::1]/", "fc00::/7"),
        ("https://169.254.169.254/", "169.254.0.0/16"), ("https://[64:ff9b::a00:1]/", "10.0.0.0/8"),
    ])
    func `a local network is refused, with what would allow it`(url: String, range: String) async {
        let outcome = await Self.transport(url).deliver(Self.delivery)
        expectPermanent(outcome, "leads into a local network (\(range)).")
        expectPermanent(outcome, "allowPrivate: true")
    }

    @Test func `a local network that is allowed is connected to`() async {
        // What is there, if anything, is not known; that it is tried is what counts.
        let url = "https://198.18.255.1:9/"
        for (allowsPrivate, isTried) in [(false, false), (true, true)] {
            let transport = WebhookTransport(
                channels: [
                    Configuration.Channel(
                        name: "kikaku", kind: .json, url: .credential("url"), timeoutSeconds: 1,
                        allowsPrivate: allowsPrivate)
                ],
                abort: AbortFlag(), secret: { (_) throws(SecretError) in url },
                now: { Timestamp(milliseconds: 0) })
            let outcome = await transport.deliver(Self.delivery)
            #expect(!"\(outcome)".contains("local network") == isTried, "\(outcome)")
        }
    }

    @Test(arguments: ["https://0.0.0.0/", "https://0/", "https://[::]/", "https://224.0.0.1/"])
    func `what no server has is refused whatever is allowed`(url: String) async {
        let transport = Self.transport(url, allowsPrivate: true)
        expectPermanent(await transport.deliver(Self.delivery), "an address that is no server's")
    }

    // MARK: - Proxies

    /// The name is one that the proxy alone resolves: it is libcurl's business no more.
    @Test(arguments: [nil, "shirube himitsu"])
    func `a post goes through a proxy as it would go without, encrypted to its end`(
        login: String?
    ) async throws {
        let authority = try await TestAuthority()
        let server = try await TestServer.capture(
            "--certificate", try await authority.certificate(host: "0x7f.1"))
        let proxy = try await UnpackedServer.proxy(login: login)
        let word = login.map { $0.replacingOccurrences(of: " ", with: ":") + "@" } ?? ""
        let proxyURL = "http://\(word)127.0.0.1:\(proxy.port)"
        let transport = Self.transport(
            "https://0x7f%2e1:\(server.http)/hook", authorities: authority.path,
            proxy: login == nil ? .url(proxyURL) : .secret(.credential("proxy")),
            proxySecret: proxyURL)
        for _ in 1...2 {
            let outcome = await transport.deliver(Self.delivery)
            #expect(outcome == .delivered(detail: "HTTP 200, ok"))
        }
        #expect(try server.bytes("001.json") == Self.document)
        let asked = try await proxy.log(of: 1, holding: "CONNECT 0x7f.1:\(server.http)")
        #expect(asked.count == 1, "\(proxy.log())")
        #expect(!proxy.log().contains { $0.contains("hook") })
    }

    @Test func `a proxy that wants another login is told of without it, and nothing is sent`()
        async throws
    {
        let server = try await TestServer.capture()
        let proxy = try await UnpackedServer.proxy(login: "shirube himitsu")
        let transport = Self.transport(
            "https://hooks.example.jp:\(server.http)/hook",
            proxy: .secret(.credential("proxy")),
            proxySecret: "http://shirube:machigai-password@127.0.0.1:\(proxy.port)")
        let outcome = await transport.deliver(Self.delivery)
        expectPermanent(outcome, "The proxy of channel kikaku refuses to connect it: HTTP 40")
        #expect(!"\(outcome)".contains("machigai"))
    }

    @Test func `a proxy's answer is not taken for the channel's`() async throws {
        // The proxy connects and says 200; then there is no TLS at the other end.
        let server = try await TestServer.capture()
        let proxy = try await UnpackedServer.proxy()
        let transport = Self.transport(
            "https://0x7f%2e1:\(server.http)/hook",
            proxy: .url("http://127.0.0.1:\(proxy.port)"))
        guard case .transient = await transport.deliver(Self.delivery) else {
            Issue.record("nothing was posted")
            return
        }
        #expect(try server.arrivals(".json").isEmpty)
    }

    /// nginx is no proxy, but its TLS is real: what it says of CONNECT comes only from one that is trusted.
    @Test func `a proxy by https has to show a good certificate before it is told anything`()
        async throws
    {
        let authority = try await TestAuthority()
        let proxy = try await UnpackedServer.nginx(
            certificate: try await authority.certificate(host: "localhost"), before: 9,
            http2: false)
        func post(_ authorities: String?) async -> Delivery.Outcome {
            await Self.transport(
                "https://hooks.example.jp/hook", authorities: authorities,
                proxy: .url("https://localhost:\(proxy.port)")
            ).deliver(Self.delivery)
        }
        expectPermanent(await post(nil), "certificate that cannot be trusted")
        #expect(proxy.log().isEmpty)
        expectPermanent(await post(authority.path), "refuses to connect it: HTTP 40")
        #expect(try await proxy.log(of: 1).count == 1)
    }

    @Test func `a proxy that is not there, or is none, is told of`() async {
        let absent = Self.transport(
            "https://hooks.example.jp/", proxy: .url("http://127.0.0.1:9"))
        guard case .transient = await absent.deliver(Self.delivery) else {
            Issue.record("a proxy that is down is a passing failure")
            return
        }
        for secret in ["socks5://127.0.0.1:9", "hello", ""] {
            let transport = Self.transport(
                "https://hooks.example.jp/", proxy: .secret(.credential("proxy")),
                proxySecret: secret)
            expectPermanent(
                await transport.deliver(Self.delivery),
                "the proxy of channel kikaku is no http:// or https:// URL")
        }
    }

    @Test(arguments: [
        ("https://localhost/", "to its proxy would be the proxy's own"),
        ("http://127.0.0.1/", "to its proxy would be the proxy's own"),
        ("http://hooks.example.jp/", "is not https"),
        ("https://10.1.2.3/", "leads into a local network (10.0.0.0/8)"),
    ])
    func `a proxy does not open what is closed without one`(url: String, words: String) async {
        let transport = Self.transport(url, proxy: .url("http://127.0.0.1:9"))
        expectPermanent(await transport.deliver(Self.delivery), words)
    }

    @Test func `a proxy of the environment is not used`() async throws {
        let server = try await TestServer.capture()
        let city = try await TestCity()
        let result = try await city.start(
            ["test-send", "--to", "chat", "--config", city.configuration],
            environment: [
                "http_proxy": "http://127.0.0.1:\(server.http)", "no_proxy": "",
                "all_proxy": "http://127.0.0.1:\(server.http)",
            ]
        ).end()
        #expect(result.code == 0, "\(result.errors)")
        #expect(try city.server.arrivals(".json").count == 1)
        #expect(try server.arrivals(".json").isEmpty)
    }
}
