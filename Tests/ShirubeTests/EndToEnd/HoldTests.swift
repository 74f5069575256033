import Foundation
import Testing

/// Figures that can hardly be meant, through the real program.
@Suite struct HoldTests {
    private static let header = "指標ID,年度,期間,実績値,区分,確認\n"
    private static let before =
        header + "m01-1-1,令和2年度,年度,80,確報,\nm01-1-1,令和3年度,年度,90,確報,\n"
    private static let slip = header + "m01-1-1,令和4年度,年度,900,速報,\n"

    private func held(_ city: TestCity) async throws -> [[String: Any]] {
        let result = try await city.run("held", "--format", "json")
        try #require(result.code == 0, "\(result.errors)")
        let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(parsed as? [[String: Any]])
    }

    @Test func `a figure ten times as large waits, the clerk is told, and the planner confirms it`()
        async throws
    {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.before)
        _ = try await city.run("once", "--now", "2023-04-10")
        // The target is 40 over the plan; 80 and 90 are meant to be many, 900 is a slip.
        let known = try await city.indicator("m01-1-1")["value"] as? Double
        try city.drop("実績.csv", "kogyo-koyo", Self.slip)
        let turn = try await city.run("once", "--now", "2023-04-11")
        #expect(turn.output == "受理1件、変更なし0件、差し戻し0件\n", "\(turn.errors)")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == known)
        let mail = try #require(try await city.mails().first { $0.subject.contains("要確認") })
        #expect(mail.to == "kogyo-koyo@city.example")
        #expect(mail.text.contains("2行目の実績値「900」は、令和3年度の90"))
        let names = city.folder.names("drops/kogyo-koyo/accepted")
        let report = try #require(names.first { $0.hasSuffix(".report.txt") })
        #expect(try city.folder.text("drops/kogyo-koyo/accepted/" + report).contains("「900」"))

        let waiting = try await held(city)
        #expect(waiting.count == 1)
        let first = try #require(waiting.first)
        #expect(first["rule"] as? String == "value-jump")
        let table = try await city.run("held").output
        #expect(table.contains("m01-1-1") && table.contains("実績.csv"))
        // What was found at intake is kept whole.
        #expect(first["record"] as? Int == 2 && first["cell"] as? String == "D2")
        #expect((first["takenFor"] as? [String: String])?["ja"] == "900人")
        #expect(first["heading"] as? String == "実績値" && first["written"] as? String == "900")
        let shown = "（セル D2、解釈 900人）"
        #expect(mail.text.contains(shown))
        #expect(
            try city.folder.text("drops/kogyo-koyo/accepted/" + report).contains(shown))
        #expect(table.contains("D2") && table.contains("900人"))
        let wrong = try await city.run(
            "confirm", "77", "--by", "企画花子", "--reason", "大会の年")
        #expect(wrong.code == 65)
        #expect(wrong.errors.contains("番号77"))
        let daemon = try await city.serve(at: "2023-04-12T08:00")
        let right = try await city.run(
            "confirm", "1", "--by", "企画花子", "--reason", "大会の年", "--now", "2023-04-12T09:00")
        #expect(right.output == "1件を確認済にし、判定し直しました。\n")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == (known ?? 0) + 900)
        #expect(try await held(city).isEmpty)
        #expect(try await city.run("held").output == "要確認の値はありません。\n")
        let past = try await city.indicator("m01-1-1", asOf: "2023-04-12T08:30")
        #expect(past["value"] as? Double == known)
        #expect(try await daemon.stop().code == 0)
    }

    @Test func `the same file again changes nothing, and one that says it is meant counts`()
        async throws
    {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.before)
        try city.drop("b.csv", "kogyo-koyo", Self.slip)
        _ = try await city.run("once", "--now", "2023-04-11")
        let known = try await city.indicator("m01-1-1")["value"] as? Double
        try city.drop("c.csv", "kogyo-koyo", Self.slip)
        let again = try await city.run("once", "--now", "2023-04-12")
        #expect(again.output == "受理0件、変更なし1件、差し戻し0件\n", "\(again.errors)")
        let meant = Self.slip.replacingOccurrences(of: "速報,", with: "速報,確認済")
        try city.drop("d.csv", "kogyo-koyo", meant)
        _ = try await city.run("once", "--now", "2023-04-13")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == (known ?? 0) + 900)
        #expect(try await held(city).isEmpty)
    }

    @Test func `a corrected file takes the place of what waited`() async throws {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.before)
        try city.drop("b.csv", "kogyo-koyo", Self.slip)
        _ = try await city.run("once", "--now", "2023-04-11")
        #expect(try await held(city).count == 1)
        let corrected = Self.slip.replacingOccurrences(of: "900", with: "95")
        try city.drop("c.csv", "kogyo-koyo", corrected)
        _ = try await city.run("once", "--now", "2023-04-12")
        #expect(try await held(city).isEmpty)
    }
}
