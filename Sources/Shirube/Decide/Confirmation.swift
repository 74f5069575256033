package import ShirubeCore

/// Lets figures count that waited for somebody to say that they are meant.
package enum Confirmation {
    /// What was confirmed, and what could not be.
    package struct Outcome: Sendable, Equatable {
        /// The figures that count from now on.
        package var confirmed: [HoldRow] = []
        /// The numbers under which nothing waits.
        package var unknown: [Int64] = []
    }

    /// Confirms figures by their numbers, judges their indicators anew, and tells whom that concerns, all in one
    /// transaction; where one of the numbers is unknown nothing is done.
    ///
    /// It may run beside the daemon, whose courier sends the mails within a minute.
    ///
    /// - Parameters:
    ///   - numbers: the numbers that `Ledger.openHolds` gives.
    ///   - name: who says so.
    ///   - reason: why, in people's words; may be empty.
    ///   - setup: the configuration.
    ///   - store: the ledger.
    ///   - now: the present.
    /// - Returns: what was done.
    /// - Throws: what the ledger throws.
    package static func confirm(
        _ numbers: [Int64], by name: String, reason: String, setup: Setup, store: Store,
        now: Timestamp
    ) throws -> Outcome {
        try store.write { ledger in
            var outcome = Outcome()
            var found: [(strategy: Strategy, hold: HoldRow)] = []
            for strategy in setup.strategies {
                let open = try ledger.openHolds(strategy.id)
                found += open.filter { numbers.contains($0.number) }.map { (strategy, $0) }
            }
            let known = Set(found.map(\.hold.number))
            outcome.unknown = numbers.filter { !known.contains($0) }
            guard outcome.unknown.isEmpty else { return outcome }
            for (strategy, hold) in found {
                guard try ledger.confirm(hold.number, by: name, reason: reason, now: now) else {
                    continue
                }
                outcome.confirmed.append(hold)
                let indicator = strategy.indicators.first { $0.id == hold.indicator }
                guard let indicator else { continue }
                try Orientation(
                    strategy: strategy, postbox: Postbox(setup: setup), in: ledger, now: now
                ).judge([indicator], in: ledger)
            }
            return outcome
        }
    }
}
