import ShirubeCore
import Testing

@testable import Shirube

@Suite struct EndpointTests {
    @Test(arguments: [
        ("https://hooks.example.jp/a", true, false),
        ("http://127.0.0.1:8080/a", true, true),
        ("http://[::1]/a", true, true),
        ("HTTPS://LOCALHOST/a", true, true),
        ("http://example.jp/", false, false),
        ("http://localhost@example.jp/", false, false),
        ("http://localhost.example.jp/", false, false),
        ("ftp://localhost/", false, true),
    ])
    func `https goes anywhere, http to this host alone`(
        url: String, isAllowed: Bool, isLoopback: Bool
    ) throws {
        let endpoint = try #require(Endpoint(url: url))
        let refusal = endpoint.refusal(allowsPrivate: false, isProxied: false)
        #expect(refusal == (isAllowed ? nil : .unencrypted))
        #expect(endpoint.isLoopback == isLoopback)
    }

    @Test(arguments: [
        ("https://10.0.0.1/a", "10.0.0.0/8"), ("https://[::ffff:192.168.1.1]/", "192.168.0.0/16"),
        ("https://[fd00::1]:8443/", "fc00::/7"),
        ("https://169.254.169.254/latest", "169.254.0.0/16"),
        // Spellings of 10.0.0.1 and 127.0.0.1 that libcurl itself turns into the usual one.
        ("https://0x0a000001/", "10.0.0.0/8"), ("https://012.1/", "10.0.0.0/8"),
        ("https://167772161/", "10.0.0.0/8"), ("https://10%2e0.0.1/", "10.0.0.0/8"),
        ("https://0/", "0.0.0.0/8"), ("https://[::]/", "::/128"),
        ("https://[::ffff:127.0.0.1]/", "127.0.0.0/8"), ("https://[fe80::1%25eth0]/", "fe80::/10"),
    ])
    func `an address of no server of the internet is refused for its range`(
        url: String, range: String
    ) throws {
        let endpoint = try #require(Endpoint(url: url))
        guard case .range(let found) = endpoint.refusal(allowsPrivate: false, isProxied: true)
        else {
            Issue.record("\(url) is let through")
            return
        }
        #expect(found.text == range)
        let allowed = endpoint.refusal(allowsPrivate: true, isProxied: false) == nil
        #expect(allowed == (found.kind == .local))
    }

    @Test func `behind a proxy this host would be another one`() throws {
        let endpoint = try #require(Endpoint(url: "https://localhost/a"))
        #expect(
            endpoint.refusal(allowsPrivate: true, isProxied: true) == .loopbackBehindProxy)
        #expect(endpoint.refusal(allowsPrivate: false, isProxied: false) == nil)
    }

    @Test(arguments: [
        ("http://proxy.example.jp:8080", true, false), ("https://proxy.example.jp", true, false),
        ("http://user:word@10.0.0.1:3128/", true, true), ("http://user@10.0.0.1/", true, true),
        ("ftp://proxy.example.jp", false, false),
    ])
    func `a proxy has http or https, and perhaps a login`(
        url: String, isProxy: Bool, hasLogin: Bool
    ) throws {
        let endpoint = try #require(Endpoint(url: url))
        #expect(endpoint.isProxy == isProxy)
        #expect(endpoint.hasLogin == hasLogin)
    }

    @Test func `every refusal says in both languages what to do`() throws {
        func range(_ address: String) throws -> AddressRange {
            let address = try #require(NetworkAddress(address))
            return try #require(AddressRange.range(of: address))
        }
        let texts: [(EndpointRefusal, String, String)] = [
            (.unencrypted, "https ではありません", "is not https"),
            (.range(try range("10.0.0.1")), "allowPrivate: true", "add allowPrivate: true"),
            (
                .range(try range("127.0.0.1")), "このホスト（127.0.0.0/8）に通じます",
                "under another name than its own"
            ),
            (
                .range(try range("224.0.0.1")), "サーバーのないアドレス（224.0.0.0/4）",
                "no server's (224.0.0.0/4)"
            ),
            (.loopbackBehindProxy, "プロキシのホスト", "the proxy's own"),
        ]
        for (refusal, japanese, english) in texts {
            let (message, remedy) = (refusal.message, refusal.remedy)
            #expect((message.japanese + remedy.japanese).contains(japanese))
            #expect((message.english + remedy.english).contains(english))
            #expect(!remedy.japanese.isEmpty && !remedy.english.isEmpty)
        }
    }

    @Test(arguments: ["", "example.jp/a", "https://", "https:// /", "://x", "https://a\nb/"])
    func `what libcurl cannot read is no endpoint`(url: String) {
        #expect(Endpoint(url: url) == nil)
    }

    @Test func `login, path and query are secret, in whole and in parts`() throws {
        let endpoint = try #require(
            Endpoint(url: "https://user:password@chat.example.jp/v1/spaces/AAAA?token=tttttttt"))
        for part in ["user", "password", "/v1/spaces/AAAA", "spaces", "token=tttttttt", "tttttttt"]
        {
            #expect(endpoint.secrets.contains(part))
        }
        #expect(!endpoint.secrets.contains("chat.example.jp"))
    }
}
