import Foundation
import Testing

/// The alerts' rounds, by a daemon whose clock the test moves.
@Suite struct AlertRoundTests {
    private static let lagging = "指標ID,年度,期間,実績値,集計\nm01-1-1,令和4年度,第2四半期,5,計画累計\n"
    private static let staff = "kogyo-koyo@city.example"
    private static let planning = "seisaku-suishin@city.example"

    private func city(_ more: String = "", kacho: String = "kacho@city.example") async throws
        -> TestCity
    {
        let city = try await TestCity()
        try city.writeConfiguration(
            more, settle: 0, schedule: "}\n  - {job: alertRound, at: \"09:00\"",
            kogyo:
                "{staff: [\(Self.staff)], manager: [\(kacho)], director: [bucho@city.example]}")
        return city
    }

    /// What has arrived about alerts since `seen` mails, as `to: subject` without the mark, sorted.
    private func arrived(_ city: TestCity, _ seen: inout Set<String>) async throws -> [String] {
        let mails = try await city.mails().filter {
            $0.subject.contains("警告") || $0.subject.contains("遅れ")
        }
        let new = mails.filter { !seen.contains($0.id) }
        #expect(Set(mails.map(\.id)).count == mails.count, "a mail has come twice")
        seen.formUnion(mails.map(\.id))
        return new.map { mail in
            let kind = mail.subject.replacing("【架空】", with: "").prefix { $0 != "】" }.dropFirst()
            return "\(mail.to.prefix { $0 != "@" }): \(kind)"
        }.sorted()
    }

    @Test func `a lag goes up without an answer, rests with one, and comes back on its day`()
        async throws
    {
        let city = try await city()
        var seen: Set<String> = []
        let rehearsal = try await Rehearsal(city, from: "2022-10-11T10:00")
        try await rehearsal.move(to: "2022-10-12T09:30")
        try await rehearsal.drop("a.csv", "kogyo-koyo", Self.lagging)
        // The first digest says what has been open from the beginning.
        #expect(
            try await arrived(city, &seen)
                == ["kacho: 遅れ", "kogyo-koyo: 遅れ", "seisaku-suishin: 警告の動き"])
        // The planning division hears of it in its digest; on the next days nothing is due.
        try await rehearsal.move(to: "2022-10-13T09:00")
        #expect(try await arrived(city, &seen) == ["seisaku-suishin: 警告の動き"])
        try await rehearsal.move(to: "2022-10-14T09:00")
        try await rehearsal.killAndRestart()
        try await rehearsal.settle()
        #expect(try await arrived(city, &seen) == [])
        // Nobody is told on a Saturday, nor of answers that were late before.
        for moment in ["2022-10-15T09:00", "2022-10-18T09:00"] {
            try await rehearsal.move(to: moment)
            #expect(try await arrived(city, &seen) == [], "\(moment)")
        }
        try await rehearsal.move(to: "2022-10-19T08:59")
        #expect(try await arrived(city, &seen) == [])
        try await rehearsal.move(to: "2022-10-19T09:00")
        #expect(try await arrived(city, &seen) == ["kacho: 警告"])
        try await rehearsal.killAndRestart()
        try await rehearsal.move(to: "2022-10-26T09:00")
        #expect(try await arrived(city, &seen) == ["bucho: 警告"])
        let ack = try await city.run(
            "alerts", "ack", "m01-1-1", "--type", "lagging", "--reason", "求人が減った", "--action",
            "説明会を増やす", "--review", "2022-12-05", "--by", "工業課長", "--now", "2022-10-27T10:00")
        #expect(ack.code == 0, "\(ack.errors)")
        try await rehearsal.move(to: "2022-10-28T09:00")
        #expect(try await arrived(city, &seen) == ["seisaku-suishin: 警告の動き"])
        try await rehearsal.move(to: "2022-12-02T09:00")
        #expect(try await arrived(city, &seen) == [])
        try await rehearsal.move(to: "2022-12-05T09:00")
        #expect(
            try await arrived(city, &seen)
                == ["kacho: 警告", "kogyo-koyo: 警告", "seisaku-suishin: 警告の動き"])
        let mails = try await city.mails()
        let again = try #require(mails.last { $0.to == Self.staff && $0.subject.contains("警告") })
        #expect(again.text.contains("■ 見直しの日（1件）"))
        #expect(again.text.contains("説明会を増やす"))
        let digest = try #require(mails.last { $0.to == Self.planning })
        #expect(digest.text.contains("■ 見直しの日（1件）"), "\(digest.text)")
        #expect(digest.text.contains("この1年に始まった遅れ：1件"))
        _ = try await rehearsal.stop()
        let audit = try await city.run("audit", "--kpi", "m01-1-1", "--language", "en")
        #expect(audit.output.contains("answered: 求人が減った / 説明会を増やす 2022-12-05"))
        #expect(audit.output.contains("delivered: "))
        #expect(try await city.run("verify").code == 0)
    }

    @Test func `reminders come monthly, twice, and what recovers is told no more`() async throws {
        let city = try await city(
            "alerts: {escalateToDirectorAfter: 120, escalateToManagerAfter: 60}")
        var seen: Set<String> = []
        let rehearsal = try await Rehearsal(city, from: "2022-10-11T10:00")
        try await rehearsal.drop("a.csv", "kogyo-koyo", Self.lagging)
        _ = try await arrived(city, &seen)
        var told: [String] = []
        for day in ["2022-11-10", "2022-11-11", "2022-12-09", "2022-12-12", "2023-01-12"] {
            try await rehearsal.move(to: "\(day)T09:00")
            let new = try await arrived(city, &seen).filter { $0.hasPrefix("kogyo-koyo") }
            told += new.map { "\(day) \($0)" }
        }
        #expect(told == ["2022-11-11 kogyo-koyo: 警告", "2022-12-12 kogyo-koyo: 警告"])
        _ = try await rehearsal.stop()
    }

    @Test func `one person gets one message, whatever roles they hold`() async throws {
        let city = try await city(kacho: Self.planning)
        var seen: Set<String> = []
        let rehearsal = try await Rehearsal(city, from: "2022-10-11T10:00")
        try await rehearsal.drop("a.csv", "kogyo-koyo", Self.lagging)
        _ = try await arrived(city, &seen)
        try await rehearsal.move(to: "2022-10-18T09:00")
        #expect(try await arrived(city, &seen) == ["seisaku-suishin: 警告"])
        let mails = try await city.mails()
        let both = try #require(
            mails.last { $0.to == Self.planning && $0.subject.contains("警告】1件") })
        #expect(both.text.contains("■ 対応の記録がないまま経過（1件）"))
        #expect(both.text.contains("◆ 警告の動き"))
        _ = try await rehearsal.stop()
    }

    @Test func `many that come to lag together are one notice`() async throws {
        let city = try await city("alerts: {massPercent: 1, massAtLeast: 3}")
        let rehearsal = try await Rehearsal(city, from: "2022-10-11T10:00")
        let rows = [("m01-1-1", 5), ("m01-2-1", 3), ("m02-2-1", 100)].map {
            "\($0),令和4年度,第2四半期,\($1),計画累計\n"
        }
        try await rehearsal.drop(
            "a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値,集計\n" + rows.joined())
        let list = try await city.document(
            ["alerts", "list", "--type", "lagging", "--as-of", "2022-10-11", "--format", "json"])
        let count = try #require(list["alerts"] as? [[String: Any]]).count
        let mails = try await city.mails().filter { $0.subject.contains("共通要因") }
        #expect(count >= 3, "\(list)")
        #expect(
            Set(mails.map(\.to)) == [Self.staff, "kacho@city.example", Self.planning])
        #expect(try await city.mails().filter { $0.subject.contains("【遅れ】") }.isEmpty)
        _ = try await rehearsal.stop()
    }
}
