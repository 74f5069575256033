import Foundation
import ShirubeCore
import Testing

@testable import Shirube

@Suite struct ChannelReaderTests {
    /// The channels of a configuration file with these lines, and the problems with their secrets left out.
    private func read(
        _ lines: String, url: String = "https://hooks.example.jp/SECRET"
    ) throws -> (channels: [Configuration.Channel], problems: [String]) {
        let folder = try TemporaryFolder()
        try folder.write("url", url + "\n")
        try folder.protect("url")
        try folder.write(
            "shirube.yaml",
            """
            strategies: [\(ConfigurationFixtures("strategy").path("good.yaml"))]
            state: state
            drops: drops
            channels:
              - {name: chat, kind: teams, urlFile: url\(lines)}
            """)
        do throws(ConfigurationError) {
            let file = try ConfigurationFile.read(path: folder.path + "/shirube.yaml")
            return (file.configuration.channels, [])
        } catch {
            let texts = error.problems.flatMap { [$0.text(.japanese), $0.text(.english)] }
            for text in texts { #expect(!text.contains("SECRET"), "the URL is a secret") }
            return ([], texts)
        }
    }

    @Test func `a channel goes to the internet, without a proxy, if nothing else is said`() throws {
        let channel = try #require(try read("").channels.first)
        #expect(!channel.allowsPrivate && channel.authorities == nil && channel.proxy == nil)
    }

    @Test(arguments: [
        ("https://10.1.2.3/SECRET", "", "（10.0.0.0/8）", "allowPrivate: true"),
        ("https://[fd00::1]/SECRET", "", "（fc00::/7）", "allowPrivate: true"),
        ("https://[::ffff:127.0.0.1]/SECRET", ", allowPrivate: true", "127.0.0.0/8", "localhost"),
        ("https://0.0.0.0/SECRET", ", allowPrivate: true", "0.0.0.0/8", "Check the URL"),
        ("http://hooks.example.jp/SECRET", "", "https", "https://"),
        (
            "https://localhost/SECRET", ", proxy: \"http://p.example\"", "プロキシ",
            "Remove the channel's proxy"
        ),
    ])
    func `a URL that nothing would be posted to is refused when the configuration is read`(
        url: String, lines: String, japanese: String, english: String
    ) throws {
        let problems = try read(lines, url: url).problems
        #expect(problems.count == 2)
        #expect(problems.first?.contains("shirube.yaml:5: ") == true, "\(problems)")
        #expect(problems.first?.contains(japanese) == true, "\(problems)")
        #expect(problems.last?.contains(english) == true, "\(problems)")
    }

    @Test func `an address of a local network is taken where that is allowed`() throws {
        let channel = try #require(
            try read(", allowPrivate: true", url: "https://10.1.2.3/SECRET").channels.first)
        #expect(channel.allowsPrivate)
    }

    @Test(arguments: [
        ("proxy: \"http://user:SECRET@proxy.example:8080\"", "proxyFile"),
        ("proxy: \"socks5://proxy.example\"", "http://proxy.city.example.jp:8080"),
        ("proxy: proxy.example", "http://proxy.city.example.jp:8080"),
        ("proxy: \"http://proxy.example\", proxyFile: url", "一方を消してください"),
        ("proxyFile: url, proxyCredential: p", "一方を消してください"),
    ])
    func `a proxy without a login stands in the configuration, one with a login elsewhere`(
        line: String, remedy: String
    ) throws {
        let problems = try read(", " + line).problems
        #expect(problems.count == 2)
        #expect(problems.first?.contains(remedy) == true, "\(problems)")
    }

    @Test func `a proxy is taken from where it stands`() throws {
        let plain = try read(", proxy: \"https://proxy.example:3128\"").channels.first
        #expect(plain?.proxy == .url("https://proxy.example:3128"))
        let secret = try read(", proxyCredential: proxy-url").channels.first
        #expect(secret?.proxy == .secret(.credential("proxy-url")))
        guard case .secret(.file(let path)) = try read(", proxyFile: url").channels.first?.proxy
        else {
            Issue.record("no file")
            return
        }
        #expect(path.hasSuffix("/url"))
    }
}
