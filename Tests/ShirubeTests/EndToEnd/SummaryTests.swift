import Foundation
import ShirubeCore
import Testing

@Suite struct SummaryTests {
    private static let drop = "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第2四半期,2\n"

    @Test func `the summary comes at its hour by mail and chat, complete in both parts`()
        async throws
    {
        let city = try await TestCity()
        let daemon = try await city.serve(at: "2022-10-17T08:59:57")
        try city.drop("a.csv", "kogyo-koyo", Self.drop)
        try await daemon.awaiting("two mails and a post") {
            try city.server.arrivals(".eml").count == 2
                && !city.server.arrivals(".json").isEmpty
        }
        #expect(try await daemon.stop().code == 0)
        let mails = try await city.mails()
        #expect(Set(mails.map(\.to)) == ["mayor@city.example", "council@city.example"])
        #expect(Set(mails.map(\.id)).count == 2)
        for mail in mails {
            #expect(mail.subject.contains("架空") && mail.subject.contains("令和4年度第2四半期"))
            #expect(mail.text.contains("内定者数") && mail.html?.contains("内定者数") == true)
        }
        for name in try city.server.arrivals(".json") {
            let post = try city.server.object(name)
            let blocks = try #require(post["blocks"] as? [Any])
            #expect(blocks.count <= 50)
            #expect((post["text"] as? String)?.isEmpty == false)
        }
    }

    @Test func `a host that was down at the hour sends the summary late, and once`() async throws {
        let city = try await TestCity()
        _ = try await city.run("once", "--now", "2022-10-14T12:00")
        #expect(try city.server.arrivals(".eml").isEmpty)
        for now in ["2022-10-20T03:00", "2022-10-20T03:01", "2022-10-21T09:30"] {
            _ = try await city.run("once", "--now", now)
        }
        #expect(try city.server.arrivals(".eml").count == 2)
    }

    @Test func `a late summary holds what lay in the folders when the host came back`() async throws
    {
        let city = try await TestCity()
        _ = try await city.run("once", "--now", "2022-10-14T12:00")
        try city.drop("a.csv", "kogyo-koyo", Self.drop)
        _ = try await city.run("once", "--now", "2022-10-20T09:30")
        let mails = try await city.mails().filter { $0.subject.contains("まとめ") }
        #expect(mails.count == 2)
        #expect(mails.allSatisfy { $0.text.contains("実績 2人（計画開始からの累計）") })
    }

    @Test func `nothing that was due before the ledger was created is owed`() async throws {
        let city = try await TestCity()
        _ = try await city.run("once", "--now", "2022-10-17T09:01")
        #expect(try city.server.arrivals(".eml").isEmpty)
    }

    @Test(arguments: [
        ("text", "四半期"), ("html", "<!DOCTYPE html>"), ("json", "{"), ("slack", "\"blocks\""),
        ("mattermost", "#### "), ("teams", "AdaptiveCard"), ("googleChat", "*【架空】"),
        ("discord", "allowed_mentions"), ("lineWorks", "\"title\""),
    ])
    func `a report is written in every format without being sent`(format: String, start: String)
        async throws
    {
        let city = try await TestCity()
        for quarter in ["2022Q2", "R4Q2"] {
            let result = try await city.run("report", "--quarter", quarter, "--format", format)
            #expect(result.code == 0, "\(result.errors)")
            #expect(result.output.contains(start))
            #expect(result.output.contains("令和4年度第2四半期"))
        }
        let english = try await city.run("report", "--quarter", "R4Q2", "--language", "en")
        #expect(english.output.contains("FY2022 Q2"))
        #expect(try city.server.arrivals(".eml").isEmpty)
    }
}
