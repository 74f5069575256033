package import Logging
package import ShirubeCore

/// The one who sends: takes what is due from the outbox, tries it, and records what came of it.
///
/// That attempts may begin is committed before the first one does, that one has begun and what came of it right after, in
/// order. A crash in between is known at the next start: such mail is sent again under its old Message-ID; a chat post,
/// which has no such mark, is given up for a person to look at. Only a commit that permits more waits for the disk, and the
/// last one: those between survive the process, and after a power cut all that was permitted counts as begun.
package struct Courier: Sendable {
    private let store: Store
    private let world: World
    private let office: OfficeHours
    private let endpoints: Endpoints
    private let logger: Logger
    private let isCurrent: @Sendable () -> Bool

    /// Most deliveries that are permitted at a time; fewer where they are large (`Ledger.grant`).
    private static let batchSize = 200
    /// What was committed lightly waits no longer for the disk.
    private static let longestLight: Duration = .milliseconds(500)

    /// Makes a courier.
    ///
    /// - Parameters:
    ///   - store: the ledger.
    ///   - world: the clock, and the ways for messages to leave.
    ///   - office: when messages that wait for the office leave.
    ///   - endpoints: what is known of the servers.
    ///   - logger: the journal.
    ///   - isCurrent: whether its world is that of the configuration in force; it begins nothing more where it is not.
    package init(
        store: Store, world: World, office: OfficeHours, endpoints: Endpoints, logger: Logger,
        isCurrent: @escaping @Sendable () -> Bool = { true }
    ) {
        self.isCurrent = isCurrent
        self.store = store
        self.world = world
        self.office = office
        self.endpoints = endpoints
        self.logger = logger
    }

    /// Settles the attempts that an earlier run began and did not end.
    package func settleInterrupted() throws {
        let now = world.clock.now
        try store.write { ledger in
            for attempt in try ledger.interruptedAttempts(boot: BootID.current, now: now) {
                let outcome = Delivery.Outcome.ambiguous(detail: "the program ended in mid-attempt")
                let ended = Ended(attempt: attempt, outcome: outcome, at: now)
                try record(ended, log(ended), in: ledger)
            }
        }
    }

    /// The lanes in which something waits, each with the moment from which on it can be worked on.
    ///
    /// - Throws: where the ledger cannot be read.
    package func lanes() throws -> [Lane: Timestamp] {
        let now = world.clock.now
        var lanes = try store.read { try $0.lanes(at: now) }
        for (lane, due) in lanes {
            if let rest = endpoints.rest(of: lane, at: now) { lanes[lane] = max(rest, due) }
        }
        return lanes
    }

    /// Sends what is due in every lane, until nothing is or the task is cancelled.
    ///
    /// - Returns: the moment at which the next delivery falls due; nil where none waits.
    /// - Throws: where the ledger cannot be read or written.
    package func sendDue() async throws -> Timestamp? {
        let now = world.clock.now
        try await withThrowingTaskGroup { group in
            for (lane, due) in try lanes() where due <= now {
                group.addTask { try await work(on: lane) }
            }
            try await group.waitForAll()
        }
        return try lanes().values.min()
    }

    /// Sends what is due in one lane, until nothing is or the task is cancelled.
    ///
    /// - Parameters:
    ///   - lane: the lane.
    ///   - progress: called after each attempt, as a sign of life.
    /// - Throws: where the ledger cannot be read or written.
    package func work(
        on lane: Lane, progress: @escaping @Sendable () -> Void = {}
    ) async throws {
        let transport = world.transport(for: lane)
        let terms = transport?.terms(for: lane) ?? LaneTerms()
        try await withThrowingTaskGroup { group in
            for number in 0..<max(1, terms.connections) {
                let way = Way(lane: lane, connection: number, terms: terms)
                group.addTask(executorPreference: transport?.executor(of: number, in: lane)) {
                    try await self.send(by: way, progress: progress)
                }
            }
            try await group.waitForAll()
        }
    }

    /// One of a lane's connections, and how messages may be handed over there.
    private struct Way {
        let lane: Lane
        let connection: Int
        let terms: LaneTerms
    }

    /// Sends what is due in a lane, over one connection.
    private func send(by way: Way, progress: @Sendable () -> Void) async throws {
        let (lane, terms) = (way.lane, way.terms)
        while mayBegin(in: lane) {
            if terms.gap > .zero {
                // A message that has to wait for its turn is permitted when that comes.
                let now = world.clock.now
                let due = try store.read { try $0.lanes(at: now)[lane] }
                guard let due, due <= now else { return }
                try? await endpoints.takeTurn(in: lane, gap: terms.gap)
                if Task.isCancelled { return }
            }
            let batch = try store.writeTogether(lightly: false) { try begin(by: way, $0) }
            guard let begun = batch.begun else { return }
            try await send(begun, then: batch.rest, by: way, progress: progress)
        }
    }

    /// Whether another message may begin, by this courier and in a lane.
    private func mayBegin(in lane: Lane) -> Bool {
        !Task.isCancelled && isCurrent() && endpoints.rest(of: lane, at: world.clock.now) == nil
    }

    /// An attempt that has ended, and what came of it.
    private struct Ended {
        let attempt: OpenAttempt
        let outcome: Delivery.Outcome
        let at: Timestamp
    }

    /// What may be tried: an attempt that has begun, nil where none has, and what comes after it.
    private typealias Batch = (rest: ArraySlice<Delivery>, begun: OpenAttempt?)

    /// Records that what is due in a lane may be tried, and that the first of it begins.
    private func begin(by way: Way, _ ledger: Ledger) throws -> Batch {
        let limit = way.terms.gap > .zero || endpoints.isDown(way.lane) ? 1 : Self.batchSize
        while true {
            let granted = try ledger.grant(
                way.lane, limit: limit, boot: BootID.current, now: world.clock.now)
            if granted.isEmpty { return ([], nil) }
            let batch = try begin(granted[...], in: ledger)
            // All of it may have been put off until the office opens.
            if batch.begun != nil { return batch }
        }
    }

    /// Records that the next attempt begins; those before it that may not be tried now are put off or left out.
    private func begin(_ batch: ArraySlice<Delivery>, in ledger: Ledger) throws -> Batch {
        let now = world.clock.now
        var rest = batch
        while let delivery = rest.popFirst() {
            // The program may have been down while the office was open.
            let opening = delivery.waitsForOffice ? office.next(onOrAfter: now) : now
            if opening > now {
                try ledger.postpone(delivery.id, until: opening)
            } else if let begun = try ledger.beginAttempt(delivery, now: now) {
                return (rest, begun)
            }
        }
        return (rest, nil)
    }

    /// Makes an attempt that has begun, and those after it, as long as the server is there.
    private func send(
        _ first: OpenAttempt, then rest: ArraySlice<Delivery>, by way: Way,
        progress: @Sendable () -> Void
    ) async throws {
        var batch: Batch = (rest, first)
        var lastDurable = ContinuousClock.now
        while let attempt = batch.begun {
            let ended = await make(attempt, by: way)
            // Before it is recorded: where the program is killed in between, the journal knows what the ledger does not.
            let fate = log(ended)
            let mayGoOn = mayBegin(in: way.lane)
            let isLight =
                mayGoOn && !batch.rest.isEmpty
                && lastDurable.duration(to: .now) < Self.longestLight
            let rest = batch.rest
            let body = { (ledger: Ledger) throws -> Batch in
                try record(ended, fate, in: ledger)
                guard mayGoOn else {
                    try ledger.takeBack(rest)
                    return ([], nil)
                }
                let next = try begin(rest, in: ledger)
                // What is permitted has to reach the disk, which takes all that was committed lightly along.
                guard next.begun == nil, !isLight, way.terms.gap == .zero else { return next }
                return try begin(by: way, ledger)
            }
            batch = try store.writeTogether(lightly: isLight, body)
            if !isLight { lastDurable = .now }
            progress()
        }
    }

    private func make(_ attempt: OpenAttempt, by way: Way) async -> Ended {
        let lane = way.lane
        let outcome: Delivery.Outcome
        if let transport = world.transport(for: lane) {
            outcome = await transport.deliver(attempt.delivery, over: way.connection)
        } else {
            outcome = .transient(detail: "the configuration has no way for this message any more")
        }
        let now = world.clock.now
        if let isDown = endpoints.note(outcome, in: lane, at: now) {
            let (route, recipient) = lane.columns
            let fields: Logger.Metadata = ["route": "\(route)", "channel": "\(recipient ?? "")"]
            if isDown {
                logger.warning("out of reach, and left alone for a while", metadata: fields)
            } else {
                logger.notice("within reach again", metadata: fields)
            }
        }
        return Ended(attempt: attempt, outcome: outcome, at: now)
    }

    /// Records what came of an attempt; what somebody has dropped meanwhile is not tried again.
    private func record(_ ended: Ended, _ fate: Ledger.Fate, in ledger: Ledger) throws {
        let actual = try ledger.endAttempt(
            ended.attempt, outcome: ended.outcome.word, detail: ended.outcome.detail, fate: fate,
            now: ended.at)
        guard actual == .dropped else { return }
        logger.notice(
            "dropped meanwhile, and not tried again", metadata: Self.fields(of: ended.attempt))
    }

    private static func fields(of attempt: OpenAttempt) -> Logger.Metadata {
        let (route, recipient) = Ledger.columns(attempt.delivery.route)
        return [
            "delivery": "\(attempt.delivery.id)", "route": "\(route)",
            "recipient": "\(recipient)",
        ]
    }

    /// Says what came of an attempt.
    ///
    /// - Returns: what is to become of its delivery.
    private func log(_ ended: Ended) -> Ledger.Fate {
        let fields = Self.fields(of: ended.attempt)
        let (word, detail) = (ended.outcome.word, ended.outcome.detail)
        let fate = fate(of: ended)
        switch fate {
        case .delivered: logger.info("delivered: \(detail)", metadata: fields)
        case .dueAgain(let moment):
            logger.warning(
                "not delivered (\(word)): \(detail); next try \(moment)", metadata: fields)
        case .dead, .dropped: logger.error("given up (\(word)): \(detail)", metadata: fields)
        }
        return fate
    }

    private func fate(of ended: Ended) -> Ledger.Fate {
        let (attempt, delivery) = (ended.attempt, ended.attempt.delivery)
        func again(_ seconds: Int?) -> Ledger.Fate {
            RetrySchedule.next(
                attempts: delivery.attempts + 1, deliveryID: delivery.id,
                firstAttempt: attempt.first, now: ended.at, retryAfterSeconds: seconds,
                office: delivery.waitsForOffice ? office : nil
            ).map(Ledger.Fate.dueAgain) ?? .dead
        }
        switch ended.outcome {
        case .delivered: return .delivered
        case .retryLater(let seconds, _): return again(seconds)
        case .transient: return again(nil)
        case .permanent: return .dead
        case .ambiguous:
            switch delivery.route {
            case .mail: return again(nil)
            case .webhook: return .dead
            }
        }
    }
}

extension Delivery.Outcome {
    /// The outcome's name in the ledger and the journal.
    var word: String {
        switch self {
        case .delivered: "delivered"
        case .retryLater: "retryLater"
        case .transient: "transient"
        case .permanent: "permanent"
        case .ambiguous: "ambiguous"
        }
    }

    /// What the server or libcurl said.
    var detail: String {
        switch self {
        case .delivered(let detail), .retryLater(_, let detail), .transient(let detail),
            .permanent(let detail), .ambiguous(let detail):
            detail
        }
    }
}
