package import Logging
package import ShirubeCore

/// One turn of the loop that the city's strategy is managed by.
///
/// READ THIS FIRST: it is the main path.
/// Observe: files that have settled are claimed, read and parsed. Orient: what they touch is judged against the
/// path to its target. Decide: what has come to lag, what was rejected and what the schedule asks for becomes
/// notices. All that one file causes is committed in one transaction, and the file is moved only afterwards. To act,
/// to send what lies in the outbox, is the `Courier`'s part, which runs beside this.
package final class Cycle {
    private let setup: Setup
    private let store: Store
    private let world: World
    private let logger: Logger
    private let intake: Intake
    private let postbox: Postbox
    private let shares: [Share]
    /// Called after each file, as a sign of life.
    private let progress: @Sendable () -> Void
    /// The day in Japan on which all indicators of a strategy were judged last.
    private var judgedOn: [Identifier<Strategy>: CivilDate] = [:]
    /// A word in the names of claims that no other run has used.
    private let run: String

    /// What one turn has done, for people and for the loop.
    package struct Turn: Sendable, Equatable {
        /// Files whose readings were applied.
        package var accepted = 0
        /// Files whose content was in force already.
        package var unchanged = 0
        /// Files with errors.
        package var rejected = 0
        /// Whether files are there that have not settled yet.
        package var isWaiting = false
        /// Whether finished files are there whose turn is the next one; where nothing was taken in, there is no hurry.
        package var hasMore = false
        /// Whether the disk is so full that files stay where they are.
        package var lacksRoom = false
        /// Folders that could not be looked at or files that could not be taken in; the journal says why.
        package var troubles = 0

        /// Whether any file was taken in.
        package var hasMoved: Bool { accepted + unchanged + rejected > 0 }
    }

    /// Opens the drop folders, making what is missing, and the archive.
    ///
    /// - Throws: `SystemError` where the drops or the state folder cannot be used.
    package init(
        setup: Setup, store: Store, world: World, logger: Logger,
        progress: @escaping @Sendable () -> Void = {}
    ) throws {
        self.setup = setup
        self.store = store
        self.world = world
        self.logger = logger
        self.progress = progress
        intake = try Intake(setup: setup, store: store, logger: logger)
        postbox = Postbox(setup: setup)
        run = "\(world.clock.now.compact)-\(WallClock.machine.now.milliseconds)"
        let drops = try FileDescriptor.folder(setup.configuration.drops)
        let nested = setup.strategies.count > 1
        shares = try setup.strategies.flatMap { strategy in
            try strategy.departments.map { department in
                try Share(strategy: strategy, department: department, drops: drops, nested: nested)
            }
        }
    }

    /// Goes round once.
    ///
    /// - Parameters:
    ///   - seconds: the monotonic clock, by which files settle.
    ///   - emptyPatience: how many seconds a file of no bytes is given.
    ///   - movedIn: names that were renamed into folders, by the folder's path below the drops.
    ///   - runsJobs: whether scheduled jobs run although files are waiting to have settled.
    /// - Returns: what was done.
    package func turn(
        at seconds: Double, emptyPatience: Double = 60, movedIn: [String: Set<FileName>] = [:],
        runsJobs: Bool = true
    ) -> Turn {
        var turn = Turn()
        takeIn(&turn) { share in
            Share.Look(
                seconds: seconds, emptyPatience: emptyPatience,
                movedIn: movedIn[share.path, default: []], run: run)
        }
        for strategy in setup.strategies {
            do {
                try judgeDaily(strategy)
                if runsJobs || !(turn.isWaiting || turn.hasMore) { try runDueJobs(strategy) }
            } catch {
                turn.troubles += 1
                logger.error("\(error)", metadata: ["strategy": "\(strategy.id)"])
            }
        }
        return turn
    }

    /// The moment at which the next scheduled job falls due; nil where nothing is scheduled.
    package var nextJobDue: Timestamp? {
        DueJobs.next(
            entries: setup.configuration.schedule, calendar: setup.configuration.dueDays.calendar,
            after: world.clock.now)
    }

    /// Takes in files, one of each department in turn, so that nobody waits for all that another brings.
    private func takeIn(_ turn: inout Turn, look: (Share) -> Share.Look) {
        var waiting: [(share: Share, claims: ArraySlice<DropFolder.Claim>, bytes: Int)] = []
        for share in shares {
            attempt(share, &turn) { turn in
                guard try hasRoom(for: share) else {
                    turn.lacksRoom = true
                    turn.troubles += 1
                    return
                }
                // Also what a crash, a stop or a failure has left claimed: nothing waits for a restart.
                let (claims, hasMore) = try share.claim(
                    look(share), intake: setup.configuration.intake
                ) { report($0, share) }
                turn.hasMore = turn.hasMore || hasMore
                turn.isWaiting = turn.isWaiting || share.isWaiting
                waiting.append((share, claims[...], 0))
            }
        }
        let mostBytes = setup.configuration.intake.maximumBytes
        while !waiting.isEmpty {
            for index in waiting.indices where !Task.isCancelled {
                guard let claim = waiting[index].claims.popFirst() else { continue }
                attempt(waiting[index].share, &turn) { turn in
                    waiting[index].bytes += try settle(claim, waiting[index].share, &turn)
                }
            }
            if Task.isCancelled { break }
            // What one largest file would be is enough for one turn.
            turn.hasMore =
                turn.hasMore || waiting.contains { $0.bytes >= mostBytes && !$0.claims.isEmpty }
            waiting.removeAll { $0.claims.isEmpty || $0.bytes >= mostBytes }
        }
        for share in shares { share.complaints.endTurn() }
    }

    /// Whether the disks take more; where not, files stay where people see them.
    private func hasRoom(for share: Share) throws -> Bool {
        let least = setup.configuration.intake.minimumFreeBytes
        if try intake.hasRoom(), try share.folder.freeBytes() >= least { return true }
        report("less than \(least) bytes are free (minimumFreeBytes): drops stay untouched", share)
        return false
    }

    /// Takes a claimed file in; gives its size.
    private func settle(
        _ claim: DropFolder.Claim, _ share: Share, _ turn: inout Turn
    ) throws -> Int {
        defer { progress() }
        guard let row = try intake.settle(claim, in: share, now: world.clock.now) else {
            turn.isWaiting = true
            return 0
        }
        switch row.outcome {
        case .accepted: turn.accepted += 1
        case .unchanged: turn.unchanged += 1
        case .rejected: turn.rejected += 1
        }
        return row.bytes
    }

    /// Trouble in one department's folder must not hold up another's.
    private func attempt(
        _ share: Share, _ turn: inout Turn, _ body: (inout Turn) throws -> Void
    ) {
        do {
            try body(&turn)
        } catch {
            turn.troubles += 1
            report("\(error)", share, level: .error)
        }
    }

    /// Tells the journal what is wrong with a department's folder, once while it lasts.
    private func report(_ text: String, _ share: Share, level: Logger.Level = .warning) {
        guard share.complaints.isNew(text) else { return }
        logger.log(
            level: level, "\(text)",
            metadata: [
                "strategy": "\(share.strategy.id)", "department": "\(share.department.id)",
            ])
    }

    /// Time alone moves some judgements: a stage falls due, a target's year ends; all of it when a day begins.
    ///
    /// What a file moves is judged when the file is taken in.
    private func judgeDaily(_ strategy: Strategy) throws {
        let now = world.clock.now
        guard judgedOn[strategy.id] != now.japanDate else { return }
        let orientation = Orientation(strategy: strategy, postbox: postbox)
        try store.write { ledger in
            for indicator in strategy.indicators {
                try orientation.judge(indicator, in: ledger, now: now)
            }
        }
        judgedOn[strategy.id] = now.japanDate
    }

    private func runDueJobs(_ strategy: Strategy) throws {
        let now = world.clock.now
        try store.write { ledger in
            let jobs = DueJobs.due(
                entries: setup.configuration.schedule,
                calendar: setup.configuration.dueDays.calendar,
                ledgerCreated: try ledger.created(), now: now,
                alreadyRun: try ledger.runs(strategy: strategy.id))
            for job in jobs {
                let summary = try SummaryEdition.gather(
                    strategy, quarter: job.quarter, cutoff: now,
                    configuration: setup.configuration, from: ledger)
                let notice = try SummaryEdition.notice(summary, postbox: postbox, now: now)
                try ledger.enqueue(notice, strategy: strategy.id, now: now)
                try ledger.record(job.run, strategy: strategy.id, dueAt: job.dueAt, now: now)
                logger.info(
                    "built the quarterly summary of \(job.quarter) for \(notice.messages.count) messages",
                    metadata: ["strategy": "\(strategy.id)"])
            }
        }
    }
}
