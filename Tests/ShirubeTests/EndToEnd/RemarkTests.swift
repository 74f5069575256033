import Foundation
import Testing

/// What is only remarked on a file, through the real program.
@Suite struct RemarkTests {
    @Test func `a table of every shape is taken in without a mail, with one remark of each kind`()
        async throws
    {
        let city = try await TestCity()
        let wide = """
            令和4年度　実績,,
            工業・雇用振興課,,
            指標ID,第1四半期,4月～9月,備考
            m01-1-1,2,,"一行目
            二行目"
            m02-2-1,,700,\r\n
            """
        try city.folder.write("wide.csv", wide)
        let checked = try await city.run(
            "drop", "check", "wide.csv", "--department", "kogyo-koyo", "--format", "json")
        let parsed = try JSONSerialization.jsonObject(with: Data(checked.output.utf8))
        let findings = try #require((parsed as? [String: Any])?["findings"] as? [[String: Any]])
        #expect(
            findings.map { $0["rule"] as? String } == [
                "title-rows", "layout-wide", "cell-line-break",
            ])
        #expect(findings.map { $0["governmentRule"] as? String } == ["L3-01", "L3-09", "L1-14"])
        #expect(findings.allSatisfy { $0["severity"] as? String == "info" })
        try city.drop("wide.csv", "kogyo-koyo", wide)
        let turn = try await city.run("once", "--now", "2022-10-11")
        #expect(turn.output == "受理1件、変更なし0件、差し戻し0件\n", "\(turn.errors)")
        #expect(try await city.mails().isEmpty)
        #expect(city.folder.names("drops/kogyo-koyo/accepted").count == 1)
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 2)
        let half = try await city.indicator("m02-2-1")
        #expect(half["value"] as? Double == 700 && half["period"] as? String == "FY2022H1")
    }

    @Test func `a range of months that is no period is sent back with what to do`() async throws {
        let city = try await TestCity()
        try city.drop(
            "a.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,令和4年度,4月～8月,2\n")
        let turn = try await city.run("once", "--now", "2022-10-11")
        #expect(turn.output == "受理0件、変更なし0件、差し戻し1件\n", "\(turn.errors)")
        let mail = try #require(try await city.mails().first)
        let text = mail.text.replacingOccurrences(of: "\n", with: "")
        #expect(text.contains("令和4年4月から令和4年8月までの5か月"))
        #expect(text.contains("1か月ずつ行を分けて入れてください"))
    }
}
