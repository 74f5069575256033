import Dispatch
package import Logging
import ServiceLifecycle
import ShirubeCore
import Synchronization
import UnixSignals

/// The long-running program: one loop that observes and decides, one that sends, one that answers signals.
///
/// Services stop in the reverse of this order, so that nothing new is decided while the last messages go out.
package enum Daemon {
    /// What the loops share.
    final class Shared: Sendable {
        let rig: Rig
        let notifier: SystemdNotifier
        let logger: Logger
        let heartbeat = Heartbeat()
        let cycleBell = Wake()
        let courierBell = Wake()
        private let watch: DropWatch?

        init(rig: Rig, notifier: SystemdNotifier, logger: Logger) {
            self.rig = rig
            self.notifier = notifier
            self.logger = logger
            watch = DropWatch(wake: cycleBell, logger: logger)
        }

        func makeCycle(after predecessor: Cycle? = nil) throws -> Cycle {
            var hooks = Cycle.Hooks()
            hooks.progress = { [heartbeat] in heartbeat.beat(.cycle) }
            hooks.ring = { [cycleBell] in cycleBell.ring() }
            hooks.watch = watch
            return try rig.makeCycle(hooks, after: predecessor)
        }
    }

    /// Runs until SIGTERM or SIGINT, and returns once everything has settled.
    ///
    /// - Parameters:
    ///   - rig: the ledger, the configuration and the world.
    ///   - notifier: how systemd is told.
    ///   - logger: where the journal is written.
    /// - Throws: what kept a loop from starting, such as a drops folder that cannot be opened.
    package static func run(rig: Rig, notifier: SystemdNotifier, logger: Logger) async throws {
        let shared = Shared(rig: rig, notifier: notifier, logger: logger)
        let loop = try CycleLoop(shared: shared)
        let courier = CourierLoop(shared: shared)
        try rig.makeCourier().settleInterrupted()
        // Before anybody is told that the daemon is ready: until it is caught, SIGHUP ends a process.
        let reloads = await UnixSignalsSequence(trapping: .sighup)
        var quiet = logger
        quiet.logLevel = .error
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    ServiceGroupConfiguration.ServiceConfiguration(service: courier),
                    ServiceGroupConfiguration.ServiceConfiguration(service: loop),
                    ServiceGroupConfiguration.ServiceConfiguration(
                        service: SignalLoop(shared: shared, reloads: reloads)),
                    ServiceGroupConfiguration.ServiceConfiguration(
                        service: WatchdogLoop(shared: shared)),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: quiet))
        try await group.run()
        logger.notice("stopped")
    }
}

/// Observes, orients and decides, as long as the daemon runs.
actor CycleLoop: Service {
    private let shared: Daemon.Shared
    private let executor = BlockingExecutor(label: "shirube.cycle")
    private var cycle: Cycle
    private let pacer = Wake()
    /// Between the beginnings of two turns on average, unless files wait for the next one.
    private static let shortestSeconds = 0.2
    /// How far several turns in a row may be ahead of that: whoever saves a file now and then is answered at once.
    private static let burstSeconds = 2.0

    /// Looking into folders blocks; a queue of its own keeps the other loops going meanwhile.
    nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }

    init(shared: Daemon.Shared) throws {
        self.shared = shared
        cycle = try shared.makeCycle()
    }

    func run() async throws {
        await cancelWhenGracefulShutdown { await self.loop() }
        shared.notifier.stopping()
    }

    private func loop() async {
        let stopwatch = Stopwatch()
        var earliest = -Self.burstSeconds
        while !Task.isCancelled {
            takeUpReload()
            // After a start, what lies in the folders is read before anything is summed up.
            let seconds = stopwatch.seconds
            let clock = shared.rig.world.clock
            let now = clock.now
            let settle = shared.rig.setup.configuration.intake.settleSeconds
            let turn = cycle.turn(at: seconds, runsJobs: seconds > settle * 3 + 1)
            shared.heartbeat.beat(.cycle)
            shared.courierBell.ring()
            shared.notifier.status(status(after: turn, begunAt: now))
            let longest = clock.longestSleepSeconds
            await shared.cycleBell.sleep(seconds: min(pause(after: turn), longest))
            // However often somebody saves, the loop does not spin.
            earliest = max(earliest, seconds - Self.burstSeconds) + Self.shortestSeconds
            let rest = earliest - stopwatch.seconds
            if !turn.hasMore, rest > 0 { await pacer.sleep(seconds: min(rest, longest)) }
        }
    }

    private func takeUpReload() {
        guard shared.rig.takeReloaded() else { return }
        do {
            cycle = try shared.makeCycle(after: cycle)
        } catch {
            shared.logger.error(
                "the new drop folders cannot be opened; the old ones stay: \(error)")
        }
        shared.notifier.ready(status: "Watching \(shared.rig.folderCount) drop folders")
    }

    /// How long nothing can happen, as far as is known; at most a minute, so that the watchdog hears of us.
    private func pause(after turn: Cycle.Turn) -> Double {
        let intake = shared.rig.setup.configuration.intake
        let poll = intake.pollSeconds ?? (turn.isBlind ? 10 : 60)
        if turn.hasMore && turn.hasMoved { return 0 }
        var pause = min(poll, 60)
        if turn.isWaiting { pause = min(pause, intake.settleSeconds + 0.05) }
        // Whoever is busy rings when it is done; that it got stuck has to be looked for.
        if turn.isBusy { pause = min(pause, 1) }
        if let due = cycle.nextJobDue {
            let milliseconds = due.milliseconds - shared.rig.world.clock.now.milliseconds
            pause = min(pause, Double(milliseconds) / 1_000 + 0.05)
        }
        return max(pause, 0.05)
    }

    private func status(after turn: Cycle.Turn, begunAt moment: Timestamp) -> String {
        let room = turn.lacksRoom ? ", no room on the disk: drops wait" : ""
        let stuck = turn.stuck.isEmpty ? "" : ", no answer from \(Self.names(turn.stuck))"
        let trouble = turn.troubles == 0 ? "" : ", \(turn.troubles) in trouble (see the journal)"
        let now = shared.rig.world.clock.now
        let counts = try? shared.rig.store.read { try $0.outboxCounts(asOf: now) }
        let outbox = counts.map { ", outbox: \($0.due) due, \($0.dead) given up" } ?? ""
        let pauses = try? shared.rig.store.read { try $0.pauses(at: now) }
        let held = (pauses ?? []).map { ", \($0.scope.wording.english) paused \($0.end.english)" }
            .joined()
        return
            "Watching \(shared.rig.folderCount) drop folders\(stuck)\(room)\(trouble)\(outbox)\(held)"
            + rehearsal(turn, begunAt: moment)
    }

    /// Whoever moves a rehearsal's clock has to know when all has been done that its moment asks for.
    private func rehearsal(_ turn: Cycle.Turn, begunAt moment: Timestamp) -> String {
        guard case .read = shared.rig.world.clock else { return "" }
        let isSending = try? shared.rig.store.read { try $0.hasOpenDeliveries(by: moment) }
        let isSettled = !turn.isPending && turn.troubles == 0 && isSending == false
        return ", rehearsing \(moment.japanDescription)\(isSettled ? ", settled" : "")"
    }

    /// The first few by name: systemd shows one line.
    private static func names(_ stuck: [Cycle.Turn.Silence]) -> String {
        let names = stuck.prefix(3).map(\.path).joined(separator: ", ")
        return stuck.count > 3 ? "\(names) and \(stuck.count - 3) more" : names
    }
}

/// Sends what lies in the outbox, as long as the daemon runs.
struct CourierLoop: Service {
    let shared: Daemon.Shared

    func run() async throws {
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown { await loop() }
        } onGracefulShutdown: {
            // What is in flight may end by itself for a while; then it is broken off and stays due.
            DispatchQueue.global().asyncAfter(deadline: .now() + 20) { shared.rig.abort.raise() }
        }
    }

    private func loop() async {
        let busy = BusyLanes()
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                let pause = begin(busy, in: &group)
                shared.heartbeat.beat(.courier)
                let longest = shared.rig.world.clock.longestSleepSeconds
                await shared.courierBell.sleep(seconds: min(pause, longest))
            }
        }
    }

    /// Lets every lane be worked on that has something due, each by itself, so that no server holds up another.
    ///
    /// - Returns: for how many seconds nothing falls due, as far as is known; at most a minute.
    private func begin(_ busy: BusyLanes, in group: inout DiscardingTaskGroup) -> Double {
        var pause = 60.0
        do {
            let courier = shared.rig.makeCourier()
            let now = shared.rig.world.clock.now
            for (lane, due) in try courier.lanes() {
                if due > now {
                    let wait = Double(due.milliseconds - now.milliseconds) / 1_000
                    pause = min(pause, max(wait, 0.05))
                } else if busy.take(lane) {
                    group.addTask { await work(on: lane, by: courier, busy) }
                }
            }
        } catch {
            shared.logger.error("the outbox cannot be worked on: \(error)")
        }
        return pause
    }

    private func work(on lane: Lane, by courier: Courier, _ busy: BusyLanes) async {
        do {
            try await courier.work(on: lane) { shared.heartbeat.beat(.courier) }
        } catch {
            shared.logger.error("the outbox cannot be worked on: \(error)")
            // What the ledger refuses now it will refuse at once again.
            await Wake().sleep(seconds: 5)
        }
        busy.leave(lane)
        shared.courierBell.ring()
    }
}

/// The lanes that somebody works on.
private final class BusyLanes: Sendable {
    private let lanes = Mutex<Set<Lane>>([])

    /// Takes a lane; false where somebody has it.
    func take(_ lane: Lane) -> Bool { lanes.withLock { $0.insert(lane).inserted } }

    func leave(_ lane: Lane) { lanes.withLock { _ = $0.remove(lane) } }
}

/// Reads the configuration anew on SIGHUP; a wrong one is refused and the old one stays.
struct SignalLoop: Service {
    let shared: Daemon.Shared
    /// Each SIGHUP.
    let reloads: UnixSignalsSequence

    func run() async throws {
        await cancelWhenGracefulShutdown {
            for await _ in reloads { reload() }
        }
    }

    private func reload() {
        shared.notifier.reloading()
        do {
            try shared.rig.reload()
            shared.logger.notice("the configuration was read anew")
            shared.cycleBell.ring()
        } catch {
            shared.logger.error("the new configuration is refused, the old one stays: \(error)")
            shared.notifier.ready(
                status: "Reload refused (see the journal); the old configuration stays")
        }
    }
}

/// Feeds systemd's watchdog while every loop goes round.
struct WatchdogLoop: Service {
    let shared: Daemon.Shared
    private let bell = Wake()

    init(shared: Daemon.Shared) {
        self.shared = shared
    }

    func run() async throws {
        // Said here and not earlier: by now SIGTERM is answered, and systemd may send it at any time.
        let count = shared.rig.folderCount
        shared.notifier.ready(status: "Watching \(count) drop folders")
        shared.logger.notice("started: watching \(count) drop folders")
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                // A minute between turns and a delivery's whole deadline take less than this.
                let silent = shared.heartbeat.silent(for: .seconds(150))
                if silent.isEmpty {
                    shared.notifier.watchdog()
                } else {
                    let names = silent.map(\.rawValue).joined(separator: ", ")
                    shared.logger.critical("no turn for 150 seconds: \(names)")
                }
                await bell.sleep(seconds: 15)
            }
        }
    }
}
