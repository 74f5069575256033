import ShirubeCore
import Testing

@Suite struct LoopbackTests {
    @Test(arguments: [
        "localhost", "LocalHost", "127.0.0.1", "127.255.255.255", "127.0.1.1", "::1", "[::1]",
    ])
    func `this host is recognised`(host: String) {
        #expect(Loopback.isLoopback(host: host))
    }

    @Test(arguments: [
        "", "localhost.example.jp", "example.jp", "127.example.jp", "127.0.0.1.example.jp", "127.1",
        "127.0.0.256", "127.0.0.0001", "127..0.1", "128.0.0.1", "0.0.0.0", "::", "::2", "[::1",
        "10.0.0.1",
        "127.0.0.1:25", "localhost ", "127.0.0.-1", "１２７.0.0.1",
    ])
    func `every other host counts as elsewhere`(host: String) {
        #expect(!Loopback.isLoopback(host: host))
    }
}
