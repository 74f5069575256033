import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube strategy revise`: records a decision that alters definitions.
struct StrategyReviseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revise",
        abstract: "指標の定義の改定を記録する (records a decision that alters definitions)",
        discussion: """
            戦略のファイルを直してから使います。記録されている版との違いを示し、確かめたうえで、誰がいつなぜ決めたかとともに\
            新しい版として記録します。消した行は指標の終了になります。常駐中でも使え、常駐は読み直し（systemctl reload shirube）\
            のあと新しい版で判定します。
            Edit the strategy file first. Shows how it differs from the recorded versions, asks, and records new \
            versions with who decided, when and why. A row that was removed ends its indicator. It works beside a \
            running daemon, which judges by the new versions after a reload.

            例 (examples):
              shirube strategy revise strategies/tomakomai-2020.yaml --decided-by 市長 --decided-on 2022-09-30 \
            --valid-from 2022-10-01 --reason "上方修正" --number 4苫政第123号
              shirube strategy revise new.yaml --kpi m01-1-1 --decided-by 市長 --decided-on 2022-09-30 \
            --valid-from 2022-04-01 --reason "担当課の変更" --yes
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("直した戦略のファイル (the edited strategy file)", valueName: "file"))
    var file: String

    @Option(name: .long, help: ArgumentHelp("誰が決めたか (who decided)", valueName: "name"))
    var decidedBy: String

    @Option(
        name: .long,
        help: ArgumentHelp("決定した日。2022-09-30 のように (the day of the decision)", valueName: "date"))
    var decidedOn: CivilDate

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日から有効。2022-10-01 のように (the first day on which it holds)", valueName: "date"))
    var validFrom: CivilDate

    @Option(name: .long, help: ArgumentHelp("なぜ決めたか (why)", valueName: "text"))
    var reason: String

    @Option(
        name: .long, help: ArgumentHelp("決裁番号 (the number it is filed under)", valueName: "text"))
    var number: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この指標の変更だけ。繰り返せる (only this indicator's changes; may be repeated)", valueName: "id"))
    var kpi: [String] = []

    @Flag(name: .long, help: "確認せずに行う (does not ask)")
    var yes = false

    @OptionGroup var moment: ActMoment

    func validate() throws {
        for (option, text) in [("--decided-by", decidedBy), ("--reason", reason)]
        where CellText.trimmed(text).isEmpty {
            throw ValidationError("\(option): say it, because it is kept with the definition.")
        }
    }

    func run() async throws {
        try await exiting {
            let setup = try common.setup(on: moment.now?.japanDate)
            let language = common.language ?? setup.configuration.language
            let clock = try RehearsalClock.standing(moment.now, setup: setup)
            let strategy = try StrategyCommand.read(file, language: language)
            let store = try Rig.openLedger(setup.configuration, now: clock.now)
            let decision = Revision.Decision(
                by: CellText.trimmed(decidedBy), on: decidedOn, validFrom: validFrom,
                reason: CellText.trimmed(reason), number: number.map(CellText.trimmed))
            let now = clock.now
            func revision(_ ledger: Ledger) throws -> Revision {
                try Revision(of: strategy, by: decision, only: kpi, in: ledger, now: now)
            }
            do {
                let seen = try store.read(revision)
                Output.write(RevisionDocument(changes: seen.changes).table(language))
                try confirm(language)
                try seen.commit(in: store, fresh: revision)
                Output.write(done(seen)[language] + "\n")
            } catch let refusal as Revision.Refusal {
                throw Refusal(refusal.message[language], code: .inputRefused)
            }
        }
    }

    private func confirm(_ language: Language) throws {
        if yes { return }
        let question = Wording(
            ja: "\(validFrom) から有効な版として記録しますか？ [y/N] ",
            en: "Record these as versions that hold from \(validFrom)? [y/N] ")
        guard let answer = Output.ask(question[language]) else {
            throw ValidationError("Nobody is there to be asked: add --yes.")
        }
        guard ["y", "yes"].contains(answer.lowercased()) else {
            throw Refusal(
                Wording(ja: "記録していません。", en: "Nothing was recorded.")[language],
                code: .inputRefused)
        }
    }

    private func done(_ revision: Revision) -> Wording {
        let count = revision.versions.count
        let left = revision.left
        return Wording(
            ja: "\(count)指標の新しい版を記録しました。常駐中なら「systemctl reload shirube」で使われます。"
                + (left == 0 ? "" : "ファイルにはまだ記録していない変更が\(left)指標にあり、記録するまで読み直しは拒まれます。"),
            en: "Recorded new versions of \(count) definitions. A running daemon takes them over on"
                + " `systemctl reload shirube`."
                + (left == 0
                    ? ""
                    : " The file changes \(left) more, and a reload is refused until these are recorded too.")
        )
    }
}
