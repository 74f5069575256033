/// How long ago something was, by the monotonic clock.
package struct Stopwatch: Sendable {
    private let start = ContinuousClock.now

    /// Starts it.
    package init() {}

    /// The seconds since it was started.
    package var seconds: Double { start.duration(to: .now).seconds }
}

extension Duration {
    /// The duration in seconds.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
