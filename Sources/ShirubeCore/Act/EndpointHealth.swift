/// How a server that takes messages has been doing lately, and when it may be tried next.
///
/// One that cannot be reached is not asked once for every message that waits: after a few failures in a row it is left alone,
/// then tried with one message, and for longer each time that this fails (a circuit breaker; M. Nygard, “Release It!”,
/// 2nd ed. 2018, chapter 5). One that asks to wait is left alone for as long as it asks.
package struct EndpointHealth: Sendable, Equatable {
    /// Failures in a row after which it is left alone.
    package static let patience = 3
    /// For how long it is left alone at first, doubled with every further failure.
    package static let firstRestSeconds = 30
    /// The longest such time.
    package static let longestRestSeconds = 600

    private var failures = 0
    private var readyAt: Timestamp?

    /// Makes a server of which nothing is known.
    package init() {}

    /// Whether it is left alone after failures, so that only one message is tried.
    package var isDown: Bool { failures >= Self.patience }

    /// When it may be tried next, where that is later than `now`; nil where it may be tried at once.
    package func rest(at now: Timestamp) -> Timestamp? {
        readyAt.flatMap { $0 > now ? $0 : nil }
    }

    /// Takes note of what came of a message.
    ///
    /// - Parameters:
    ///   - outcome: what came of it.
    ///   - isPaced: whether a wish to wait is meant for everybody (a channel), and not for one recipient (a mail server).
    ///   - now: when it came.
    package mutating func note(_ outcome: Delivery.Outcome, isPaced: Bool, at now: Timestamp) {
        switch outcome {
        case .delivered, .permanent:
            failures = 0
        case .retryLater(let seconds, _):
            failures = 0
            guard isPaced else { return }
            let asked = min(max(seconds ?? 1, 1), RetrySchedule.longestRetryAfterSeconds)
            readyAt = now.adding(seconds: asked)
        case .transient, .ambiguous:
            failures += 1
            guard isDown else { return }
            let doublings = min(failures - Self.patience, 10)
            readyAt = now.adding(
                seconds: min(Self.firstRestSeconds << doublings, Self.longestRestSeconds))
        }
    }
}
