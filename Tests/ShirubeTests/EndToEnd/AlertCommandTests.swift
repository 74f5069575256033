import Foundation
import Testing

/// `shirube alerts`: what people see of alerts and do about them, through the real program.
@Suite struct AlertCommandTests {
    private static let lagging = "指標ID,年度,期間,実績値,集計\nm01-1-1,令和4年度,第2四半期,5,計画累計\n"

    /// A city in which m01-1-1 has come to lag on 12 October 2022.
    private func city() async throws -> TestCity {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.lagging)
        _ = try await city.run("once", "--now", "2022-10-12T10:00")
        return city
    }

    private func number(_ city: TestCity) async throws -> Int {
        let list = try await city.document(
            ["alerts", "list", "--type", "lagging", "--format", "json", "--as-of", "2022-10-12"])
        let alerts = try #require(list["alerts"] as? [[String: Any]])
        return try #require(alerts.first?["number"] as? Int)
    }

    private func alert(_ city: TestCity, asOf day: String) async throws -> [String: Any] {
        let list = try await city.document(
            ["alerts", "list", "--type", "lagging", "--format", "json", "--as-of", day])
        return try #require((list["alerts"] as? [[String: Any]])?.first)
    }

    private func run(_ city: TestCity, _ arguments: [String]) async throws -> TestCity.Result {
        try await city.start(["alerts"] + arguments + ["--config", city.configuration]).end()
    }

    @Test func `what is open is listed with what is done about it, and the budgets below`()
        async throws
    {
        let city = try await city()
        let table = try await run(city, ["list", "--as-of", "2022-10-12"])
        #expect(table.code == 0, "\(table.errors)")
        #expect(table.output.contains("遅れ"))
        #expect(table.output.contains("未回答"))
        #expect(table.output.contains("m01-1-1"))
        #expect(table.output.contains("未対応"))
        #expect(table.output.contains("この1年に始まった遅れ：1件"))
        #expect(table.output.contains("課長ごとの未終了の警告：最多は工業・雇用振興課の1件"))
        let own = try await run(
            city, ["list", "--as-of", "2022-10-12", "--department", "kanko-shinko"])
        #expect(!own.output.contains("m01-1-1"))
        let before = try await run(city, ["list", "--as-of", "2022-10-11"])
        #expect(before.output.hasPrefix("警告はありません。\n"))
        #expect(try await alert(city, asOf: "2022-10-12")["status"] as? String == "LAG")
    }

    @Test func `an answer is kept with who, why, what and until when, and lapses on its day`()
        async throws
    {
        let city = try await city()
        let number = try await number(city)
        let result = try await run(
            city,
            [
                "ack", "\(number)", "--reason", "求人が減った", "--action", "説明会を増やす", "--review",
                "2022-11-01", "--by", "工業課長", "--now", "2022-10-13T10:00",
            ])
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("見直しは令和4年11月1日（火）です。"))
        let held = try #require(
            try await alert(city, asOf: "2022-10-13")["acknowledgement"] as? [String: Any])
        #expect(held["by"] as? String == "工業課長" && held["action"] as? String == "説明会を増やす")
        #expect(held["reason"] as? String == "求人が減った")
        let shown = try await run(city, ["show", "m01-1-1", "--type", "lagging"])
        #expect(shown.code == 0, "\(shown.errors)")
        #expect(shown.output.contains("対応を記録") && shown.output.contains("説明会を増やす"))
        #expect(shown.output.contains("担当に知らせました（新たに発生）：kogyo-koyo@city.example"))
        _ = try await city.run("once", "--now", "2022-11-01T09:00")
        #expect(try await alert(city, asOf: "2022-11-01")["acknowledgement"] is NSNull)
        let history = try await run(
            city, ["history", "m01-1-1", "--type", "lagging", "--as-of", "2022-11-30"])
        let kinds = history.output.split(separator: "\n").dropFirst(2).compactMap {
            $0.split(separator: " ").dropFirst(5).first
        }
        #expect(kinds == ["発生", "通知", "対応を記録", "見直しの日"], "\(history.output)")
        let none = try await run(city, ["history", "m01-2-1", "--as-of", "2020-01-01"])
        #expect(none.output == "記録はありません。\n")
    }

    @Test func `a silence mutes, is listed, says when it matches nothing, and can be ended`()
        async throws
    {
        let city = try await TestCity()
        let silenced = try await run(
            city,
            [
                "silence", "m01-1-1", "--type", "lagging", "--until", "2022-12-28", "--reason",
                "会場の改修", "--by", "工業課長", "--now", "2022-10-11",
            ])
        #expect(silenced.code == 0, "\(silenced.errors)")
        #expect(silenced.output.contains("いま当てはまる警告はありません"))
        try city.drop("a.csv", "kogyo-koyo", Self.lagging)
        _ = try await city.run("once", "--now", "2022-10-12T10:00")
        #expect(try await city.mails().isEmpty)
        let list = try await run(city, ["list", "--as-of", "2022-10-12"])
        #expect(list.output.contains("休止中（2022-12-28まで）"))
        #expect(list.output.contains("休止1：m01-1-1（遅れ） 2022-12-28まで。工業課長、理由：会場の改修。1件に当てはまります。"))
        let again = try await run(
            city,
            [
                "silence", "m01-1-1", "--type", "lagging", "--until", "2022-12-29", "--reason", "x",
                "--now", "2022-10-13",
            ])
        #expect(again.code == 65 && again.errors.contains("同じ休止1が2022-12-28まであります"))
        let ended = try await run(
            city, ["unsilence", "1", "--reason", "終わった", "--now", "2022-10-14"])
        #expect(ended.output == "休止1（2022-12-28まで）を取り消しました。\n", "\(ended.errors)")
        let after = try await run(city, ["list", "--as-of", "2022-10-14"])
        #expect(!after.output.contains("休止1") && after.output.contains("未対応"))
    }

    @Test func `what would change nothing or names nothing is refused with a sentence`()
        async throws
    {
        let city = try await city()
        let number = try await number(city)
        let now = ["--now", "2022-10-13"]
        let ack = ["--reason", "x", "--action", "y", "--review", "2022-11-01"] + now
        let silence = ["--reason", "x", "--until", "2022-11-01"] + now
        for (arguments, code, words) in [
            (["ack", "999999"] + ack, 65, "番号999999の警告はありません"),
            (["ack", "m01-1-2"] + ack, 65, "指標「m01-1-2」はありません"),
            (["ack", "m01-1-1", "--type", "sudden-change"] + ack, 65, "終わっていない警告がありません"),
            (["ack", "\(number)", "--strategy", "x"] + ack, 65, "戦略「x」は設定にありません"),
            (
                ["ack", "\(number)", "--reason", "x", "--action", "y", "--review", "2022-10-13"]
                    + now, 65, "今日（2022-10-13）より後ではない"
            ),
            (
                ["ack", "\(number)", "--reason", "x", "--action", "y", "--review", "2024-01-01"]
                    + now, 65, "1年より先です"
            ),
            (
                ["ack", "\(number)", "--reason", " ", "--action", "y", "--review", "2022-11-01"],
                64, "--reason"
            ),
            (
                ["ack", "\(number)", "--reason", "x", "--action", " ", "--review", "2022-11-01"],
                64, "--action"
            ),
            (["silence", "m99"] + silence, 65, "指標「m99」はありません"),
            (["silence", "--department", "kogyo"] + silence, 65, "課「kogyo」はありません"),
            (["silence"] + silence, 64, "--department"),
            (["silence", "m01-1-1", "--reason", "x", "--until", "2022-10-01"] + now, 65, "明日以後の日"),
            (["unsilence", "7", "--reason", "x"] + now, 65, "番号7の休止は、いま有効ではありません"),
            (["list", "--type", "late"], 64, "late"), (["show", "77777"], 65, "番号77777の警告"),
        ] {
            let result = try await run(city, arguments)
            #expect(result.code == Int32(code), "\(arguments): \(result.errors)")
            #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
        }
        #expect(try await alert(city, asOf: "2022-10-14")["acknowledgement"] is NSNull)
    }

    @Test
    func `an indicator with several alerts is answered by number, and what is over asks nothing`()
        async throws
    {
        let city = try await TestCity()
        _ = try await city.run("once", "--now", "2022-10-19T10:00")
        try city.drop("a.csv", "kogyo-koyo", Self.lagging)
        _ = try await city.run("once", "--now", "2022-10-20T10:00")
        let number = try await self.number(city, on: "2022-10-20")
        try city.drop("b.csv", "kogyo-koyo", Self.lagging.replacing(",5,", with: ",25,"))
        _ = try await city.run("once", "--now", "2022-10-21T10:00")
        let over = try await run(
            city,
            [
                "ack", "\(number)", "--reason", "x", "--action", "y", "--review", "2022-11-01",
                "--now", "2022-10-21T11:00",
            ])
        #expect(over.code == 65 && over.errors.contains("2022-10-21に終わっている"), "\(over.errors)")
        let closed = try await run(city, ["list", "--all", "--as-of", "2022-10-21"])
        #expect(closed.output.contains("終了（2022-10-21）"))
    }

    private func number(_ city: TestCity, on day: String) async throws -> Int {
        try #require(try await alert(city, asOf: day)["number"] as? Int)
    }
}
