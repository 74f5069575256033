package import Logging
package import ShirubeCore

/// One turn of the loop that the city's strategy is managed by.
///
/// READ THIS FIRST: it is the main path.
/// Observe: files that have settled are claimed, read and parsed. Orient: what they touch is judged against the
/// path to its target. Decide: what has come to lag, what was rejected and what the schedule asks for becomes
/// notices. All that one file causes is committed in one transaction, and the file is moved only afterwards. To act,
/// to send what lies in the outbox, is the `Courier`'s part, which runs beside this.
///
/// Commits are made here, one after another. Folders are touched by the shares' porters only, each on a thread of its
/// own, so that a file server that does not answer holds up nobody but itself.
package final class Cycle {
    private let setup: Setup
    private let store: Store
    private let world: World
    private let logger: Logger
    private let reception: Reception
    private let postbox: Postbox
    /// The day in Japan on which all indicators of a strategy were judged last.
    private var judgedOn: [Identifier<Strategy>: CivilDate] = [:]
    /// The day on which each edition of the summary was looked at last for what has become known since.
    private var lookedOn: [Int64: CivilDate] = [:]
    /// The day on which what was sent was looked after last, and what is left of it to do.
    private var keptOn: CivilDate?
    private var keeping: OutboxKeeping?
    private let outboxJournal: OutboxJournal
    /// What the alerts of each strategy's folders were settled by; nil until they have been.
    private var settledFolders: [Identifier<Strategy>: FolderSilence] = [:]
    /// The monotonic clock at the first turn.
    private var beganAt: Double?
    /// A folder that has been silent for this many seconds is alerted to.
    private static let silentSeconds = 900.0

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
        /// Whether a folder's file system has something to do that takes longer than a turn waits.
        package var isBusy = false
        /// Whether new files are not told of by themselves in every folder.
        package var isBlind = false
        /// Folders whose file system does not answer.
        package var stuck: [Silence] = []

        /// A folder whose file system does not answer.
        package struct Silence: Sendable, Equatable {
            /// The folder below the drops folder.
            package let path: String
            /// What it was asked to do.
            package let doing: String
            /// How many seconds ago it was last heard of.
            package let seconds: Double
        }

        /// Whether any file was taken in.
        package var hasMoved: Bool { accepted + unchanged + rejected > 0 }

        mutating func count(_ outcome: DropOutcome) {
            switch outcome {
            case .accepted: accepted += 1
            case .unchanged: unchanged += 1
            case .rejected: rejected += 1
            }
        }

        /// Whether it is still to come out what has been brought.
        var isPending: Bool { isWaiting || hasMore || isBusy }
    }

    /// Who is told of what a cycle does, and by what it is told of new files.
    package struct Hooks {
        /// Called after each file, as a sign of life.
        var progress: @Sendable () -> Void = {}
        /// Called where another turn has something to do at once.
        var ring: @Sendable () -> Void = {}
        /// What watches the folders; nil where they are only polled.
        var watch: DropWatch?

        /// Nobody is told, and folders are polled.
        package init() {}
    }

    /// Opens the drop folders, making what is missing, and the archive.
    ///
    /// A folder that cannot be opened, or does not answer, is tried again in every turn.
    ///
    /// - Parameters:
    ///   - setup: the configuration and its strategies.
    ///   - store: the ledger.
    ///   - world: the clock, and the ways for messages to leave.
    ///   - logger: the journal.
    ///   - hooks: who is told of what, and by what new files are told of.
    ///   - predecessor: the cycle whose place this one takes; folders that both have stay open.
    /// - Throws: `SystemError` where the state folder, or none of the drop folders, can be used.
    package init(
        setup: Setup, store: Store, world: World, logger: Logger, hooks: Hooks = Hooks(),
        after predecessor: Cycle? = nil
    ) throws {
        self.setup = setup
        self.store = store
        self.world = world
        self.logger = logger
        postbox = Postbox(setup: setup)
        outboxJournal = OutboxJournal(store: store, logger: logger)
        reception = try Reception(
            setup: setup, store: store, world: world, logger: logger, hooks: hooks,
            after: predecessor?.reception)
    }

    /// Goes round once.
    ///
    /// - Parameters:
    ///   - seconds: the monotonic clock, by which files settle.
    ///   - emptyPatience: how many seconds a file of no bytes is given.
    ///   - runsJobs: whether scheduled jobs run although files are waiting to have settled.
    /// - Returns: what was done.
    package func turn(
        at seconds: Double, emptyPatience: Double = 60, runsJobs: Bool = true
    ) -> Turn {
        var turn = reception.takeIn(at: seconds, emptyPatience: emptyPatience)
        for strategy in setup.strategies {
            do {
                try judgeDaily(strategy)
                try attendFolders(turn.stuck, of: strategy, at: seconds)
                guard runsJobs || !turn.isPending else { continue }
                try runDueJobs(strategy)
                try attendSummaries(strategy)
                try followActs(strategy)
            } catch {
                turn.troubles += 1
                logger.error("\(error)", metadata: ["strategy": "\(strategy.id)"])
            }
        }
        do {
            try outboxJournal.tell()
            try keepOutbox()
        } catch {
            turn.troubles += 1
            logger.error("what was sent cannot be looked after: \(error)")
        }
        return turn
    }

    /// Compresses what has been sent, and removes what is not kept any more, once a day and a little in each turn.
    private func keepOutbox() throws {
        let now = world.clock.now
        guard keptOn != now.japanDate else { return }
        var work =
            keeping
            ?? OutboxKeeping(store: store, keepYears: setup.configuration.keepYears, now: now)
        let isDone = try work.work()
        keeping = isDone ? nil : work
        guard isDone else { return }
        keptOn = now.japanDate
        guard work.packed + work.removed > 0 else { return }
        logger.info(
            "compressed \(work.packed) message bodies, removed \(work.removed) past their keeping")
    }

    /// The moment at which the next scheduled job falls due; nil where nothing is scheduled.
    package var nextJobDue: Timestamp? {
        DueJobs.next(
            entries: setup.configuration.schedule, calendar: setup.configuration.office.calendar,
            after: world.clock.now)
    }

    /// Time alone moves some judgements: a stage falls due, a target's year ends; all of it when a day begins.
    ///
    /// What a file moves is judged when the file is taken in.
    private func judgeDaily(_ strategy: Strategy) throws {
        let now = world.clock.now
        guard judgedOn[strategy.id] != now.japanDate else { return }
        try store.write { ledger in
            let orientation = try Orientation(
                strategy: strategy, postbox: postbox, in: ledger, now: now)
            try orientation.beginDay(in: ledger)
        }
        judgedOn[strategy.id] = now.japanDate
    }

    /// Which folders have been silent for long, and whether those that are not are known to answer.
    private struct FolderSilence: Equatable {
        let folders: Set<String>
        let isCertain: Bool
    }

    /// Opens an alert for each folder that has not answered for long, and closes those of folders that do again.
    private func attendFolders(
        _ stuck: [Turn.Silence], of strategy: Strategy, at seconds: Double
    ) throws {
        let began = beganAt ?? seconds
        beganAt = began
        let names = Set(
            setup.folders.filter { $0.strategy.id == strategy.id }
                .map { FileName.description(of: $0.path) })
        let silent = stuck.filter { $0.seconds >= Self.silentSeconds && names.contains($0.path) }
        // Who has only begun to listen cannot know yet that a folder answers again.
        let silence = FolderSilence(
            folders: Set(silent.map(\.path)),
            isCertain: seconds - began >= 2 * Self.silentSeconds)
        guard settledFolders[strategy.id] != silence else { return }
        let desk = FailureDesk(strategy: strategy, now: world.clock.now)
        if silence.isCertain || !silence.folders.isEmpty {
            try store.write { ledger in
                try desk.settle(
                    prefix: "folder:",
                    failing: silence.folders.sorted().map(FailureDesk.Failure.init(folder:)),
                    closes: silence.isCertain, in: ledger)
            }
        }
        settledFolders[strategy.id] = silence
    }

    /// Makes the runs that are due, each in a transaction of its own; one that fails holds up the later ones of its job.
    private func runDueJobs(_ strategy: Strategy) throws {
        let now = world.clock.now
        let configuration = setup.configuration
        let due = try store.read { ledger in
            DueJobs.due(
                entries: configuration.schedule, calendar: configuration.office.calendar,
                strategy: strategy.id,
                ledger: try ledger.jobs(strategy: strategy.id, now: now), now: now)
        }
        var failure: (any Error)?
        var failed: Set<ScheduleEntry.Job> = []
        for (job, settlement) in due where !failed.contains(job.entry.job) {
            do {
                let own = ScheduledJobs.isOf(strategy, job, setup: setup) ? settlement : .skipped
                try settle(job, own, strategy, now: now)
            } catch {
                failed.insert(job.entry.job)
                failure = failure ?? error
            }
        }
        if let failure { throw failure }
    }

    private func settle(
        _ job: DueJob, _ settlement: DueJob.Settlement, _ strategy: Strategy, now: Timestamp
    ) throws {
        let deed = try store.write { ledger in
            try ledger.record(job, settlement, strategy: strategy.id, now: now)
            guard settlement == .ran else { return settlement.rawValue }
            let others = try plans(toldWith: strategy, of: job, in: ledger, now: now)
            for other in others {
                try ledger.record(job, settlement, strategy: other.id, now: now)
            }
            return try ScheduledJobs.run(
                job, strategy: strategy, beside: others, postbox: postbox, in: ledger, now: now)
        }
        let late = job.isLate(at: now) ? ", late: it was due at \(job.dueAt.japanDescription)" : ""
        logger.info(
            "\(job.entry.job.rawValue) of \(job.period): \(deed)\(late)",
            metadata: ["strategy": "\(strategy.id)"])
    }

    /// The plans that run beside a strategy and have the same round of alerts due: one message tells a person of all.
    private func plans(
        toldWith strategy: Strategy, of job: DueJob, in ledger: Ledger, now: Timestamp
    ) throws -> [Strategy] {
        guard job.entry.job == .alertRound else { return [] }
        let configuration = setup.configuration
        return try setup.line(of: strategy).filter { other in
            guard other.id != strategy.id else { return false }
            let due = DueJobs.due(
                entries: configuration.schedule, calendar: configuration.office.calendar,
                strategy: other.id, ledger: try ledger.jobs(strategy: other.id, now: now),
                now: now)
            return due.contains { $0.settlement == .ran && $0.job.run == job.run }
        }
    }

    /// Sends the summaries that have waited long enough, and looks once a day at what has become known since they were
    /// drafted.
    private func attendSummaries(_ strategy: Strategy) throws {
        let now = world.clock.now
        let release = SummaryRelease(strategy: strategy, postbox: postbox)
        let isIdle = try store.read { ledger in
            try release.due(lookedOn: lookedOn, in: ledger, now: now).isEmpty
        }
        if isIdle { return }
        let looked = try store.write { ledger in
            try release.due(lookedOn: lookedOn, in: ledger, now: now).compactMap { due in
                guard due.action == .look else {
                    try release.send(due.edition, in: ledger, now: now)
                    logger.info(
                        "sent the quarterly summary of \(due.edition.quarter), edition \(due.edition.number)",
                        metadata: ["strategy": "\(strategy.id)"])
                    return nil as Int64?
                }
                try release.look(at: due.edition, in: ledger, now: now)
                return due.edition.id
            }
        }
        for id in looked { lookedOn[id] = now.japanDate }
    }

    /// Asks what has become of acts whose due date has come, and monthly from then on.
    private func followActs(_ strategy: Strategy) throws {
        let now = world.clock.now
        let following = ActFollowing(strategy: strategy, postbox: postbox)
        let isIdle = try store.read { try following.due(in: $0, now: now).isEmpty }
        if isIdle { return }
        let count = try store.write { try following.ask(in: $0, now: now) }
        logger.info(
            "asked what has become of \(count) acts", metadata: ["strategy": "\(strategy.id)"])
    }
}
