import Foundation
import Testing

/// A city whose forecasts come true or not over simulated years, through the real program: no row is put into the ledger by
/// hand.
@Suite struct OwnErrorsCommandTests {
    /// 45 indicators with a target in FY2022, and three with one in FY2024.
    private static let decided = 45, count = 48
    private let folder: TemporaryFolder

    init() async throws {
        folder = try TemporaryFolder()
        let rows = (0..<Self.count).map { number in
            """
                  - id: i-\(number)
                    name: 指標\(number)
                    unit: 人
                    departments: [kikaku]
                    baseline: {value: 100, period: FY2018}
                    target: {value: 110, period: FY\(number < Self.decided ? 2022 : 2024)}
                    kind: K4
                    cadence: year
            """
        }
        try folder.write(
            "strategy.yaml",
            """
            strategy: rei-2020
            name: 例市総合戦略
            city: 例市
            term: {from: FY2020, to: FY2024}
            departments:
              - {id: kikaku, name: 企画課}
            planningDepartment: kikaku
            goals:
              - id: g1
                number: 1
                name: 目標
                measures: []
                indicators:
            \(rows.joined(separator: "\n"))
            """)
        try folder.write("drops/.keep", "")
        try folder.write("state/.keep", "")
        try folder.write(
            "shirube.yaml", "strategies: [strategy.yaml]\nstate: state\ndrops: drops\n")
        for (year, value) in [(2020, Self.first), (2021, Self.second), (2022, Self.third)] {
            let lines = (0..<Self.count).map {
                "i-\($0),\(year)年度,年度,\(value($0)),人,確報,確認済"
            }
            try folder.write(
                "FY\(year).csv",
                "指標ID,年度,期間,実績値,単位,区分,備考\n" + lines.joined(separator: "\n") + "\n")
            try await run(
                "drop", "apply", "FY\(year).csv", "--department", "kikaku", "--now",
                "\(year + 1)-04-20T10:00")
            // The day after, everything is judged by what became known.
            try await run("once", "--now", "\(year + 1)-04-21T10:00")
        }
    }

    private static func first(_ number: Int) -> Int { 100 + number % 7 }
    private static func second(_ number: Int) -> Int { 102 + number % 5 }
    /// A third of the city's indicators fall far below what was foretold, another meets its target.
    private static func third(_ number: Int) -> Int { [60, 104, 111][number % 3] }

    @discardableResult private func run(_ words: String...) async throws -> String {
        let program = try RunningProgram(
            program: TestCity.program,
            arguments: words + ["--config", folder.path + "/shirube.yaml"], environment: [:],
            folder: folder.path)
        let result = try await program.end()
        try #require(result.code == 0, "\(words) \(result.errors)")
        return result.output
    }

    private func indicators(_ words: [String]) async throws -> [[String: Any]] {
        let program = try RunningProgram(
            program: TestCity.program,
            arguments: ["status", "--format", "json", "--config", folder.path + "/shirube.yaml"]
                + words, environment: [:], folder: folder.path)
        let result = try await program.end()
        try #require(result.code == 0, "\(result.errors)")
        let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require((document as? [String: Any])?["indicators"] as? [[String: Any]])
    }

    private func number(_ value: Any?, _ path: String...) throws -> Double {
        let found = path.reduce(value) { ($0 as? [String: Any])?[$1] }
        return try #require(found as? Double, "\(path)")
    }

    @Test func `what was foretold and what came of it give the scores of the calibration page`()
        async throws
    {
        let page = try await run("calibration", "--format", "json")
        let document = try JSONSerialization.jsonObject(with: Data(page.utf8)) as? [String: Any]
        let years = try #require(document?["years"] as? [[String: Any]])
        #expect(years.map { $0["forecasts"] as? Int } == [Self.decided, Self.decided])
        for (position, moment) in ["2021-05-01", "2022-05-01"].enumerated() {
            var (squares, held) = (0.0, 0)
            for (number, row) in try await indicators(["--as-of", moment]).enumerated()
            where number < Self.decided {
                let outcome = Double(Self.third(number))
                let error = try self.number(row, "probability") - (outcome >= 110 ? 1 : 0)
                squares += error * error
                let low = try self.number(row, "forecast", "low80")
                let high = try self.number(row, "forecast", "high80")
                if (low...high).contains(outcome) { held += 1 }
            }
            let brier = try number(years[position], "brier")
            #expect((brier - squares / Double(Self.decided)).magnitude < 1e-9)
            let coverage = try number(years[position], "coverage80")
            #expect((coverage - Double(held) / Double(Self.decided)).magnitude < 1e-9)
        }
        let end = try await indicators(["--as-of", "2023-05-01"])
        #expect(end[0]["status"] as? String == "MISS" && end[2]["status"] as? String == "MET")
    }

    @Test
    func
        `own errors correct what is still open, are explained, and never judge what came before them`()
        async throws
    {
        let last = "i-\(Self.decided)"
        let stored = try await indicators(["--as-of", "2023-04-21"])
        let row = try #require(stored.last)
        // As far ahead as FY2022 is from FY2024, each of the others was foretold once.
        #expect(try number(row, "forecast", "own", "errors") == Double(Self.decided))
        let widening = try number(row, "forecast", "own", "widening")
        #expect((widening - 1.2815515655 / 0.9674215661).magnitude < 1e-6)
        let before = try (
            low: number(row, "forecast", "own", "shipped", "low80"),
            high: number(row, "forecast", "own", "shipped", "high80")
        )
        #expect(try number(row, "forecast", "low80") < before.low)
        #expect(try number(row, "forecast", "high80") > before.high)
        let rejudged = try await indicators(["--as-of", "2023-04-21", "--rejudge"])
        #expect(
            NSDictionary(dictionary: try #require(rejudged.last)) == NSDictionary(dictionary: row))
        for words in [["--as-of", "2022-05-01"], ["--as-of", "2022-05-01", "--rejudge"]] {
            let earlier = try await indicators(words)
            let forecast = try #require(earlier.last?["forecast"] as? [String: Any])
            #expect(forecast["own"] == nil)
        }
        let text = try await run("explain", last, "--as-of", "2023-04-21")
        #expect(text.contains("当市の見通しの外れ方で補正：同じ時期の45指標の結果による"))
        #expect(text.contains("幅を1.32倍にした"))
        let english = try await run("explain", last, "--as-of", "2023-04-21", "--language", "en")
        #expect(english.contains("Corrected by how our own forecasts erred: 45 indicators"))
    }
}
