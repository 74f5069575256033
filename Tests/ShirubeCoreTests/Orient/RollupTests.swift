import ShirubeCore
import Testing

struct RollupTests {
    private func standing(_ id: String, _ status: Status) -> Standing {
        Standing(
            indicator: Identifier(id), period: nil, value: nil, expected: nil,
            achievementRate: nil, progressRate: nil, status: status, reasons: [],
            rule: "probability-1")
    }

    private let city = strategy([
        indicator(.level, id: "a", target: 1),
        indicator(
            .level, id: "b", target: 1, departments: ["d-1", "d-2"], measure: "m-2", goal: "g-2"),
        indicator(.level, id: "c", target: 1, measure: nil),
    ])

    @Test func `counts go over the whole and by goal`() {
        let rollup = Rollup(
            [standing("a", .onTrack), standing("b", .lagging), standing("c", .onTrack)], of: city)
        #expect(rollup.whole.total == 3)
        #expect(rollup.whole[.onTrack] == 2 && rollup.whole[.watch] == 0)
        #expect(rollup.goals.map(\.id) == ["g-1", "g-2"])
        #expect(rollup.goals.map(\.counts.total) == [2, 1])
    }

    @Test func `standings of other strategies are left out`() {
        #expect(Rollup([standing("x", .onTrack)], of: city).whole.total == 0)
    }

    @Test func `counts by measure name the goals' own targets, and by department every owner`() {
        let rollup = Rollup(
            [standing("a", .onTrack), standing("b", .lagging), standing("c", .watch)], of: city)
        let measures = rollup.entries(by: .measure)
        #expect(measures.map(\.id) == ["", "m-1", "m-2"])
        #expect(measures.first?.heading.japanese == "数値目標")
        #expect(measures.map(\.counts.total) == [1, 1, 1])
        let departments = rollup.entries(by: .department)
        #expect(departments.map(\.id) == ["d-1", "d-2"])
        // The joint indicator counts for both, and once in the whole.
        #expect(departments.map(\.counts.total) == [3, 1])
        #expect(rollup.whole.total == 3)
        #expect(departments.first?.counts.of(.action) == 1)
    }
}
