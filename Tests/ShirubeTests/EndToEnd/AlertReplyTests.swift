import Foundation
import Testing

/// Answers to alerts that a department drops into its folder (状況回答), through the real program.
@Suite struct AlertReplyTests {
    private static let lagging = "指標ID,年度,期間,実績値,集計\nm01-1-1,令和4年度,第2四半期,5,計画累計\n"
    private static let heading = "警告番号,指標,警告,要因,取組,見直しの日,回答者\n"

    /// A city in which m01-1-1 lags, and the number of its alert.
    private func city() async throws -> (TestCity, Int) {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.lagging)
        _ = try await city.run("once", "--now", "2022-10-12T10:00")
        let alert = try await alert(city, asOf: "2022-10-12")
        return (city, try #require(alert["number"] as? Int))
    }

    private func alert(_ city: TestCity, asOf day: String) async throws -> [String: Any] {
        let list = try await city.document(
            ["alerts", "list", "--type", "lagging", "--format", "json", "--as-of", day])
        return try #require((list["alerts"] as? [[String: Any]])?.first)
    }

    @Test
    func `the form that comes with the mail, filled in, is recorded as its department's answer`()
        async throws
    {
        let (city, number) = try await city()
        let mail = try #require(try await city.mails().first { $0.subject.contains("遅れ") })
        #expect(mail.text.contains("状況回答"))
        let form = try #require(mail.files["状況回答-2022-10-12.csv"])
        let filled = String(decoding: form, as: UTF8.self).replacingOccurrences(
            of: "遅れ,,,,", with: "遅れ,求人が減った,説明会を増やす,令和4年12月5日,課長")
        #expect(filled.contains("\r\n\(number),内定者数,遅れ,求人が減った"))
        try city.drop("状況回答.csv", "kogyo-koyo", filled)
        let result = try await city.run("once", "--now", "2022-10-13T10:00")
        #expect(result.output == "受理1件、変更なし0件、差し戻し0件\n", "\(result.errors)")
        let held = try #require(
            try await alert(city, asOf: "2022-10-13")["acknowledgement"] as? [String: Any])
        #expect(held["by"] as? String == "工業・雇用振興課 課長")
        #expect(held["action"] as? String == "説明会を増やす")
        #expect(held["reviewOn"] as? String == "2022-12-05")
        #expect(
            city.folder.names("drops/kogyo-koyo/accepted").contains { $0.hasSuffix("状況回答.csv") })
        // The summary says what was answered.
        let report = try await city.run("report", "--quarter", "R4Q2", "--as-of", "2022-10-13")
        let text = report.output.filter { !$0.isNewline && $0 != " " }
        #expect(
            text.contains("「内定者数」の警告に工業・雇用振興課課長が対応を記録しました：説明会を増やす"),
            "\(report.output)")
        // It is no answer to what is owed.
        let answers = try await city.document([
            "answers", "--quarter", "R4Q2", "--as-of", "2022-10-14", "--format", "json",
        ])
        let said = "\(answers)"
        #expect(said.contains("2022-10-12T10:00") && !said.contains("2022-10-13T10:00"))
        #expect(report.output.contains("1課から1件のファイルを受け取り"), "\(report.output)")
        // Its figures are as they were.
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 5)
    }

    @Test func `a form with a fault, or of another department, changes nothing and says why`()
        async throws
    {
        let (city, number) = try await city()
        let row = "\(number),内定者数,遅れ,求人が減った,説明会を増やす"
        try city.drop("past.csv", "kogyo-koyo", Self.heading + "\(row),2022-10-13,課長\n")
        try city.drop("other.csv", "kanko-shinko", Self.heading + "\(row),2022-12-05,課長\n")
        let result = try await city.run("once", "--now", "2022-10-13T10:00")
        let audit = try await city.run("audit", "--kpi", "m01-1-1", "--format", "csv")
        #expect(audit.output.contains("差し戻し：past.csv"), "\(audit.output)")
        #expect(result.output == "受理0件、変更なし0件、差し戻し2件\n", "\(result.errors)")
        #expect(try await alert(city, asOf: "2022-10-13")["acknowledgement"] is NSNull)
        let mails = try await city.mails().filter { $0.subject.contains("不受理") }
        let past = try #require(mails.first { $0.subject.contains("past.csv") })
        #expect(past.text.contains("見直しの日「2022-10-13」"))
        let other = try #require(mails.first { $0.subject.contains("other.csv") })
        #expect(other.text.contains("この課が答える"))
    }
}
