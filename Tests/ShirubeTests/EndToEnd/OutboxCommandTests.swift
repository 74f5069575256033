import Foundation
import Testing

/// `shirube outbox` through the real program, beside a daemon and without one.
@Suite struct OutboxCommandTests {
    private static let rejected = "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第2四半期,多い\n"

    private func city() async throws -> TestCity {
        let city = try await TestCity()
        try city.writeConfiguration(
            """
            posts:
              kogyo-tanto: {name: 工業担当, members: [sato@city.example]}
            """, settle: 0, kogyo: "[kogyo-tanto]")
        return city
    }

    /// Runs `shirube outbox` at a moment.
    private func outbox(
        _ city: TestCity, _ arguments: [String], now: String? = "2022-10-17T08:45"
    ) async throws -> TestCity.Result {
        try await city.start(
            ["outbox"] + arguments + (now.map { ["--now", $0] } ?? [])
                + ["--config", city.configuration]
        ).end()
    }

    private static let why = ["--by", "kogyo-tanto", "--reason", "理由"]

    private func deliveries(
        _ city: TestCity, _ arguments: String...
    ) async throws -> [[String: Any]] {
        let document = try await city.document(["outbox", "list", "--format", "json"] + arguments)
        return try #require(document["deliveries"] as? [[String: Any]])
    }

    @Test
    func `a daemon holds what is paused, never sends what is dropped, and goes on when resumed`()
        async throws
    {
        let city = try await city()
        let daemon = try await city.serve(at: "2022-10-17T08:40")
        let paused = try await outbox(city, ["pause", "--all"] + Self.why)
        #expect(paused.code == 0, "\(paused.errors)")
        #expect(paused.output == "すべての送信を止めました（再開するまで）。\n")
        for name in ["a", "b"] {
            try city.drop("\(name).csv", "kogyo-koyo", Self.rejected + "# \(name)\n")
            try await daemon.awaiting("a rejection") {
                city.folder.names("drops/kogyo-koyo/rejected").contains {
                    $0.contains(".csv") && $0.contains("\(name)")
                }
            }
        }
        let list = try await outbox(city, ["list"])
        #expect(list.output.contains("送信待ち（停止中）") && list.output.contains("工業担当 <sato@"))
        let rows = try await deliveries(city, "--route", "mail", "--to", "kogyo-tanto")
        let numbers = rows.compactMap { $0["number"] as? Int }
        try #require(numbers.count == 2, "\(list.output)")
        let dropped = try await outbox(city, ["drop", "\(numbers[0])"] + Self.why)
        #expect(dropped.output == "送信を取りやめました：\(numbers[0])。\n", "\(dropped.errors)")
        let status = try await city.run("status")
        #expect(status.output.contains("すべての送信を止めています（再開するまで）。kogyo-tanto"))
        #expect(status.output.contains("取りやめ1件"))
        #expect(try city.server.arrivals(".eml").isEmpty)
        let resumed = try await outbox(city, ["resume"] + Self.why)
        #expect(resumed.code == 0, "\(resumed.errors)")
        try await daemon.awaiting("the mail that was not dropped", seconds: 70) {
            try city.server.arrivals(".eml").count == 1
        }
        let raw = try await outbox(city, ["show", "\(numbers[1])", "--raw"], now: nil)
        let name = try #require(try city.server.arrivals(".eml").first)
        #expect(try Array(raw.output.utf8) == city.server.bytes(name))
        try await daemon.awaitError("outbox drop of delivery \(numbers[0]), by kogyo-tanto: 理由")
        #expect(daemon.errorText.contains("outbox pause of everything, by kogyo-tanto"))
        #expect(try await daemon.stop().code == 0)
        #expect(try city.server.arrivals(".eml").count == 1)
        let audit = try await city.run("audit", "--post", "kogyo-tanto")
        for words in ["送信を止める", "送信を再開", "送信取りやめ", " / 理由"] {
            #expect(audit.output.contains(words), "\(audit.output)")
        }
        #expect(try await city.run("verify").code == 0)
    }

    @Test
    func `what was sent, refused or dropped goes anew under its Message-ID, also without a daemon`()
        async throws
    {
        let city = try await city()
        try city.drop("a.csv", "kogyo-koyo", Self.rejected)
        _ = try await city.run("once", "--now", "2022-10-17T08:40")
        #expect(try await city.mails().count == 1)
        #expect(try await deliveries(city).isEmpty)
        let sent = try await deliveries(city, "--state", "delivered", "--kind", "rejection")
        let number = try #require(sent.first?["number"] as? Int)
        #expect(sent.count == 1)
        #expect(try await deliveries(city, "--state", "delivered", "--kpi", "m01-2-1").isEmpty)
        #expect(try await deliveries(city, "--state", "delivered", "--since", "2023-01-01").isEmpty)
        let again = try await outbox(city, ["resend", "\(number)"] + Self.why)
        #expect(again.code == 0, "\(again.errors)")
        _ = try await city.run("once", "--now", "2022-10-17T08:50")
        let ids = try await city.mails().map(\.id)
        #expect(ids.count == 2 && Set(ids).count == 1)
        // The work of the day has compressed it by then.
        _ = try await city.run("once", "--now", "2022-10-17T08:55")
        let raw = try await outbox(city, ["show", "\(number)", "--raw"], now: nil)
        let names = try city.server.arrivals(".eml")
        for name in names { #expect(try Array(raw.output.utf8) == city.server.bytes(name)) }
        let shown = try await outbox(city, ["show", "\(number)"], now: nil)
        #expect(shown.output.contains("送信済") && shown.output.contains("250"))
        #expect(shown.output.contains("送り直し（それまで：送信済）kogyo-tanto、理由：理由"))
        #expect(try await city.run("verify").code == 0)
        let csv = try await outbox(city, ["list", "--state", "delivered", "--format", "csv"])
        #expect(csv.output.split(separator: "\r\n").count == 2, "\(csv.output)")
    }

    @Test func `what cannot be done is refused with a sentence, and changes nothing`() async throws
    {
        let city = try await city()
        try city.drop("a.csv", "kogyo-koyo", Self.rejected)
        _ = try await city.run("once", "--now", "2022-10-17T08:40")
        for (arguments, code, words) in [
            (["show", "99"], 65, "番号99の送信はありません"),
            (["show", "99", "--raw"], 65, "番号99の送信はありません"),
            (["drop", "1"] + Self.why, 65, "もう「送信済」"),
            (["resend", "1", "99"] + Self.why, 65, "番号99の送信はありません"),
            (["resend", "1", "--by", "x", "--reason", "r"], 65, "posts"),
            (["resend", "1", "--by", "kogyo-tanto", "--reason", " "], 64, "--reason"),
            (["resend"] + Self.why, 64, "numbers"),
            (["pause"] + Self.why, 64, "--channel NAME"),
            (["pause", "--all", "--route", "mail"] + Self.why, 64, "--channel NAME"),
            (["pause", "--channel", "chatt"] + Self.why, 65, "「chat」ではありませんか"),
            (["pause", "--all", "--until", "2022-10-16"] + Self.why, 65, "より後ではない"),
            (["resume"] + Self.why, 65, "再開するものがありません"),
            (["list", "--kpi", "m99"], 65, "m99"), (["list", "--state", "lost"], 64, "lost"),
        ] {
            let result = try await outbox(city, arguments)
            #expect(result.code == Int32(code), "\(arguments): \(result.errors)")
            #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
        }
        let paused = try await outbox(city, ["pause", "--channel", "chat"] + Self.why)
        #expect(paused.code == 0, "\(paused.errors)")
        let twice = try await outbox(city, ["pause", "--channel", "chat"] + Self.why)
        #expect(twice.code == 65 && twice.errors.contains("もう止まっています"))
        let other = try await outbox(city, ["resume", "--route", "mail"] + Self.why)
        #expect(other.code == 65 && other.errors.contains("チャンネル「chat」を止めています"))
        #expect(try await deliveries(city, "--state", "delivered").count == 1)
    }
}
