import Foundation
import ShirubeCore
import Testing

/// Channels of every kind at once, through the real program; `Support/check_posts.py` looks at what arrived.
@Suite struct ChannelCityTests {
    /// What the checker found.
    private struct Report: Decodable {
        struct Kind: Decodable {
            let posts: Int
            let notices: [String]
            let text: String
        }
        let faults: [String]
        let kinds: [String: Kind]
    }

    private static let secret = "channel-city-key"

    /// A city with a channel of each kind, all of which get the summary; the channel `json` is also the department's.
    private func city() async throws -> TestCity {
        let city = try await TestCity()
        try city.writeConfiguration(
            """
              - {job: inquiry, workingDaysAfterEnd: 1, at: "09:00"}
              - {job: reminder, at: "09:00"}
              - {job: alertRound, at: "09:00"}
            posts:
              tanto: [{from: 2020-04-01, mail: [tanto@city.example], channels: [json]}]
            """, settle: 0, kogyo: "[tanto]")
        var channels = ""
        for kind in ChatDialect.allCases {
            try city.folder.write(
                "url-\(kind)", "http://127.0.0.1:\(city.server.http)/\(kind.rawValue)\n")
            try city.folder.protect("url-\(kind)")
            channels +=
                "\n  - {name: \(kind), kind: \(kind), urlFile: url-\(kind), gapMilliseconds: 0"
                + (kind == .json ? ", signingSecretFile: key}" : "}")
        }
        try city.folder.write("key", Self.secret + "\n")
        try city.folder.protect("key")
        let names = ChatDialect.allCases.map(\.rawValue).joined(separator: ", ")
        let text = try String(contentsOfFile: city.configuration, encoding: .utf8)
            .replacingOccurrences(
                of: "\n  - {name: chat, kind: slack, urlFile: url}", with: channels
            )
            .replacingOccurrences(of: "channels: [chat]", with: "channels: [\(names)]")
        try city.folder.write("shirube.yaml", text)
        return city
    }

    private func report(_ city: TestCity) async throws -> Report {
        let check = try RunningProgram(
            program: URL(filePath: "/usr/bin/python3"),
            arguments: [
                TestServer.root.appending(path: "Tests/ShirubeTests/Support/check_posts.py").path,
                city.server.folder.path,
                TestServer.root.appending(path: "docs/webhook.schema.json").path, Self.secret,
            ], environment: [:], folder: "/")
        let result = try await check.end()
        try #require(result.code == 0, "\(result.errors)")
        return try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    }

    /// 10,000 characters of what acts in one chat or another, on one line, and a word at its end.
    private static let hostile: String = {
        let pieces =
            "<!channel> @everyone @here <@U1> <users/all> <at>市長</at> **太字** _斜体_ ~~消す~~ `code` "
            + "[押す](https://evil.example/a) https://evil.example www.evil.example ||隠す|| \\ &lt; :fire: # 見出し "
            + "| a | b | \u{202E}さかさま\u{202C} \u{2066}x\u{2069} mailto:a@b.example 課長は「わかった。」と言った。"
        var text = ""
        while text.unicodeScalars.count < 9_990 { text += pieces }
        return text + "末尾の印"
    }()

    @Test
    func `a hostile summary reaches channels of every kind within their limits, and acts in none`()
        async throws
    {
        let city = try await city()
        _ = try await city.run("once", "--now", "2022-10-03T12:00")
        try city.drop(
            "a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値,備考\nm01-1-1,R4,第2四半期,2,\"\(Self.hostile)\"\n")
        let turn = try await city.run("once", "--now", "2022-10-11T10:00")
        #expect(turn.output.contains("受理1件"), "\(turn.output) \(turn.errors)")
        for (id, act) in [("m01-1-1", Self.hostile), ("m02-2-1", "短い")] {
            let decided = try await city.run(
                "decide", id, "改善", "--by", "tanto", "--reason", Self.hostile, "--act", act,
                "--due", "2022-11-30", "--now", "2022-10-12T10:00")
            try #require(decided.code == 0, "\(decided.errors)")
        }
        let sent = try await city.run("once", "--now", "2022-10-17T09:00")
        #expect(sent.code == 0, "\(sent.errors)")
        let report = try await report(city)
        #expect(report.faults.isEmpty, "\(report.faults)")
        #expect(Set(report.kinds.keys) == Set(ChatDialect.allCases.map(\.rawValue)))
        for (kind, seen) in report.kinds {
            #expect(seen.text.contains("末尾の印"), "\(kind) has lost the end")
            #expect(seen.text.contains("令和4年度第2四半期"), "\(kind)")
            #expect(kind == "json" || seen.posts > 1, "\(kind)")
        }
        // What was previewed by the kind is what was sent.
        for kind in ChatDialect.allCases where kind != .json {
            let shown = try await city.run("summary", "show", "R4Q2", "--format", kind.rawValue)
            let count = shown.output.split(separator: "\n").count
            #expect(count == report.kinds[kind.rawValue]?.posts, "\(kind): \(shown.errors)")
        }
    }

    @Test func `notices of every cause are documents of the published schema`() async throws {
        let city = try await city()
        _ = try await city.run("once", "--now", "2022-07-01T12:00")
        try city.drop("bad.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,R4,第1四半期,多い\n")
        let figures = "指標ID,年度,期間,実績値\nm01-1-1,R4,第1四半期,0\n"
        try city.drop("a.csv", "kogyo-koyo", figures)
        try city.folder.write("a.csv", figures)
        for now in ["2022-07-11T10:00", "2022-07-29T10:00", "2022-10-03T09:00", "2022-10-17T09:00"]
        {
            let turn = try await city.run("once", "--now", now)
            #expect(turn.code == 0, "\(turn.errors)")
        }
        let revoked = try await city.run(
            "drop", "revoke", "a.csv", "--reason", "誤り", "--yes", "--now", "2022-10-18T09:30")
        #expect(revoked.code == 0, "\(revoked.errors)")
        _ = try await city.run("once", "--now", "2022-10-18T10:00")
        #expect(try await city.run("test-send", "--to", "json").code == 0)
        let report = try await report(city)
        #expect(report.faults.isEmpty, "\(report.faults)")
        let kinds = Set(report.kinds["json"]?.notices ?? [])
        let wanted: Set = [
            "rejection", "inquiry", "reminder", "overdue", "summary", "revocation", "test",
        ]
        #expect(kinds.isSuperset(of: wanted), "only \(kinds)")
    }

    // MARK: - Addresses

    @Test func `a URL into a local network is refused by the check, with its line`() async throws {
        let city = try await TestCity()
        try city.folder.write("url", "https://10.1.2.3/SECRET\n")
        try city.folder.protect("url")
        let refused = try await city.run("check")
        #expect(refused.code != 0)
        #expect(refused.errors.contains("組織内の網のアドレス（10.0.0.0/8）に通じます。"), "\(refused.errors)")
        #expect(refused.errors.contains("allowPrivate: true"))
        #expect(!refused.errors.contains("SECRET") && !refused.errors.contains("10.1.2.3"))
        let text = try String(contentsOfFile: city.configuration, encoding: .utf8)
        try city.folder.write(
            "shirube.yaml",
            text.replacingOccurrences(
                of: "urlFile: url}", with: "urlFile: url, allowPrivate: true}"))
        #expect(try await city.run("check").code == 0)
    }

    /// The host's own list of names says for the program what a hostile DNS would.
    @Test(arguments: [("127.0.0.1", "127.0.0.0/8"), ("10.1.2.3", "10.0.0.0/8"), ("::1", "::1/128")])
    func `a name of the internet that leads into the house is refused when it is posted to`(
        address: String, range: String
    ) async throws {
        let authority = try await TestAuthority()
        let listener = try await TestServer.capture(
            "--certificate", try await authority.certificate(host: "hooks.example.jp"))
        let city = try await TestCity()
        try city.folder.write("url", "https://hooks.example.jp:\(listener.http)/SECRET\n")
        try city.folder.protect("url")
        try city.folder.write("hosts", "127.0.0.1 localhost\n\(address) hooks.example.jp\n")
        let text = try String(contentsOfFile: city.configuration, encoding: .utf8)
        try city.folder.write(
            "shirube.yaml",
            text.replacingOccurrences(
                of: "urlFile: url}", with: "urlFile: url, authorities: \(authority.path)}"))
        #expect(try await city.run("check").code == 0)
        let result = try await city.start(
            ["test-send", "--to", "chat", "--config", city.configuration],
            confined: .hosts(file: city.folder.path + "/hosts")
        ).end()
        #expect(result.code == 69, "\(result.errors)")
        #expect(result.errors.contains("(\(range))"), "\(result.errors)")
        #expect(!result.errors.contains("SECRET"))
        #expect(try listener.arrivals(".json").isEmpty)
    }
}
