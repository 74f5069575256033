import Logging
import ShirubeCore

/// Takes in what departments have brought: their porters come with it, and what it causes is committed here.
///
/// Folders are touched by the porters only, each on a thread of its own, so that a file server that does not answer
/// holds up nobody but itself. Commits are made one after another, by whoever calls.
final class Reception {
    private let setup: Setup
    private let world: World
    private let logger: Logger
    private let intake: Intake
    private let shares: [Share]
    /// The porters' answers, each with the position of its share.
    private let inbox: Inbox<(position: Int, answer: Porter.Answer)>
    private let progress: @Sendable () -> Void
    /// A word in the names of claims that no other run has used.
    private let run: String
    /// Nobody is waited for any longer once nothing was heard of anybody for so many seconds.
    private static let lullSeconds = 1.0

    /// Opens the drop folders and the archive; folders that another reception has open it takes over.
    ///
    /// - Throws: `SystemError` where the state folder, or none of the drop folders, can be used.
    init(
        setup: Setup, store: Store, world: World, logger: Logger, hooks: Cycle.Hooks,
        after predecessor: Reception?
    ) throws {
        self.setup = setup
        self.world = world
        self.logger = logger
        progress = hooks.progress
        intake = try Intake(setup: setup, store: store, logger: logger)
        run = "\(world.clock.now.compact)-\(WallClock.machine.now.milliseconds)"
        let inbox = Inbox<(position: Int, answer: Porter.Answer)>(ring: hooks.ring)
        self.inbox = inbox
        let earlier = predecessor?.shares.map(\.porter) ?? []
        shares = setup.folders.enumerated().map { position, folder in
            let place = Doorway.Place(drops: setup.configuration.drops, path: folder.path)
            // Two porters for one folder would get into each other's way, and a stuck one would leave another stuck.
            let porter =
                earlier.first { $0.place == place } ?? Porter(place, watch: hooks.watch)
            return Share(
                strategy: folder.strategy, department: folder.department, porter: porter
            ) { inbox.put((position, $0)) }
        }
        try openFolders()
        for porter in earlier where !shares.contains(where: { $0.porter === porter }) {
            porter.dismiss()
        }
    }

    private func openFolders() throws {
        inbox.open()
        defer { inbox.close() }
        shares.forEach { $0.open() }
        var failures: [SystemError] = []
        while let (share, answer) = nextAnswer() {
            share.note(answer)
            guard case .failure(let error) = answer.result else { continue }
            failures.append(error)
            report("\(error)", share, level: .error)
        }
        if failures.count == shares.count, let first = failures.first { throw first }
    }

    /// Takes in files, in the order in which porters come with them.
    ///
    /// A porter that is not heard of is left behind, and asked for nothing more until it has answered.
    ///
    /// - Parameters:
    ///   - seconds: the monotonic clock, by which files settle.
    ///   - emptyPatience: how many seconds a file of no bytes is given.
    /// - Returns: what was done.
    func takeIn(at seconds: Double, emptyPatience: Double) -> Cycle.Turn {
        var turn = Cycle.Turn()
        let round = Share.Round(
            seconds: seconds, emptyPatience: emptyPatience, run: run,
            intake: setup.configuration.intake, archive: intake.archive,
            hasRoom: hasRoom(&turn))
        inbox.open()
        for share in shares { share.begin(round) }
        while let (share, answer) = nextAnswer() {
            share.note(answer)
            // While this answer is dealt with, the porter reads the next file.
            share.proceed(round, whileCommitting: true)
            do {
                try take(answer, of: share, &turn)
            } catch {
                // Trouble in one department's folder must not hold up another's.
                turn.troubles += 1
                report("\(error)", share, level: .error)
            }
            share.proceed(round)
            progress()
        }
        inbox.close()
        for share in shares { endTurn(of: share, &turn) }
        return turn
    }

    /// What a porter has answered; nil where none is out, or none was heard of for a while.
    private func nextAnswer() -> (share: Share, answer: Porter.Answer)? {
        let patience = setup.configuration.intake.answerSeconds
        let isAwaited = shares.contains { $0.isOut && !$0.isStuck(after: patience) }
        return inbox.take(within: isAwaited ? Self.lullSeconds : 0).map {
            (shares[$0.position], $0.answer)
        }
    }

    private func take(_ answer: Porter.Answer, of share: Share, _ turn: inout Cycle.Turn) throws {
        switch try answer.result.get() {
        case .opened: break
        case .looked(let found):
            found.complaints.forEach { report($0, share) }
            if found.lacksRoom { lacksRoom(share, &turn) }
            turn.hasMore = turn.hasMore || found.hasMore
            turn.isWaiting = turn.isWaiting || found.isWaiting
            turn.isBlind = turn.isBlind || !found.isWatched
        case .gaveBack: turn.isWaiting = true
        case .read(let claim, let content):
            // What is claimed and not committed is read again at the next start.
            if Task.isCancelled { break }
            let settled = try intake.settle(claim, content, in: share, now: world.clock.now)
            turn.count(settled.row.outcome)
            share.finish(settled)
        case .took(let settled): intake.log(settled)
        }
    }

    /// Whether the ledger's disk takes more; where not, files stay where people see them.
    private func hasRoom(_ turn: inout Cycle.Turn) -> Bool {
        do {
            if try intake.archive.hasRoom() { return true }
            for share in shares { lacksRoom(share, &turn) }
        } catch {
            turn.troubles += 1
            for share in shares { report("\(error)", share, level: .error) }
        }
        return false
    }

    private func lacksRoom(_ share: Share, _ turn: inout Cycle.Turn) {
        turn.lacksRoom = true
        turn.troubles += 1
        let least = setup.configuration.intake.minimumFreeBytes
        report("less than \(least) bytes are free (minimumFreeBytes): drops stay untouched", share)
    }

    /// Ends a turn, and tells of a porter that is not heard of any more, or again.
    private func endTurn(of share: Share, _ turn: inout Cycle.Turn) {
        turn.hasMore = turn.hasMore || share.hasMore
        if !share.isOut { share.complaints.endTurn() }
        let patience = setup.configuration.intake.answerSeconds
        let isStuck = share.isStuck(after: patience)
        let sign = share.porter.sign
        if isStuck {
            turn.stuck.append(
                Cycle.Turn.Silence(
                    path: share.path, doing: sign.doing, seconds: sign.silentSeconds))
        } else if share.isOut {
            turn.isBusy = true
        }
        guard isStuck != share.isKnownStuck else { return }
        share.isKnownStuck = isStuck
        if isStuck {
            log(
                "no answer for \(NumberText.plain(patience)) seconds (answerSeconds) while "
                    + "\(sign.doing): the others go on without it", share, level: .error)
        } else {
            log("answers again", share, level: .notice)
        }
    }

    /// Tells the journal what is wrong with a department's folder, once while it lasts.
    private func report(_ text: String, _ share: Share, level: Logger.Level = .warning) {
        if share.complaints.isNew(text) { log(text, share, level: level) }
    }

    private func log(_ text: String, _ share: Share, level: Logger.Level) {
        logger.log(
            level: level, "\(text)",
            metadata: [
                "strategy": "\(share.strategy.id)", "department": "\(share.department.id)",
            ])
    }
}
