import ArgumentParser
import Logging
import Shirube
import ShirubeCore

/// `shirube drop apply`: feeds a file by hand.
struct DropApplyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "ファイルを手で取り込む (takes a file in by hand)",
        discussion: """
            フォルダに置かれたファイルと同じように、全体を取り込むか、まったく取り込まないかのどちらかです。常駐中でも使えます。\
            元のファイルは動かしません。すでに取り込んだ内容なら何も変わりません。
            Takes it in as if its department had dropped it, whole or not at all, also while the daemon runs. The file \
            stays where it is. Content that is in force already changes nothing.

            --backfill は過去の実績をまとめて入れるときに使います。判定はしますが、それで分かった遅れは知らせません。
            --backfill is for years of history: it is judged, but nobody is told what it reveals.

            例 (examples):
              shirube drop apply R4Q2.csv --department kogyo-koyo
              shirube drop apply 2015-2021.csv --department kogyo-koyo --backfill
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var drop: DropOptions

    @Argument(
        help: ArgumentHelp("取り込むファイル。書いた順に (the files, in this order)", valueName: "file"))
    var files: [String]

    @Flag(name: .long, help: "過去の実績として、知らせずに取り込む (history, of which nobody is told)")
    var backfill = false

    @OptionGroup var moment: ActMoment

    @Flag(name: .long, help: "指摘を示さず、数だけ示す (shows the counts only, not the findings)")
    var quiet = false

    func run() async throws {
        try await exiting {
            let configured = try common.setup(on: moment.now?.japanDate)
            let language = common.language ?? configured.configuration.language
            let clock = try RehearsalClock.standing(moment.now, setup: configured)
            let (setup, store) = try common.open(configured, now: clock.now)
            var isRefused = false
            for file in files {
                let outcome = try apply(file, setup, store, at: clock.now, language)
                isRefused = isRefused || outcome == .rejected
            }
            if isRefused { throw ExitCode(Exit.inputRefused.rawValue) }
        }
    }

    private func apply(
        _ file: String, _ setup: Setup, _ store: Store, at moment: Timestamp, _ language: Language
    ) throws -> DropOutcome {
        let named = try drop.open(file, language: language)
        let sender = try drop.sender(of: named, in: setup, language: language)
        let progress = drop.progress(Wording(ja: "取り込んでいます", en: "applying")[language], named)
        let answer = try HandFeed(setup: setup).apply(
            named, of: sender, isBackfill: backfill, store: store, now: moment,
            logger: Environment.logger(level: .warning), progress: progress.advance)
        progress.finish()
        guard let answer else {
            let words = Wording(
                ja: "\(file): 読んでいる間に書き換えられました。保存が終わってからもう一度どうぞ。",
                en: "\(file): was changed while it was read. Try again once it has been saved.")
            throw Refusal(words[language], code: .inputRefused)
        }
        let document = DropCheckDocument(
            fileName: named.name, bytes: named.size, strategy: sender.strategy,
            department: sender.department, drop: answer.drop, outcome: answer.outcome)
        let text = quiet ? document.summary(language) : document.text(language)
        Output.write(text + answer.outcome.wording[language] + "\n")
        return answer.outcome
    }
}
