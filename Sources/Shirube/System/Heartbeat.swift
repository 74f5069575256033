import Synchronization

/// When each of the daemon's loops last went round, so that the watchdog is fed only while all of them do.
package final class Heartbeat: Sendable {
    /// A loop of the daemon.
    package enum Loop: String, CaseIterable, Sendable {
        /// Observe, orient, decide.
        case cycle
        /// Act.
        case courier
    }

    private let beats: Mutex<[Loop: ContinuousClock.Instant]>

    /// Makes a heartbeat that counts every loop as alive now.
    package init() {
        let now = ContinuousClock.now
        beats = Mutex(Dictionary(uniqueKeysWithValues: Loop.allCases.map { ($0, now) }))
    }

    /// A loop has gone round.
    package func beat(_ loop: Loop) {
        beats.withLock { $0[loop] = ContinuousClock.now }
    }

    /// The loops that have not gone round for longer than `limit`; empty where all is well.
    package func silent(for limit: Duration) -> [Loop] {
        let now = ContinuousClock.now
        return beats.withLock { beats in
            Loop.allCases.filter { (beats[$0].map { $0.duration(to: now) } ?? limit) > limit }
        }
    }
}
