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
        for mail in mails {
            #expect(ScriptedYear.workingDays.contains(String(mail.prefix(10))))
            #expect(("08:30"..."17:15").contains(String(mail.dropFirst(11).prefix(5))))
        }
        #expect(
            told("【照会】", mails)
                == ["2022-07-01", "2022-10-03", "2023-01-04", "2023-04-03"].flatMap { day in
                    ["kanko", "kikaku", "shoko"].map { "\(day) \($0)" }
                })
        #expect(told("【提出のお願い】", mails) == ["2022-07-08 kanko"])
        #expect(
            told("【未回答】", mails)
                == ["2022-07-14 kanko", "2022-07-21 kanko", "2022-07-21 kanko-kacho"])
        // Nothing else in the city lags, and nobody is told of anything that does not.
        #expect(told("【遅れ】", mails) == ["2022-07-05 shoko", "2022-07-05 shoko-kacho"])
        #expect(mails.filter { $0.contains("【遅れ】") }.allSatisfy { $0.contains("相談件数") })
        #expect(
            told("四半期まとめ", mails).filter { $0.hasSuffix("mayor") }
                == [
                    "2022-04-19", "2022-07-20", "2022-08-01", "2022-10-20", "2023-01-23",
                    "2023-04-19",
                ].map { "\($0) mayor" })
        #expect(
            told("【訂正版1】", mails).filter { $0.hasSuffix("mayor") } == ["2022-08-01 mayor"])
        let second = try await year.city.mails().first {
            $0.to == "mayor@city.example" && $0.subject.contains("令和4年度第2四半期")
        }
        let text = try #require(second?.text)
        #expect(text.contains("改善") && text.contains("相談員を2人増やす"))
        let verified = try await year.city.run("verify")
        #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    }

    @Test(.timeLimit(.minutes(15)))
    func `killed and started again 200 times, the year sends the same`() async throws {
        let year = try await ScriptedYear()
        _ = try await year.play(kills: 200)
        let posts = try await year.posts()
        #expect(try await year.mails().sorted() + named(posts) == expected())
        let arrived = try year.city.server.arrivals(".json").count
        let delivered = posts.count { $0.hasSuffix(" delivered delivered") }
        let ambiguous = posts.count { $0.hasSuffix(" dead ambiguous") }
        // Each post has either arrived or is listed as one that may have.
        #expect(delivered + ambiguous == posts.count, "\(posts)")
        #expect(delivered <= arrived && arrived <= posts.count)
        let verified = try await year.city.run("verify")
        #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    }
}
