import Dispatch

/// Runs an actor's work on a dispatch queue of its own.
///
/// libcurl blocks for as long as a server does, and Swift's own threads are as few as the cores: an actor
/// that blocks has to bring its thread along. (`DispatchSerialQueue` does not exist on Linux.)
final class BlockingExecutor: SerialExecutor {
    // Sendable although Dispatch does not say so on Linux: a queue is made to be shared between threads
    // (dispatch_async(3)), and this one never changes.
    private let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label)
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { unsafe job.runSynchronously(on: self.asUnownedSerialExecutor()) }
    }

    func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
