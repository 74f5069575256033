/// What is asked of a value.
package enum Requirement: Sendable, Equatable {
    /// The value or more (K1–K7, K9).
    case atLeast(Double)
    /// The value or less (K10, K11).
    case atMost(Double)
    /// Between two values, both allowed.
    case within(Double, Double)
}
