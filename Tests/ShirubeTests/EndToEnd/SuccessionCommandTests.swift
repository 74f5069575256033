import Foundation
import Testing

/// `shirube strategy succeed`, and what it refuses, each with a sentence and without any effect.
@Suite struct SuccessionCommandTests {
    @Test(arguments: [
        (["tomakomai-2019", "--id", "new"], 65, "戦略「tomakomai-2019」は設定にありません。"),
        (["tomakomai-2020", "--id", "New_1"], 65, "id「New_1」は使えません。"),
        (["tomakomai-2020", "--id", "tomakomai-2020"], 65, "id「tomakomai-2020」の戦略は設定にすでにあります。"),
        (["tomakomai-2020", "--id", "new", "--only", "m99"], 65, "指標「m99」は前の計画にないか"),
        (["tomakomai-2020", "--id", "new", "--only", "g1-1", "--without", "g1-1"], 65, "一つも残りません"),
        (["tomakomai-2020", "--id", "new", "--output", "old.yaml"], 73, "「old.yaml」はすでにあるので"),
        (["tomakomai-2020", "--id", "new", "--output", "nowhere/new.yaml"], 69, "nowhere"),
    ])
    func `what cannot be is refused, and nothing is written`(
        arguments: [String], code: Int32, words: String
    ) async throws {
        let turn = try await TurnOfPlans()
        let old = try turn.city.folder.text("old.yaml")
        let years = ["--name", "次の計画", "--from", "FY2025", "--to", "FY2029"]
        let result = try await turn.city.start(
            ["strategy", "succeed"] + arguments + years + ["--config", turn.city.configuration]
        ).end()
        #expect(result.code == code, "\(result.errors)")
        #expect(result.errors.contains(words), "\(result.errors)")
        #expect(try turn.city.folder.text("old.yaml") == old)
        #expect(turn.city.folder.names(".").allSatisfy { !$0.hasPrefix("new") })
    }

    @Test(arguments: [
        ("FY2020", "FY2024", 65, "より後に始まりません"), ("R8", "R7", 65, "始まり（FY2026）より前です"),
        ("7", "R11", 64, "--from"),
    ])
    func `years that cannot be are refused`(
        from: String, to: String, code: Int32, words: String
    ) async throws {
        let turn = try await TurnOfPlans()
        let result = try await turn.run(
            "strategy", "succeed", "tomakomai-2020", "--id", "new", "--name", "次", "--from", from,
            "--to", to)
        #expect(result.code == code, "\(result.errors)")
        #expect(result.errors.contains(words), "\(result.errors)")
    }

    @Test func `a file of some indicators is written, in English where that is asked for`()
        async throws
    {
        let turn = try await TurnOfPlans()
        let made = try await turn.succeed(
            "--only", "m01-1-1", "g1-1", "--without", "g1-1", "--language", "en", "--output",
            "next.yaml")
        #expect(made.code == 0, "\(made.errors)")
        #expect(made.output.contains("Carried 1 indicators over into next.yaml"))
        let text = try turn.city.folder.text("next.yaml")
        #expect(text.contains("continues: m01-1-1") && !text.contains("g1-1"))
        #expect(text.contains("# Fill in: the target (before: 40人"))
        #expect(text.contains("# The plan before has no figure to start from"))
        let again = try await turn.succeed("--output", "next.yaml")
        #expect(again.code == 73)
        #expect(try turn.city.folder.text("next.yaml") == text)
    }

    @Test func `a file that cannot go on is refused by check, and a reload leaves the old one`()
        async throws
    {
        let turn = try await TurnOfPlans()
        _ = try await turn.city.run("once", "--now", "2025-03-10")
        _ = try await turn.succeed("--only", "m01-1-1")
        try turn.fillTargets()
        try turn.addNextPlan()
        let text = try turn.city.folder.text("tomakomai-2025.yaml")
        try turn.city.folder.write(
            "tomakomai-2025.yaml", text.replacingOccurrences(of: "unit: \"人\"", with: "unit: 組"))
        let refused = try await turn.run("check")
        #expect(refused.code == 78)
        #expect(refused.errors.contains("「m01-1-1」の単位（組）が、引き継ぐ「m01-1-1」の単位（人）と違います。"))
        let once = try await turn.city.run("once", "--now", "2025-03-11")
        #expect(once.code == 78)
        let taken = try await turn.run(
            "strategy", "history", "m01-1-1", "--format", "json")
        #expect(!taken.output.contains("tomakomai-2025"))
        try turn.city.folder.write("tomakomai-2025.yaml", text)
        let checked = try await turn.run("check")
        #expect(checked.code == 0, "\(checked.errors)")
        // From then on what it goes on from is a part of the definition.
        _ = try await turn.city.run("once", "--now", "2025-03-12")
        try turn.city.folder.write(
            "tomakomai-2025.yaml",
            text.replacingOccurrences(
                of: "continues: m01-1-1", with: "continues: {indicator: m01-1-1, newSeries: 別}"))
        let altered = try await turn.run("check")
        #expect(altered.code == 78)
        #expect(altered.errors.contains("「continues」が、決定の記録なしに"))
    }

    @Test func `a form is that of the plan whose quarter it is`() async throws {
        let turn = try await TurnOfPlans()
        _ = try await turn.succeed()
        try turn.fillTargets()
        try turn.addNextPlan()
        for (quarter, other) in [("R6Q4", "tomakomai-2025"), ("R7Q1", "tomakomai-2020")] {
            let form = try await turn.run(
                "form", "--department", "kogyo-koyo", "--quarter", quarter)
            #expect(form.code == 0, "\(form.errors)")
            let none = try await turn.run(
                "form", "--department", "kogyo-koyo", "--quarter", quarter, "--strategy", other)
            #expect(none.code == 65, "\(quarter) of \(other)")
        }
    }
}
