import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube summary`: the release gate of the quarterly summary.
struct SummaryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "四半期まとめの発送を見る・止める・すぐ送る (the release gate of the quarterly summary)",
        discussion: """
            まとめは作られると政策推進課に下見が届き、設定した営業日数の後に送られます。止めている間は送りません。\
            送った後に実績が変わると、違いを添えた訂正版が同じように作られます。送ったものは台帳にそのまま残ります。
            Once built, a summary is shown to the planning division, and sent some working days later; never while it is \
            held. Where figures change after that, a correction with the difference goes the same way. What was sent stays \
            in the ledger, byte for byte.
            """,
        subcommands: [
            SummaryListCommand.self, SummaryShowCommand.self, SummaryHoldCommand.self,
            SummaryResumeCommand.self, SummaryReleaseCommand.self,
        ])
}

/// The options of the commands about one strategy's summaries.
struct SummaryOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @OptionGroup var choice: StrategyChoice

    func chosen(in setup: Setup) throws -> Strategy {
        let found = setup.strategies.filter {
            choice.strategy == nil || $0.id.text == choice.strategy
        }
        guard let first = found.first, found.count == 1 else {
            let known = setup.strategies.map(\.id.text).joined(separator: ", ")
            throw ValidationError("--strategy: choose one of \(known).")
        }
        return first
    }
}

/// `shirube summary list`: the editions, and where each stands.
struct SummaryListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "まとめの版の一覧 (the editions, and where each stands)",
        discussion: """
            例 (examples):
              shirube summary list
              shirube summary list --format json
            """)

    @OptionGroup var options: SummaryOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時の状態。日付だけならその日の終わり (as it stood then; a day means its end)", valueName: "time"))
    var asOf: AsOfArgument?

    @Option(name: .long, help: "table|json")
    var format = HeldCommand.Format.table

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await exiting {
            let setup = try options.common.setup()
            let language = options.common.language ?? setup.configuration.language
            let strategy = try options.chosen(in: setup)
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let document = SummaryEditionsDocument(
                strategy: strategy.id,
                editions: try store.read {
                    try $0.summaryEditions(
                        strategy: strategy.id, asOf: asOf?.moment ?? WallClock.machine.now)
                })
            switch format {
            case .table: screen.show(document.table(language), language)
            case .json: Output.write(document.json.pretty)
            }
        }
    }
}

/// `shirube summary show`: an edition byte for byte as it lies in the ledger.
struct SummaryShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "まとめを、送ったまま・送る予定のまま見る (an edition, byte for byte as it is sent)",
        discussion: """
            例 (examples):
              shirube summary show 2022Q2
              shirube summary show 2022Q2 --edition 2 --format html > correction.html
            """)

    @OptionGroup var options: SummaryOptions

    @Argument(help: ArgumentHelp("四半期 (the quarter)", valueName: "quarter"))
    var quarter: QuarterArgument

    @Option(
        name: .long,
        help: ArgumentHelp("第何版か。省くと最新 (which edition; the newest by default)", valueName: "n"))
    var edition: Int?

    @Option(name: .long, help: "\(SummaryFormat.words)")
    var format = SummaryFormat.text

    func run() async throws {
        try await exiting {
            let setup = try options.common.setup()
            let language = options.common.language ?? setup.configuration.language
            let strategy = try options.chosen(in: setup)
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let draft = try store.read { ledger in
                let editions = try ledger.summaryEditions(
                    strategy: strategy.id, quarter: quarter.period)
                let wanted = editions.last { edition == nil || $0.number == edition }
                return try wanted.flatMap { try ledger.newestDraft(of: $0.id) }
            }
            guard let draft else {
                let words = Wording(
                    ja: "その版のまとめはありません。shirube summary list で確かめてください。",
                    en: "There is no such edition. See shirube summary list.")
                throw Refusal(words[language], code: .inputRefused)
            }
            switch format {
            case .posts(let kind):
                Output.write(try declining(language) { try draft.lines(of: kind) })
            case .text, .html, .json: Output.write(draft.documents[format.rawValue] ?? [])
            }
        }
    }
}

/// The options of whoever does something about a summary at the gate.
struct GateOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp("四半期。省くと最新 (the quarter; the newest by default)", valueName: "quarter"))
    var quarter: QuarterArgument?

    @OptionGroup var who: ActAuthor
    @OptionGroup var when: ActMoment

    /// Does it, and says how the summary stands then.
    func act(
        _ kind: SummaryEvent.Kind, _ options: SummaryOptions, reason: String = ""
    ) async throws {
        try await options.common.act(at: when) { scene in
            let edition = try SummaryEntry(
                strategy: options.chosen(in: scene.setup), setup: scene.setup
            ).record(
                kind, quarter: quarter?.period, by: who.name(in: scene), reason: reason,
                in: scene.store, now: scene.now)
            let state = SummaryEditionsDocument.state(edition)
            let name = edition.quarter.wording
            return Wording(
                ja: "\(name.japanese)のまとめ（第\(edition.number)版）：\(state.japanese)",
                en: "Summary of \(name.english), edition \(edition.number): \(state.english)")
        }
    }
}

/// `shirube summary hold`: keeps a summary back.
struct SummaryHoldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "まとめを止める (keeps a summary back)",
        discussion: """
            例 (example):
              shirube summary hold 2022Q2 --reason "港湾の値を確認中" --by 政策推進課長
            """)

    @OptionGroup var options: SummaryOptions
    @OptionGroup var gate: GateOptions

    @OptionGroup var why: ActReason

    func run() async throws {
        try await gate.act(.hold, options, reason: why.text)
    }
}

/// `shirube summary resume`: lets a summary go that was held.
struct SummaryResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "止めたまとめを予定どおり送る (lets a held summary go at its moment)",
        discussion: """
            送る日時が過ぎていれば、すぐに送られます。
            Where its moment is past, it is sent at once.

            例 (example):
              shirube summary resume 2022Q2
            """)

    @OptionGroup var options: SummaryOptions
    @OptionGroup var gate: GateOptions

    func run() async throws {
        try await gate.act(.resume, options)
    }
}

/// `shirube summary release`: sends a summary at once.
struct SummaryReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release", abstract: "まとめをすぐに送る (sends a summary at once)",
        discussion: """
            最後に下見が届いたとおりのものが送られます。
            What is sent is what the newest preview showed.

            例 (example):
              shirube summary release 2022Q2 --by 政策推進課長
            """)

    @OptionGroup var options: SummaryOptions
    @OptionGroup var gate: GateOptions

    func run() async throws {
        try await gate.act(.release, options)
    }
}
