import Testing

@testable import ShirubeCore

@Suite struct LagStateTests {
    /// The phases after each probability, with a target of 100 that the forecast misses by 10.
    private func phases(
        _ probabilities: [Double?], shortfall: Double = 10, changedAt: Int? = nil
    ) -> [LagState.Phase] {
        var state = LagState()
        return probabilities.enumerated().map { index, probability in
            state.evaluate(
                probability: probability, shortfall: shortfall, target: 100, unit: 1,
                isSameDefinition: index != changedAt)
            return state.phase
        }
    }

    @Test func `it fires below 0.3 twice, recovers, and clears above 0.5`() {
        #expect(
            phases([0.25, 0.29, 0.3, 0.5, 0.2, 0.51, 0.2])
                == [.clear, .lagging, .recovering, .recovering, .lagging, .clear, .clear])
    }

    @Test func `it fires below 0.1 at once, and at 0.1 not yet`() {
        #expect(phases([0.0999]) == [.lagging])
        #expect(phases([0.1]) == [.clear])
        #expect(phases([0.3, 0.3]) == [.clear, .clear])
    }

    @Test func `two low evaluations with another between, or none, do not fire`() {
        #expect(phases([0.2, 0.4, 0.2]) == [.clear, .clear, .clear])
        #expect(phases([0.2, nil, 0.2]) == [.clear, .clear, .clear])
    }

    @Test func `a new definition begins the count anew`() {
        #expect(phases([0.2, 0.2, 0.2], changedAt: 1) == [.clear, .clear, .lagging])
        #expect(phases([0.05], changedAt: 0) == [.lagging])
    }

    @Test func `a small shortfall does not fire`() {
        #expect(phases([0.05, 0.05], shortfall: 2.9) == [.clear, .clear])
        #expect(phases([0.05], shortfall: 3) == [.lagging])
        var state = LagState()
        state.evaluate(
            probability: 0.05, shortfall: 0.9, target: 5, unit: 1, isSameDefinition: true)
        #expect(state.phase == .clear)
    }

    @Test func `only the evaluation that made it lag has just fired`() {
        var state = LagState()
        let fired = [0.05, 0.05, 0.6, 0.05].map { probability in
            state.evaluate(
                probability: probability, shortfall: 10, target: 100, unit: 1,
                isSameDefinition: true)
            return state.hasJustFired
        }
        #expect(fired == [true, false, false, true])
    }
}
