import ShirubeCore
import Testing

@Suite struct DefinitionsTests {
    private let now = japanTime("2023-01-01")

    private func history(
        _ id: String, targets: [(from: String, target: Double)], isRetired: Bool = false
    ) throws -> DefinitionHistory {
        try #require(
            DefinitionHistory(
                targets.enumerated().map { position, entry in
                    DefinitionVersion(
                        number: position + 1, validFrom: day(entry.from), knownAt: now,
                        indicator: indicator(.level, id: id, target: entry.target),
                        term: 2020...2024,
                        isRetired: isRetired && position == targets.count - 1)
                }))
    }

    @Test func `the strategy in force has the definitions of the day, and the remarks of the file`()
        throws
    {
        let file = strategy([indicator(.level, target: 150, questions: ["なぜ？"])])
        let definitions = Definitions(
            of: file,
            recorded: [
                Identifier("i-1"): try history(
                    "i-1", targets: [("2020-04-01", 120), ("2022-04-01", 150)])
            ])
        let before = definitions.strategy(on: day("2022-03-31"), knownAt: now).indicators
        #expect(before.map(\.target.value) == [120])
        #expect(before.map(\.questions) == [["なぜ？"]])
        let after = definitions.strategy(on: day("2022-04-01"), knownAt: now).indicators
        #expect(after.map(\.target.value) == [150])
    }

    @Test func `an indicator that the file has no more is shown, and asked for until it has ended`()
        throws
    {
        let ended = try history(
            "i-0", targets: [("2020-04-01", 10), ("2022-10-01", 10)], isRetired: true)
        let definitions = Definitions(
            of: strategy([indicator(.level, target: 3)]), recorded: [Identifier("i-0"): ended])
        #expect(definitions.strategy.indicators.map(\.id.text) == ["i-1", "i-0"])
        func asked(_ date: String) -> [String] {
            definitions.strategyInUse(on: day(date), knownAt: now).indicators.map(\.id.text)
        }
        #expect(asked("2022-09-30") == ["i-1", "i-0"])
        #expect(asked("2022-10-01") == ["i-1"])
        #expect(definitions.strategy(on: day("2022-10-01"), knownAt: now).indicators.count == 2)
    }

    @Test func `an indicator of which nothing is recorded has the file's definition`() {
        let row = indicator(.level, target: 3)
        let definitions = Definitions(of: strategy([row]))
        #expect(definitions.inForce(row, on: day("2022-10-01"), knownAt: now).indicator == row)
    }
}
