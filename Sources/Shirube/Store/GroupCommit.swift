import GRDB
import Synchronization

/// Commits what several threads have to record at the same time in one transaction, so that they pay for it together.
///
/// Whoever comes while a transaction is being committed waits for it, and then commits all that has come meanwhile.
final class GroupCommit: Sendable {
    /// One that wants something recorded.
    // Safe: `body` is used by whoever commits until it calls `give` with the result, and by nobody else; the asker, whose
    // body it is, waits for that call.
    private final class Ticket: @unchecked Sendable {
        enum Call {
            case commitsForOthers
            case done(Result<Void, any Error>)
        }

        let isLight: Bool
        private var body: ((Ledger) throws -> Void)?
        private let calls = Inbox<Call> {}

        init(isLight: Bool, body: @escaping (Ledger) throws -> Void) {
            self.isLight = isLight
            self.body = body
        }

        func run(_ ledger: Ledger) throws { try body?(ledger) }

        /// Calls the asker; with the result the body, which may not outlive the asker's call, is let go.
        func give(_ call: Call) {
            if case .done = call { body = nil }
            calls.put(call)
        }

        func wait() -> Call { calls.take() }
    }

    private struct State {
        var waiting: [Ticket] = []
        var isCommitting = false
    }

    private let state = Mutex(State())

    /// Runs `body` in a transaction that others may share; it may be run more than once, and only the last run counts.
    ///
    /// - Parameters:
    ///   - isLight: whether it need not have reached the disk.
    ///   - body: what is to be recorded.
    ///   - commit: commits a transaction, light or not, in which all of the given bodies run.
    /// - Returns: what the body returns.
    /// - Throws: what the body or the ledger throws.
    func write<Value>(
        lightly isLight: Bool, _ body: (Ledger) throws -> Value,
        commit: (_ isLight: Bool, _ bodies: (Ledger) throws -> Void) throws -> Void
    ) throws -> Value {
        try withoutActuallyEscaping(body) { body in
            var value: Value?
            let ticket = Ticket(isLight: isLight) { value = try body($0) }
            var commits = state.withLock { state in
                state.waiting.append(ticket)
                defer { state.isCommitting = true }
                return !state.isCommitting
            }
            while true {
                if commits { commitWaiting(commit) }
                switch ticket.wait() {
                case .commitsForOthers: commits = true
                case .done(let result):
                    try result.get()
                    // Safe: without an error the body has run to its end.
                    guard let value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
                    return value
                }
            }
        }
    }

    /// Commits all that waits, and calls upon the next to do the same where more has come meanwhile.
    private func commitWaiting(
        _ commit: (_ isLight: Bool, _ bodies: (Ledger) throws -> Void) throws -> Void
    ) {
        let tickets = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        let results = Self.commit(tickets, by: commit)
        let next = state.withLock { state in
            state.isCommitting = !state.waiting.isEmpty
            return state.waiting.first
        }
        next?.give(.commitsForOthers)
        for (ticket, result) in zip(tickets, results) { ticket.give(.done(result)) }
    }

    private static func commit(
        _ tickets: [Ticket],
        by commit: (_ isLight: Bool, _ bodies: (Ledger) throws -> Void) throws -> Void
    ) -> [Result<Void, any Error>] {
        let all = Result {
            try commit(tickets.allSatisfy(\.isLight)) { ledger in
                for ticket in tickets { try ticket.run(ledger) }
            }
        }
        if case .success = all { return tickets.map { _ in all } }
        guard tickets.count > 1 else { return [all] }
        // One of them may be at fault, and the others are not to suffer for it.
        return tickets.map { ticket in
            Result { try commit(ticket.isLight) { try ticket.run($0) } }
        }
    }
}
