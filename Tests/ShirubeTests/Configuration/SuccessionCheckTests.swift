import Foundation
import Logging
import ShirubeCore
import Testing

@testable import Shirube

/// What shows only beside the plan before: `SuccessionLines`, `ContinuationReader` and `PlanLine`.
@Suite struct SuccessionCheckTests {
    private let folder: TemporaryFolder
    private let store: Store
    private static let now = Timestamp(milliseconds: 1_741_570_000_000)
    private static let good = ConfigurationFixtures("strategy").path("good.yaml")

    init() throws {
        folder = try TemporaryFolder()
        store = try Store(path: folder.path + "/ledger.sqlite", now: Self.now)
        try folder.write("old.yaml", String(contentsOfFile: Self.good, encoding: .utf8))
    }

    /// Writes the next plan: the same with edits.
    private func write(_ edits: [(String, String)] = [], to name: String = "new.yaml") throws {
        var text = try folder.text("old.yaml")
        let plan = [
            ("strategy: rei\n", "strategy: rei-2025\nsucceeds: rei\n"),
            ("{from: FY2020, to: FY2024}", "{from: FY2025, to: FY2029}"),
            ("period: FY2024", "period: FY2029"),
            ("- id: g1-1\n", "- id: g1-1\n        continues: g1-1\n"),
            ("- id: m01-1-1\n", "- id: m01-1-1\n                    continues: m01-1-1\n"),
        ]
        for (old, new) in plan + edits {
            try #require(text.contains(old), "\(old)")
            text = text.replacingOccurrences(of: old, with: new)
        }
        try folder.write(name, text)
    }

    private func setup(_ files: [String], routes: String = "") throws -> Setup {
        try folder.write(
            "shirube.yaml",
            "strategies: [\(files.joined(separator: ", "))]\nstate: state\ndrops: drops\n" + routes)
        return try Setup.load(
            path: folder.path + "/shirube.yaml", on: CivilDate(dayNumber: 20_000))
    }

    /// What is wrong with the next plan beside the old one, without the folder's name.
    private func problems(_ files: [String] = ["old.yaml", "new.yaml"]) throws -> [String] {
        let setup = try setup(files)
        let found = try store.read { try SuccessionCheck(setup: setup, ledger: $0).problems() }
        return found.map {
            $0.text(.japanese).replacingOccurrences(of: folder.path + "/", with: "")
        }
    }

    @Test func `a plan that goes on with the same indicators is in order`() throws {
        try write()
        #expect(try problems() == [])
    }

    @Test func `another unit or kind is refused with line and remedy`() throws {
        try write([
            ("unit: 人\n                    baseline", "unit: 組\n                    baseline")
        ])
        #expect(
            try problems() == [
                "new.yaml:39: 「m01-1-1」の単位（組）が、引き継ぐ「m01-1-1」の単位（人）と違います。"
                    + "換算できるなら「continues: {indicator: m01-1-1, factor: 1人を組で表した数}」、"
                    + "比べられないなら「continues: {indicator: m01-1-1, newSeries: 理由}」と書いてください。"
            ])
        try write([("kind: K1\n                    cumulative: planSum", "kind: K4")])
        let kind = try problems()
        #expect(kind.count == 1)
        #expect(kind[0].hasPrefix("new.yaml:39: 「m01-1-1」の kind（K4）が、引き継ぐ「m01-1-1」の kind（K1）と違う"))
        try write([("continues: g1-1", "continues: {indicator: g1-1, factor: 10}")])
        #expect(try problems()[0].contains("換算するものがありません"))
        let newSeries = "continues: {indicator: m01-1-1, newSeries: 数え方を変えたため}"
        try write([
            ("continues: m01-1-1", newSeries),
            ("kind: K1\n                    cumulative: planSum", "kind: K4"),
        ])
        #expect(try problems() == [])
    }

    @Test func `what is not in the plan before is refused, with what may be meant`() throws {
        try write([("continues: g1-1", "continues: g1-2")])
        #expect(try problems()[0].contains("前の計画「rei」にありません"))
        try write([("succeeds: rei\n", "succeeds: rai\n")])
        let unknown = try problems()
        #expect(unknown.count == 1)
        #expect(unknown[0].hasPrefix("new.yaml:2: 前の計画「rai」は、設定にも台帳にもありません。"))
        try write([("{from: FY2025, to", "{from: FY2020, to")])
        #expect(try problems()[0].contains("この計画の始まり（FY2020）より前ではありません"))
    }

    @Test func `plans that succeed each other are refused`() throws {
        try write()
        let old = try folder.text("old.yaml")
        try folder.write(
            "old.yaml",
            old.replacingOccurrences(
                of: "strategy: rei\n", with: "strategy: rei\nsucceeds: rei-2025\n"))
        let found = try problems()
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.contains(".yaml:2: ") && $0.contains("この戦略自身に戻ります") })
    }

    @Test func `a plan that has left the configuration is known to the ledger`() throws {
        try write()
        let both = try setup(["old.yaml", "new.yaml"])
        _ = try DefinitionRegister.takeUp(
            both, store: store, now: Self.now, logger: .init(label: "test"))
        #expect(try problems(["new.yaml"]) == [])
        let empty = try Store(path: folder.path + "/other.sqlite", now: Self.now)
        let alone = try setup(["new.yaml"])
        let unknown = try empty.read { try SuccessionCheck(setup: alone, ledger: $0).problems() }
        #expect(unknown.count == 1)
    }

    @Test func `plans of a line share folders and routes, others do not`() throws {
        try write()
        let routes = """
            mail: {host: 127.0.0.1, port: 25, security: none, from: a@city.example}
            routes:
              departments: {kikaku: [k@city.example], shoko: [s@city.example], \
            rei-2025/shoko: [new@city.example]}

            """
        let setup = try setup(["old.yaml", "new.yaml"], routes: routes)
        let (old, new) = (setup.strategies[0], setup.strategies[1])
        #expect(setup.folders.map { FileName.description(of: $0.path) } == ["kikaku", "shoko"])
        #expect(setup.folders.map(\.strategy.id) == [old.id, old.id])
        let staff = { (strategy: Strategy, department: String) in
            setup.routing(of: strategy).recipients(
                of: .staff, department: Identifier(department), on: CivilDate(dayNumber: 20_000)
            ).map { "\($0.route)" }
        }
        #expect(staff(old, "shoko").allSatisfy { $0.contains("s@city.example") })
        #expect(staff(new, "shoko").allSatisfy { $0.contains("new@city.example") })
        #expect(staff(new, "kikaku").allSatisfy { $0.contains("k@city.example") })
        #expect(setup.nameInFiles(of: new) == new.id)
        // Without `succeeds` they are two lines.
        try write([
            ("succeeds: rei\n", ""), ("        continues: g1-1\n", ""),
            ("                    continues: m01-1-1\n", ""),
        ])
        let apart = try self.setup(["old.yaml", "new.yaml"])
        #expect(
            apart.folders.map { FileName.description(of: $0.path) }
                == ["rei/kikaku", "rei/shoko", "rei-2025/kikaku", "rei-2025/shoko"])
        #expect(apart.nameInFiles(of: apart.strategies[1]) == nil)
    }
}
