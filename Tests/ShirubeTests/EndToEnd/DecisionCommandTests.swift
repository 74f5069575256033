import Foundation
import Testing

/// Decisions and their acts, through the real program.
@Suite struct DecisionCommandTests {
    private static let posts = """
        posts:
          kogyo-kacho: {name: 工業・雇用振興課長, members: [kacho@city.example]}
          kikaku-kacho: [kikaku@city.example]
          zaisei-kacho:
            - {from: 2023-04-01, mail: [zaisei@city.example]}
        """

    private func city(posts: String = "") async throws -> TestCity {
        let city = try await TestCity()
        try city.writeConfiguration(posts, settle: 0)
        return city
    }

    private func decide(_ city: TestCity, _ arguments: [String]) async throws -> TestCity.Result {
        try await city.start(["decide", "--config", city.configuration] + arguments).end()
    }

    private static let improve = [
        "m01-1-1", "改善", "--by", "kogyo-kacho", "--reason", "参加企業が減った", "--act", "50社に訪問",
        "--due", "2022-11-30", "--effect-by", "2023-03-31",
    ]

    @Test func `decisions are recorded with all that was said, and listed with the loop time`()
        async throws
    {
        let city = try await city()
        let first = try await decide(city, Self.improve + ["--now", "2022-10-20T10:00"])
        #expect(first.code == 0, "\(first.errors)")
        #expect(first.output.contains("決定1：指標「") && first.output.contains("四半期末から20日"))
        #expect(first.output.contains("shirube acts done 1"))
        let second = try await decide(
            city,
            [
                "m01", "continue", "--by", "課長", "--reason", "順調", "--quarter", "R4Q1", "--now",
                "2022-10-21", "--language", "en",
            ])
        #expect(second.output.contains("Decision 2: continue the measure"))
        let third = try await decide(
            city, ["m01-1", "見直し", "--by", "課長", "--reason", "目標が古い", "--now", "2022-10-30"])
        #expect(third.output.contains("shirube strategy revise"))
        let list = try await city.document([
            "decide", "--list", "--format", "json", "--now", "2022-12-01",
        ])
        #expect(list["medianLoopDays"] as? Int == 30)
        let rows = try #require(list["decisions"] as? [[String: Any]])
        #expect(rows.map { $0["kind"] as? String } == ["indicator", "measure", "program"])
        #expect(rows.map { $0["verdict"] as? String } == ["improve", "continue", "revise"])
        #expect(
            rows.map { $0["quarter"] as? String } == ["FY2022Q2", "FY2022Q1", "FY2022Q2"])
        #expect(rows[0]["by"] as? String == "kogyo-kacho")
        #expect((rows[0]["author"] as? String)?.isEmpty == false)
        let act = try #require(rows[0]["act"] as? [String: Any])
        #expect(act["due"] as? String == "2022-11-30" && act["overdue"] as? Bool == true)
        #expect(rows[0]["effectBy"] as? String == "2023-03-31")
        let table = try await city.run("decisions", "m01-1-1", "--now", "2022-12-01")
        #expect(table.output.contains("期限超過") && table.output.contains("中央値20日（1件）"))
        let none = try await city.run("decisions", "m02")
        #expect(none.output == "記録された決定はありません。\n")
    }

    @Test func `what cannot be recorded is refused with a sentence, and leaves nothing`()
        async throws
    {
        let city = try await city(posts: Self.posts)
        let base = ["--reason", "理由", "--now", "2022-10-20"]
        let act = ["--act", "訪問", "--due", "2022-11-30"]
        for (arguments, code, words) in [
            (["m01-1-1", "改善", "--by", "kogyo-kacho"], 65, "改善には"),
            (["m01-1-1", "改善", "--by", "kogyo-kach"] + act, 65, "「kogyo-kacho」ではありませんか"),
            (["m01-1-1", "継続", "--by", "市長"], 65, "posts にある職は kogyo-kacho, kikaku-kacho"),
            (["m01-1-2", "継続", "--by", "kogyo-kacho"], 65, "という指標・事業・施策はありません"),
            (["m01-1-1", "継続", "--by", "kogyo-kacho", "--strategy", "x"], 65, "戦略「x」"),
            (["m01-1-1", "継続", "--by", " "], 64, "--by"),
            (["m01-1-1", "継続", "--by", "zaisei-kacho"], 65, "就いている人がいません"),
            (["m01-1-1", "継続", "--by", "工業・雇用振興課長"], 65, "ID kogyo-kacho を書いて"),
            (
                ["m01-1-1", "継続", "--by", "kogyo-kacho", "--quarter", "R4Q3"], 65,
                "まだ終わっていません"
            ),
            (["m01-1-1", "やめる", "--by", "kogyo-kacho"], 64, "やめる"),
            (["m01-1-1"], 64, "--list"),
            (["m01-1-1", "継続"], 64, "--by"),
        ] {
            let result = try await decide(city, arguments + base)
            #expect(result.code == Int32(code), "\(arguments)")
            #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
        }
        let list = try await city.run("decide", "--list")
        #expect(list.output == "記録された決定はありません。\n")
    }

    @Test func `an act is done once, by a post, and only where there is one`() async throws {
        let city = try await city(posts: Self.posts)
        _ = try await decide(city, Self.improve + ["--now", "2022-10-20"])
        func done(_ arguments: [String]) async throws -> TestCity.Result {
            try await city.start(
                ["acts", "done", "--config", city.configuration, "--now", "2022-12-01"] + arguments
            ).end()
        }
        let open = try await city.run("acts", "--now", "2022-12-01")
        #expect(open.output.contains("期限超過") && open.output.contains("50社に訪問"))
        let json = try await city.document([
            "acts", "list", "--format", "json", "--now", "2022-12-01",
        ])
        #expect((json["decisions"] as? [Any])?.count == 1)
        for (arguments, code, words) in [
            (["9", "--by", "kogyo-kacho", "--reason", "済"], 65, "実施中の番号は 1 です"),
            (["1", "--by", "x", "--reason", "済"], 65, "posts にありません"),
            (["1", "--by", "kogyo-kacho", "--reason", " "], 64, "--reason"),
        ] {
            let result = try await done(arguments)
            #expect(result.code == Int32(code), "\(arguments)")
            #expect(result.errors.contains(words), "\(arguments): \(result.errors)")
        }
        let result = try await done(["1", "--by", "kogyo-kacho", "--reason", "52社に訪問した"])
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output == "措置1「50社に訪問」が済んだことを記録しました。\n")
        let again = try await done(["1", "--by", "kogyo-kacho", "--reason", "済"])
        #expect(again.code == 65 && again.errors.contains("kogyo-kachoが済んだと記録しました"))
        let none = try await city.run("acts", "list")
        #expect(none.output == "実施中の措置はありません。\n")
    }

    @Test
    func `its department and the planning division are asked once when it is due, and monthly`()
        async throws
    {
        let city = try await city()
        _ = try await decide(city, Self.improve + ["--now", "2022-10-20"])
        _ = try await decide(
            city,
            [
                "m02-1", "improve", "--by", "課長", "--reason", "理由", "--act", "広報を直す", "--due",
                "2022-11-30", "--now", "2022-10-20",
            ])
        let rehearsal = try await Rehearsal(city, from: "2022-11-29T12:00")
        func asked() async throws -> [ArrivedMail] {
            try await city.mails().filter { $0.subject.contains("措置の確認") }
        }
        try await rehearsal.move(to: "2022-11-30T08:00")
        #expect(try await asked().isEmpty)
        try await rehearsal.move(to: "2022-11-30T08:30")
        let first = try await asked()
        #expect(
            Set(first.map(\.to)) == ["kogyo-koyo@city.example", "seisaku-suishin@city.example"])
        #expect(first.count == 2, "one message each")
        #expect(first.allSatisfy { $0.text.contains("50社に訪問") && $0.text.contains("広報を直す") })
        #expect(first.allSatisfy { $0.subject == "【架空】【措置の確認】2件" })
        try await rehearsal.killAndRestart()
        try await rehearsal.settle()
        try await rehearsal.move(to: "2022-12-29T12:00")
        #expect(try await asked().count == 2)
        let result = try await city.run(
            "acts", "done", "1", "--by", "課長", "--reason", "済", "--now", "2022-12-29T13:00")
        #expect(result.code == 0, "\(result.errors)")
        try await rehearsal.sleep(until: "2023-01-04T09:00")
        let later = try await asked()
        #expect(later.count == 4)
        #expect(Set(later.map(\.id)).count == 4)
        let second = later.filter { !first.map(\.id).contains($0.id) }
        #expect(second.allSatisfy { !$0.text.contains("50社") && $0.text.contains("35日超過") })
        _ = try await rehearsal.stop()
    }

    @Test func `the next summary shows last quarter's decisions, the effect and the open acts`()
        async throws
    {
        let city = try await city()
        try city.drop(
            "a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第2四半期,2\n")
        for now in ["2022-10-17T08:40", "2022-10-17T09:00"] {
            _ = try await city.run("once", "--now", now)
        }
        let before = try await city.mails().first { $0.to == "mayor@city.example" }
        #expect(try #require(before).text.contains("これまでの決定") == false)
        _ = try await decide(city, Self.improve + ["--now", "2022-10-27T10:00"])
        try city.drop(
            "b.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第3四半期,30\n")
        _ = try await city.run("once", "--now", "2023-01-18T09:00")
        let mails = try await city.mails().filter {
            $0.to == "mayor@city.example" && $0.subject.contains("第3四半期")
        }
        let mail = try #require(mails.first)
        let html = try #require(mail.html)
        for words in ["これまでの決定とその効果", "中央値27日（1件）", "50社に訪問", "実施中の措置", "期限超過"] {
            #expect(mail.text.contains(words) && html.contains(words), "\(words)")
        }
        let document = try await city.document([
            "report", "--quarter", "R4Q3", "--as-of", "2023-01-18", "--format", "json",
        ])
        let decided = try #require(document["decided"] as? [String: Any])
        #expect(decided["medianLoopDays"] as? Int == 27)
        #expect(decided["overdueActs"] as? [Int] == [1])
        let outcome = try #require((decided["outcomes"] as? [[String: Any]])?.first)
        #expect(outcome["effectDue"] as? Bool == false)
        let indicator = try #require((outcome["indicators"] as? [[String: Any]])?.first)
        let then = try #require(indicator["before"] as? [String: Any])
        #expect(then["period"] as? String == "FY2022Q2")
        let after = try #require(indicator["after"] as? [String: Any])
        for (stored, asOf) in [(then, "2022-10-27"), (after, "2023-01-18")] {
            let judged = try await city.indicator("m01-1-1", asOf: asOf)
            #expect(stored["status"] as? String == judged["status"] as? String)
            #expect(stored["value"] as? Double == judged["value"] as? Double)
        }
    }
}
