import Synchronization

/// What a thread is at, told by it and read by others, who see whether it still moves.
final class LifeSign: Sendable {
    private let state = Mutex((doing: "", last: Stopwatch()))

    /// The thread has begun something.
    func give(_ doing: String) {
        state.withLock { $0 = (doing, Stopwatch()) }
    }

    /// The thread goes on with what it has begun.
    func give() {
        state.withLock { $0.last = Stopwatch() }
    }

    /// What it began last.
    var doing: String { state.withLock { $0.doing } }

    /// For how many seconds nothing has been heard of it.
    var silentSeconds: Double { state.withLock { $0.last.seconds } }
}
