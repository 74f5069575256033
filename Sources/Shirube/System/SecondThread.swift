import Dispatch
import Synchronization

/// One piece of work on a thread of its own, beside the one that asks for its result.
///
/// Swift's own threads are as few as the cores and must not wait, which reading a file and handing readings on do.
final class SecondThread<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>>(.failure(Unfinished()))
    private let finished = DispatchGroup()

    /// There is no result before the work has ended.
    private struct Unfinished: Error {}

    /// What only the second thread uses once it has begun.
    // Safe: `init` takes the closure as `sending`, so that nobody else holds what it holds.
    private struct Work: @unchecked Sendable {
        let run: () throws -> Value
    }

    /// Begins the work.
    ///
    /// - Throws: where the system gives no thread.
    init(_ run: sending @escaping () throws -> Value) throws(SystemError) {
        let work = Work(run: run)
        finished.enter()
        try SideThread().run { [self] in
            let value = Result { try work.run() }
            result.withLock { $0 = value }
            finished.leave()
        }
    }

    /// Waits for the work to end, and gives its result.
    ///
    /// - Throws: what the work throws.
    func value() throws -> Value {
        finished.wait()
        return try result.withLock { $0 }.get()
    }
}
