import Foundation
import Testing

/// Decisions that are taken back, and what is still asked for, through the real program.
@Suite struct DecisionWithdrawalTests {
    private static let improve = [
        "m01-1-1", "改善", "--by", "課長", "--reason", "参加企業が減った", "--act", "50社に訪問", "--due",
        "2022-11-30",
    ]

    private func run(_ city: TestCity, _ arguments: [String], at now: String) async throws
        -> TestCity.Result
    {
        try await city.start(arguments + ["--now", now, "--config", city.configuration]).end()
    }

    @Test func `a decision is taken back with its reason, and its act ends`() async throws {
        let city = try await TestCity()
        try city.writeConfiguration(settle: 0)
        _ = try await run(city, ["decide"] + Self.improve, at: "2022-10-20T10:00")
        let wrong = ["decisions", "withdraw", "1", "--by", "課長"]
        for (arguments, code, words) in [
            (["decisions", "withdraw", "9", "--by", "課長", "--reason", "x"], 65, "番号9の決定はありません"),
            (wrong, 64, "--reason"), (wrong + ["--reason", " "], 64, "--reason"),
            (["decisions", "withdraw", "1", "--reason", "x"], 64, "--by"),
        ] {
            let result = try await run(city, arguments, at: "2022-11-01T10:00")
            #expect(result.code == Int32(code), "\(arguments)")
            #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
        }
        let result = try await run(
            city, wrong + ["--reason", "別の事業だった"], at: "2022-11-01T10:00")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("措置「50社に訪問」も終わりました"))
        let again = try await run(city, wrong + ["--reason", "x"], at: "2022-11-02T10:00")
        #expect(again.code == 65 && again.errors.contains("令和4年11月1日（火）に課長が取り消しました"))
        let late = try await run(
            city, ["acts", "done", "1", "--by", "課長", "--reason", "済"], at: "2022-11-02T10:00")
        #expect(late.code == 65 && late.errors.contains("取り消しました"))
        let acts = try await city.run("acts", "--now", "2022-12-01")
        #expect(acts.output == "実施中の措置はありません。\n")
        // As of the day before it was open.
        #expect(
            try await city.run("acts", "--now", "2022-10-31").output.contains("50社に訪問"))
        let table = try await city.run("decisions", "--now", "2022-12-01")
        #expect(table.output.contains("取消") && !table.output.contains("中央値"))
        let list = try await city.document(["decisions", "--format", "json"])
        let row = try #require((list["decisions"] as? [[String: Any]])?.first)
        let withdrawn = try #require(row["withdrawn"] as? [String: Any])
        #expect(withdrawn["reason"] as? String == "別の事業だった")
        // Nobody is asked for it.
        _ = try await run(city, ["once"], at: "2022-11-30T10:00")
        #expect(try await city.mails().allSatisfy { !$0.subject.contains("措置の確認") })
        let audit = try await city.run("audit", "--kpi", "m01-1-1", "--format", "csv")
        #expect(audit.output.contains("決定の取消") && audit.output.contains("別の事業だった"))
        #expect(try await city.run("verify").code == 0)
        // The next summary says so once, and never that an effect came.
        let next = try await city.run("report", "--quarter", "R4Q3", "--as-of", "2023-01-20")
        let said = next.output.filter { !$0.isNewline && $0 != " " }
        #expect(said.contains("令和4年11月1日（火）に課長が取り消しました（別の事業だった）"), "\(said)")
        #expect(said.contains("改善（取消）：内定者数") && !said.contains("決定時"), "\(said)")
        #expect(!next.output.contains("実施中の措置"))
        let later = try await city.run("report", "--quarter", "R4Q4", "--as-of", "2023-04-20")
        #expect(!later.output.contains("別の事業だった"))
    }

    @Test func `the summary asks for no decision where one was made for its quarter`() async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(settle: 0)
        try city.drop(
            "a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値,集計\nm01-1-1,令和4年度,第2四半期,5,計画累計\n")
        _ = try await run(city, ["once"], at: "2022-10-12T10:00")
        func asked(_ quarter: String, _ day: String) async throws -> String {
            let document = try await city.document([
                "report", "--quarter", quarter, "--as-of", day, "--format", "json",
            ])
            return "\(document["decide"] ?? "")"
        }
        let before = try await asked("R4Q2", "2022-10-13")
        #expect(before.contains("判断をお願いします"), "\(before)")
        // A decision on the measure is one on what it holds.
        let decided = try await run(
            city, ["decide", "m01", "継続", "--by", "課長", "--reason", "様子を見る"],
            at: "2022-10-14T10:00")
        #expect(decided.code == 0, "\(decided.errors)")
        let after = try await asked("R4Q2", "2022-10-15")
        #expect(!after.contains("内定者数") || !after.contains("判断をお願いします"), "\(after)")
        // Of the next quarter nothing was decided yet; a decision that was taken back is none.
        #expect(try await asked("R4Q3", "2023-01-20").contains("判断をお願いします"))
        _ = try await run(
            city, ["decisions", "withdraw", "1", "--by", "課長", "--reason", "誤り"],
            at: "2022-10-15T10:00")
        #expect(try await asked("R4Q2", "2022-10-16").contains("判断をお願いします"))
    }
}
