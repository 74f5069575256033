import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube next`: the coming runs of scheduled jobs.
struct NextCommand: AsyncParsableCommand {
    /// How the runs are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "next",
        abstract: "これからの予定と宛先を見る (the coming runs, and whom they reach)",
        discussion: """
            設定の schedule が求める予定を、日時の順に、そのときの宛先とともに示します。
            Shows what the schedule of the configuration asks for, soonest first, with the recipients of that day.

            例 (examples):
              shirube next
              shirube next --days 365 --format json
            """)

    @OptionGroup var common: CommonOptions

    @Option(
        name: .long, help: ArgumentHelp("何日先まで (how many days, 1 to 1000)", valueName: "n"))
    var days = 100

    @Option(
        name: .long,
        help: ArgumentHelp("どの戦略か。省くとすべて (which strategy; all by default)", valueName: "id"))
    var strategy: String?

    @Option(
        name: .long,
        help: ArgumentHelp("この日時から。省くと今 (from this moment on; now by default)", valueName: "time"))
    var from: Timestamp?

    @Option(name: .long, help: "table|json")
    var format = Format.table

    func validate() throws {
        guard (1...1_000).contains(days) else {
            throw ValidationError("--days は1から1000までにしてください (--days takes 1 to 1000).")
        }
    }

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup(on: from?.japanDate)
            let language = common.language ?? setup.configuration.language
            let strategies = try Sender.asked(strategy, in: setup, language: language)
            let agenda = ScheduledJobs.agenda(
                days: days, of: strategies, setup: setup, now: from ?? WallClock.machine.now)
            switch format {
            case .table: screen.show(agenda.table(language), language)
            case .json: Output.write(agenda.json.pretty)
            }
        }
    }
}

extension Sender {
    /// The strategies to look in; another id than theirs ends the command.
    static func asked(_ id: String?, in setup: Setup, language: Language) throws -> [Strategy] {
        do throws(Sender.Unknown) {
            return try strategies(id, in: setup)
        } catch {
            throw ValidationError(error.message[language])
        }
    }
}
