/// Adds surprises up until they can no longer be chance (Page 1954): 急変・数値確認.
package struct Cusum: Sendable, Equatable {
    /// k: how much of each surprise is forgiven, in standard deviations.
    package static let slack = 0.5
    /// h: the sum at which it signals, in standard deviations.
    package static let limit = 4.0

    /// Towards which side figures have run away.
    package enum Side: Sendable, Equatable {
        /// Lower than expected.
        case low
        /// Higher than expected.
        case high
    }

    /// The sum of shortfalls beyond the slack.
    package private(set) var low = 0.0
    /// The sum of excesses beyond the slack.
    package private(set) var high = 0.0

    /// Nothing has been seen.
    package init() {}

    /// Takes the next surprise in standard deviations, positive where the figure exceeded what was
    /// expected; the side that signals, if one does.
    ///
    /// A side that has signalled begins again at zero.
    package mutating func add(_ surprise: Double) -> Side? {
        low = max(0, low - surprise - Self.slack)
        high = max(0, high + surprise - Self.slack)
        if low > Self.limit {
            low = 0
            return .low
        }
        if high > Self.limit {
            high = 0
            return .high
        }
        return nil
    }
}
