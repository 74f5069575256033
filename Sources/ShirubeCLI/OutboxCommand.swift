import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube outbox`: what waits to be sent, what became of it, and what operators do about it.
struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox",
        abstract: "送信待ちを見る・送り直す・取りやめる・止める (what waits to be sent, and holding it)",
        discussion: """
            常駐中でも、止まっていても使えます。だれが、なぜ、いつ行ったかは監査に残ります。状態の意味と対処は docs/OUTBOX.md にあります。
            All of it works beside a running daemon and without one; who did it, why and when is kept in the audit. What each \
            state means, and what to do, stands in docs/OUTBOX.md.
            """,
        subcommands: [
            OutboxListCommand.self, OutboxShowCommand.self, OutboxResendCommand.self,
            OutboxDropCommand.self, OutboxPauseCommand.self, OutboxResumeCommand.self,
        ])
}

/// `shirube outbox list`: the deliveries.
struct OutboxListCommand: AsyncParsableCommand {
    /// The ways that messages go.
    enum Route: String, ExpressibleByArgument, CaseIterable {
        case mail
        case webhook
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "送信の一覧 (the deliveries)",
        discussion: """
            何も書かなければ、終わっていないものと断念したものを古い順に示します。
            Without any filter it lists what is open and what was given up, oldest first.

            例 (examples):
              shirube outbox list
              shirube outbox list --state dead --since 2026-10-01
              shirube outbox list --state delivered --to kogyo-kacho --kpi m01-1-1 --format csv > sent.csv
            """)

    @OptionGroup var common: CommonOptions

    @Option(
        name: .long,
        help: "due|sending|delivered|dead|dropped. 何度でも書ける (may be given more than once)")
    var state: [OutboxRow.State] = []

    @Option(name: .long, help: "mail|webhook")
    var route: Route?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "宛先の一部、チャンネル、または職のID (part of an address, a channel, or a post)", valueName: "to"))
    var to: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "通知の種類。\(Notice.Kind.allCases.map(\.rawValue).joined(separator: "、")) (the kind of notice)",
            valueName: "kind"))
    var kind: Notice.Kind?

    @Option(
        name: .long,
        help: ArgumentHelp("この日時からの通知 (notices since this moment)", valueName: "time"))
    var since: Timestamp?

    @Option(name: .long, help: ArgumentHelp("この指標について (about this indicator)", valueName: "id"))
    var kpi: String?

    @Option(name: .long, help: "table|json|csv")
    var format = StatusCommand.Format.table

    @OptionGroup var seen: SeenMoment

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await common.look(at: seen.moment) { scene in
            var filter = OutboxFilter()
            if !state.isEmpty { filter.states = Set(state) }
            filter.route = route?.rawValue
            filter.recipient = to.map(CellText.trimmed)
            filter.kind = kind?.rawValue
            filter.since = since
            filter.indicator = kpi
            if let kpi { _ = try SubjectLookup(kpi, strategy: nil, in: scene.setup) }
            let listing = try OutboxEntry(scene.setup.configuration).listing(
                filter, in: scene.store, at: scene.now)
            switch format {
            case .table: screen.show(listing.table(scene.language), scene.language)
            case .json: Output.write(listing.json.pretty)
            case .csv: Output.write(listing.csv(scene.language))
            }
        }
    }
}

extension OutboxRow.State: ExpressibleByArgument {}
extension Notice.Kind: ExpressibleByArgument {}

/// `shirube outbox show`: one delivery.
struct OutboxShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "一つの送信の経過、または送ったとおりのバイト列 (one delivery's story, or its exact bytes)",
        discussion: """
            --raw は、送るとおりのバイト列だけを出します。
            --raw prints the exact bytes that are sent, and nothing else.

            例 (examples):
              shirube outbox show 12
              shirube outbox show 12 --raw > 12.eml

            終了コード (exit codes): 0 完了 done, 65 その送信はない、または本文はもうない no such delivery, or its body is gone
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("shirube outbox list の番号 (its number)"))
    var number: Int64

    @Flag(name: .long, help: "送ったとおりのバイト列だけ (the exact bytes alone)")
    var raw = false

    @Option(name: .long, help: "table|json")
    var format = ListFormat.table

    @OptionGroup var seen: SeenMoment

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await common.look(at: seen.moment) { scene in
            let entry = OutboxEntry(scene.setup.configuration)
            if raw { return Output.write(try entry.bytes(number, in: scene.store)) }
            let account = try entry.account(number, in: scene.store, at: scene.now)
            switch format {
            case .table:
                screen.show(account.text(posts: entry.posts, scene.language), scene.language)
            case .json: Output.write(account.json.pretty)
            }
        }
    }
}
