import Foundation
import Glibc
import Testing

/// Definitions that are altered, through the real program.
@Suite struct RevisionTests {
    private static let drop = "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第2四半期,12\n"

    private func history(_ edited: EditedCity, _ id: String) async throws -> [[String: Any]] {
        let result = try await edited.run(["strategy", "history", id, "--format", "json"])
        try #require(result.code == 0, "\(result.errors)")
        let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(parsed as? [[String: Any]])
    }

    @Test func `the first start records every definition once`() async throws {
        let edited = try await EditedCity()
        for now in ["2022-10-17", "2022-10-18"] {
            #expect(try await edited.city.run("once", "--now", now).code == 0)
        }
        let all = try await edited.run(["strategy", "history"])
        #expect(all.output == "改定のない指標: 88件（第1版のまま）。\n")
        let versions = try await history(edited, "m01-1-1")
        #expect(versions.count == 1)
        #expect(versions.first?["validFrom"] as? String == "2020-04-01")
        #expect(versions.first?["knownAt"] as? String == "2022-10-17T00:00:00+09:00")
        #expect(versions.first?["decidedBy"] is NSNull)
        let definition = try #require(versions.first?["definition"] as? [String: Any])
        let indicator = try #require(definition["indicator"] as? [String: Any])
        #expect((indicator["target"] as? [String: Any])?["value"] as? Double == 40)
    }

    @Test func `a definition altered in secret is refused by whatever would use it`() async throws {
        let edited = try await EditedCity()
        _ = try await edited.city.run("once", "--now", "2022-10-17")
        try edited.raiseTarget(to: 50)
        try edited.city.folder.write("a.csv", Self.drop)
        let file = edited.city.folder.path + "/a.csv"
        for command in [
            ["check"], ["once"], ["serve"], ["drop", "apply", file, "--department", "kogyo-koyo"],
            ["override", "m01-1-1", "--status", "ON", "--reason", "x"],
        ] {
            let result = try await edited.run(command)
            #expect(result.code == 78, "\(command)")
            #expect(
                result.errors.contains(
                    "指標「m01-1-1 内定者数」の「target」が、決定の記録なしに「40 (FY2024)」から「50 (FY2024)」に変わっています。"
                        + "元に戻すか、「shirube strategy revise "), "\(result.errors)")
        }
        let english = try await edited.run(["check", "--language", "en"])
        #expect(english.errors.contains("from “40 (FY2024)” to “50 (FY2024)” without a recorded"))
        try edited.raiseTarget(from: 50, to: 40)
        #expect(try await edited.run(["check"]).code == 0)
    }

    @Test func `a reload that would alter a definition in secret leaves the daemon as it is`()
        async throws
    {
        let edited = try await EditedCity()
        let daemon = try await edited.city.serve()
        try edited.raiseTarget(to: 50)
        daemon.signal(SIGHUP)
        try await daemon.awaitError("the new configuration is refused")
        #expect(daemon.errorText.contains("`target` of the indicator `m01-1-1` was altered"))
        #expect(try await daemon.stop().code == 0)
    }

    @Test func `words beside the definitions may change freely`() async throws {
        let edited = try await EditedCity()
        _ = try await edited.city.run("once", "--now", "2022-10-17")
        try edited.edit("name: 内定者数\n", "name: 内定者 数 # 説明\n                    notes: [確認済]\n")
        try edited.edit("name: 若者人材育成事業", "name: 若者人材育成の事業")
        #expect(try await edited.run(["check"]).code == 0)
        #expect(try await edited.city.run("once", "--now", "2022-10-18").code == 0)
        #expect(try await history(edited, "m01-1-1").count == 1)
    }

    @Test func `a target raised in mid-term counts from its day on, and the history says why`()
        async throws
    {
        let edited = try await EditedCity()
        try edited.city.drop("a.csv", "kogyo-koyo", Self.drop)
        _ = try await edited.city.run("once", "--now", "2022-10-17")
        try edited.raiseTarget(to: 50)
        let result = try await edited.revise(
            on: "2022-10-18", from: "2022-11-01", at: "2022-10-18T10:00")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("m01-1-1"))
        #expect(result.output.contains("40 (FY2024)") && result.output.contains("50 (FY2024)"))
        #expect(result.output.contains("1指標の新しい版を記録しました。"))
        #expect(result.output.contains("systemctl reload shirube"))
        for now in ["2022-10-31", "2022-11-01"] {
            #expect(try await edited.city.run("once", "--now", now).code == 0)
        }
        let before = try await edited.city.indicator("m01-1-1", asOf: "2022-10-31")
        #expect(before["definition"] as? Int == 1)
        #expect(before["achievementRate"] as? Double == 30)
        let after = try await edited.city.indicator("m01-1-1", asOf: "2022-11-01")
        #expect(after["definition"] as? Int == 2)
        #expect(after["achievementRate"] as? Double == 24)
        let table = try await edited.run(["strategy", "history"])
        #expect(table.output.contains("target: 40 (FY2024) → 50 (FY2024)"))
        #expect(table.output.contains("4苫政第123号") && table.output.contains("上方修正"))
        #expect(table.output.contains("改定のない指標: 87件"))
    }

    @Test func `a running daemon judges by a revision once it has read it`() async throws {
        let edited = try await EditedCity()
        try edited.city.drop("a.csv", "kogyo-koyo", Self.drop)
        let daemon = try await edited.city.serve(at: "2022-10-17T08:00")
        try await daemon.awaiting("the file") {
            edited.city.folder.names("drops/kogyo-koyo/accepted").count >= 1
        }
        try edited.raiseTarget(to: 50)
        let result = try await edited.revise(
            on: "2022-10-17", from: "2022-04-01", at: "2022-10-17T08:00")
        #expect(result.code == 0, "\(result.errors)")
        daemon.signal(SIGHUP)
        try await daemon.awaitError("the configuration was read anew")
        let deadline = ContinuousClock.now + .seconds(30)
        while try await edited.city.indicator("m01-1-1", asOf: "2022-10-17")["definition"] as? Int
            != 2, ContinuousClock.now < deadline
        {
            try await Task.sleep(for: .milliseconds(50))
        }
        let judged = try await edited.city.indicator("m01-1-1", asOf: "2022-10-17")
        #expect(judged["definition"] as? Int == 2)
        #expect(try await daemon.stop().code == 0)
    }

    @Test func `an ended indicator stays visible, and nobody is asked for it any more`()
        async throws
    {
        let edited = try await EditedCity()
        try edited.city.drop("a.csv", "kogyo-koyo", Self.drop)
        _ = try await edited.city.run("once", "--now", "2022-10-17")
        try edited.removeRow()
        let refused = try await edited.run(["check"])
        #expect(refused.code == 78)
        #expect(refused.errors.contains("指標「m01-1-1 内定者数」が、終了の記録なしに消されています。"))
        let result = try await edited.revise(
            on: "2022-10-18", from: "2022-10-20", at: "2022-10-18")
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("終了"))
        for now in ["2022-10-19", "2022-10-20"] {
            #expect(try await edited.city.run("once", "--now", now).code == 0)
        }
        let before = try await edited.city.indicator("m01-1-1", asOf: "2022-10-19")
        #expect(before["status"] as? String != "END")
        let after = try await edited.city.indicator("m01-1-1", asOf: "2022-10-20")
        #expect(after["status"] as? String == "END")
        #expect(after["value"] as? Double == 12)
        let reasons = try #require(after["reasons"] as? [[String: Any]])
        #expect(
            reasons.first?["text"] as? String
                == "この指標は令和4年10月20日（木）に終了しました（市長 4苫政第123号：上方修正）。")
        let form = try await edited.run([
            "form", "--department", "kogyo-koyo", "--quarter", "R4Q4",
        ])
        #expect(!form.output.contains("m01-1-1") && form.output.contains("m01-2-1"))
        let report = try await edited.run(["report", "--quarter", "R4Q3", "--as-of", "2023-01-20"])
        #expect(report.output.contains("終了 内定者数"), "\(report.output)")
    }

    @Test func `a plan extended by a year is one decision over all its indicators`() async throws {
        let edited = try await EditedCity()
        _ = try await edited.city.run("once", "--now", "2022-10-17")
        try edited.edit("term: {from: FY2020, to: FY2024}", "term: {from: FY2020, to: FY2025}")
        let refused = try await edited.run(["check"])
        #expect(refused.code == 78)
        #expect(refused.errors.split(separator: "\n").count == 1, "\(refused.errors)")
        let result = try await edited.revise(
            on: "2022-10-18", from: "2023-04-01", at: "2022-10-18")
        #expect(result.output.contains("88指標の新しい版を記録しました。"), "\(result.errors)")
        #expect(try await edited.run(["check"]).code == 0)
        let report = try await edited.run(["report", "--quarter", "R4Q2", "--as-of", "2022-10-18"])
        let flowing = report.output.replacingOccurrences(of: "\n  ", with: "")
        #expect(flowing.contains("ほか87指標の定義を改定しました（2023-04-01から、市長 4苫政第123号：上方修正）。"))
    }
}
