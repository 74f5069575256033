import Dispatch
import Synchronization

/// Where several threads put what one has asked them for.
///
/// What comes while nobody is waiting is kept, and a bell is rung for it.
final class Inbox<Item: Sendable>: Sendable {
    private struct State {
        var items: [Item] = []
        var isAwaited = false
    }

    private let state = Mutex(State())
    private let filled = DispatchSemaphore(value: 0)
    private let ring: @Sendable () -> Void

    /// Makes an empty one.
    ///
    /// - Parameter ring: called where something is there for which nobody waits.
    init(ring: @escaping @Sendable () -> Void) {
        self.ring = ring
    }

    /// Puts something in.
    func put(_ item: Item) {
        let isAwaited = state.withLock { state in
            state.items.append(item)
            return state.isAwaited
        }
        filled.signal()
        if !isAwaited { ring() }
    }

    /// Says that somebody will take things out from now on.
    func open() {
        state.withLock { $0.isAwaited = true }
    }

    /// Says that nobody waits any longer.
    func close() {
        let isEmpty = state.withLock { state in
            state.isAwaited = false
            return state.items.isEmpty
        }
        if !isEmpty { ring() }
    }

    /// Takes out what has been there for longest, and waits for it where there is nothing.
    func take() -> Item {
        filled.wait()
        return state.withLock { $0.items.removeFirst() }
    }

    /// Takes out what has been there for longest; nil where nothing comes within `seconds`.
    func take(within seconds: Double) -> Item? {
        guard filled.wait(timeout: .now() + seconds) == .success else { return nil }
        return state.withLock { $0.items.removeFirst() }
    }
}
