import Dispatch
import Synchronization

/// A bell that one loop sleeps beside: it wakes at its time, or earlier when somebody rings.
///
/// A ring that comes while nobody sleeps is kept, so that no event is missed between a look and the next sleep.
package final class Wake: Sendable {
    private struct State {
        var rung = false
        var sleeper: CheckedContinuation<Void, Never>?
        var sleep = 0
    }

    private let state = Mutex(State())

    /// Makes a bell that nobody has rung.
    package init() {}

    /// Wakes the sleeper, or lets the next one not fall asleep.
    package func ring() {
        let sleeper = state.withLock { state in
            if state.sleeper == nil { state.rung = true }
            return state.sleeper.take()
        }
        sleeper?.resume()
    }

    /// Sleeps for at most `seconds`; returns at once where the bell has been rung or the task was cancelled.
    package func sleep(seconds: Double) async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let number: Int? = state.withLock { state in
                    guard !state.rung, !Task.isCancelled else {
                        state.rung = false
                        return nil
                    }
                    state.sleeper = continuation
                    state.sleep += 1
                    return state.sleep
                }
                guard let number else {
                    continuation.resume()
                    return
                }
                DispatchQueue.global().asyncAfter(deadline: .now() + max(0, seconds)) { [self] in
                    wake(number)
                }
            }
        } onCancel: {
            ring()
        }
    }

    /// Ends the sleep of this number, unless it is over already.
    private func wake(_ number: Int) {
        let sleeper = state.withLock { state in
            state.sleep == number ? state.sleeper.take() : nil
        }
        sleeper?.resume()
    }
}
