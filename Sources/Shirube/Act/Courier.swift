package import Logging
package import ShirubeCore

/// The one who sends: takes what is due from the outbox, tries it, and records what came of it.
///
/// That an attempt begins is committed before it begins, and its outcome after it: a crash in between is known at
/// the next start. Such mail is sent again under its old Message-ID; a chat post, which has no such mark, is given
/// up for a person to look at.
package struct Courier: Sendable {
    private let store: Store
    private let world: World
    private let office: OfficeHours
    private let logger: Logger

    /// Makes a courier.
    package init(store: Store, world: World, office: OfficeHours, logger: Logger) {
        self.office = office
        self.store = store
        self.world = world
        self.logger = logger
    }

    /// Settles the attempts that an earlier run began and did not end.
    package func settleInterrupted() throws {
        let now = world.clock.now
        try store.write { ledger in
            for (delivery, attempt) in try ledger.interruptedDeliveries() {
                let outcome = Delivery.Outcome.ambiguous(detail: "the program ended in mid-attempt")
                try record(outcome, attempt: attempt, of: delivery, first: now, in: ledger)
            }
        }
    }

    /// Sends what is due, until nothing is or the task is cancelled.
    ///
    /// - Parameter progress: called after each attempt, as a sign of life.
    /// - Returns: the moment at which the next delivery falls due; nil where none waits.
    /// - Throws: where the ledger cannot be read or written.
    package func sendDue(progress: () -> Void = {}) async throws -> Timestamp? {
        while !Task.isCancelled {
            let due = try store.read { try $0.dueDeliveries(now: world.clock.now, limit: 20) }
            if due.isEmpty { break }
            for delivery in due where !Task.isCancelled {
                try await send(delivery)
                progress()
            }
        }
        return try store.read { try $0.nextDeliveryDue() }
    }

    private func send(_ delivery: Delivery) async throws {
        let now = world.clock.now
        let opening = office.next(onOrAfter: now)
        // The program may have been down while the office was open.
        if delivery.waitsForOffice, opening > now {
            return try store.write { try $0.postpone(delivery.id, until: opening) }
        }
        let (attempt, first) = try store.write { ledger in
            try ledger.beginAttempt(delivery.id, now: world.clock.now)
        }
        let outcome: Delivery.Outcome
        if let transport = world.transport(for: delivery.route) {
            outcome = await transport.deliver(delivery)
        } else {
            outcome = .transient(detail: "the configuration has no way for this message any more")
        }
        try store.write { ledger in
            try record(outcome, attempt: attempt, of: delivery, first: first, in: ledger)
        }
    }

    private func record(
        _ outcome: Delivery.Outcome, attempt: Int64, of delivery: Delivery, first: Timestamp,
        in ledger: Ledger
    ) throws {
        let now = world.clock.now
        let (word, detail, fate) = fate(of: delivery, after: outcome, first: first, now: now)
        try ledger.endAttempt(
            attempt, of: delivery.id, outcome: word, detail: detail, fate: fate, now: now)
        let (route, recipient) = Ledger.columns(delivery.route)
        let fields: Logger.Metadata = [
            "delivery": "\(delivery.id)", "route": "\(route)", "recipient": "\(recipient)",
        ]
        switch fate {
        case .delivered: logger.info("delivered: \(detail)", metadata: fields)
        case .dueAgain(let moment):
            logger.warning(
                "not delivered (\(word)): \(detail); next try \(moment)", metadata: fields)
        case .dead: logger.error("given up (\(word)): \(detail)", metadata: fields)
        }
    }

    private func fate(
        of delivery: Delivery, after outcome: Delivery.Outcome, first: Timestamp, now: Timestamp
    ) -> (word: String, detail: String, fate: Ledger.Fate) {
        func again(_ seconds: Int?) -> Ledger.Fate {
            RetrySchedule.next(
                attempts: delivery.attempts + 1, deliveryID: delivery.id, firstAttempt: first,
                now: now, retryAfterSeconds: seconds,
                office: delivery.waitsForOffice ? office : nil
            ).map(Ledger.Fate.dueAgain) ?? .dead
        }
        switch outcome {
        case .delivered(let detail): return ("delivered", detail, .delivered)
        case .retryLater(let seconds, let detail): return ("retryLater", detail, again(seconds))
        case .transient(let detail): return ("transient", detail, again(nil))
        case .permanent(let detail): return ("permanent", detail, .dead)
        case .ambiguous(let detail):
            switch delivery.route {
            case .mail: return ("ambiguous", detail, again(nil))
            case .webhook: return ("ambiguous", detail, .dead)
            }
        }
    }
}
