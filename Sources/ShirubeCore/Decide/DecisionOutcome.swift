/// What has become of a decision: how its indicators stood when it was made, and how they stand now.
package struct DecisionOutcome: Sendable, Equatable {
    /// Whether what was hoped for shows.
    package enum Effect: String, Sendable, CaseIterable {
        /// More of the indicators stand better than worse.
        case better
        /// As many stand better as worse, or none differs.
        case same
        /// More of them stand worse.
        case worse
        /// None can be compared yet.
        case unknown
    }

    /// One indicator at the decision, and now.
    package struct Comparison: Sendable, Equatable {
        /// The indicator.
        package let indicator: Identifier<Indicator>
        /// How it was judged when the decision was recorded; nil where it had not been.
        package let before: Standing?
        /// How it stands now; nil where it is not judged any more.
        package let after: Standing?

        /// Makes a comparison.
        package init(
            indicator: Identifier<Indicator>, before: Standing?, after: Standing?
        ) {
            self.indicator = indicator
            self.before = before
            self.after = after
        }

        /// A smaller change of the probability tells nothing.
        static let noticeable = 0.05

        /// Whether it stands better: by its status, and where that is the same by the probability that the target is met.
        package var effect: Effect {
            guard let before, let after else { return .unknown }
            if let old = before.status.rank, let new = after.status.rank, old != new {
                return new < old ? .better : .worse
            }
            guard let old = before.prospect.probability, let new = after.prospect.probability
            else { return before.status.rank == nil || after.status.rank == nil ? .unknown : .same }
            if abs(new - old) < Self.noticeable { return .same }
            return new > old ? .better : .worse
        }
    }

    /// The decision.
    package let decision: Decision
    /// Its indicators, in the strategy's order; empty where the strategy has none of them any more.
    package let comparisons: [Comparison]

    /// Makes an outcome.
    package init(decision: Decision, comparisons: [Comparison]) {
        self.decision = decision
        self.comparisons = comparisons
    }

    /// Whether the effect shows, over all its indicators; of a decision that was taken back none is looked for.
    package var effect: Effect {
        if decision.withdrawal != nil { return .unknown }
        let effects = comparisons.map(\.effect)
        let (better, worse) = (effects.count { $0 == .better }, effects.count { $0 == .worse })
        if better != worse { return better > worse ? .better : .worse }
        return effects.allSatisfy { $0 == .unknown } ? .unknown : .same
    }

    /// Whether the effect should show by now; nil where nobody said by when.
    package func isDue(on day: CivilDate) -> Bool? { decision.draft.effectBy.map { $0 <= day } }
}

extension Status {
    /// Its place from best to worst; nil for one that says nothing of how it goes.
    fileprivate var rank: Int? {
        group == .open ? nil : Self.fromBestToWorst.firstIndex(of: self)
    }
}
