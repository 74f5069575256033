package import ShirubeCore

/// What operators do about the outbox: they hold it, take messages out, and send them anew.
package struct OutboxEntry: Sendable {
    private let configuration: Configuration

    /// Why nothing is done.
    package struct Refusal: Declined, Equatable {
        /// What, where, why and the remedy.
        package let message: Wording
    }

    /// Works by a configuration.
    package init(_ configuration: Configuration) {
        self.configuration = configuration
    }

    // MARK: - Looking

    /// The deliveries that are asked for.
    ///
    /// - Throws: `Refusal` where the indicator is none of the setup's; what the ledger throws.
    package func listing(
        _ filter: OutboxFilter, in store: Store, at moment: Timestamp
    ) throws -> OutboxListing {
        try store.read { ledger in
            OutboxListing(
                rows: try ledger.outbox(filter), pauses: try ledger.pauses(at: moment),
                posts: posts)
        }
    }

    /// All that is known of one delivery.
    ///
    /// - Throws: `Refusal` where there is none of that number; what the ledger throws.
    package func account(
        _ number: Int64, in store: Store, at moment: Timestamp
    ) throws -> OutboxAccount {
        guard let account = try store.read({ try $0.outboxAccount(number, at: moment) }) else {
            throw Refusal.noNumber(number)
        }
        return account
    }

    /// The exact bytes of a delivery.
    ///
    /// - Throws: `Refusal` where there is none of that number, or they are not kept any more; what the ledger throws.
    package func bytes(_ number: Int64, in store: Store) throws -> [UInt8] {
        try store.read { ledger in
            if let bytes = try ledger.sentBytes(number) { return bytes }
            throw try ledger.removal(number).map(Refusal.removed(at:)) ?? Refusal.noNumber(number)
        }
    }

    /// What people call the posts, by id.
    package var posts: [String: String] {
        configuration.routes.posts.reduce(into: [:]) { $0[$1.id.text] = $1.name }
    }

    // MARK: - Single deliveries

    /// Sends finished deliveries anew: the same bytes under the same Message-ID, all of them or none.
    ///
    /// - Returns: the deliveries as they were.
    /// - Throws: `Refusal` where one of them is not finished, not kept, or has no way any more; what the ledger throws.
    package func resend(
        _ numbers: [Int64], reason: String, by author: String, in store: Store, now: Timestamp
    ) throws -> [OutboxRow] {
        try store.write { ledger in
            try rows(numbers, in: ledger).map { row in
                if row.state.isOpen { throw Refusal.open(row) }
                if let removed = try ledger.removal(row.number) {
                    throw Refusal.removed(at: removed)
                }
                try checkWay(row)
                try ledger.resend(row, reason: reason, by: author, now: now)
                return row
            }
        }
    }

    /// Takes deliveries out of the outbox, all of them or none.
    ///
    /// - Returns: the deliveries as they were.
    /// - Throws: `Refusal` where one of them is finished, or dropped already; what the ledger throws.
    package func drop(
        _ numbers: [Int64], reason: String, by author: String, in store: Store, now: Timestamp
    ) throws -> [OutboxRow] {
        try store.write { ledger in
            try rows(numbers, in: ledger).map { row in
                guard row.state.isOpen, !row.isDropped else { throw Refusal.finished(row) }
                try ledger.drop(row, reason: reason, by: author, now: now)
                return row
            }
        }
    }

    private func rows(_ numbers: [Int64], in ledger: Ledger) throws -> [OutboxRow] {
        var seen: Set<Int64> = []
        return try numbers.filter { seen.insert($0).inserted }.map { number in
            guard let row = try ledger.outboxRow(number) else { throw Refusal.noNumber(number) }
            return row
        }
    }

    /// What has no way would only wait until it is given up.
    private func checkWay(_ row: OutboxRow) throws(Refusal) {
        switch row.route {
        case .mail: if configuration.mail == nil { throw .noMail }
        case .webhook(let channel): try check(.channel(channel))
        }
    }

    private func check(_ scope: OutboxScope) throws(Refusal) {
        guard case .channel(let name) = scope else { return }
        let known = configuration.channels.map(\.name)
        if !known.contains(name) { throw .noChannel(name, known) }
    }

    // MARK: - Pauses

    /// Lets messages wait.
    ///
    /// - Parameters:
    ///   - scope: which.
    ///   - until: when it ends by itself; nil for never.
    ///   - reason: why.
    ///   - author: who wants it.
    ///   - store: the ledger.
    ///   - now: the present.
    /// - Returns: the pause, and how many of these messages are in the middle of an attempt.
    /// - Throws: `Refusal` where there is no such channel, they wait already, or the end is over; what the ledger throws.
    package func pause(
        _ scope: OutboxScope, until: Timestamp?, reason: String, by author: String,
        in store: Store, now: Timestamp
    ) throws -> (pause: OutboxPause, underWay: Int) {
        try check(scope)
        if let until, until <= now { throw Refusal.past(until, now) }
        return try store.write { ledger in
            if let same = try ledger.pauses(at: now).first(where: { $0.scope == scope }) {
                throw Refusal.paused(same)
            }
            return try ledger.pause(scope, until: until, reason: reason, by: author, now: now)
        }
    }

    /// Lets messages go again.
    ///
    /// - Parameters:
    ///   - scope: which; nil for whatever waits.
    ///   - reason: why.
    ///   - author: who wants it.
    ///   - store: the ledger.
    ///   - now: the present.
    /// - Returns: the pauses that have ended, and those that hold some of these messages still.
    /// - Throws: `Refusal` where they do not wait, or by another pause; what the ledger throws.
    package func resume(
        _ scope: OutboxScope?, reason: String, by author: String, in store: Store, now: Timestamp
    ) throws -> (ended: [OutboxPause], left: [OutboxPause]) {
        try store.write { ledger in
            let holding = try ledger.pauses(at: now)
            let ended = holding.filter { scope == nil || $0.scope == scope }
            guard !ended.isEmpty else { throw Refusal.notPaused(holding) }
            for pause in ended {
                try ledger.end(pause, reason: reason, by: author, now: now)
            }
            return (ended, holding.filter { pause in !ended.contains { $0.id == pause.id } })
        }
    }
}
