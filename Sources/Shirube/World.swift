import Glibc
package import ShirubeCore

/// The clock that the whole program reads: the machine's, or one set for a rehearsal.
package enum WallClock: Sendable {
    /// The machine's clock.
    case machine
    /// The machine's clock shifted, so that it showed a given moment when it was set, and runs on from there.
    case shifted(milliseconds: Int64)
    /// A clock that stands still, for one pass whose result depends on nothing else.
    case fixed(Timestamp)
    /// A clock that stands still until a file says another moment.
    case read(FileClock)

    /// A clock that shows `moment` now and runs on.
    package static func starting(at moment: Timestamp) -> WallClock {
        .shifted(milliseconds: moment.milliseconds - machineMilliseconds)
    }

    /// What the clock shows.
    package var now: Timestamp {
        switch self {
        case .machine: Timestamp(milliseconds: Self.machineMilliseconds)
        case .shifted(let shift): Timestamp(milliseconds: Self.machineMilliseconds + shift)
        case .fixed(let moment): moment
        case .read(let clock): clock.now
        }
    }

    /// For how many seconds at most a loop may sleep beside it: it can be moved at any time, and nobody rings then.
    var longestSleepSeconds: Double {
        if case .read = self { 0.02 } else { .infinity }
    }

    private static var machineMilliseconds: Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}

/// What the program reaches beyond its own files: the time, and the ways for messages to leave.
package struct World: Sendable {
    /// The clock.
    package let clock: WallClock
    /// How mail leaves; nil where none is configured.
    package let mail: (any Transport)?
    /// How webhooks leave; nil where no channel is configured.
    package let webhooks: (any Transport)?

    /// Makes a world.
    package init(clock: WallClock, mail: (any Transport)?, webhooks: (any Transport)?) {
        self.clock = clock
        self.mail = mail
        self.webhooks = webhooks
    }

    func transport(for lane: Lane) -> (any Transport)? {
        switch lane {
        case .mail: mail
        case .channel: webhooks
        }
    }
}
