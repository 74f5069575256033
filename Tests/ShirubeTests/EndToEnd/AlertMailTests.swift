import Foundation
import Testing

/// What people are told at once of an alert, through the real program.
@Suite struct AlertMailTests {
    private static func drop(_ period: String, _ value: Int) -> String {
        "指標ID,年度,期間,実績値,集計\nm01-1-1,令和4年度,\(period),\(value),計画累計\n"
    }

    private static let roles = """
        {staff: [kogyo-koyo@city.example], manager: [kacho@city.example], director: [bucho@city.example]}
        """

    @Test func `staff and manager are told of a lag, with what was before and by when to answer`()
        async throws
    {
        let city = try await TestCity()
        try city.writeConfiguration(kogyo: Self.roles)
        try city.drop("a.csv", "kogyo-koyo", Self.drop("第2四半期", 5))
        _ = try await city.run("once", "--now", "2022-10-12T10:00")
        let mails = try await city.mails()
        #expect(mails.map(\.to).sorted() == ["kacho@city.example", "kogyo-koyo@city.example"])
        let text = try #require(mails.first).text.filter { !$0.isNewline }
        #expect(text.contains("令和4年10月19日（水）までに"))
        #expect(text.contains("警告番号"))
        #expect(!text.contains("前回の判定"))
        // Judged again, the same says nothing new, and what recovers is no mail.
        _ = try await city.run("once", "--now", "2022-10-13T10:00")
        try city.drop("b.csv", "kogyo-koyo", Self.drop("第2四半期", 25))
        _ = try await city.run("once", "--now", "2022-10-14T10:00")
        #expect(try await city.mails().count == 2)
        // Back again, it is an alert of its own, and names how it stood before.
        try city.drop("c.csv", "kogyo-koyo", Self.drop("第2四半期", 5).replacing("5,", with: "6,"))
        _ = try await city.run("once", "--now", "2022-10-17T10:00")
        let all = try await city.mails().filter { $0.subject.contains("遅れ") }
        #expect(all.count == 4, "\(all.map(\.subject))")
        #expect(Set(all.map(\.id)).count == 4)
        #expect(all.contains { $0.text.contains("前回の判定") })
    }
}
