import ShirubeCore
import Testing

@Suite struct ClosingTests {
    private static let sample = SampleSummary.summary

    private static func closing(_ quarter: String, _ standings: [Standing]) -> Closing? {
        Closing(
            QuarterlySummary(
                strategy: sample.strategy, quarter: SampleSummary.period(quarter),
                cutoff: sample.cutoff, standings: standings, earlier: [], answers: [], deeds: [],
                mark: nil))
    }

    private static func outcome(
        _ id: String, _ period: String?, _ value: Double?, _ expected: Double?, _ status: Status,
        in quarter: String = "FY2022Q4"
    ) -> Closing.Outcome? {
        closing(
            quarter,
            [SampleSummary.standing(id, period, value, expected, nil, nil, status, "")])?
            .outcomes[Identifier(id)]
    }

    @Test
    func `only the last quarter of a fiscal year ends one, and the plan's last year the plan`() {
        #expect(Self.closing("FY2022Q3", []) == nil)
        #expect(Self.closing("FY2022Q4", [])?.kind == .year)
        #expect(Self.closing("FY2024Q4", [])?.kind == .plan)
    }

    @Test func `at a year's end the last figure is held against the path`() {
        #expect(Self.outcome("m01-1-1", "FY2022Q4", 24, 24, .watch) == .met)
        #expect(Self.outcome("m01-1-1", "FY2022Q4", 23, 24, .onTrack) == .missed)
        // One that is to go down.
        #expect(Self.outcome("m01-1-1", "FY2022Q4", 50, 24, .achieved) == .met)
    }

    @Test func `without a figure up to the end, or a path, nothing is said`() {
        #expect(Self.outcome("m01-1-1", "FY2022Q3", 24, 24, .onTrack) == .open)
        #expect(Self.outcome("m01-1-1", nil, nil, nil, .awaitingData) == .open)
        #expect(Self.outcome("m01-1-1", "FY2022Q4", 24, nil, .onTrack) == .open)
        #expect(Self.outcome("m01-1-3", "FY2022Q4", 80, 60, .definitionQuery) == .open)
    }

    @Test func `at the plan's end the status decides, which only a final figure gives`() {
        #expect(
            Self.outcome("m01-1-1", "FY2024Q4", 40, 40, .achieved, in: "FY2024Q4") == .met)
        #expect(
            Self.outcome("m01-1-1", "FY2024Q4", 39, 40, .notAchieved, in: "FY2024Q4") == .missed)
        #expect(
            Self.outcome("m01-1-1", "FY2024Q4", 40, 40, .atTargetLevel, in: "FY2024Q4") == .open)
    }

    @Test func `every indicator has one outcome`() throws {
        let closing = try #require(Self.closing("FY2022Q4", Self.sample.standings))
        #expect(closing.outcomes.count == Self.sample.standings.count)
        #expect(
            Closing.Outcome.allCases.map(closing.count).reduce(0, +)
                == Self.sample.standings.count)
    }
}
