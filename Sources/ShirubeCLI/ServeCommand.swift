import ArgumentParser
import Logging
import Shirube
import ShirubeCore

/// `shirube serve`: the daemon.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "常駐して見守る (runs as the daemon until SIGTERM)",
        discussion: """
            SIGTERM で送信を終えてから止まり、SIGHUP で設定を読み直します。誤った設定は拒まれ、前の設定が残ります。
            Settles and stops on SIGTERM; reads the configuration anew on SIGHUP, where a wrong one is refused.

            例 (examples):
              shirube serve --config /etc/shirube/shirube.yaml
              shirube serve --config demo.yaml --clock 2022-10-17T08:59
            """)

    @OptionGroup var common: CommonOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時から時計を始める。@ファイルなら、その中の日時に従う。送り先がすべて自分自身のときだけ (starts the clock at "
                + "this moment, or with @file follows the moment in that file; only while every "
                + "destination is loopback)", valueName: "time|@file"))
    var clock: ClockArgument?

    @Option(name: .long, help: "記録の細かさ (log level): debug|info|notice|warning|error")
    var logLevel = "info"

    func validate() throws {
        guard Logger.Level(rawValue: logLevel) != nil else {
            throw ValidationError(
                "--log-level \(logLevel): use debug, info, notice, warning or error.")
        }
    }

    func run() async throws {
        try await exiting {
            let rehearsal = try clock?.started()
            let setup = try common.setup(on: rehearsal?.now.japanDate)
            let clock = try RehearsalClock.allowed(rehearsal, setup: setup)
            let lock = try StateLock(folder: setup.configuration.state, patienceSeconds: 3)
            let logger = Environment.logger(level: Logger.Level(rawValue: logLevel) ?? .info)
            let rig = try common.refusing(setup) {
                try Rig(setup: setup, clock: clock, environment: Environment.all, logger: logger)
            }
            try await Daemon.run(
                rig: rig, notifier: SystemdNotifier(socket: Environment.all["NOTIFY_SOCKET"]),
                logger: logger)
            _ = consume lock
        }
    }
}

/// How a rehearsal's clock is set.
enum ClockArgument: ExpressibleByArgument {
    /// It starts at this moment and runs on.
    case moment(Timestamp)
    /// It stands at the moment that the file at this path holds.
    case file(String)

    init?(argument: String) {
        if argument.hasPrefix("@") {
            self = .file(String(argument.dropFirst()))
        } else if let moment = Timestamp(parsing: argument) {
            self = .moment(moment)
        } else {
            return nil
        }
    }

    /// The clock, which runs from here on.
    func started() throws -> WallClock {
        switch self {
        case .moment(let moment): .starting(at: moment)
        case .file(let path): .read(try FileClock(path: path))
        }
    }
}

/// A clock other than the machine's is for rehearsals: nobody outside this machine may hear of them.
enum RehearsalClock {
    /// The rehearsal's clock; the machine's where there is none.
    static func allowed(_ clock: WallClock?, setup: Setup) throws -> WallClock {
        guard let clock else { return .machine }
        try refuseBeyondLoopback(setup)
        return clock
    }

    /// The clock that stands at `moment`; the machine's where there is none.
    static func standing(_ moment: Timestamp?, setup: Setup) throws -> WallClock {
        try allowed(moment.map(WallClock.fixed), setup: setup)
    }

    private static func refuseBeyondLoopback(_ setup: Setup) throws {
        let outside = setup.configuration.destinationsBeyondLoopback(
            environment: Environment.all)
        guard outside.isEmpty else {
            throw ValidationError(
                "A clock of its own is only for rehearsals, but \(outside.joined(separator: ", ")) "
                    + "would be reached outside this machine. Leave the option out, or set every "
                    + "destination to loopback.")
        }
    }
}
