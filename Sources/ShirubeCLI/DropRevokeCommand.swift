import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube drop revoke`: withdraws an accepted file.
struct DropRevokeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "受理したファイルを取り消す (withdraws an accepted file)",
        discussion: """
            その内容がもたらした実績値は使われなくなり、それより前の実績値に戻ります。部署にはメールで知らせます。\
            常駐中でも使えます。
            What the content brought is not used any more, and the figures before it are in force again. The department \
            is told by mail. It works while the daemon runs, too.

            ファイルか、shirube drop list が示す SHA-256 の先頭6桁以上で指定します。
            Name it by a file, or by at least 6 digits of the SHA-256 that shirube drop list shows.

            例 (examples):
              shirube drop revoke 1f4a9c --reason "別の年度の表だった"
              shirube drop revoke R4Q2.csv --department kogyo-koyo --reason "wrong year" --yes
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var drop: DropOptions

    @Argument(help: ArgumentHelp("ファイル、またはSHA-256 (a file, or a SHA-256)", valueName: "file|sha"))
    var content: String

    @OptionGroup var why: ActReason

    @Flag(name: .long, help: "確認せずに行う (does not ask)")
    var yes = false

    @OptionGroup var moment: ActMoment

    func run() async throws {
        try await exiting {
            let configured = try common.setup(on: moment.now?.japanDate)
            let language = common.language ?? configured.configuration.language
            let clock = try RehearsalClock.standing(moment.now, setup: configured)
            let digits = try digits(language)
            let (setup, store) = try common.open(configured, now: clock.now)
            let strategies = try drop.strategies(in: setup, language: language)
            let found = try store.read { ledger in
                try find(digits, strategies, setup, language, in: ledger)
            }
            guard let withdrawal = found else { return }
            try confirm(withdrawal, language)
            let withdrawn = try withdrawal.commit(
                reason: why.text, by: LoginName.current, in: store, now: clock.now)
            Output.write(Self.done(withdrawn)[language] + "\n")
        }
    }

    /// The digits of the hash that is meant: those given, or those of the file's content.
    private func digits(_ language: Language) throws -> String {
        let given = content.lowercased()
        let isHash =
            (6...64).contains(given.utf8.count)
            && given.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
        let file: NamedFile
        do throws(NamedFile.Unreadable) {
            file = try NamedFile(path: content)
        } catch {
            if isHash { return given }
            throw Refusal(error.message[language], code: .inputRefused)
        }
        return try file.sha256()
    }

    /// What is to be withdrawn; nil, after a sentence, where it was withdrawn before.
    private func find(
        _ digits: String, _ strategies: [Strategy], _ setup: Setup, _ language: Language,
        in ledger: Ledger
    ) throws -> Withdrawal? {
        do {
            return try Withdrawal(
                sha256: digits, department: drop.department.map { Identifier($0) },
                strategies: strategies, setup: setup, in: ledger)
        } catch Withdrawal.Refusal.already(let revocation) {
            let at = revocation.at.japanDescription
            let words = Wording(
                ja: "\(at) に\(revocation.by)が取り消しています（\(revocation.reason)）。変更なし。",
                en:
                    "Withdrawn before, at \(at) by \(revocation.by) (\(revocation.reason)). No change."
            )
            Output.write(words[language] + "\n")
            return nil
        } catch let refusal as Withdrawal.Refusal {
            throw Refusal(Self.words(refusal, language), code: .inputRefused)
        }
    }

    private func confirm(_ withdrawal: Withdrawal, _ language: Language) throws {
        if yes { return }
        let list = DropListing(entries: withdrawal.files.map(\.entry)).table(language)
        let question = Wording(ja: "取り消しますか？ [y/N] ", en: "Withdraw this? [y/N] ")
        guard let answer = Output.ask(list + question[language]) else {
            throw ValidationError("Nobody is there to be asked: add --yes.")
        }
        guard ["y", "yes"].contains(answer.lowercased()) else {
            throw Refusal(
                Wording(ja: "取り消していません。", en: "Nothing was withdrawn.")[language],
                code: .inputRefused)
        }
    }

    private static func words(_ refusal: Withdrawal.Refusal, _ language: Language) -> String {
        switch refusal {
        case .none, .already:
            Wording(
                ja: "この内容のファイルは受理していません。shirube drop list で確かめてください。",
                en: "No file of this content has been accepted. Look at shirube drop list.")[
                    language]
        case .ambiguous(let files):
            Wording(
                ja: "いくつかのファイルが当てはまります。桁を増やすか、--department で選んでください。",
                en: "Several files fit. Give more digits, or choose with --department.")[language]
                + "\n" + DropListing(entries: files.map(\.entry)).table(language)
        case .unowned(let file):
            Wording(
                ja: "部署「\(file.row.department)」は、設定にある戦略にもうありません。",
                en:
                    "The department \(file.row.department) is not in the configured strategies any more."
            )[language]
        }
    }

    private static func done(_ withdrawn: RevocationNotice.Withdrawn) -> Wording {
        let count = NumberText.grouped(Double(withdrawn.readingCount))
        return Wording(
            ja: "「\(withdrawn.fileName)」を取り消しました（実績値\(count)件、指標\(withdrawn.indicators.count)件）。",
            en: "Withdrew “\(withdrawn.fileName)” (\(count) figures of "
                + "\(withdrawn.indicators.count) indicators).")
    }
}
