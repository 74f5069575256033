import Foundation
import Testing

/// What was shown once can be shown again, to the byte.
@Suite struct TimeTravelTests {
    private static func drop(_ quarter: Int, _ value: Int) -> String {
        "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,第\(quarter)四半期,\(value)\n"
    }

    /// What every command shows of the end of a day.
    private func shown(_ edited: EditedCity, _ day: String) async throws -> [String] {
        var texts: [String] = []
        for command in [
            ["status"], ["status", "--format", "json"], ["status", "--format", "csv"],
            ["status", "--language", "en"], ["report"], ["report", "--format", "html"],
            ["report", "--format", "json"], ["report", "--quarter", "R4Q1", "--format", "slack"],
            ["explain", "m01-1-1"], ["explain", "m01-1-1", "--format", "json"],
        ] {
            let result = try await edited.run(command + ["--as-of", day])
            try #require(result.code == 0, "\(result.errors)")
            texts.append(result.output)
        }
        return texts
    }

    @Test func `whatever happens later, the past is shown as it was, to the byte`() async throws {
        let edited = try await EditedCity()
        let city = edited.city
        try city.drop("a.csv", "kogyo-koyo", Self.drop(2, 12))
        _ = try await city.run("once", "--now", "2022-10-17")
        _ = try await edited.run([
            "override", "m01-1-1", "--status", "WATCH", "--reason", "様子見", "--by", "課長", "--now",
            "2022-10-18T10:00",
        ])
        let then = try await shown(edited, "2022-10-18")
        for place in [0, 4, 8, 9] { #expect(then[place].contains("様子見"), "\(place)") }

        try city.drop("b.csv", "kogyo-koyo", Self.drop(2, 30) + "m01-1-1,令和4年度,第3四半期,9\n")
        _ = try await city.run("once", "--now", "2022-10-19")
        try edited.edit("name: 若者人材育成事業", "name: 若者の人材育成")
        try edited.raiseTarget(to: 50)
        let revised = try await edited.revise(
            on: "2022-10-19", from: "2020-04-01", at: "2022-10-19T10:00")
        try #require(revised.code == 0, "\(revised.errors)")
        _ = try await edited.run([
            "override", "m01-1-1", "--withdraw", "--reason", "確報", "--now", "2022-10-19T11:00",
        ])
        _ = try await city.run("once", "--now", "2022-10-20")
        #expect(try await shown(edited, "2022-10-18") == then)
        #expect(try await shown(edited, "2022-10-20") != then)
    }

    @Test func `the report of the moment at which the summary was sent is the summary`()
        async throws
    {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.drop(2, 12))
        _ = try await city.run("once", "--now", "2022-10-14T12:00")
        _ = try await city.run("once", "--now", "2022-10-17T09:30")
        let mail = try #require(try await city.mails().first { $0.subject.contains("まとめ") })
        try city.drop("b.csv", "kogyo-koyo", Self.drop(2, 30))
        _ = try await city.run("once", "--now", "2022-10-21")
        let report = try await city.run("report", "--as-of", "2022-10-17T09:30")
        // Mail ends its lines by CRLF.
        let sent = mail.text.replacingOccurrences(of: "\r\n", with: "\n")
        let isSame = report.output == sent
        #expect(
            isSame,
            "\(Set(report.output.split(separator: "\n")).symmetricDifference(sent.split(separator: "\n")))"
        )
    }

    @Test func `a day means its end`() async throws {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.drop(2, 12))
        _ = try await city.run("once", "--now", "2022-10-17T17:00")
        #expect(try await city.indicator("m01-1-1", asOf: "2022-10-17")["value"] as? Double == 12)
        let morning = try await city.indicator("m01-1-1", asOf: "2022-10-17T08:00")
        #expect(morning["value"] is NSNull)
        let status = try await city.run("status", "--as-of", "2022-10-17")
        #expect(status.output.contains("2022-10-17T23:59:59+09:00 時点"))
        #expect(try await city.run("status", "--as-of", "2022-10-32").code == 64)
    }

    /// Lets another version of the rules have made the stored judgements.
    private func rewrite(_ city: TestCity) async throws {
        let script = """
            import sqlite3, sys
            with sqlite3.connect(sys.argv[1]) as ledger:
                changed = ledger.execute("UPDATE judgement SET rule = 'older-7', status = 'LVL'"
                    " WHERE indicator = 'm01-1-1'").rowcount
            assert changed, "nothing was judged"
            """
        let program = try RunningProgram(
            program: URL(filePath: "/usr/bin/python3"),
            arguments: ["-c", script, city.folder.path + "/state/ledger.sqlite"], environment: [:],
            folder: "/")
        let result = try await program.end()
        try #require(result.code == 0, "\(result.errors)")
    }

    @Test
    func `what other rules have judged is shown as stored, and rejudged on demand, which says so`()
        async throws
    {
        let city = try await TestCity()
        try city.drop("a.csv", "kogyo-koyo", Self.drop(2, 12))
        _ = try await city.run("once", "--now", "2022-10-17")
        let honest = try await city.indicator("m01-1-1", asOf: "2022-10-17")
        let status = try #require(honest["status"] as? String)
        try #require(status != "LVL")
        try await rewrite(city)
        let stored = try await city.indicator("m01-1-1", asOf: "2022-10-17")
        #expect(stored["status"] as? String == "LVL")
        #expect(stored["rule"] as? String == "older-7")
        let arguments = ["--as-of", "2022-10-17", "--format", "json"]
        for command in ["status", "report"] {
            let plain = try await city.document([command] + arguments)
            #expect(plain["rejudged"] as? Bool == false)
            let rejudged = try await city.document([command] + arguments + ["--rejudge"])
            #expect(rejudged["rejudged"] as? Bool == true)
            #expect(rejudged["rule"] as? String == honest["rule"] as? String)
            #expect(try Self.status(plain) == "LVL")
            #expect(try Self.status(rejudged) == status)
        }
        for command in [["status"], ["report"], ["explain", "m01-1-1"]] {
            let text = try await city.start(
                command + [
                    "--as-of", "2022-10-17", "--rejudge", "--config", city.configuration,
                ]
            ).end()
            let flowing = text.output.filter { !$0.isWhitespace }
            #expect(flowing.contains("判定し直したもので、当時の判定ではありません。"))
        }
    }

    private static func status(_ document: [String: Any]) throws -> String? {
        let indicators = try #require(document["indicators"] as? [[String: Any]])
        return indicators.first { $0["id"] as? String == "m01-1-1" }?["status"] as? String
    }

    @Test func `rejudging knows no more than was known then`() async throws {
        let edited = try await EditedCity()
        let city = edited.city
        try city.drop("a.csv", "kogyo-koyo", Self.drop(2, 12))
        _ = try await city.run("once", "--now", "2022-10-17")
        let then = try await city.indicator("m01-1-1", asOf: "2022-10-17")
        try edited.raiseTarget(to: 50)
        _ = try await edited.revise(on: "2022-10-18", from: "2020-04-01", at: "2022-10-18")
        try city.drop("b.csv", "kogyo-koyo", Self.drop(2, 30))
        _ = try await city.run("once", "--now", "2022-10-19")
        let arguments = ["status", "--rejudge", "--format", "json", "--as-of"]
        let past = try #require(
            try await city.document(arguments + ["2022-10-17"])["indicators"] as? [[String: Any]])
        let row = try #require(past.first { $0["id"] as? String == "m01-1-1" })
        #expect(NSDictionary(dictionary: row) == NSDictionary(dictionary: then))
        let now = try #require(
            try await city.document(arguments + ["2022-10-19"])["indicators"] as? [[String: Any]])
        #expect(now.first { $0["id"] as? String == "m01-1-1" }?["achievementRate"] as? Double == 60)
    }
}
