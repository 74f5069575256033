import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube calibration`: how good Shirube's own forecasts were.
struct CalibrationCommand: AsyncParsableCommand {
    /// How it is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case html
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "calibration",
        abstract: "予測の当たり具合を見る (how good the forecasts were)",
        discussion: """
            結果の分かった指標について、記録してある確率と80%区間を結果と比べます。
            Compares the stored probabilities and 80 % intervals of indicators whose outcome is known with that outcome.

            例 (examples):
              shirube calibration
              shirube calibration --format html > calibration.html
            """)

    @OptionGroup var common: CommonOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時までに分かった結果。日付だけならその日の終わり (outcomes known by this moment; a day means its end)",
            valueName: "time"))
    var asOf: AsOfArgument?

    @Option(name: .long, help: "text|html|json")
    var format = Format.text

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let moment = asOf?.moment ?? WallClock.machine.now
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let documents = try store.read { ledger in
                try setup.strategies.map { strategy in
                    CalibrationDocument(
                        strategy: strategy.id, name: strategy.heading,
                        calibration: Calibration(
                            try ledger.judgedForecasts(of: strategy, knownAt: moment)),
                        cutoff: moment)
                }
            }
            switch format {
            case .text:
                screen.show(documents.map { $0.text(language) }.joined(separator: "\n"), language)
            case .html: Output.write(try CalibrationHTML.render(documents, language))
            case .json:
                // One strategy is one document; several make a list.
                let only = documents.count == 1 ? documents.first : nil
                Output.write((only?.json ?? .array(documents.map(\.json))).pretty)
            }
        }
    }
}
