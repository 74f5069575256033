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

    @Option(
        name: .long,
        help: ArgumentHelp(
            "どの戦略か。複数あるとき (which strategy, where there are several)", valueName: "id"))
    var strategy: String?

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

/// Who acts on an alert, why, and when.
struct AlertsAct: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("理由 (why)", valueName: "text"))
    var reason: String

    @Option(
        name: .long,
        help: ArgumentHelp("誰が。省くとログイン名 (who; by default the login name)", valueName: "name"))
    var by: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時として行う。送り先がすべて自分自身のときだけ (as if it were this moment; only while every "
                + "destination is loopback)", valueName: "time"))
    var now: Timestamp?

    var author: String { by.map(CellText.trimmed) ?? LoginName.current }

    func validate() throws {
        if CellText.trimmed(reason).isEmpty {
            throw ValidationError("--reason: say why, because it is shown beside the alert.")
        }
        if let by, CellText.trimmed(by).isEmpty {
            throw ValidationError("--by: say who, or leave it out for the login name.")
        }
    }
}

extension AlertType: ExpressibleByArgument {}

extension AlertsOptions {
    /// Opens the ledger for a change, and says what came of it.
    func act(
        _ act: AlertsAct,
        _ body: (AlertEntry, Store, Timestamp) throws -> Wording
    ) async throws {
        try await exiting {
            let configured = try common.setup(on: act.now?.japanDate)
            let language = common.language ?? configured.configuration.language
            let clock = try RehearsalClock.standing(act.now, setup: configured)
            do {
                let (setup, store) = try common.open(configured, now: clock.now)
                let entry = try AlertEntry(strategy: strategy, in: setup)
                Output.write(try body(entry, store, clock.now)[language] + "\n")
            } catch let refusal as AlertEntry.Refusal {
                throw Refusal(refusal.message[language], code: .inputRefused)
            }
        }
    }

    /// Opens the ledger for reading.
    func look(
        _ body: (AlertBoard, AlertEntry, Store, Language) throws -> Void
    ) async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let strategies = try Sender.asked(strategy, in: setup, language: language)
            do {
                let entry = try AlertEntry(strategy: strategy, in: setup)
                try body(AlertBoard(setup: setup, strategies: strategies), entry, store, language)
            } catch let refusal as AlertEntry.Refusal {
                throw Refusal(refusal.message[language], code: .inputRefused)
            }
        }
    }
}
