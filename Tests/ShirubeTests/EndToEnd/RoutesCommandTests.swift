import Foundation
import Testing

/// `shirube routes explain` and `shirube next`.
@Suite struct RoutesCommandTests {
    private func city() async throws -> TestCity {
        let city = try await TestCity()
        try city.writeConfiguration(
            """
            posts:
              kogyo-tanto:
                - {from: 2022-04-01, mail: [sato@city.example]}
                - {from: 2027-04-01, mail: [suzuki@city.example], channels: [chat]}
            """,
            kogyo: "{staff: [kogyo-tanto], manager: [kacho@city.example]}")
        return city
    }

    @Test func `who would be told what of an indicator is shown with post and reason`() async throws
    {
        let city = try await city()
        let today = try await city.run("routes", "explain", "m01-1-1", "--on", "2026-05-01")
        #expect(today.code == 0, "\(today.errors)")
        let rows = today.output.split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
        #expect(
            rows.contains {
                $0.first == "差し戻し" && $0.suffix(2) == ["kogyo-tanto", "sato@city.example"]
            })
        #expect(rows.contains { $0.first == "四半期まとめ" && $0.last == "kacho@city.example" })
        #expect(rows.contains { $0.first == "四半期まとめ" && $0.last == "mayor@city.example" })
        #expect(today.output.contains("（いません）"))
        #expect(rows.contains { $0.first == "遅れ・水準割れ" && $0.last == "kacho@city.example" })
        // Rounds are not scheduled here.
        #expect(today.output.contains("届きません（schedule に alertRound がないため）"))
        #expect(!today.output.contains("suzuki"))
        let later = try await city.document([
            "routes", "explain", "m01-1-1", "--on", "2027-04-01", "--format", "json",
        ])
        let tellings = try #require(later["tellings"] as? [[String: Any]])
        let rejection = try #require(tellings.first { $0["telling"] as? String == "rejection" })
        let recipients = try #require(rejection["recipients"] as? [[String: Any]])
        #expect(
            recipients.map { $0["mail"] as? String ?? $0["channel"] as? String } == [
                "suzuki@city.example", "chat",
            ])
        #expect(recipients.allSatisfy { $0["post"] as? String == "kogyo-tanto" })
        #expect(city.folder.names("state").isEmpty)
    }

    @Test func `a post is called by its name in mails and in what explains them`() async throws {
        let city = try await TestCity()
        try city.writeConfiguration(
            """
            posts:
              kogyo-kacho: {name: 工業・雇用振興課長, members: [kacho@city.example]}
            """, settle: 0, kogyo: "[kogyo-kacho]")
        let explained = try await city.run("routes", "explain", "m01-1-1")
        #expect(explained.output.contains("kogyo-kacho 工業・雇用振興課長"))
        try city.drop("bad.csv", "kogyo-koyo", "指標ID,年度,期間,実績値\nm01-1-1,R4,第2四半期,多い\n")
        _ = try await city.run("once", "--now", "2022-10-14T12:00")
        let mail = try #require(try await city.mails().first)
        #expect(mail.to == "工業・雇用振興課長 <kacho@city.example>")
        try city.writeConfiguration(
            """
            posts:
              kogyo-kacho: {members: [kacho@city.example]}
            """, settle: 0, kogyo: "[kogyo-kacho]")
        let refused = try await city.run("check")
        #expect(refused.code == 78 && refused.errors.contains("name"), "\(refused.errors)")
    }

    @Test func `an indicator or strategy that is not there is refused`() async throws {
        let city = try await city()
        let unknown = try await city.run("routes", "explain", "m99")
        #expect(unknown.code == 65)
        #expect(unknown.errors.contains("指標「m99」はありません。"))
        #expect(try await city.run("routes", "explain", "m01-1-1", "--strategy", "x").code == 64)
        #expect(try await city.run("next", "--strategy", "x").code == 64)
        #expect(try await city.run("next", "--days", "0").code == 64)
    }

    @Test func `the coming runs are listed with the recipients of their day`() async throws {
        let city = try await city()
        let arguments = ["next", "--from", "2026-07-01", "--days", "365"]
        let table = try await city.start(arguments + ["--config", city.configuration]).end()
        #expect(table.code == 0, "\(table.errors)")
        let lines = table.output.split(separator: "\n").dropFirst(2)
        #expect(lines.count == 4)
        #expect(lines.first?.contains("令和8年7月14日（火）09:00") == true)
        #expect(lines.first?.contains("FY2026Q1") == true)
        #expect(
            lines.allSatisfy {
                $0.contains("mayor@city.example、council@city.example")
                    || $0.contains("kacho@city.example")
            })
        let none = try await city.run("next", "--from", "2026-07-15", "--days", "1")
        #expect(none.output == "今日から1日のあいだに予定はありません。\n")
        let json = try await city.start(
            arguments + ["--format", "json", "--config", city.configuration]
        ).end()
        let runs = try #require(
            try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]])
        #expect(
            runs.map { $0["period"] as? String } == [
                "FY2026Q1", "FY2026Q2", "FY2026Q3", "FY2026Q4",
            ])
        #expect(
            (runs.first?["recipients"] as? [[String: Any]])?.contains {
                $0["channel"] as? String == "chat"
            } == true)
    }
}
