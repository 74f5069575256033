import Dispatch
import ShirubeCore
import Synchronization

/// Hands readings from the thread that parses a drop to the one that holds the ledger, a few batches at a time.
///
/// The parser's thread sees it as a sink (`Entry`) and asks through it for what is in force; the ledger's thread serves
/// both in the order in which they come, so that the ledger is only ever touched by one thread.
final class ReadingRelay: Sendable {
    /// What the parser's thread asks for.
    private enum Message {
        case begin
        case take(ReadingBatch)
        case history(Int)
        case end
    }

    private struct State {
        var messages: [Message] = []
        var answer: CurrentReadings?
        /// Whether the ledger's thread has met with an error, after which nothing is of use.
        var isGivenUp = false
    }

    /// The ledger's thread has given up, and throws why.
    private struct GivenUp: Error {}

    private let state = Mutex(State())
    private let waiting = DispatchSemaphore(value: 0)
    /// Batches on the way are memory; a few are enough for neither side to wait for long.
    private let free = DispatchSemaphore(value: 4)
    private let answered = DispatchSemaphore(value: 0)

    private func send(_ message: Message) throws {
        free.wait()
        try state.withLock { state in
            guard !state.isGivenUp else {
                free.signal()
                throw GivenUp()
            }
            state.messages.append(message)
        }
        waiting.signal()
    }

    /// Asks the ledger's thread for what is in force of the indicator at a place in the strategy's list.
    func history(_ position: Int) throws -> CurrentReadings {
        try send(.history(position))
        answered.wait()
        guard let answer = state.withLock({ $0.answer.take() }) else { throw GivenUp() }
        return answer
    }

    /// Says that nothing follows.
    func end() {
        state.withLock { $0.messages.append(.end) }
        waiting.signal()
    }

    /// Serves the parser's thread until it has come to its end.
    ///
    /// - Throws: what the sink or the history throws, once the parser's thread has ended.
    func serve(
        into sink: inout some ReadingSink, history: (Int) throws -> CurrentReadings
    ) throws {
        var failure: (any Error)?
        while true {
            waiting.wait()
            let message = state.withLock { $0.messages.removeFirst() }
            if case .end = message { break }
            free.signal()
            do {
                guard failure == nil else { throw GivenUp() }
                switch message {
                case .begin: try sink.begin()
                case .take(let batch): try sink.take(batch)
                case .history(let position):
                    let answer = try history(position)
                    state.withLock { $0.answer = answer }
                case .end: break
                }
            } catch {
                failure = failure ?? error
                state.withLock { $0.isGivenUp = true }
            }
            if case .history = message { answered.signal() }
        }
        if let failure { throw failure }
    }

    /// The end at which the parser's thread hands readings in.
    struct Entry: ReadingSink {
        let relay: ReadingRelay
        let takesReadings = true

        func begin() throws { try relay.send(.begin) }
        func take(_ batch: ReadingBatch) throws { try relay.send(.take(batch)) }
    }
}
