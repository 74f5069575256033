import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube outbox resend`: sends finished deliveries anew.
struct OutboxResendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resend",
        abstract: "断念した・取りやめた・送った通知を送り直す (sends finished deliveries anew)",
        discussion: """
            同じバイト列を、同じMessage-IDで、はじめから送ります。届いたか不明のチャット投稿もこれで送れます（二重に見えることがあります）。\
            一つでも送り直せなければ、何も変えません。
            The same bytes under the same Message-ID, with its attempts counted from zero; also a chat post of which nobody \
            knows whether it arrived (people may see it twice). Where one of them cannot be sent, nothing changes.

            例 (examples):
              shirube outbox resend 12 --by kikaku-kacho --reason "アドレスを直した"
              shirube outbox resend 12 13 14 --by kikaku-kacho --reason "mail server was replaced"

            終了コード (exit codes): 0 完了 done, 65 その送信はない、または終わっていない no such delivery, or it is not finished
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("shirube outbox list の番号 (their numbers)"))
    var numbers: [Int64]

    @OptionGroup var act: ActRecord

    func run() async throws {
        try await common.act(at: act.when) { scene in
            let rows = try OutboxEntry(scene.setup.configuration).resend(
                numbers, reason: act.why.text, by: act.who.name(in: scene), in: scene.store,
                now: scene.now)
            let list = rows.map { "\($0.number)" }.joined(separator: ", ")
            return Wording(
                ja: "送り直します：\(list)。常駐していれば1分以内に始まります。",
                en: "To be sent anew: \(list). A running daemon begins within a minute.")
        }
    }
}

/// `shirube outbox drop`: takes deliveries out.
struct OutboxDropCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "送信を取りやめる (takes deliveries out of the outbox)",
        discussion: """
            待っているものは、もう送られません。送っている最中のものは、その試みで届くことはありますが、二度とは試みません。\
            取りやめたものは「resend」で送り直せます。
            What waits never leaves. What is in the middle of an attempt may still arrive by that one, and gets no other. \
            `resend` takes it back.

            例 (examples):
              shirube outbox drop 12 --by kikaku-kacho --reason "宛先を間違えた"

            終了コード (exit codes): 0 完了 done, 65 その送信はない、またはもう終わっている no such delivery, or it is finished
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("shirube outbox list の番号 (their numbers)"))
    var numbers: [Int64]

    @OptionGroup var act: ActRecord

    func run() async throws {
        try await common.act(at: act.when) { scene in
            let rows = try OutboxEntry(scene.setup.configuration).drop(
                numbers, reason: act.why.text, by: act.who.name(in: scene), in: scene.store,
                now: scene.now)
            return Self.words(rows)
        }
    }

    private static func words(_ rows: [OutboxRow]) -> Wording {
        let list = rows.map { "\($0.number)" }.joined(separator: ", ")
        let begun = rows.filter { $0.state == .sending }.map { "\($0.number)" }
            .joined(separator: ", ")
        let rest =
            begun.isEmpty
            ? Wording(ja: "", en: "")
            : Wording(
                ja: "\(begun) は送っている最中なので、届くことがあります。結果は「shirube outbox show」で見られます。",
                en: " In the middle of an attempt, by which it may still arrive: \(begun); "
                    + "`shirube outbox show` says what came of it.")
        return Wording(
            ja: "送信を取りやめました：\(list)。" + rest.japanese, en: "Dropped: \(list)." + rest.english)
    }
}

/// Which messages are meant.
struct OutboxScopeOptions: ParsableArguments {
    /// The ways that are held as a whole.
    enum Route: String, ExpressibleByArgument, CaseIterable {
        case mail
    }

    @Option(name: .long, help: "mail")
    var route: Route?

    @Option(
        name: .long,
        help: ArgumentHelp("このチャンネルへの投稿 (the posts to a channel)", valueName: "name"))
    var channel: String?

    @Flag(name: .long, help: "すべて (everything)")
    var all = false

    /// What is meant; nil where nothing was said.
    var scope: OutboxScope? {
        all ? .all : route != nil ? .mail : channel.map { .channel(CellText.trimmed($0)) }
    }

    func validate() throws {
        if [route != nil, channel != nil, all].count(where: \.self) > 1 {
            throw ValidationError("Give one of --route mail, --channel NAME and --all.")
        }
    }
}

/// `shirube outbox pause`: lets messages wait.
struct OutboxPauseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause",
        abstract: "送信を止める (lets messages wait)",
        discussion: """
            通知は作られ続け、送信待ちに残ります。送っている最中のものは、その試みを終えます。--until があれば、その時に自ら終わります。
            Notices are still made, and stay in the outbox. What is in the middle of an attempt ends that one. With --until it \
            ends by itself then.

            例 (examples):
              shirube outbox pause --route mail --by kikaku-kacho --reason "メールサーバーの入れ替え" --until 2026-12-02T08:00
              shirube outbox pause --channel planning --by kikaku-kacho --reason "channel is being moved"
              shirube outbox pause --all --by kikaku-kacho --reason "誤った数字が出ている"

            終了コード (exit codes): 0 完了 done, 65 そのチャンネルはない、またはもう止まっている no such channel, or it waits already
            """)

    @OptionGroup var common: CommonOptions

    @OptionGroup var what: OutboxScopeOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時まで。日付だけならその日の終わり (until this moment; a day means its end)", valueName: "time"))
    var until: AsOfArgument?

    @OptionGroup var act: ActRecord

    func validate() throws {
        if what.scope == nil {
            throw ValidationError("Say what waits: --route mail, --channel NAME or --all.")
        }
    }

    func run() async throws {
        try await common.act(at: act.when) { scene in
            let (pause, underWay) = try OutboxEntry(scene.setup.configuration).pause(
                what.scope ?? .all, until: until?.moment, reason: act.why.text,
                by: act.who.name(in: scene), in: scene.store, now: scene.now)
            let (scope, end) = (pause.scope.wording, pause.end)
            let rest =
                underWay == 0
                ? Wording(ja: "", en: "")
                : Wording(
                    ja: "送っている最中の\(underWay)件は、その試みを終えます。",
                    en: " \(underWay) in the middle of an attempt end that one.")
            return Wording(
                ja: "\(scope.japanese)を止めました（\(end.japanese)）。" + rest.japanese,
                en: "Paused: \(scope.english), \(end.english)." + rest.english)
        }
    }
}

/// `shirube outbox resume`: lets messages go again.
struct OutboxResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume",
        abstract: "止めた送信を再開する (lets messages go again)",
        discussion: """
            範囲を書かなければ、止めているものをすべて再開します。常駐していれば1分以内に送り始めます。
            Without saying what, everything that waits goes again. A running daemon begins within a minute.

            例 (examples):
              shirube outbox resume --by kikaku-kacho --reason "入れ替えが終わった"
              shirube outbox resume --channel planning --by kikaku-kacho --reason "moved"

            終了コード (exit codes): 0 完了 done, 65 止めていない it does not wait
            """)

    @OptionGroup var common: CommonOptions

    @OptionGroup var what: OutboxScopeOptions

    @OptionGroup var act: ActRecord

    func run() async throws {
        try await common.act(at: act.when) { scene in
            let (ended, left) = try OutboxEntry(scene.setup.configuration).resume(
                what.scope, reason: act.why.text, by: act.who.name(in: scene), in: scene.store,
                now: scene.now)
            let scopes = ended.map(\.scope.wording)
            let still = left.map(\.wording)
            return Wording(
                ja: scopes.map(\.japanese).joined(separator: "、") + "を再開します。"
                    + still.map { "まだ止まっているもの：\($0.japanese)。" }.joined(),
                en: "Resumed: " + scopes.map(\.english).joined(separator: ", ") + "."
                    + still.map { " Still: \($0.english)." }.joined())
        }
    }
}
