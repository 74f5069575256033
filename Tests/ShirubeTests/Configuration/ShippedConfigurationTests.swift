import Foundation
import Shirube
import ShirubeCore
import Testing

/// `config/shirube.yaml` shows every key at its default.
@Suite struct ShippedConfigurationTests {
    private static let shipped = ConfigurationFixtures("configuration").folder
        .appendingPathComponent(
            "../../../../config/shirube.yaml"
        ).path

    @Test func `the file as shipped sets the three folders of a Debian host and nothing else`()
        throws
    {
        let file = try read(text())
        #expect(
            file
                == Configuration(
                    file: file.file, strategies: file.strategies, state: "/var/lib/shirube",
                    drops: "/srv/shirube/drops"))
        #expect(try raw().contains("  - /etc/shirube/strategies/tomakomai-2020.yaml\n"))
    }

    @Test func `every key shown is accepted once its # is taken away`() throws {
        let configuration = try read(uncommented())
        #expect(configuration.mail != nil)
        #expect(configuration.channels.count == 1)
        #expect(Set(configuration.schedule.map(\.job)) == Set(ScheduleEntry.Job.allCases))
        #expect(configuration.routes.posts.map(\.terms.count) == [1, 2, 1])
        #expect(configuration.routes.departments.count == 2)
        #expect(configuration.routes.departments.values.contains { $0.keys.count == 3 })
        #expect(configuration.routes.planning.count == 1)
        #expect(configuration.routes.executives.count == 1)
        #expect(configuration.routes.summary.count == 2)
        #expect(configuration.profiles.values.first == DropProfile(headings: ["今期の人数": .value]))
    }

    @Test func `every default shown is the one that counts`() throws {
        let shown = try read(uncommented())
        let silent = try read(text())
        #expect(shown.language == silent.language)
        #expect(shown.mark == silent.mark)
        #expect(shown.letters == silent.letters)
        #expect(shown.intake == silent.intake)
        #expect(shown.dueDays == silent.dueDays)
        #expect(shown.office == silent.office)
        #expect(shown.alerts == silent.alerts)
        #expect(shown.schedule.map(\.missed) == shown.schedule.map(\.job.missed))
        #expect(shown.schedule.map(\.interval) == shown.schedule.map(\.job.intervals.first))
        #expect(shown.schedule.first?.strategies == [])
        let mail = try #require(shown.mail)
        let server = try #require(mail.servers.first)
        let least = try read(
            text() + "mail: {host: \(server.host), from: \(mail.from)}\n"
        ).mail
        #expect(server == least?.servers.first)
        #expect(mail.replyTo == least?.replyTo)
        #expect(mail.authorities == least?.authorities)
        #expect(mail.timeoutSeconds == least?.timeoutSeconds)
        let channel = try #require(shown.channels.first)
        let standard = Configuration.Channel(name: "", kind: .slack, url: channel.url)
        #expect(channel.timeoutSeconds == standard.timeoutSeconds)
        #expect(channel.allowsPrivate == standard.allowsPrivate)
        #expect(channel.authorities == standard.authorities)
        #expect(channel.proxy == standard.proxy)
    }

    @Test func `a systemd credential can take the place of each secret file`() throws {
        let text = try uncommented()
            .replacingOccurrences(of: "passwordFile: \(secret)", with: "passwordCredential: smtp")
            .replacingOccurrences(of: "urlFile: \(secret)", with: "urlCredential: slack-url")
        let configuration = try read(text)
        #expect(
            configuration.mail?.login == .password(username: "shirube", .credential("smtp")))
        #expect(configuration.channels.first?.url == .credential("slack-url"))
    }

    private let secret = ConfigurationFixtures("configuration").path("secret")

    private func raw() throws -> String {
        try String(contentsOfFile: Self.shipped, encoding: .utf8)
    }

    /// The shipped file, with files that exist in place of those of a real host.
    private func text() throws -> String {
        try raw()
            .replacingOccurrences(
                of: "/etc/shirube/strategies/tomakomai-2020.yaml",
                with: ConfigurationFixtures("strategy").path("good.yaml")
            )
            .replacingOccurrences(of: "/etc/shirube/smtp-password", with: secret)
            .replacingOccurrences(of: "/etc/shirube/planning-url", with: secret)
    }

    private func uncommented() throws -> String {
        try text().split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("##") }
            .map { $0.hasPrefix("#") ? $0.dropFirst() : $0 }
            .joined(separator: "\n")
    }

    private func read(_ text: String) throws -> Configuration {
        let path = try TestSetup.written(text)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try ConfigurationFile.read(path: path)
            .configuration
    }
}
