/// Comparisons that forgive what binary fractions add: 0.1 + 0.2 is as good as 0.3.
///
/// The margin is relative (one part in a thousand million), so a change of unit changes no answer.
package enum Closeness {
    private static func margin(_ left: Double, _ right: Double) -> Double {
        1e-9 * max(left.magnitude, right.magnitude)
    }

    /// Whether the first number is the second one or more.
    package static func isAtLeast(_ left: Double, _ right: Double) -> Bool {
        left >= right - margin(left, right)
    }

    /// Whether the two numbers are the same.
    package static func isEqual(_ left: Double, _ right: Double) -> Bool {
        (left - right).magnitude <= margin(left, right)
    }
}

extension Indicator {
    /// Whether less is better: its sense says so, or its kind does (K10, K11).
    package var wantsLess: Bool { sense == .atMost || kind == .reduction || kind == .ceiling }

    /// The value that counts as reached, comparable with what is judged: a stage weight of 1 for a
    /// milestone.
    package var aim: Double { kind == .milestone ? 1 : target.value }

    /// Whether a value lies on the good side of another one, or on it.
    package func isGood(_ value: Double, against other: Double) -> Bool {
        wantsLess ? Closeness.isAtLeast(other, value) : Closeness.isAtLeast(value, other)
    }

    /// Whether its value is compared with the target itself, not with a path that leads there.
    ///
    /// So are K7, K9 and K11, whatever is to be kept, and whatever has a baseline that satisfies
    /// the target already: a path from there would ask to get worse.
    package var isHeldAtTarget: Bool {
        switch kind {
        case .maintain, .floor, .ceiling: return true
        case .planSum, .periodTotal, .milestone: return false
        default:
            guard let baseline else { return sense == .maintain }
            return sense == .maintain || isGood(baseline.value, against: target.value)
        }
    }

    /// The month after its target period's last one, counted as in `Period.absoluteMonths`.
    package var targetEnd: Int { target.period.absoluteMonths.upperBound }

    /// Its season within a year.
    package var season: Season { Season(activeMonths: activeMonths) }
}

extension Strategy {
    /// The plan's first month for figures of a calendar, counted as in `Period.absoluteMonths`.
    ///
    /// For indicators of calendar years the plan's years are the calendar years of the same
    /// numbers.
    package func planStart(_ calendar: YearKind) -> Int {
        Period(Year(calendar, term.lowerBound)).absoluteMonths.lowerBound
    }
}
