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

    @OptionGroup var seen: SeenMoment

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await common.look(at: seen.moment) { scene in
            let listing = try DecisionEntry.listing(
                scene.setup, about: nil, in: scene.store, now: scene.now)
            switch format {
            case .table: screen.show(listing.acts(scene.language), scene.language)
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

    @OptionGroup var act: ActRecord

    func validate() throws { try act.who.require() }

    func run() async throws {
        try await common.act(at: act.when) { scene in
            let decision = try DecisionEntry(setup: scene.setup).complete(
                number, post: act.who.name(in: scene), reason: act.why.text,
                author: LoginName.current, in: scene.store, now: scene.now)
            let text = Inert.line(decision.draft.act?.text ?? "")
            return Wording(
                ja: "措置\(number)「\(text)」が済んだことを記録しました。",
                en: "Recorded that act \(number), \"\(text)\", was done.")
        }
    }
}
