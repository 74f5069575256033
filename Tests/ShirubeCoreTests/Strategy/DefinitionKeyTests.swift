import ShirubeCore
import Testing

@Suite struct DefinitionKeyTests {
    private static let row = indicator(
        .annualFlow, baseline: 100, target: 120, departments: ["d-1", "d-2"],
        plan: [2021: 105, 2022: 110], activeMonths: [7, 8])
    private static let version = DefinitionVersion(
        number: 1, validFrom: day("2020-04-01"), knownAt: japanTime("2020-05-01"),
        indicator: row, term: 2020...2024)

    /// What of an indicator may change without a decision, or never changes.
    private static let free: Set<String> = ["id", "due", "questions", "gap", "notes"]

    @Test func `every property of an indicator is part of its definition, or free on purpose`() {
        let properties = Mirror(reflecting: Self.row).children.compactMap(\.label).map {
            $0 == "isPublicMoney" ? "publicMoney" : $0
        }
        let keys = Set(DefinitionKey.allCases.map(\.rawValue))
        for property in properties where !Self.free.contains(property) {
            #expect(keys.contains(property), "\(property) is altered in secret")
        }
        #expect(keys.subtracting(properties) == ["term"])
    }

    @Test func `the same definition differs in nothing`() {
        #expect(Self.version.differences(to: Self.row, term: 2020...2024) == [])
    }

    @Test func `each difference names its key with old and new`() {
        let other = indicator(
            .level, baseline: 99.5, target: 130, unit: "件", baselinePeriod: "FY2019",
            departments: ["d-1"], goal: "g-2", plan: [2021: 105], blocked: true)
        let lines = Self.version.differences(to: other, term: 2020...2025).map(\.line)
        #expect(
            lines == [
                "unit: 人 → 件", "kind: K4 → K5", "baseline: 100 (FY2018) → 99.5 (FY2019)",
                "target: 120 (FY2024) → 130 (FY2024)",
                "plan: FY2021 105, FY2022 110 → FY2021 105", "activeMonths: 7, 8 → -",
                "departments: d-1, d-2 → d-1", "blocked: false → true", "goal: g-1 → g-2",
                "term: FY2020–FY2024 → FY2020–FY2025",
            ])
    }

    @Test func `the order of departments says nothing`() {
        let other = indicator(
            .annualFlow, baseline: 100, target: 120, departments: ["d-2", "d-1"],
            plan: [2021: 105, 2022: 110], activeMonths: [7, 8])
        #expect(Self.version.differences(to: other, term: 2020...2024) == [])
    }

    @Test func `changes list what the file has otherwise, then what it has no more`() throws {
        func history(_ id: String, target: Double, isRetired: Bool = false) throws
            -> DefinitionHistory
        {
            try #require(
                DefinitionHistory([
                    DefinitionVersion(
                        number: 1, validFrom: day("2020-04-01"), knownAt: japanTime("2020-05-01"),
                        indicator: indicator(.level, id: id, target: target), term: 2020...2024,
                        isRetired: isRetired)
                ]))
        }
        let file = strategy([
            indicator(.level, id: "same", target: 1), indicator(.level, id: "new", target: 1),
            indicator(.level, id: "raised", target: 2), indicator(.level, id: "back", target: 1),
        ])
        let changes = DefinitionChange.changes(
            in: file,
            against: [
                Identifier("same"): try history("same", target: 1),
                Identifier("raised"): try history("raised", target: 1),
                Identifier("back"): try history("back", target: 1, isRetired: true),
                Identifier("gone"): try history("gone", target: 1),
                Identifier("ended"): try history("ended", target: 1, isRetired: true),
            ])
        #expect(changes.map(\.indicator.id.text) == ["new", "raised", "back", "gone"])
        #expect(changes.map(\.kind)[0] == .added)
        #expect(changes.map(\.kind)[2] == .returned)
        #expect(changes.map(\.kind)[3] == .removed)
        guard case .altered(let differences) = changes[1].kind else {
            Issue.record("the raised target is no difference")
            return
        }
        #expect(differences.map(\.key) == [.target])
    }

    @Test func `a revision's table has a row for each key`() {
        let table = RevisionDocument(changes: [
            DefinitionChange(
                indicator: Self.row,
                kind: .altered(
                    Self.version.differences(
                        to: indicator(
                            .annualFlow, baseline: 100, target: 125, departments: ["d-1", "d-2"],
                            plan: [2021: 105, 2022: 110], activeMonths: [7]), term: 2020...2024))),
            DefinitionChange(indicator: Self.row, kind: .removed),
        ]).table(.japanese)
        #expect(table.contains("120 (FY2024)") && table.contains("125 (FY2024)"))
        #expect(table.contains("7, 8"))
        #expect(table.contains("終了"))
        #expect(table.split(separator: "\n").count == 5)
    }
}
