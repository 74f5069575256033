import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube held`: the figures that wait to be confirmed.
struct HeldCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "held",
        abstract: "要確認の値を見る (the figures that wait to be confirmed)",
        discussion: """
            書き誤りのおそれがある値は、確認されるまで使いません。番号は shirube confirm に渡します。
            Figures that may be slips of the pen are not used until they are confirmed. \
            Pass the numbers to shirube confirm.

            例 (examples):
              shirube held
              shirube held --format json
            """)

    /// How the list is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case json
    }

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: "table|json")
    var format = Format.table

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let document = try HoldBoard.gather(setup, store: store)
            switch format {
            case .table: screen.show(document.table(language), language)
            case .json: Output.write(document.json.pretty)
            }
        }
    }
}
