import Dispatch

/// A thread of one's own for work that blocks, from its first step to its last.
///
/// libcurl blocks for as long as a server does, and Swift's own threads are as few as the cores: an actor that blocks has to
/// bring its thread along. Whoever prefers the same executor for a task does what comes before and after on that thread
/// too, instead of waking another twice a message. (`DispatchSerialQueue` does not exist on Linux.)
package final class BlockingExecutor: SerialExecutor, TaskExecutor {
    // Sendable although Dispatch does not say so on Linux: a queue is made to be shared between threads
    // (dispatch_async(3)), and this one never changes.
    private let queue: DispatchQueue

    init(label: String) {
        queue = DispatchQueue(label: label)
    }

    /// Has a job done after those before it.
    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async {
            unsafe job.runSynchronously(
                isolatedTo: self.asUnownedSerialExecutor(),
                taskExecutor: self.asUnownedTaskExecutor())
        }
    }

    /// Ends the program where it does not run on this thread.
    package func checkIsolated() {
        dispatchPrecondition(condition: .onQueue(queue))
    }
}
