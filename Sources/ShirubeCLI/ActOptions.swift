import ArgumentParser
import Shirube
import ShirubeCore

/// The moment at which a command acts.
struct ActMoment: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時として行う。送り先がすべて自分自身のときだけ (as if it were this moment; only while every "
                + "destination is loopback)", valueName: "time"))
    var now: Timestamp?
}

/// The moment as of which a command shows something.
struct SeenMoment: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時に見たものとして (as it was seen at this moment)", valueName: "time"))
    var now: Timestamp?

    /// The moment, the present by default.
    var moment: Timestamp { now ?? WallClock.machine.now }
}

/// Who acts.
struct ActAuthor: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "誰が。posts があるときはその職。省くとログイン名 (who: one of `posts` where there are any; by default the login "
                + "name)", valueName: "post"))
    var by: String?

    func validate() throws {
        if let by, CellText.trimmed(by).isEmpty {
            throw ValidationError("--by: say who, or leave it out for the login name.")
        }
    }

    /// Refuses a call that leaves it out, where the record needs a post.
    func require() throws {
        guard by != nil else {
            throw ValidationError("--by: say which post speaks, because the record names it.")
        }
    }

    /// Who acts, as the record names them.
    ///
    /// - Throws: `Speaker.Unknown` where posts are configured and nobody holds this one today.
    func name(in scene: ActScene) throws -> String {
        guard let by = by.map(CellText.trimmed) else { return LoginName.current }
        return try Speaker.checked(
            by, among: scene.setup.configuration.routes.posts, on: scene.now.japanDate)
    }
}

/// Why somebody acts.
struct ActReason: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("理由 (why)", valueName: "text"))
    var reason: String

    func validate() throws {
        if text.isEmpty {
            throw ValidationError("--reason: say why, because it is kept and shown beside the act.")
        }
    }

    /// The reason without blanks around it.
    var text: String { CellText.trimmed(reason) }
}

/// Who acts, why, and when.
struct ActRecord: ParsableArguments {
    @OptionGroup var why: ActReason
    @OptionGroup var who: ActAuthor
    @OptionGroup var when: ActMoment
}

/// Which strategy is meant.
struct StrategyChoice: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "どの戦略か。複数あるとき (which strategy, where there are several)", valueName: "id"))
    var strategy: String?
}

/// What a command that changes the ledger works with.
struct ActScene {
    /// The configuration with what the ledger has recorded.
    let setup: Setup
    /// The ledger.
    let store: Store
    /// The moment at which it acts.
    let now: Timestamp
    /// The language of what it says.
    let language: Language
}

extension CommonOptions {
    /// Opens the ledger for a change by hand, runs `body` and prints what it answers; what it refuses becomes an exit with
    /// code 65.
    func act(at moment: ActMoment, _ body: (ActScene) throws -> Wording?) async throws {
        try await exiting {
            let configured = try setup(on: moment.now?.japanDate)
            let language = language ?? configured.configuration.language
            let clock = try RehearsalClock.standing(moment.now, setup: configured)
            let (setup, store) = try open(configured, now: clock.now)
            try declining(language) {
                let scene = ActScene(setup: setup, store: store, now: clock.now, language: language)
                if let words = try body(scene) { Output.write(words[language] + "\n") }
            }
        }
    }

    /// Opens the ledger for reading, and runs `body`; what it refuses becomes an exit with code 65.
    func look(at moment: Timestamp, _ body: (ActScene) throws -> Void) async throws {
        try await exiting {
            let setup = try setup(on: moment.japanDate)
            let language = language ?? setup.configuration.language
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            try declining(language) {
                try body(ActScene(setup: setup, store: store, now: moment, language: language))
            }
        }
    }
}

/// Runs `body`; where it declines what a person has asked for, its sentence becomes an exit with code 65.
func declining<Result>(_ language: Language, _ body: () throws -> Result) throws -> Result {
    do {
        return try body()
    } catch let declined as any Declined {
        throw Refusal(declined.message[language], code: .inputRefused)
    }
}
