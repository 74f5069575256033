import ShirubeCore
import Testing

struct RollupTests {
    private func standing(_ id: String, _ status: Status) -> Standing {
        Standing(
            indicator: Identifier(id), period: nil, value: nil, expected: nil,
            achievementRate: nil, progressRate: nil, status: status, reasons: [], rule: "pace-1")
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
        #expect(rollup.goals.map(\.goal.text) == ["g-1", "g-2"])
        #expect(rollup.goals.map(\.counts.total) == [2, 1])
    }

    @Test func `standings of other strategies are left out`() {
        #expect(Rollup([standing("x", .onTrack)], of: city).whole.total == 0)
    }
}
