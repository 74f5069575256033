/// Whether an indicator lags, carried from one evaluation to the next so that it does not flicker.
package struct LagState: Sendable, Equatable {
    /// The limits, which are data.
    package struct Limits: Sendable, Equatable {
        /// Below it at two evaluations in succession, an indicator begins to lag.
        package var fire: Double
        /// Below it once, too.
        package var fireAtOnce: Double
        /// Above it, it lags no longer.
        package var clear: Double
        /// The least shortfall that counts, as a share of the target.
        package var shortfallShare: Double

        /// The limits in force: 0.3, 0.1, 0.5, 3 %.
        package static let standard = Limits(
            fire: 0.3, fireAtOnce: 0.1, clear: 0.5, shortfallShare: 0.03)
    }

    /// What the fold has come to.
    package enum Phase: Sendable, Equatable {
        /// It does not lag.
        case clear
        /// It lags.
        case lagging
        /// 回復中: it still lags, but the probability has risen to the fire limit or above.
        case recovering
    }

    /// The state after the evaluations so far.
    package private(set) var phase = Phase.clear
    /// Whether the newest evaluation was the one that made it lag.
    package private(set) var hasJustFired = false
    private var wasLow = false
    private let limits: Limits

    /// Nothing has been evaluated.
    package init(limits: Limits = .standard) {
        self.limits = limits
    }

    /// Takes the next evaluation, in order of time.
    ///
    /// - `probability`: P; nil where none could be given, which neither fires nor clears, and ends a
    ///   succession.
    /// - `shortfall`: how far the forecast's median falls short of the goal, in the figure's unit, zero
    ///   or below where it does not; `target` and `unit` (one counted thing) in the same unit.
    /// - `isSameDefinition`: whether the evaluation before used the same definition.
    package mutating func evaluate(
        probability: Double?, shortfall: Double, target: Double, unit: Double,
        isSameDefinition: Bool
    ) {
        hasJustFired = false
        guard let probability else {
            wasLow = false
            return
        }
        let isShort =
            Closeness.isAtLeast(shortfall, max(unit, limits.shortfallShare * target.magnitude))
        let isLow = probability < limits.fire && isShort
        if phase == .clear {
            let isLowAgain = isLow && wasLow && isSameDefinition
            if isLow && probability < limits.fireAtOnce || isLowAgain {
                phase = .lagging
                hasJustFired = true
            }
        } else if probability > limits.clear {
            phase = .clear
        } else {
            phase = probability < limits.fire ? .lagging : .recovering
        }
        wasLow = isLow
    }
}
