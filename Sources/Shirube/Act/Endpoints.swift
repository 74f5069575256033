import ShirubeCore
import Synchronization

/// What is known of the servers at the end of each lane, as long as the program runs.
package final class Endpoints: Sendable {
    private struct Known {
        var health = EndpointHealth()
        var nextStart = ContinuousClock.now
    }

    private let known = Mutex<[Lane: Known]>([:])

    /// Makes an empty record.
    package init() {}

    /// When the server of a lane may be tried next, where that is later than `now`; nil where at once.
    func rest(of lane: Lane, at now: Timestamp) -> Timestamp? {
        known.withLock { $0[lane]?.health.rest(at: now) }
    }

    /// Takes note of what came of a message.
    ///
    /// - Returns: whether the server has gone down with this, or come up again; nil where neither.
    func note(_ outcome: Delivery.Outcome, in lane: Lane, at now: Timestamp) -> Bool? {
        known.withLock { known in
            var entry = known[lane] ?? Known()
            let wasDown = entry.health.isDown
            entry.health.note(outcome, isPaced: lane != .mail, at: now)
            known[lane] = entry
            return entry.health.isDown == wasDown ? nil : entry.health.isDown
        }
    }

    /// Whether the server of a lane is left alone after failures, so that one message is enough to find out.
    func isDown(_ lane: Lane) -> Bool {
        known.withLock { $0[lane]?.health.isDown ?? false }
    }

    /// Waits until the next message of a lane may begin.
    ///
    /// The turn is taken before the wait, because others may ask during it. The wait goes by the monotonic clock: it is the
    /// server that counts.
    ///
    /// - Throws: `CancellationError` where the task is cancelled meanwhile.
    func takeTurn(in lane: Lane, gap: Duration) async throws {
        guard gap > .zero else { return }
        let start = known.withLock { known in
            var entry = known[lane] ?? Known()
            let start = max(.now, entry.nextStart)
            entry.nextStart = start + gap
            known[lane] = entry
            return start
        }
        try await ContinuousClock().sleep(until: start)
    }
}
