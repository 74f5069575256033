import Foundation
import Testing

/// A year as its people live it, undisturbed and with the daemon killed again and again.
///
/// `UPDATE_GOLDEN=1 swift test --filter ScriptedYear` writes the list of mails anew; read it as the people would who get
/// them before you commit it.
@Suite struct ScriptedYearTests {
    private static let golden = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/scripted-year.txt")

    private func expected() throws -> [String] {
        try String(contentsOf: Self.golden, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// The mails with a word, each as `2022-07-14 kanko`, in order.
    private func told(_ word: String, _ mails: [String]) -> [String] {
        mails.filter { $0.contains(word) }.map { line in
            let parts = line.split(separator: " ")
            return "\(parts[0].prefix(10)) \(parts[1].prefix { $0 != "@" })"
        }.sorted()
    }

    /// Posts without what has come of them, each as `post summary/mihon-2020/FY2022Q1 0`.
    private func named(_ posts: [String]) -> [String] {
        posts.map { "post " + $0.split(separator: " ").dropLast(2).joined(separator: " ") }
    }

    @Test func `everybody is asked, reminded and told as it is due, and nobody at night`()
        async throws
    {
        let year = try await ScriptedYear()
        _ = try await year.play(kills: 0)
        let mails = try await year.mails().sorted()
        let posts = try await year.posts()
        #expect(posts.allSatisfy { $0.hasSuffix(" delivered delivered") })
        let lines = mails + named(posts)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try lines.map { $0 + "\n" }.joined().write(
                to: Self.golden, atomically: true, encoding: .utf8)
        }
        #expect(
            try lines == expected(), "UPDATE_GOLDEN=1 swift test --filter ScriptedYear rewrites it")
        // A mail for each, and none twice.
        #expect(try await year.city.mails().count == mails.count)
        try await expectOfficeHours(year, mails)
        expectAsked(mails)
        expectAlerted(mails)
        try await expectBudget(year)
        try await expectSummaries(year, mails)
        let verified = try await year.city.run("verify")
        #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    }

    /// Nothing is sent on holidays or at night, although the clock stands there and things happen then.
    private func expectOfficeHours(_ year: ScriptedYear, _ mails: [String]) async throws {
        let attempts = try await year.attempts()
        #expect(attempts.count == mails.count + (try await year.posts()).count)
        for moment in attempts + mails.map({ $0.replacing("T", with: " ", maxReplacements: 1) }) {
            #expect(ScriptedYear.workingDays.contains(String(moment.prefix(10))), "\(moment)")
            #expect(("08:30"..<"17:15").contains(String(moment.dropFirst(11).prefix(5))))
        }
    }

    /// Every department is asked, and who does not answer is reminded, weekly, and higher up.
    private func expectAsked(_ mails: [String]) {
        #expect(
            told("【照会】", mails)
                == ["2022-07-01", "2022-10-03", "2023-01-04", "2023-04-03"].flatMap { day in
                    ["kanko", "kikaku", "shoko"].map { "\(day) \($0)" }
                })
        // Three working days before the 13th of July, on which it was due.
        #expect(told("【提出のお願い】", mails) == ["2022-07-08 kanko"])
        #expect(
            told("【未回答】", mails)
                == ["2022-07-14 kanko", "2022-07-21 kanko", "2022-07-21 kanko-kacho"])
    }

    /// What lags is told of once, goes up without an answer, is repeated a month later, and rests with one.
    private func expectAlerted(_ mails: [String]) {
        // Nothing else in the city lags, and nobody is told of anything that does not.
        #expect(told("【遅れ】", mails) == ["2022-07-05 shoko", "2022-07-05 shoko-kacho"])
        #expect(mails.filter { $0.contains("【遅れ】") }.allSatisfy { $0.contains("相談件数") })
        let rounds = told("【警告】", mails)
        // Five and ten working days after; the 18th is a holiday. A month after the last, on a Monday.
        #expect(
            rounds.filter { $0 < "2022-10" } == [
                "2022-07-12 shoko-kacho", "2022-07-20 bucho", "2022-08-22 shoko",
                "2022-08-22 shoko-kacho",
            ])
        // Answered on the 25th of August; the answer lapses on the 20th of October.
        #expect(rounds.contains("2022-10-20 shoko") && rounds.contains("2022-10-20 shoko-kacho"))
        // Dropped on a holiday in the evening.
        #expect(told("【急変・数値確認】", mails) == ["2022-10-11 shoko"])
        // It recovers on the 5th of January, and nobody hears of it any more.
        #expect(rounds.allSatisfy { $0 < "2023-01-06" })
    }

    /// The alert was answered, has recovered and is over, and false alarms keep within the budget.
    private func expectBudget(_ year: ScriptedYear) async throws {
        let list = try await year.city.document([
            "alerts", "list", "--type", "lagging", "--all", "--format", "json", "--as-of",
            "2023-04-21",
        ])
        let alerts = try #require(list["alerts"] as? [[String: Any]])
        let seeded = alerts.filter { $0["indicator"] as? String == "a1" }
        #expect(seeded.count == 1)
        let closed = try #require(seeded.first?["closedAt"] as? String)
        #expect(closed.hasPrefix("2023-01-05") || closed.hasPrefix("2023-04-04"), "\(closed)")
        let budgets = try #require(list["budgets"] as? [[String: Any]])
        let budget = try #require(budgets.first?["budget"] as? [String: Any])
        let allowed = try #require(budget["onsetsPerHundredAllowed"] as? Double)
        let indicators = try #require(budget["indicators"] as? Double)
        #expect(Double(alerts.count - seeded.count) <= allowed * indicators / 100)
        let history = try await year.city.run(
            "alerts", "history", "a1", "--since", "2022-01-01")
        for step in ["発生", "対応を記録", "見直しの日", "終了"] {
            #expect(history.output.contains(step), "\(step): \(history.output)")
        }
    }

    /// One summary a quarter, one correction, and decisions that are carried into the next one.
    private func expectSummaries(_ year: ScriptedYear, _ mails: [String]) async throws {
        #expect(
            told("四半期まとめ", mails).filter { $0.hasSuffix("mayor") }
                == [
                    "2022-04-19", "2022-07-20", "2022-08-01", "2022-10-20", "2023-01-23",
                    "2023-04-19",
                ].map { "\($0) mayor" })
        #expect(
            told("【訂正版1】", mails).filter { $0.hasSuffix("mayor") } == ["2022-08-01 mayor"])
        let arrived = try await year.city.mails().filter { $0.to == "mayor@city.example" }
        let second = arrived.first { $0.subject.contains("令和4年度第2四半期") }
        let text = try #require(second?.text).filter { !$0.isNewline && $0 != " " }
        #expect(text.contains("改善：相談件数") && text.contains("相談員を2人増やす"), "\(text)")
        #expect(text.contains("中央値36日（1件）"), "\(text)")
        // In the quarter in which the effect should show, it is looked for.
        let last = arrived.first { $0.subject.contains("令和4年度第4四半期") }
        let end = try #require(last?.text).filter { !$0.isNewline && $0 != " " }
        #expect(end.contains("良くなっています（効果を見る日2023-03-31を過ぎました）"), "\(end)")
        #expect(end.contains("達成") && end.contains("未達成"), "the year's end is judged")
    }

    @Test(.timeLimit(.minutes(15)))
    func `killed and started again 200 times, the year sends the same`() async throws {
        let year = try await ScriptedYear()
        _ = try await year.play(kills: 200)
        let posts = try await year.posts()
        let arrived = try year.city.server.arrivals(".json").count
        let delivered = posts.count { $0.hasSuffix(" delivered delivered") }
        let ambiguous = posts.count { $0.hasSuffix(" dead ambiguous") }
        // Each post has either arrived or is listed as one that may have.
        #expect(delivered + ambiguous == posts.count, "\(posts)")
        #expect(delivered <= arrived && arrived <= posts.count)
        let audit = try await year.city.run("audit", "--format", "csv")
        let listed = audit.output.components(separatedBy: ",chat,").dropFirst()
        #expect(listed.count { $0.contains("届いたか不明：") } == ambiguous)
        #expect(listed.count { $0.contains("送信済：") } == delivered)
        let lines = Set(try await year.mails() + named(posts))
        let wanted = Set(try expected())
        #expect(wanted.subtracting(lines).isEmpty)
        // The planning division is told of posts that may not have arrived, and that it goes on: of nothing else.
        let more = lines.subtracting(wanted)
        #expect(
            more.allSatisfy { $0.contains("【警告の動き】") } && more.count <= 2 * ambiguous, "\(more)")
        let verified = try await year.city.run("verify")
        #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    }
}
