import Foundation
import Testing

/// The summary at its release gate, by the real daemon over weeks of a rehearsal.
@Suite struct SummaryReleaseTests {
    private static let head = "指標ID,年度,期間,実績値\n"

    private func city() async throws -> TestCity {
        let city = try await TestCity()
        try city.writeConfiguration(settle: 0, release: 3)
        return city
    }

    /// The mails whose subject holds a word, by subject and address.
    private func mails(_ word: String, _ city: TestCity) async throws -> [ArrivedMail] {
        try await city.mails().filter { $0.subject.contains(word) }
    }

    @Test func `it is shown to the planning division, and sent three working days later`()
        async throws
    {
        let city = try await city()
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T12:00")
        try await rehearsal.move(to: "2022-10-17T09:00")
        let previews = try await mails("【下見】", city)
        #expect(previews.map(\.to) == ["seisaku-suishin@city.example"])
        #expect(previews[0].text.contains("2022年10月20日") || previews[0].text.contains("10月20日"))
        #expect(previews[0].text.contains("shirube summary hold 2022Q2"))
        #expect(previews[0].text.contains("未回答の課"))
        #expect(try await mails("まとめ", city).count == 1)
        try await rehearsal.move(to: "2022-10-20T08:59")
        #expect(try await mails("まとめ", city).count == 1)
        try await rehearsal.move(to: "2022-10-20T09:00")
        let sent = try await mails("まとめ", city).filter { !$0.subject.contains("下見") }
        #expect(Set(sent.map(\.to)) == ["mayor@city.example", "council@city.example"])
        _ = try await rehearsal.stop()
        let shown = try await city.run("summary", "show", "2022Q2")
        #expect(shown.code == 0)
        for mail in sent {
            #expect(mail.text.replacingOccurrences(of: "\r\n", with: "\n") == shown.output)
        }
        let list = try await city.run("summary", "list")
        #expect(list.output.contains("2022Q2") && list.output.contains("に送付"))
    }

    @Test func `an answer that comes in before makes another preview, and is in what is sent`()
        async throws
    {
        let city = try await city()
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T12:00")
        try await rehearsal.move(to: "2022-10-17T09:00")
        try await rehearsal.move(to: "2022-10-17T15:00")
        try await rehearsal.drop("a.csv", "kogyo-koyo", Self.head + "m01-1-1,R4,第2四半期,2\n")
        #expect(try await mails("【下見】", city).count == 1)
        try await rehearsal.move(to: "2022-10-18T09:00")
        let previews = try await mails("【下見】", city)
        try #require(previews.count == 2)
        #expect(previews[1].text.contains("2回目"))
        #expect(previews[1].text.contains("実績 2人"))
        try await rehearsal.move(to: "2022-10-19T09:00")
        #expect(try await mails("【下見】", city).count == 2)
        try await rehearsal.move(to: "2022-10-20T09:00")
        let sent = try await mails("まとめ", city).filter { $0.to == "mayor@city.example" }
        #expect(sent.count == 1 && sent[0].text.contains("実績 2人"))
    }

    @Test func `a held summary stays, whatever the day, until it is let go`() async throws {
        let city = try await city()
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T12:00")
        try await rehearsal.move(to: "2022-10-17T09:00")
        let held = try await city.run(
            "summary", "hold", "--reason", "港湾の値を確認中", "--by", "政策推進課長", "--now",
            "2022-10-18T10:00")
        #expect(held.code == 0)
        #expect(held.output.contains("保留（政策推進課長：港湾の値を確認中）"))
        try await rehearsal.move(to: "2022-10-25T12:00")
        #expect(try await mails("まとめ", city).allSatisfy { $0.subject.contains("下見") })
        let resumed = try await city.run("summary", "resume", "--now", "2022-10-25T12:30")
        #expect(resumed.code == 0)
        try await rehearsal.move(to: "2022-10-25T12:31")
        #expect(try await mails("まとめ", city).count { $0.to == "mayor@city.example" } == 1)
        let late = try await city.run(
            "summary", "hold", "--reason", "x", "--now", "2022-10-26T10:00")
        #expect(late.code == 65)
        #expect(late.errors.contains("もう送られました"))
    }

    @Test func `released, it goes at once, and once`() async throws {
        let city = try await city()
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T12:00")
        let early = try await city.run("summary", "release", "--now", "2022-10-14T13:00")
        #expect(early.code == 65)
        #expect(early.errors.contains("まだ作られていません"))
        try await rehearsal.move(to: "2022-10-17T09:00")
        let released = try await city.run(
            "summary", "release", "2022Q2", "--by", "政策推進課長", "--now", "2022-10-17T11:00")
        #expect(released.code == 0)
        try await rehearsal.move(to: "2022-10-17T11:01")
        try await rehearsal.killAndRestart()
        try await rehearsal.move(to: "2022-10-21T09:00")
        #expect(try await mails("まとめ", city).count { $0.to == "mayor@city.example" } == 1)
        let again = try await city.run("summary", "resume", "--now", "2022-10-21T10:00")
        #expect(again.code == 65)
    }

    @Test func `figures that change after it was sent make one correction with the difference`()
        async throws
    {
        let city = try await city()
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T08:00")
        try await rehearsal.drop("a.csv", "kogyo-koyo", Self.head + "m01-1-1,R4,第2四半期,2\n")
        try await rehearsal.move(to: "2022-10-17T09:00")
        try await rehearsal.move(to: "2022-10-20T09:00")
        try await rehearsal.move(to: "2022-10-20T16:00")
        try await rehearsal.drop("b.csv", "kogyo-koyo", Self.head + "m01-1-1,R4,第2四半期,5\n")
        try await rehearsal.move(to: "2022-10-21T09:00")
        let previews = try await mails("【下見】", city)
        try #require(previews.count == 2)
        #expect(previews[1].subject.contains("【訂正版1】"))
        try await rehearsal.killAndRestart()
        try await rehearsal.move(to: "2022-10-26T09:00")
        try await rehearsal.move(to: "2022-11-30T09:00")
        let corrections = try await mails("【訂正版1】", city).filter {
            !$0.subject.contains("下見")
        }
        #expect(Set(corrections.map(\.to)) == ["mayor@city.example", "council@city.example"])
        try #require(corrections.count == 2)
        #expect(corrections[0].text.contains("訂正の内容"))
        #expect(corrections[0].text.contains("実績 2人 → 5人"))
        #expect(corrections[0].html?.contains("実績 2人 → 5人") == true)
        let first = try await city.run("summary", "show", "2022Q2", "--edition", "1")
        #expect(first.output.contains("実績 2人") && !first.output.contains("訂正版"))
        let posts = try city.server.arrivals(".json").map { name in
            try String(contentsOf: city.server.folder.appending(path: name), encoding: .utf8)
        }
        #expect(posts.contains { $0.contains("訂正版1") && $0.contains("2人 → 5人") })
    }

    @Test func `a correction of which nothing is left is kept back`() async throws {
        let city = try await city()
        let rehearsal = try await Rehearsal(city, from: "2022-10-14T08:00")
        try await rehearsal.drop("a.csv", "kogyo-koyo", Self.head + "m01-1-1,R4,第2四半期,2\n")
        try await rehearsal.move(to: "2022-10-17T09:00")
        try await rehearsal.move(to: "2022-10-20T09:00")
        try await rehearsal.move(to: "2022-10-20T15:00")
        try await rehearsal.drop("b.csv", "kogyo-koyo", Self.head + "m01-1-1,R4,第2四半期,5\n")
        try await rehearsal.move(to: "2022-10-21T09:00")
        try await rehearsal.move(to: "2022-10-21T15:00")
        try await rehearsal.drop("c.csv", "kogyo-koyo", Self.head + "m01-1-1,R4,第2四半期,2\n")
        try await rehearsal.move(to: "2022-10-24T09:00")
        try await rehearsal.move(to: "2022-10-28T09:00")
        #expect(
            try await mails("訂正版", city).allSatisfy { $0.subject.contains("下見") })
        let list = try await city.run("summary", "list", "--as-of", "2022-10-28")
        #expect(list.output.contains("訂正すべき点がなくなりました"))
    }

    @Test func `the summary of a year's last quarter says what was met and what was missed`()
        async throws
    {
        let city = try await city()
        let rehearsal = try await Rehearsal(city, from: "2023-04-03T08:00")
        try await rehearsal.drop(
            "a.csv", "kogyo-koyo",
            Self.head + "m01-1-1,R4,第4四半期,900\n")
        try await rehearsal.move(to: "2023-04-14T09:00")
        let preview = try #require(try await mails("【下見】", city).first)
        #expect(preview.subject.contains("令和4年度第4四半期 四半期まとめ（年度末）"))
        #expect(preview.text.contains("年度末の判定"))
        #expect(preview.text.contains("88指標のうち、達成"))
        #expect(preview.html?.contains("年度末の判定") == true)
    }
}
