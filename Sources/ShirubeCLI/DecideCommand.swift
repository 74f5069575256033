import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube decide`: what becomes of an indicator, a program or a measure.
struct DecideCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decide",
        abstract: "継続・改善・見直し・廃止を決めて記録する (records what is decided after a quarter)",
        discussion: """
            決定は書き換えられません。次のまとめに、効果が出たかどうかとともに載ります。改善には --act と --due が要ります。\
            posts があるときは、--by はその職のどれかです。常駐中でも使えます。
            A decision is never altered; the next summaries show it, and whether its effect came. To improve takes --act and \
            --due. Where there are posts, --by is one of them. It works beside a running daemon.

            例 (examples):
              shirube decide m01-1-1 改善 --by kogyo-kacho --reason "参加企業が減った" --act "企業50社に訪問" \\
                --due 2023-01-31 --effect-by 2023-03-31
              shirube decide m01 continue --by kikaku-kacho --reason "順調"
              shirube decide --list

            終了コード (exit codes): 0 完了 done, 65 記録できない not recorded, and why
            """)

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(
            "指標・事業・施策のID (the id of an indicator, program or measure)", valueName: "id"))
    var id: String?

    @Argument(
        help: ArgumentHelp(
            "継続|改善|見直し|廃止 (continue|improve|revise|abolish)", valueName: "verdict"))
    var verdict: Decision.Verdict?

    @Flag(name: .long, help: "記録された決定を見る (the decisions on record)")
    var list = false

    @OptionGroup var who: ActAuthor

    @Option(name: .long, help: ArgumentHelp("理由 (why)", valueName: "text"))
    var reason: String?

    @Option(name: .long, help: ArgumentHelp("何をするか (what is to be done)", valueName: "text"))
    var act: String?

    @Option(name: .long, help: ArgumentHelp("いつまでにするか (by when)", valueName: "date"))
    var due: CivilDate?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "いつまでに効果が出るか (by when the effect should show)", valueName: "date"))
    var effectBy: CivilDate?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "どの四半期を見て決めたか。省くと直近に終わったもの (the quarter looked at; the last closed one by default)",
            valueName: "quarter"))
    var quarter: QuarterArgument?

    @OptionGroup var choice: StrategyChoice

    @Option(name: .long, help: "--list の形 table|json (how the list is written)")
    var format = ListFormat.table

    @OptionGroup var moment: ActMoment

    @OptionGroup var screen: ScreenOptions

    func validate() throws {
        if list { return }
        guard id != nil, verdict != nil else {
            throw ValidationError(
                "Give an id and 継続|改善|見直し|廃止 (continue|improve|revise|abolish), or --list.")
        }
        guard who.by != nil, reason != nil else {
            throw ValidationError("Give --by and --reason: the record says who decided, and why.")
        }
    }

    func run() async throws {
        if list {
            return try await Decisions.show(
                common, about: id, strategy: choice.strategy, format: format,
                at: moment.now ?? WallClock.machine.now, screen)
        }
        try await common.act(at: moment) { scene in
            guard let id, let verdict, let reason else { return nil }
            let target = try SubjectLookup(id, strategy: choice.strategy, in: scene.setup)
            let decision = try DecisionEntry(setup: scene.setup).record(
                DecisionEntry.Request(
                    verdict: verdict, post: who.name(in: scene),
                    reason: CellText.trimmed(reason),
                    act: act.map(CellText.trimmed).flatMap { $0.isEmpty ? nil : $0 },
                    due: due, effectBy: effectBy, quarter: quarter?.period),
                about: target, author: LoginName.current, in: scene.store, now: scene.now)
            return DecisionAnswer.sentences(decision, target)
        }
    }
}

/// What the command says once a decision is recorded.
private enum DecisionAnswer {
    static func sentences(_ decision: Decision, _ target: SubjectLookup) -> Wording {
        let draft = decision.draft
        let title = Inert.line(target.subject.title(in: target.strategy))
        let quarter = draft.quarter.wording
        let kind = target.subject.kindWording
        let verdict = draft.verdict.wording
        let head = Wording(
            ja: "決定\(decision.number)：\(kind.japanese)「\(title)」（\(target.subject.id)）を"
                + "\(verdict.japanese)とします。\(quarter.japanese)について、四半期末から\(decision.loopDays)日。",
            en: "Decision \(decision.number): \(verdict.english) the \(kind.english) \"\(title)\" "
                + "(\(target.subject.id)), on \(quarter.english), \(decision.loopDays) days after its end."
        )
        let act = draft.act.map { act in
            Wording(
                ja: "\n措置の期限 \(act.due) に、担当課と企画担当に結果を尋ねます。"
                    + "済んだら shirube acts done \(decision.number) で記録してください。",
                en:
                    "\nWhen the act falls due on \(act.due), its departments and the planning division are asked what "
                    + "has become of it. Record it with shirube acts done \(decision.number).")
        }
        let way = way(draft.verdict)
        return Wording(
            ja: head.japanese + (act?.japanese ?? "") + (way?.japanese ?? ""),
            en: head.english + (act?.english ?? "") + (way?.english ?? ""))
    }

    /// Where a verdict leads, beyond the record of it.
    private static func way(_ verdict: Decision.Verdict) -> Wording? {
        switch verdict {
        case .goOn, .improve: nil
        case .revise:
            Wording(
                ja: "\n定義を見直すときは、戦略のファイルを直し、shirube strategy revise で改定を記録してください"
                    + "（手順は docs/REVISING.md）。",
                en: "\nTo revise the definition, edit the strategy file and record it with "
                    + "shirube strategy revise (see docs/REVISING.md).")
        case .abolish:
            Wording(
                ja: "\n判定を終えるには、戦略のファイルから行を消し、shirube strategy revise で終了を記録してください"
                    + "（手順は docs/REVISING.md）。",
                en:
                    "\nTo end the judging, remove the row from the strategy file and record it with "
                    + "shirube strategy revise (see docs/REVISING.md).")
        }
    }
}

extension Decision.Verdict: ExpressibleByArgument {
    /// Reads a verdict in Japanese or English.
    public init?(argument: String) {
        self.init(word: argument)
    }
}
