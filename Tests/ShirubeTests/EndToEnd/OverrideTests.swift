import Foundation
import Testing

/// An owner's view beside the judgement, through the real program.
@Suite struct OverrideTests {
    private static func drop(_ quarter: Int, _ value: Int) -> String {
        "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第\(quarter)四半期,\(value)\n"
    }

    private func city() async throws -> TestCity {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.drop(2, 2))
        _ = try await city.run("once", "--now", "2022-10-17")
        return city
    }

    private func own(_ city: TestCity, asOf day: String) async throws -> [String: Any]? {
        try await city.indicator("m01-1-1", asOf: day)["override"] as? [String: Any]
    }

    @Test func `judgement and owner's view are shown together wherever a status is`() async throws {
        let city = try await city()
        let judged = try #require(
            try await city.indicator("m01-1-1", asOf: "2022-10-17")["status"] as? String)
        let result = try await city.run(
            "override", "m01-1-1", "--status", "on", "--reason", "第4四半期に集中する", "--by", "工業課長",
            "--now", "2022-10-18T10:00")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("工業課長が令和4年10月18日（火）に「順調」と判断。理由：第4四半期に集中する"))
        let indicator = try await city.indicator("m01-1-1", asOf: "2022-10-18")
        #expect(indicator["status"] as? String == judged)
        let own = try #require(indicator["override"] as? [String: Any])
        #expect(own["status"] as? String == "ON")
        #expect(own["reason"] as? String == "第4四半期に集中する")
        #expect(own["by"] as? String == "工業課長")
        #expect(own["at"] as? String == "2022-10-18T10:00:00+09:00")
        #expect(own["period"] as? String == "FY2022Q2")
        let table = try await city.run("status", "--as-of", "2022-10-18")
        #expect(table.output.contains("→ ON 順調＊") && table.output.contains("＊ m01-1-1 工業課長が"))
        let csv = try await city.run("status", "--as-of", "2022-10-18", "--format", "csv")
        #expect(csv.output.contains(",ON,第4四半期に集中する"))
        for format in ["text", "html", "slack"] {
            let report = try await city.run("report", "--as-of", "2022-10-18", "--format", format)
            #expect(report.output.contains("○ 順調（担当の判断）"), "\(format)")
            #expect(
                report.output.replacingOccurrences(of: "\n      ", with: "")
                    .contains("第4四半期に集中する"), "\(format)")
        }
        let document = try await city.document(
            ["report", "--as-of", "2022-10-18", "--format", "json"])
        let rows = try #require(document["indicators"] as? [[String: Any]])
        let row = try #require(rows.first { $0["id"] as? String == "m01-1-1" })
        #expect((row["override"] as? [String: Any])?["status"] as? String == "ON")
        #expect(row["status"] as? String == judged)
        #expect(try await self.own(city, asOf: "2022-10-17") == nil)
    }

    @Test func `it lapses when a new period is judged, at its date, or when it is withdrawn`()
        async throws
    {
        let city = try await city()
        func override(_ now: String, _ more: String...) async throws {
            let result = try await city.start(
                [
                    "override", "m01-1-1", "--reason", "理由", "--now", now, "--config",
                    city.configuration,
                ]
                    + more
            ).end()
            #expect(result.code == 0, "\(result.errors)")
        }
        try await override("2022-10-18", "--status", "ON")
        #expect(try await own(city, asOf: "2022-12-31")?["status"] as? String == "ON")
        try city.drop("b.csv", "kogyo-koyo", Self.drop(3, 1))
        _ = try await city.run("once", "--now", "2023-01-10")
        #expect(try await own(city, asOf: "2023-01-10") == nil)

        try await override("2023-01-11", "--status", "WATCH", "--until", "2023-01-20")
        #expect(try await own(city, asOf: "2023-01-20")?["until"] as? String == "2023-01-20")
        #expect(try await own(city, asOf: "2023-01-21") == nil)

        try await override("2023-01-22", "--status", "ON", "--period", "R4Q4")
        try city.drop("c.csv", "kogyo-koyo", Self.drop(4, 1))
        _ = try await city.run("once", "--now", "2023-04-10")
        #expect(try await own(city, asOf: "2023-04-10")?["status"] as? String == "ON")
        try await override("2023-04-11T10:00", "--withdraw")
        #expect(try await own(city, asOf: "2023-04-11T09:59") != nil)
        #expect(try await own(city, asOf: "2023-04-11") == nil)
    }

    @Test func `what would have no effect or sense is refused with a sentence`() async throws {
        let city = try await city()
        let base = ["--reason", "理由", "--now", "2022-10-18"]
        for (arguments, code, words) in [
            (["m01-1-2", "--status", "ON"], 65, "指標「m01-1-2」はありません。"),
            (["m01-1-1", "--status", "ON", "--strategy", "x"], 65, "戦略「x」は設定にありません"),
            (["m01-1-1", "--status", "END"], 65, "終了（END）は担当の判断では付けられません"),
            (["m01-1-1", "--status", "ON", "--until", "2022-10-17"], 65, "もう過ぎている"),
            (["m01-1-1", "--status", "ON", "--period", "R4Q1"], 65, "--period を改めてください"),
            (["m01-1-1", "--withdraw"], 65, "取り消すものがありません"),
            (["m01-1-1", "--status", "FINE"], 64, "FINE"),
            (["m01-1-1"], 64, "--status"),
            (["m01-1-1", "--withdraw", "--until", "2022-12-01"], 64, "--withdraw takes effect"),
        ] {
            let result = try await city.start(
                ["override", "--config", city.configuration] + arguments + base
            ).end()
            #expect(result.code == Int32(code), "\(arguments)")
            #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
        }
        #expect(try await own(city, asOf: "2022-10-19") == nil)
    }
}
