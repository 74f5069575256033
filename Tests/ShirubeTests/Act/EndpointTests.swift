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
        #expect(endpoint.isAllowed == isAllowed)
        #expect(endpoint.isLoopback == isLoopback)
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
