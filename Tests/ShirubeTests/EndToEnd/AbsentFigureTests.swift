import Foundation
import Testing

/// Answers that say there is no figure, through the real program.
@Suite struct AbsentFigureTests {
    private static let header = "指標ID,年度,期間,実績値,区分,確認\n"

    private func absences(
        _ city: TestCity, asOf: String? = nil
    ) async throws -> [[String: Any]] {
        try #require(
            try await city.indicator("m01-1-1", asOf: asOf)["absences"] as? [[String: Any]])
    }

    private func codes(_ indicator: [String: Any]) -> [String?] {
        (indicator["reasons"] as? [[String: Any]] ?? []).map { $0["code"] as? String }
    }

    private func take(_ city: TestCity, _ name: String, _ rows: String, _ day: String) async throws
    {
        try city.drop(name, "kogyo-koyo", Self.header + rows)
        let turn = try await city.run("once", "--now", day)
        #expect(turn.output == "受理1件、変更なし0件、差し戻し0件\n", "\(name)")
    }

    @Test
    func `an answer without a figure is kept, shown, superseded by a figure, and known as of then`()
        async throws
    {
        let city = try await TestCity()
        try await take(city, "R4Q2.csv", "m01-1-1,R4,Q2,…,,\n", "2022-10-11")
        let standing = try await city.indicator("m01-1-1")
        #expect(standing["value"] is NSNull && standing["status"] as? String == "WAIT")
        #expect(codes(standing) == ["absent"])
        let answer = try #require(try await absences(city).first)
        #expect(answer["period"] as? String == "FY2022Q2")
        #expect(answer["answer"] as? String == "unknown")
        #expect(answer["department"] as? String == "kogyo-koyo")
        #expect(answer["file"] as? String == "R4Q2.csv")
        #expect(answer["record"] as? Int == 2 && answer["column"] as? String == "D")
        #expect(answer["written"] as? String == "…")
        let line = try await city.run("status").output.split(separator: "\n")
            .first { $0.hasPrefix("m01-1-1 ") }
        #expect(line?.contains("不明") == true && line?.contains("令和4年度第2四半期") == true)
        // The same content again is no news; a figure takes the place of the sign.
        try city.drop("again.csv", "kogyo-koyo", Self.header + "m01-1-1,R4,Q2,…,,\n")
        #expect(
            try await city.run("once", "--now", "2022-10-12").output
                == "受理0件、変更なし1件、差し戻し0件\n")
        try await take(city, "late.csv", "m01-1-1,R4,Q2,3,,\n", "2022-10-20")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 3)
        #expect(try await absences(city).isEmpty)
        #expect(try await absences(city, asOf: "2022-10-15").count == 1)
        #expect(codes(try await city.indicator("m01-1-1", asOf: "2022-10-15")) == ["absent"])
    }

    @Test func `a sign where a figure stands waits until it is confirmed, and 取消 takes it back`()
        async throws
    {
        let city = try await TestCity()
        try await take(city, "a.csv", "m01-1-1,R4,Q2,3,,\n", "2022-10-11")
        try await take(city, "b.csv", "m01-1-1,R4,Q2,x,,\n", "2022-10-12")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 3)
        let mail = try #require(try await city.mails().first { $0.subject.contains("要確認") })
        #expect(mail.text.contains("「秘匿」という記号"))
        #expect(try await city.run("held").output.contains("秘匿"))
        let confirmed = try await city.run(
            "confirm", "1", "--by", "企画花子", "--reason", "秘匿に当たる", "--now", "2022-10-13")
        #expect(confirmed.code == 0, "\(confirmed.errors)")
        #expect(try await city.indicator("m01-1-1")["value"] is NSNull)
        #expect(try await absences(city).first?["answer"] as? String == "suppressed")
        try await take(city, "c.csv", "m01-1-1,R4,Q2,,取消,\n", "2022-10-14")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 3)
        #expect(try await absences(city).isEmpty)
        // What is marked as meant counts at once.
        try await take(city, "d.csv", "m01-1-1,R4,Q2,-,,確認済\n", "2022-10-15")
        #expect(try await absences(city).first?["answer"] as? String == "none")
    }

    @Test func `a withdrawn file takes its answers with it`() async throws {
        let city = try await TestCity()
        try await take(city, "a.csv", "m01-1-1,R4,Q2,…,,\n", "2022-10-11")
        let list = try await city.run("drop", "list", "--format", "json")
        let parsed = try JSONSerialization.jsonObject(with: Data(list.output.utf8))
        let hash = try #require((parsed as? [[String: Any]])?.first?["sha256"] as? String)
        let revoked = try await city.run(
            "drop", "revoke", hash, "--reason", "別の課の様式", "--yes", "--now", "2022-10-12")
        #expect(revoked.code == 0, "\(revoked.errors)")
        #expect(try await absences(city).isEmpty)
        #expect(codes(try await city.indicator("m01-1-1")) == ["no-figure"])
        #expect(try await absences(city, asOf: "2022-10-11T12:00").count == 1)
    }

    @Test func `who answered that there is no figure has answered`() async throws {
        let city = try await TestCity()
        func report() async throws -> [String: Any] {
            let result = try await city.run(
                "report", "--quarter", "2022Q2", "--as-of", "2022-10-30", "--format", "json")
            let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
            return try #require((parsed as? [String: Any])?["observe"] as? [String: Any])
        }
        let before = try await report()
        #expect(before["figuresAbsent"] as? Int == 0)
        let owed = try #require(before["missing"] as? [[String: Any]])
            .first { $0["id"] as? String == "kogyo-koyo" }
        let count = try #require(owed?["owed"] as? Int)
        let form = try await city.run("form", "--department", "kogyo-koyo", "--quarter", "2022Q2")
        var rows = form.output.split(separator: "\r\n").map(String.init)
        for index in rows.indices where rows[index].hasPrefix("m") {
            rows[index] = rows[index].replacingOccurrences(
                of: "第2四半期,", with: "第2四半期,…")
        }
        try city.drop("R4Q2.csv", "kogyo-koyo", rows.joined(separator: "\r\n") + "\r\n")
        let turn = try await city.run("once", "--now", "2022-10-11")
        #expect(turn.output == "受理1件、変更なし0件、差し戻し0件\n", "\(turn.errors)")
        let after = try await report()
        #expect(after["figuresAbsent"] as? Int ?? 0 >= count)
        #expect(
            (after["missing"] as? [[String: Any]])?.contains { $0["id"] as? String == "kogyo-koyo" }
                == false)
        let text = try await city.run(
            "report", "--quarter", "2022Q2", "--as-of", "2022-10-30"
        ).output.replacingOccurrences(of: "\n  ", with: "")
        #expect(text.contains("値がないという回答が"))
        #expect(text.contains("0とは数えていません。"))
    }

    @Test func `a sign for a quarter that is not over answers once the quarter is over`()
        async throws
    {
        let city = try await TestCity()
        let table = Self.header + "m01-1-1,R4,Q2,3,,\nm01-1-1,R4,Q3,-,,\n"
        try city.drop("a.csv", "kogyo-koyo", table)
        _ = try await city.run("once", "--now", "2022-10-11")
        #expect(try await absences(city).isEmpty)
        try city.drop("b.csv", "kogyo-koyo", table)
        let turn = try await city.run("once", "--now", "2023-01-11")
        #expect(turn.output == "受理1件、変更なし0件、差し戻し0件\n", "\(turn.errors)")
        #expect(try await absences(city).first?["period"] as? String == "FY2022Q3")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 3)
        try city.drop("c.csv", "kogyo-koyo", table)
        let again = try await city.run("once", "--now", "2023-01-12")
        #expect(again.output == "受理0件、変更なし1件、差し戻し0件\n", "\(again.errors)")
    }
}
