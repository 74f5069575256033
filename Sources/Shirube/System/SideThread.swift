import Glibc
import Synchronization

/// A thread for work that may never come back, such as asking a file server that hangs.
///
/// Pieces of work are done one after another, in order. There is a thread only while there is work, so that whoever
/// waits for its next turn costs nothing. Swift's and Dispatch's own threads are shared and few: one that never came
/// back would be missing elsewhere.
final class SideThread: Sendable {
    private struct State {
        var work: [@Sendable () -> Void] = []
        var isAwake = false
    }

    /// Enough for listing, hashing and moving; the system's own choice is 8 MiB.
    private static let stackBytes = 512 << 10
    private let state = Mutex(State())

    /// Has a piece of work done after those before it; does not wait for it.
    ///
    /// - Throws: where the system gives no thread; the work is then not done.
    func run(_ work: @escaping @Sendable () -> Void) throws(SystemError) {
        let number: Int32 = state.withLock { state in
            if !state.isAwake {
                let number = start()
                guard number == 0 else { return number }
                state.isAwake = true
            }
            state.work.append(work)
            return 0
        }
        guard number == 0 else { throw SystemError(call: "start a thread", number: number) }
    }

    /// Starts the thread; gives the error number, 0 for none.
    private func start() -> Int32 {
        var attributes = pthread_attr_t()
        unsafe pthread_attr_init(&attributes)
        defer { unsafe pthread_attr_destroy(&attributes) }
        unsafe pthread_attr_setstacksize(&attributes, Self.stackBytes)
        unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        let own = unsafe Unmanaged.passRetained(self)
        var thread = pthread_t()
        let number = unsafe pthread_create(
            &thread, &attributes,
            { own in
                guard let own = unsafe own else { return nil }
                unsafe Unmanaged<SideThread>.fromOpaque(own).takeRetainedValue().workOff()
                return nil
            }, own.toOpaque())
        if number != 0 { unsafe own.release() }
        return number
    }

    private func workOff() {
        while let work = next() { work() }
    }

    /// The next piece of work; nil where there is none and the thread is to end.
    private func next() -> (@Sendable () -> Void)? {
        state.withLock { state in
            guard !state.work.isEmpty else {
                state.isAwake = false
                return nil
            }
            return state.work.removeFirst()
        }
    }
}
