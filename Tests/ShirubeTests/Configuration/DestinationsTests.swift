import Shirube
import ShirubeCore
import Testing

@Suite struct DestinationsTests {
    @Test func `what leaves this host is named, and an unreadable URL counts as far`() throws {
        let folder = try TemporaryFolder()
        try folder.write("near", "http://127.0.0.1:8080/hook\n")
        try folder.write("far", "https://hooks.example.com/T0\n")
        // A file that everybody may read is no place for a secret, and is not read.
        for name in ["near", "far"] { try folder.protect(name) }
        let channels = ["near", "far", "unreadable"].map {
            Configuration.Channel(name: $0, kind: .slack, url: .credential($0))
        }
        let names = configuration(host: "smtp.example.jp", channels: channels)
            .destinationsBeyondLoopback(environment: ["CREDENTIALS_DIRECTORY": folder.path])
        #expect(names == ["smtp.example.jp", "far", "unreadable"])
    }

    @Test(arguments: [nil, "localhost"])
    func `nothing leaves a host without mail or with its own mail server`(host: String?) {
        let configuration = configuration(host: host, channels: [])
        #expect(configuration.destinationsBeyondLoopback(environment: [:]) == [])
    }

    private func configuration(host: String?, channels: [Configuration.Channel]) -> Configuration {
        Configuration(
            file: "/c.yaml", strategies: [], state: "/s", drops: "/d",
            mail: host.map {
                Configuration.Mail(
                    servers: [Configuration.Mail.Server(host: $0, port: 25, security: .none)],
                    from: "a@example.jp")
            }, channels: channels)
    }
}
