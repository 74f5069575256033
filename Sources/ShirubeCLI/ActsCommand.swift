import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube acts`: what was decided to be done.
struct ActsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acts",
        abstract: "決定した措置を見る、済ませる (the acts that were decided on)",
        subcommands: [ActsListCommand.self, ActsDoneCommand.self],
        defaultSubcommand: ActsListCommand.self)
}

/// `shirube acts list`: the open acts.
struct ActsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "実施中の措置を、期限の早い順に見る (the open acts, the earliest due first)",
        discussion: """
            期限の日に、その後は済むまで毎月、担当課と企画担当に結果を尋ねます。
            Their departments and the planning division are asked when they fall due, and monthly until they are done.

            例 (examples):
              shirube acts list
              shirube acts list --format json
            """)

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "table|json")
    var format = ListFormat.table

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時に見たものとして (as it was seen at this moment)", valueName: "time"))
    var now: Timestamp?

    func run() async throws {
        try await exiting {
            let setup = try common.setup(on: now?.japanDate)
            let language = common.language ?? setup.configuration.language
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let listing = try DecisionEntry.listing(
                setup, about: nil, in: store, now: now ?? WallClock.machine.now)
            switch format {
            case .table: Output.write(listing.acts(language))
            case .json: Output.write(listing.openActs.json.pretty)
            }
        }
    }
}

/// `shirube acts done`: says that an act was done.
struct ActsDoneCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "done",
        abstract: "措置が済んだことを記録する (records that an act was done)",
        discussion: """
            やめた措置も、理由を書いてこれで閉じます。
            An act that was given up is closed in the same way, with the reason.

            例 (example):
              shirube acts done 3 --by kogyo-kacho --reason "52社に訪問した"

            終了コード (exit codes): 0 完了 done, 65 その措置はない no such act
            """)

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp("shirube acts list の番号 (its number)", valueName: "number"))
    var number: Int64

    @Option(name: .long, help: ArgumentHelp("言った職 (the post that says so)", valueName: "post"))
    var by: String

    @Option(name: .long, help: ArgumentHelp("したこと (what was done)", valueName: "text"))
    var reason: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時として行う。送り先がすべて自分自身のときだけ (as if it were this moment; only while every "
                + "destination is loopback)", valueName: "time"))
    var now: Timestamp?

    func validate() throws {
        if CellText.trimmed(reason).isEmpty {
            throw ValidationError("--reason: say what was done, because the summary shows it.")
        }
    }

    func run() async throws {
        try await exiting {
            let configured = try common.setup(on: now?.japanDate)
            let language = common.language ?? configured.configuration.language
            let clock = try RehearsalClock.standing(now, setup: configured)
            let (setup, store) = try common.open(configured, now: clock.now)
            try Decisions.refusing(language) {
                let decision = try DecisionEntry(setup: setup).complete(
                    number, post: CellText.trimmed(by), reason: CellText.trimmed(reason),
                    author: LoginName.current, in: store, now: clock.now)
                let act = Inert.line(decision.draft.act?.text ?? "")
                let words = Wording(
                    ja: "措置\(number)「\(act)」が済んだことを記録しました。",
                    en: "Recorded that act \(number), \"\(act)\", was done.")
                Output.write(words[language] + "\n")
            }
        }
    }
}
