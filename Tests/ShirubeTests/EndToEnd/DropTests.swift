import Foundation
import Testing

@Suite struct DropTests {
    private static let good = """
        指標ID,年度,期間,実績値,区分
        m01-1-1,令和2年度,年度,8,確報
        m01-1-1,令和3年度,年度,9,確報
        m01-1-1,令和4年度,第1四半期,2,速報
        m01-1-1,令和4年度,第2四半期,2,速報\r\n
        """

    @Test func `a CP932 file from Excel changes the status and lies in accepted`() async throws {
        let city = try await TestCity()
        let daemon = try await city.serve()
        let before = try await city.indicator("m01-1-1")
        #expect(before["status"] as? String == "WAIT")
        #expect(before["value"] is NSNull)
        let bytes = try #require(Self.good.data(using: .shiftJIS))
        try city.drop("R4第2四半期.csv", "kogyo-koyo", Array(bytes))
        try await daemon.awaiting("an accepted file") {
            city.folder.names("drops/kogyo-koyo/accepted").count == 1
        }
        let name = try #require(city.folder.names("drops/kogyo-koyo/accepted").first)
        #expect(name.contains("T") && name.hasSuffix("-R4第2四半期.csv"))
        let after = try await city.indicator("m01-1-1")
        #expect(after["period"] as? String == "FY2022Q2")
        #expect(after["value"] as? Double == 21)
        #expect(after["expected"] as? Double == 20)
        #expect(after["progressRate"] as? Double == 52.5)
        #expect(after["status"] as? String == "WATCH")
        #expect(try await daemon.stop().code == 0)
    }

    @Test
    func `a faulty file changes nothing and comes back with a report that a clerk can act on`()
        async throws
    {
        let city = try await TestCity()
        let daemon = try await city.serve()
        let faulty = Self.good.replacingOccurrences(of: "第2四半期,2", with: "第2四半期,12O")
        try city.drop("実績.csv", "kogyo-koyo", faulty)
        try await daemon.awaiting("a rejected file with its reports") {
            city.folder.names("drops/kogyo-koyo/rejected").count == 3
        }
        let names = city.folder.names("drops/kogyo-koyo/rejected")
        let text = try #require(names.first { $0.hasSuffix(".report.txt") })
        let report = try city.folder.text("drops/kogyo-koyo/rejected/" + text)
        #expect(report.contains("5行"))
        #expect(report.contains("12O"))
        let table = try #require(names.first { $0.hasSuffix(".report.csv") })
        let csv = try city.folder.text("drops/kogyo-koyo/rejected/" + table)
        #expect(csv.unicodeScalars.first == "\u{FEFF}")
        #expect(try await city.indicator("m01-1-1")["value"] is NSNull)
        try await daemon.awaiting("a mail") { try !city.server.arrivals(".eml").isEmpty }
        let mail = try #require(try await city.mails().first)
        #expect(mail.to == "kogyo-koyo@city.example")
        #expect(mail.subject.hasPrefix("【架空】"))
        #expect(mail.text.contains("12O"))
        #expect(try await daemon.stop().code == 0)
    }

    @Test func `the same content changes nothing, and a correction supersedes`() async throws {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.good)
        #expect(
            try await city.run("once", "--now", "2022-10-17").output
                == "受理1件、変更なし0件、差し戻し0件\n")
        try city.drop("b.csv", "kogyo-koyo", Self.good)
        #expect(
            try await city.run("once", "--now", "2022-10-18").output
                == "受理0件、変更なし1件、差し戻し0件\n")
        let corrected = Self.good.replacingOccurrences(
            of: "第2四半期,2,速報", with: "第2四半期,4,訂正")
        try city.drop("c.csv", "kogyo-koyo", corrected)
        _ = try await city.run("once", "--now", "2022-10-19")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 23)
        #expect(try await city.indicator("m01-1-1", asOf: "2022-10-18")["value"] as? Double == 21)
        // What the correction has superseded is no longer current: the old content is a new report.
        try city.drop("d.csv", "kogyo-koyo", Self.good)
        _ = try await city.run("once", "--now", "2022-10-20")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 21)
    }

    @Test func `an indicator that comes to lag is told to its department once`() async throws {
        let city = try await TestCity()
        let lagging = """
            指標ID,年度,期間,実績値,集計
            m01-1-1,令和4年度,第2四半期,5,計画累計\r\n
            """
        try city.drop("a.csv", "kogyo-koyo", lagging)
        _ = try await city.run("once", "--now", "2022-10-12")
        #expect(try await city.mails().isEmpty, "told at midnight")
        _ = try await city.run("once", "--now", "2022-10-13T10:00")
        let mails = try await city.mails()
        #expect(mails.map(\.to) == ["kogyo-koyo@city.example"])
        #expect(mails.first?.subject.contains("内定者数") == true)
        #expect(try await city.indicator("m01-1-1")["status"] as? String == "LAG")
    }

    @Test func `backfilled periods raise no alert`() async throws {
        let city = try await TestCity()
        try city.drop(
            "a.csv", "kogyo-koyo",
            "指標ID,年度,期間,実績値,集計\nm01-1-1,令和3年度,年度,1,計画累計\n")
        _ = try await city.run("once", "--now", "2022-10-12")
        #expect(try await city.indicator("m01-1-1")["status"] as? String == "LAG")
        #expect(try await city.mails().isEmpty)
    }

    @Test func `files of several departments that settle together are all applied`() async throws {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.good)
        try city.drop(
            "a.csv", "seishonen", "指標ID,年度,期間,実績値\nm05-4-2,R4,第2四半期,39\n")
        try city.drop("a.csv", "kanko-shinko", Self.good)
        let result = try await city.run("once", "--now", "2022-10-12")
        #expect(result.output == "受理2件、変更なし0件、差し戻し1件\n", "\(result.errors)")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 21)
        #expect(try await city.indicator("m05-4-2")["status"] as? String == "LVL")
    }

    @Test func `what cannot be opened is rejected with a report, not left where nobody looks`()
        async throws
    {
        let city = try await TestCity()
        let claim = "\(city.folder.path)/drops/kogyo-koyo/.claimed/earlier"
        try FileManager.default.createDirectory(
            atPath: claim, withIntermediateDirectories: true)
        #expect(unsafe mkfifo(claim + "/pipe.csv", 0o600) == 0)
        let result = try await city.run("once", "--now", "2022-10-12")
        #expect(result.output == "受理0件、変更なし0件、差し戻し1件\n", "\(result.errors)")
        let names = city.folder.names("drops/kogyo-koyo/rejected")
        let report = try #require(names.first { $0.hasSuffix(".report.txt") })
        #expect(try city.folder.text("drops/kogyo-koyo/rejected/" + report).contains("開けません"))
    }

    @Test func `another department's indicator is refused`() async throws {
        let city = try await TestCity()
        try city.drop("a.csv", "kanko-shinko", Self.good)
        let result = try await city.run("once", "--now", "2022-10-12")
        #expect(result.code == 0)
        #expect(result.output == "受理0件、変更なし0件、差し戻し1件\n", "\(result.errors)")
        #expect(try await city.indicator("m01-1-1")["value"] is NSNull)
    }
}
