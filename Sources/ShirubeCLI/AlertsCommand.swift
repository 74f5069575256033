import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube alerts`: what people are alerted to, and what they do about it.
struct AlertsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alerts",
        abstract: "警告を見る・対応を記録する・休止する (alerts, answers to them, and silences)",
        discussion: """
            対応（要因、取組、見直しの日）を記録すると、見直しの日まで、または悪化するまで、催促は止まります。休止は期限までの間、\
            何も知らせません。どれも誰が、なぜ、いつ行ったかが残ります。常駐中でも使えます。
            An answer (cause, action, day of review) stops reminders until its day, or until things get worse. A silence tells \
            nobody anything until its end. Who did it, why and when is kept. All of it works beside a running daemon.
            """,
        subcommands: [
            AlertsListCommand.self, AlertsShowCommand.self, AlertsAckCommand.self,
            AlertsSilenceCommand.self, AlertsUnsilenceCommand.self, AlertsHistoryCommand.self,
        ])
}

/// The options of every command about alerts.
struct AlertsOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @OptionGroup var choice: StrategyChoice

    @Option(
        name: .long,
        help: ArgumentHelp(
            "種類。\(AlertType.allCases.map(\.rawValue).joined(separator: "、")) (the type of alert)",
            valueName: "type"))
    var type: AlertType?
}

/// Which alerts are looked at, and how they are written.
struct AlertsView: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時の状態。日付だけならその日の終わり (as it stood then; a day means its end)", valueName: "time"))
    var asOf: AsOfArgument?

    @Option(name: .long, help: "table|json")
    var format = HeldCommand.Format.table

    var moment: Timestamp { asOf?.moment ?? WallClock.machine.now }
}

extension AlertType: ExpressibleByArgument {}

extension AlertsOptions {
    /// Opens the ledger for a change, and says what came of it.
    func act(
        _ act: ActRecord, _ body: (AlertEntry, ActScene, _ author: String) throws -> Wording
    ) async throws {
        try await common.act(at: act.when) { scene in
            try body(
                AlertEntry(strategy: choice.strategy, in: scene.setup), scene,
                act.who.name(in: scene))
        }
    }

    /// Opens the ledger for reading.
    func look(
        _ body: (AlertBoard, AlertEntry, Store, Language) throws -> Void
    ) async throws {
        try await common.look(at: WallClock.machine.now) { scene in
            let strategies = try Sender.asked(
                choice.strategy, in: scene.setup, language: scene.language)
            try body(
                AlertBoard(setup: scene.setup, strategies: strategies),
                AlertEntry(strategy: choice.strategy, in: scene.setup), scene.store, scene.language)
        }
    }
}
