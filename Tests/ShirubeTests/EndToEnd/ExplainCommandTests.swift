import Foundation
import Testing

/// `shirube explain` and `status --by`, by the real program on a real ledger.
@Suite struct ExplainCommandTests {
    private func city() async throws -> TestCity {
        let city = try await TestCity()
        try city.folder.write(
            "R3.csv",
            """
            指標ID,年度,期間,実績値,単位,区分,備考\r
            m01-1-1,令和2年度,年度,5,人,確報,\r
            m01-1-1,令和3年度,年度,4,人,確報,\r

            """)
        let taken = try await city.run(
            "drop", "apply", city.folder.path + "/R3.csv", "--department", "kogyo-koyo", "--now",
            "2022-04-08T10:00")
        #expect(taken.code == 0, "\(taken.errors)")
        return city
    }

    @Test func `an account names the file and the line, the forecast and what would change it`()
        async throws
    {
        let city = try await city()
        let text = try await city.run("explain", "m01-1-1", "--as-of", "2022-04-09")
        #expect(text.code == 0, "\(text.errors)")
        #expect(text.output.contains("R3.csv 2行目") && text.output.contains("R3.csv 3行目"))
        #expect(text.output.contains("■ 目標に届くか") && text.output.contains("■ 何があれば変わるか"))
        #expect(text.output.contains("令和4年度第1四半期の実績が"))
        let json = try await city.run(
            "explain", "m01-1-1", "--as-of", "2022-04-09", "--format", "json", "--language", "en")
        let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        let document = try #require(parsed as? [String: Any])
        let judgement = try #require(document["judgement"] as? [String: Any])
        #expect(judgement["rule"] as? String == "probability-1")
        #expect((judgement["probability"] as? Double).map { (0...1).contains($0) } == true)
        let forecast = try #require(judgement["forecast"] as? [String: Any])
        #expect(forecast["median"] is Double && forecast["low80"] is Double)
        let figures = try #require(document["figures"] as? [[String: Any]])
        #expect(figures.map { $0["line"] as? Int } == [2, 3])
        #expect((document["whatIf"] as? [String: Any])?["period"] as? String == "FY2022Q1")
    }

    @Test func `a stored judgement is accounted for as it was stored`() async throws {
        let city = try await city()
        let before = try await city.run(
            "explain", "m01-1-1", "--as-of", "2022-04-09", "--format", "json")
        try city.folder.write(
            "R4.csv",
            "指標ID,年度,期間,実績値,単位,区分,備考\r\nm01-1-1,令和4年度,第1四半期,9,人,速報,\r\n")
        let taken = try await city.run(
            "drop", "apply", city.folder.path + "/R4.csv", "--department", "kogyo-koyo", "--now",
            "2022-07-08T10:00")
        #expect(taken.code == 0, "\(taken.errors)")
        let after = try await city.run(
            "explain", "m01-1-1", "--as-of", "2022-04-09", "--format", "json")
        #expect(before.output == after.output)
        let now = try await city.run(
            "explain", "m01-1-1", "--as-of", "2022-07-09", "--format", "json")
        #expect(now.output != after.output)
    }

    @Test func `an unknown indicator is refused with what to do`() async throws {
        let city = try await TestCity()
        let result = try await city.run("explain", "m99-9-9")
        #expect(result.code == 65)
        #expect(result.errors.contains("m99-9-9") && result.errors.contains("shirube status"))
    }

    @Test func `counts by department, measure and goal come as a table, CSV and JSON`() async throws
    {
        let city = try await city()
        let table = try await city.run("status", "--as-of", "2022-04-09", "--by", "department")
        #expect(table.code == 0 && table.output.contains("工業・雇用振興課"))
        let csv = try await city.run(
            "status", "--as-of", "2022-04-09", "--by", "goal", "--format", "csv")
        #expect(csv.output.hasPrefix("strategy,id,name,total,MET,"))
        #expect(csv.output.split(separator: "\r\n").count == 6)
        let json = try await city.run(
            "status", "--as-of", "2022-04-09", "--by", "measure", "--format", "json")
        #expect(json.output.contains(#""by": "measure""#))
    }
}
