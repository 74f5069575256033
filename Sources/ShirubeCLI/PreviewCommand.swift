import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube preview`: messages as they are sent, without sending them.
struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "送らずに、送るとおりのものを見る (a message as it is sent, without sending it)",
        discussion: """
            summary は、発送を待つまとめか、なければいま作ったもの。inquiry、reminder、alertRound は、次の予定の日に送られるもの。\
            番号は、これまでに作られた通知そのもの。何も書かなければ、新しい通知の番号を示します。
            `summary` is the draft that waits to be sent, or one that is built now; `inquiry`, `reminder` and `alertRound` are \
            what the next run will send; a number is a notice that was made, byte for byte. Without any, the newest notices are \
            listed.

            例 (examples):
              shirube preview
              shirube preview summary --format html --output summary.html
              shirube preview inquiry --to kogyo@city.example
              shirube preview 12 --format eml --to kacho@city.example
              shirube preview summary --format teams
            """)

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(
            "summary、inquiry、reminder、alertRound か、通知の番号 (one of these, or a notice's number)",
            valueName: "what"))
    var what: String?

    @Option(
        name: .long,
        help: ArgumentHelp("まとめの四半期 (the quarter of the summary)", valueName: "quarter"))
    var quarter: QuarterArgument?

    @OptionGroup var choice: StrategyChoice

    @Option(
        name: .long,
        help: "\(MessagePreview.Format.allCases.map(\.rawValue).joined(separator: "|"))")
    var format = MessagePreview.Format.text

    @Option(
        name: .long,
        help: ArgumentHelp(
            "だれへのメールか、どのチャンネルへの投稿か。省くと最初の宛先 (whose mail, or which channel's posts; the first by default)",
            valueName: "address|channel"))
    var to: String?

    @OptionGroup var destination: OutputOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時に送るものとして (as it would be sent at this moment)", valueName: "time"))
    var now: Timestamp?

    func validate() throws {
        guard let what, what != "summary", Self.job(what) == nil else { return }
        guard Int64(what) != nil else {
            throw ValidationError(
                "Give `summary`, `inquiry`, `reminder`, `alertRound` or the number of a notice.")
        }
    }

    /// The job whose next run is meant; nil for other things.
    private static func job(_ what: String) -> ScheduleEntry.Job? {
        ScheduleEntry.Job(rawValue: what).flatMap { $0 == .quarterlySummary ? nil : $0 }
    }

    func run() async throws {
        try await exiting {
            let setup = try common.setup(on: now?.japanDate)
            let language = common.language ?? setup.configuration.language
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            guard let what else {
                return Output.write(try MessagePreview.list(in: store, language))
            }
            let bytes = try declining(language) { try rendered(what, setup, store) }
            try destination.write(bytes, language)
        }
    }

    private func rendered(_ what: String, _ setup: Setup, _ store: Store) throws -> [UInt8] {
        if let number = Int64(what) {
            return try MessagePreview.notice(
                number, as: format, to: to, channels: setup.configuration.channels, in: store)
        }
        let chosen = setup.strategies.filter {
            choice.strategy == nil || $0.id.text == choice.strategy
        }
        guard chosen.count == 1, let one = chosen.first else {
            let known = setup.strategies.map(\.id.text).joined(separator: ", ")
            throw ValidationError("Choose a strategy with --strategy, one of \(known).")
        }
        if let job = Self.job(what) {
            return try MessagePreview.run(
                job, of: one, setup: setup, as: format, to: to, in: store,
                now: now ?? WallClock.machine.now)
        }
        return try MessagePreview.summary(
            quarter?.period, of: one, setup: setup, as: format, to: to, in: store,
            now: now ?? WallClock.machine.now)
    }
}

extension MessagePreview.Format: ExpressibleByArgument {}
