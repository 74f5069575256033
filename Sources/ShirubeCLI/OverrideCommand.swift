import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube override`: what an owner says of an indicator beside its judgement.
struct OverrideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "override",
        abstract: "担当の判断を判定に添える (puts an owner's status beside the judgement)",
        discussion: """
            機械の判定は消えず、どこでも両方が理由とともに示されます。件数と警告は機械の判定によります。\
            新しい期間が判定されると効力を失います。--until ならその日の終わりに、--period ならその期間より後が判定されたときに失います。\
            常駐中でも使えます。
            The judgement stays, and both are shown everywhere, with the reason; counts and alerts go by the judgement. \
            It lapses when a new period is judged; with --until at the end of that day, with --period when a later period \
            is judged. It works beside a running daemon.

            例 (examples):
              shirube override m01-1-1 --status ON --reason "説明会は第4四半期に集中する" --by 工業雇用課長
              shirube override m01-1-1 --status WATCH --reason "調査中" --until 2022-12-31
              shirube override m01-1-1 --withdraw --reason "確報が届いた"

            終了コード (exit codes): 0 完了 done, 65 その指標はない、または効力がない no such indicator, or no effect
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("指標のID (the indicator's id)", valueName: "kpi"))
    var kpi: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "判定の記号。ON、WATCH、LAG など (a status code, such as ON, WATCH or LAG)", valueName: "code"))
    var status: Status?

    @Flag(name: .long, help: "判断を取り消す (withdraws it)")
    var withdraw = false

    @OptionGroup var act: ActRecord

    @Option(
        name: .long,
        help: ArgumentHelp("この日まで有効 (the last day on which it holds)", valueName: "date"))
    var until: CivilDate?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この期間の判定まで有効。R4Q2、FY2022 のように (up to the judgement of this period)", valueName: "period"
        ))
    var period: PeriodArgument?

    @OptionGroup var choice: StrategyChoice

    func validate() throws {
        guard (status == nil) == withdraw else {
            throw ValidationError("Give either --status or --withdraw.")
        }
        if until != nil, period != nil {
            throw ValidationError("Give --until or --period, not both.")
        }
        if withdraw, until != nil || period != nil {
            throw ValidationError(
                "--withdraw takes effect at once: leave --until and --period out.")
        }
    }

    func run() async throws {
        try await common.act(at: act.when) { scene in
            let entry = try OverrideEntry(
                indicator: kpi, strategy: choice.strategy, in: scene.setup)
            let author = try act.who.name(in: scene)
            return try status.map { try record($0, entry, by: author, in: scene) }
                ?? withdrawn(entry, by: author, in: scene)
        }
    }

    private func record(
        _ status: Status, _ entry: OverrideEntry, by author: String, in scene: ActScene
    ) throws -> Wording {
        let (override, standing) = try entry.record(
            status, reason: act.why.text, by: author, until: until,
            period: period?.period, in: scene.store, now: scene.now)
        let judged = standing.status.wording
        return Wording(
            ja:
                "\(entry.indicator.id)：判定「\(judged.japanese)」に判断を添えました。\(override.wording.japanese)",
            en: "\(entry.indicator.id): judged \(judged.english). \(override.wording.english)")
    }

    private func withdrawn(
        _ entry: OverrideEntry, by author: String, in scene: ActScene
    ) throws -> Wording {
        let override = try entry.withdraw(
            reason: act.why.text, by: author, in: scene.store, now: scene.now)
        let status = override.status.wording
        return Wording(
            ja: "\(entry.indicator.id)：判断「\(status.japanese)」を取り消しました。",
            en: "\(entry.indicator.id): withdrew the view \(status.english).")
    }
}

extension Status: ExpressibleByArgument {
    /// Reads a code as people type it, such as `ON` or `lag`.
    public init?(argument: String) {
        self.init(rawValue: argument.uppercased())
    }
}

/// A period as people type it: a quarter of a fiscal year such as `R4Q2`, or a code such as `FY2022` or `CY2022-05`.
struct PeriodArgument: ExpressibleByArgument {
    let period: Period

    init?(argument: String) {
        guard
            let period = QuarterArgument(argument: argument)?.period
                ?? Period(code: argument.uppercased())
        else { return nil }
        self.period = period
    }
}
