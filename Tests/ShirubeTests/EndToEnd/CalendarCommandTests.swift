import Foundation
import Glibc
import ShirubeCore
import Testing

@Suite struct CalendarCommandTests {
    private static let heading = "国民の祝日・休日月日,国民の祝日・休日名称\r\n"
    /// A list of 2026 that has 1 June besides, and lacks 4 May.
    private static let list =
        heading
        + [
            "1/1,元日", "1/12,成人の日", "2/11,建国記念の日", "2/23,天皇誕生日", "3/20,春分の日", "4/29,昭和の日",
            "5/3,憲法記念日", "5/5,こどもの日", "6/1,都市の日", "11/3,文化の日", "11/23,勤労感謝の日",
        ].map { "2026/\($0)\r\n" }.joined()

    private func object(_ city: TestCity, _ arguments: String...) async throws -> [String: Any] {
        let result = try await city.start(
            ["calendar", "--format", "json", "--config", city.configuration] + arguments
        ).end()
        try #require(result.code == 0, "\(result.errors)")
        let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require(parsed as? [String: Any])
    }

    @Test
    func `a year's holidays, working days, quarter ends and due days are printed without a ledger`()
        async throws
    {
        let city = try await TestCity()
        let table = try await city.run("calendar", "2026")
        #expect(table.code == 0)
        #expect(table.output.hasPrefix("令和8年度の暦（令和8年4月1日（水）～令和9年3月31日（水））\n"))
        #expect(table.output.contains("令和8年9月22日（火）   祝日・休日  国民の休日    Citizens' Holiday\n"))
        #expect(table.output.contains("計                241     124\n"))
        #expect(table.output.contains("令和8年7月13日（月）   令和8年7月14日（火）09:00\n"))
        #expect(
            try await city.run("calendar", "2026", "--format", "grid").output.contains("21*22*"))
        let json = try await object(city, "2026")
        #expect(json["workingDays"] as? Int == 241)
        #expect((json["holidays"] as? [Any])?.count == 19)
        #expect((json["closedDays"] as? [Any])?.count == 124)
        #expect(
            (json["quarters"] as? [[String: Any]])?.first?["summaryAt"] as? String
                == "2026-07-14T09:00:00+09:00")
        #expect(city.folder.names("state").isEmpty)
    }

    @Test func `a year is read as people write it, fiscal unless it says otherwise`() async throws {
        let city = try await TestCity()
        for (spellings, code) in [
            (["2026", "R8", "fy2026", "令和8年度", "令和８年度"], "FY2026"),
            (["CY2026", "令和8年", "2026年"], "CY2026"),
            (["H31", "令和元年度", "2019"], "FY2019"), (["昭和63年度"], "FY1988"), (["1948"], "FY1948"),
            (["2099"], "FY2099"),
        ] {
            for spelling in spellings {
                #expect(try await object(city, spelling)["year"] as? String == code, "\(spelling)")
            }
        }
        for wrong in ["1947", "2100", "H40", "R8Q2", "FY2026Q1", "x", "令和0年度"] {
            #expect(try await city.run("calendar", wrong).code == 64, "\(wrong)")
        }
        #expect(try await city.run("calendar", "1947").errors.contains("1948年から2099年まで"))
        // Without a year it is that of today.
        #expect(try await city.run("calendar").code == 0)
    }

    @Test func `for a year in the Cabinet Office's list the list wins`() async throws {
        let city = try await TestCity()
        try city.folder.write("syukujitsu.csv", try CP932.encode(Self.list))
        try city.writeConfiguration(
            "calendar: {holidays: syukujitsu.csv, closed: [2026-08-12], due: {half: {months: 2}}}")
        let output = try await city.run("calendar", "CY2026").output
        #expect(output.contains("都市の日"))
        #expect(!output.contains("みどりの日"))
        #expect(output.contains("令和8年8月12日（水）   市の閉庁日\n"))
        #expect(output.contains("令和8年9月30日（水）   令和8年11月30日（月）\n"))
        #expect(try await city.run("calendar", "CY2027").output.contains("みどりの日"))
    }

    @Test
    func
        `a list that is not in order is refused at the start and on reload, and the old one stays`()
        async throws
    {
        let city = try await TestCity()
        try city.folder.write("syukujitsu.csv", try CP932.encode(Self.list))
        try city.writeConfiguration("calendar: {holidays: syukujitsu.csv}")
        let daemon = try await city.serve()
        try city.folder.write("syukujitsu.csv", try CP932.encode(Self.heading + "2026/1/1;元日\r\n"))
        daemon.signal(SIGHUP)
        try await daemon.awaitError("refused, the old one stays")
        #expect(daemon.errorText.contains("syukujitsu.csv`, line 2, has 1 instead of two cells"))
        try city.folder.write("syukujitsu.csv", try CP932.encode(Self.list))
        daemon.signal(SIGHUP)
        try await daemon.awaitError("the configuration was read anew")
        #expect(try await daemon.stop().code == 0)
        try city.folder.write("syukujitsu.csv", "")
        let refused = try await city.run("calendar", "2026")
        #expect(refused.code == 78)
        #expect(
            refused.errors.hasSuffix(
                "祝日の一覧「\(city.folder.path)/syukujitsu.csv」の1行目: 見出し「国民の祝日・休日月日,国民の祝日・休日名称」"
                    + "がありません。内閣府の「国民の祝日」のCSV（syukujitsu.csv）をもう一度取得して置いてください。\n"))
    }

    @Test func `an indicator that is due on another day is named, and its form says so`()
        async throws
    {
        let city = try await TestCity()
        let strategy = try String(
            contentsOf: TestServer.root.appending(path: "config/strategies/tomakomai-2020.yaml"),
            encoding: .utf8)
        let id = "- id: m01-1-1\n"
        let start = try #require(strategy.range(of: id))
        let kind = try #require(
            strategy.range(of: "kind:", range: start.upperBound..<strategy.endIndex))
        try city.folder.write(
            "strategy.yaml",
            strategy.replacingCharacters(
                in: kind, with: "due: {months: 2, day: 10}\n                    kind:"))
        let lines = try city.folder.text("shirube.yaml").split(separator: "\n").map { line in
            line.hasPrefix("strategies:") ? "strategies: [strategy.yaml]" : line
        }
        try city.folder.write("shirube.yaml", lines.joined(separator: "\n") + "\n")
        let due = try await object(city, "R4")["indicators"] as? [[String: Any]]
        #expect(
            due?.map { $0["due"] as? String } == [
                "2022-08-10", "2022-11-10", "2023-02-10", "2023-05-10",
            ])
        #expect(due?.first?["indicator"] as? String == "m01-1-1")
        let form = try await city.run("form", "--department", "kogyo-koyo", "--quarter", "R4Q2")
        #expect(form.output.contains("提出期限: 令和4年10月14日（金）"))
        #expect(form.output.contains("m01-1-1,") && form.output.contains(",2022-11-10,"))
    }
}
