import ArgumentParser
import Shirube
import ShirubeCore

/// How a list is written.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
}

/// `shirube decisions`: the decisions on record.
struct DecisionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions",
        abstract: "記録された決定を見る、取り消す (the decisions on record)",
        subcommands: [DecisionsListCommand.self, DecisionsWithdrawCommand.self],
        defaultSubcommand: DecisionsListCommand.self)
}

/// `shirube decisions list`: the decisions on record.
struct DecisionsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "記録された決定を見る (the decisions on record)",
        discussion: """
            四半期末から決定までの日数と、その中央値も示します。
            With the days from the quarter's end to the decision, and their median.

            例 (examples):
              shirube decisions
              shirube decisions m01 --format json
            """)

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(
            "指標・事業・施策のID。省くとすべて (the id of an indicator, program or measure; all by default)",
            valueName: "id"))
    var id: String?

    @OptionGroup var choice: StrategyChoice

    @Option(name: .long, help: "table|json")
    var format = ListFormat.table

    @OptionGroup var seen: SeenMoment

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await Decisions.show(
            common, about: id, strategy: choice.strategy, format: format, at: seen.moment,
            screen)
    }
}

/// `shirube decisions withdraw`: takes a decision back.
struct DecisionsWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "決定を取り消す (takes a decision back)",
        discussion: """
            誤って記録した決定を取り消します。決定も取り消しも記録に残り、次のまとめに理由とともに載ります。\
            実施中の措置は終わり、結果は尋ねません。
            Takes back a decision that should not have been recorded. Both stay on record, and the next summary shows the \
            withdrawal with its reason. An open act ends, and nobody is asked for it any more.

            例 (example):
              shirube decisions withdraw 3 --by kogyo-kacho --reason "別の事業と取り違えた"

            終了コード (exit codes): 0 完了 done, 65 その決定はない no such decision
            """)

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp("shirube decisions の番号 (its number)", valueName: "number"))
    var number: Int64

    @OptionGroup var act: ActRecord

    func validate() throws { try act.who.require() }

    func run() async throws {
        try await common.act(at: act.when) { scene in
            let decision = try DecisionEntry(setup: scene.setup).withdraw(
                number, post: act.who.name(in: scene), reason: act.why.text,
                author: LoginName.current, in: scene.store, now: scene.now)
            let (verdict, id) = (decision.draft.verdict.wording, decision.draft.subject.id)
            let ended = decision.openAct.map { act in
                let text = Inert.line(act.text)
                return Wording(
                    ja: "措置「\(text)」も終わりました。", en: " Its act, \"\(text)\", has ended.")
            }
            return Wording(
                ja: "決定\(number)（\(id)の\(verdict.japanese)）を取り消しました。" + (ended?.japanese ?? ""),
                en: "Withdrew decision \(number) (\(verdict.english), \(id))."
                    + (ended?.english ?? ""))
        }
    }
}

/// What the commands around decisions have in common.
enum Decisions {
    /// Prints the decisions on record.
    static func show(
        _ common: CommonOptions, about id: String?, strategy: String?, format: ListFormat,
        at moment: Timestamp, _ screen: ScreenOptions
    ) async throws {
        try await common.look(at: moment) { scene in
            let target = try id.map { try SubjectLookup($0, strategy: strategy, in: scene.setup) }
            let listing = try DecisionEntry.listing(
                scene.setup, about: target, in: scene.store, now: scene.now)
            switch format {
            case .table: screen.show(listing.table(scene.language), scene.language)
            case .json: Output.write(listing.json.pretty)
            }
        }
    }
}
