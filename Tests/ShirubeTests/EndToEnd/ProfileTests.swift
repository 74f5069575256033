import Foundation
import Testing

@Suite struct ProfileTests {
    private static let file = """
        指標ID,年度,期間,今期の数
        m01-1-1,令和4年度,第1四半期,2
        ,,第2四半期,3\r\n
        """

    @Test func `the profile of a department counts by hand and in its folder`() async throws {
        let city = try await TestCity()
        try city.folder.write("R4.csv", Self.file)
        func drop(_ command: String) async throws -> TestCity.Result {
            try await city.start([
                "drop", command, "R4.csv", "--department", "kogyo-koyo", "--config",
                city.configuration,
            ]).end()
        }
        #expect(try await drop("check").code != 0)
        try city.writeConfiguration(
            "profiles:\n  kogyo-koyo: {headings: {今期の数: 実績値}, fillDown: [指標ID, 年度]}\n")
        let checked = try await drop("check")
        #expect(checked.code == 0, "\(checked.output)")
        let explained = try await drop("explain")
        #expect(explained.code == 0)
        #expect(explained.output.contains("実績値（部署の設定 headings による）"))
        #expect(explained.output.contains("令和4年度（部署の設定 fillDown による）"))
        let applied = try await drop("apply")
        #expect(applied.code == 0, "\(applied.output)\(applied.errors)")
        #expect(try await city.indicator("m01-1-1")["value"] as? Double == 5)
    }

    @Test func `what is explained is what is applied, whatever the profile says`() async throws {
        let city = try await TestCity()
        try city.writeConfiguration(
            "profiles:\n  kogyo-koyo: {dates: mdy, year: 2022, fillDown: [指標ID, 期間, 内訳], "
                + "delimiter: semicolon, headerRows: 2}\n")
        try city.folder.write(
            "a.csv",
            "a,b,c,d;e,f\n指標;期間;内訳;実績;備考\nID;;;値;\nm01-1-1;7/1/2022;市内;3;\n;;市外;4;\n;Q1;;5;合わせて\n")
        let file = ["a.csv", "--department", "kogyo-koyo", "--config", city.configuration]
        let explained = try await city.start(
            ["drop", "explain"] + file + ["--format", "json", "--rows", "5-6"]
        ).end()
        #expect(explained.code == 0, "\(explained.output)\(explained.errors)")
        let parsed = try JSONSerialization.jsonObject(with: Data(explained.output.utf8))
        let document = try #require(parsed as? [String: Any])
        let header = try #require(document["header"] as? [String: Any])
        #expect(header["profile"] as? [String] == ["headerRows"])
        #expect((document["text"] as? [String: Any])?["profile"] as? [String] == ["delimiter"])
        let rows = try #require(document["rows"] as? [[String: Any]])
        let cells = try rows.map { try #require($0["cells"] as? [[String: Any]]) }
        #expect(
            cells[0].map { $0["profile"] as? [String] } == [
                ["fillDown"], ["fillDown", "dates"], [], [], [],
            ])
        #expect(cells[0][1]["meaning"] as? String == "令和4年7月1日")
        #expect(
            cells[1].map { $0["profile"] as? [String] } == [
                ["fillDown"], ["year"], [], [], [],
            ])
        #expect(cells[1][1]["meaning"] as? String == "令和4年度第1四半期")
        #expect(cells.map { $0[3]["number"] as? Double } == [4, 5])
        let applied = try await city.start(
            ["drop", "apply"] + file + ["--now", "2022-10-17"]
        ).end()
        #expect(applied.code == 0, "\(applied.output)\(applied.errors)")
        #expect(applied.output.hasPrefix("a.csv: 取り込みました"))
        #expect(applied.output.contains("実績値      3"))
    }
}
