import Foundation
import Testing

/// How good the forecasts were, through the real program.
@Suite struct CalibrationCommandTests {
    /// A ledger of judgements as years of running leave them: `count` indicators, each forecast in two plan years and then
    /// decided; the probability is right half of the time.
    private func city(indicators count: Int) async throws -> TestCity {
        let city = try await TestCity()
        _ = try await city.run("once", "--now", "2020-10-17")
        let script = """
            import sqlite3, sys
            count = int(sys.argv[2])
            with sqlite3.connect(sys.argv[1]) as ledger:
                ledger.execute("DELETE FROM judgement_reason")
                ledger.execute("DELETE FROM judgement")
                def judge(name, day, period, status, value, probability, low, high):
                    ledger.execute("INSERT INTO judgement (strategy, indicator, judged_at, rule, period, value,"
                        " status, probability, low80, high80) VALUES ('tomakomai-2020', ?, ?, 'probability-1', ?,"
                        " ?, ?, ?, ?, ?)", (name, day * 86400000, period, value, status, probability, low, high))
                for number in range(count):
                    name, is_met = f"i-{number}", number % 2 == 0
                    judge(name, 18600, "FY2020", "WATCH", 5, 0.3, 0, 9)
                    judge(name, 18601, "FY2020", "WATCH", 5, 0.5, 0, 9)
                    judge(name, 19000, "FY2021", "ON" if is_met else "LAG", 6, 0.9 if is_met else 0.1, 8, 12)
                    judge(name, 20200, "FY2024", "ON", 10, 0.99, 10, 10)
                    judge(name, 20201, "FY2024", "MET" if is_met else "MISS", 10, None, None, None)
                judge("open", 19000, "FY2021", "ON", 6, 0.9, 8, 12)
            """
        let program = try RunningProgram(
            program: URL(filePath: "/usr/bin/python3"),
            arguments: ["-c", script, city.folder.path + "/state/ledger.sqlite", String(count)],
            environment: [:], folder: "/")
        let result = try await program.end()
        try #require(result.code == 0, "\(result.errors)")
        return city
    }

    @Test func `scores, coverage and reliability come from the stored forecasts, by plan year`()
        async throws
    {
        let city = try await city(indicators: 20)
        let document = try await city.document(["calibration", "--format", "json"])
        let overall = try #require(document["overall"] as? [String: Any])
        // Of FY2020 the newest judgement counts, of FY2024 none, and what is open is left out.
        #expect(overall["forecasts"] as? Int == 40)
        #expect(overall["met"] as? Double == 0.5)
        #expect(overall["climatology"] as? Double == 0.25)
        let years = try #require(document["years"] as? [[String: Any]])
        #expect(years.map { $0["planYear"] as? Int } == [1, 2])
        #expect(years.first?["brier"] as? Double == 0.25)
        #expect(years.first?["coverage80"] as? Double == 0)
        #expect((years.last?["brier"] as? Double).map { ($0 * 1_000).rounded() } == 10)
        #expect(years.last?["coverage80"] as? Double == 1)
        let bins = try #require(years.last?["bins"] as? [[String: Any]])
        #expect(bins.map { $0["forecasts"] as? Int } == [10, 0, 0, 0, 10])
        #expect(bins.first?["observed"] as? Double == 0)
        let before = try await city.document(
            ["calibration", "--format", "json", "--as-of", "2022-01-01"])
        #expect((before["overall"] as? [String: Any])?["forecasts"] as? Int == 0)
    }

    @Test func `the page has every figure as a table, and its pictures in words`() async throws {
        let city = try await city(indicators: 20)
        let page = try await city.run("calibration", "--format", "html")
        #expect(page.code == 0, "\(page.errors)")
        #expect(page.output.components(separatedBy: "<svg role=\"img\" aria-label=\"").count == 4)
        #expect(page.output.contains("計画2年目：10.0%と予測したうち0.0%が達成、90.0%と予測したうち100.0%が達成"))
        #expect(page.output.contains("cx=\"200\" cy=\"20\""))
        #expect(page.output.contains("<th scope=\"row\">計画1年目</th><td>20</td><td>20</td>"))
        #expect(!page.output.contains("<script") && !page.output.contains("http"))
        let text = try await city.run("calibration", "--language", "en")
        #expect(text.output.contains("Better than always saying the share of met targets"))
    }

    @Test func `too few outcomes are said to be too few`() async throws {
        let city = try await city(indicators: 9)
        let text = try await city.run("calibration")
        #expect(text.output.contains("9指標の18件だけで、まだ当たり具合を言えません"))
        let empty = try await TestCity().run("calibration", "--format", "html")
        #expect(empty.output.contains("0指標の0件だけ"))
        #expect(!empty.output.contains("<svg"))
    }
}
