package import Logging
package import ShirubeCore
import Synchronization

/// What a run works with: the ledger, and a configuration and world that a reload may replace.
package final class Rig: Sendable {
    /// The ledger.
    package let store: Store
    /// Breaks off what is in flight when the daemon has to stop.
    let abort = AbortFlag()
    private let endpoints = Endpoints()
    private let state: Mutex<State>
    private let clock: WallClock
    private let environment: [String: String]
    private let logger: Logger

    private struct State {
        var setup: Setup
        var world: World
        var isReloaded = false
        /// How often the configuration was replaced.
        var generation = 0
    }

    /// Opens the ledger of a configuration.
    ///
    /// - Parameters:
    ///   - setup: the configuration and its strategies.
    ///   - clock: the clock to live by.
    ///   - environment: where `$CREDENTIALS_DIRECTORY` is looked up.
    ///   - logger: where the journal is written.
    /// - Throws: `Store.OpeningError` where the ledger cannot be used, `ConfigurationError` where a strategy file alters a
    ///   definition without a recorded revision.
    package init(
        setup: Setup, clock: WallClock, environment: [String: String], logger: Logger
    ) throws {
        self.clock = clock
        self.environment = environment
        self.logger = logger
        // However long it takes to begin, what falls due meanwhile is owed.
        let now = clock.now
        store = try Store(path: Self.ledgerPath(setup.configuration), now: now)
        let setup = try DefinitionRegister.takeUp(setup, store: store, now: now, logger: logger)
        try Self.use(setup, store: store, now: now)
        try ScheduledJobs.takeUp(setup, store: store, now: now)
        let world = Self.makeWorld(setup, clock: clock, abort: abort, environment: environment)
        state = Mutex(State(setup: setup, world: world))
    }

    /// Where the ledger of a configuration lies.
    package static func ledgerPath(_ configuration: Configuration) -> String {
        configuration.state + "/ledger.sqlite"
    }

    /// Opens the ledger for one change by hand, whether a daemon runs or not, and takes the strategy files up.
    ///
    /// - Returns: the setup with what the ledger has recorded, and the ledger.
    /// - Throws: `Store.OpeningError` where the ledger cannot be used, `StateLock.Refusal` where the state folder cannot,
    ///   `ConfigurationError` where a strategy file alters a definition without a recorded revision.
    package static func open(
        _ setup: Setup, now: Timestamp, logger: Logger
    ) throws -> (setup: Setup, store: Store) {
        let store = try openLedger(setup.configuration, now: now)
        let setup = try DefinitionRegister.takeUp(setup, store: store, now: now, logger: logger)
        try use(setup, store: store, now: now)
        return (setup, store)
    }

    /// Opens the ledger to record something under a configuration whose strategies are left as they are recorded.
    ///
    /// - Throws: as `openLedger` does.
    package static func openForRecord(_ setup: Setup, now: Timestamp) throws -> Store {
        let store = try openLedger(setup.configuration, now: now)
        try use(setup, store: store, now: now)
        return store
    }

    /// Records under which configuration everything happens from now on.
    private static func use(_ setup: Setup, store: Store, now: Timestamp) throws {
        try store.use(
            configuration: setup.configuration.file, sha256: setup.sha256,
            strategies: setup.strategies.map(\.id), now: now)
    }

    /// Opens the ledger alone for one change by hand, whether a daemon runs or not.
    ///
    /// - Throws: `Store.OpeningError` where the ledger cannot be used, `StateLock.Refusal` where the state folder cannot.
    package static func openLedger(
        _ configuration: Configuration, now: Timestamp
    ) throws -> Store {
        let path = ledgerPath(configuration)
        do {
            // Held only while the ledger may be made or moved to this version's shape.
            let lock = try StateLock(folder: configuration.state)
            let store = try Store(path: path, now: now)
            _ = consume lock
            return store
        } catch StateLock.Refusal.held {
            return try Store(besideDaemon: path)
        }
    }

    /// The configuration in force, with its strategies.
    package var setup: Setup { state.withLock { $0.setup } }

    /// The clock, and the ways for messages to leave.
    package var world: World { state.withLock { $0.world } }

    /// How many drop folders there are.
    package var folderCount: Int { setup.strategies.reduce(0) { $0 + $1.departments.count } }

    /// A cycle over the configuration in force.
    ///
    /// - Parameters:
    ///   - hooks: who is told of what, and by what new files are told of.
    ///   - predecessor: the cycle whose place it takes; nil for none.
    /// - Returns: the cycle.
    /// - Throws: `SystemError` where the state folder, or none of the drop folders, can be used.
    package func makeCycle(
        _ hooks: Cycle.Hooks = Cycle.Hooks(), after predecessor: Cycle? = nil
    ) throws -> Cycle {
        try Cycle(
            setup: setup, store: store, world: world, logger: logger, hooks: hooks,
            after: predecessor)
    }

    /// A courier over the configuration in force.
    package func makeCourier() -> Courier {
        state.withLock { state in
            let own = state.generation
            return Courier(
                store: store, world: state.world, office: state.setup.configuration.office,
                endpoints: endpoints, logger: logger,
                isCurrent: { self.state.withLock { $0.generation == own } })
        }
    }

    /// Reads the configuration file anew and puts it in force where it is right.
    ///
    /// - Throws: what is wrong with it; the old one stays in force.
    func reload() throws {
        let old = setup.configuration
        let read = try Setup.load(path: old.file, on: clock.now.japanDate)
        guard read.configuration.state == old.state else { throw ReloadError.stateMoved(old.state) }
        let new = try DefinitionRegister.takeUp(
            read, store: store, now: clock.now, logger: logger)
        try Self.use(new, store: store, now: clock.now)
        try ScheduledJobs.takeUp(new, store: store, now: clock.now)
        let world = Self.makeWorld(new, clock: clock, abort: abort, environment: environment)
        state.withLock { state in
            state = State(
                setup: new, world: world, isReloaded: true, generation: state.generation + 1)
        }
    }

    /// Whether the configuration was replaced since this was last asked.
    func takeReloaded() -> Bool {
        state.withLock { state in
            defer { state.isReloaded = false }
            return state.isReloaded
        }
    }

    /// The clock and the ways for messages to leave, for one command by hand.
    package static func world(
        _ setup: Setup, clock: WallClock, environment: [String: String]
    ) -> World {
        makeWorld(setup, clock: clock, abort: AbortFlag(), environment: environment)
    }

    private static func makeWorld(
        _ setup: Setup, clock: WallClock, abort: AbortFlag, environment: [String: String]
    ) -> World {
        let configuration = setup.configuration
        let secret: @Sendable (SecretSource) throws(SecretError) -> String = {
            source throws(SecretError) in try Secret.read(source, environment: environment)
        }
        return World(
            clock: clock,
            mail: configuration.mail.map { MailTransport(mail: $0, abort: abort, secret: secret) },
            webhooks: configuration.channels.isEmpty
                ? nil
                : WebhookTransport(
                    channels: configuration.channels, abort: abort, secret: secret,
                    now: { clock.now }))
    }

    private enum ReloadError: Error, CustomStringConvertible {
        case stateMoved(String)

        var description: String {
            switch self {
            case .stateMoved(let folder):
                "The state folder cannot be changed by a reload: restart the daemon to leave \(folder)."
            }
        }
    }
}
