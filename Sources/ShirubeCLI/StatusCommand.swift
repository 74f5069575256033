import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube status`: how every indicator stands.
struct StatusCommand: AsyncParsableCommand {
    /// How the status is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case json
        case csv
    }

    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "指標の状態を見る (how every indicator stands)",
        discussion: """
            例 (examples):
              shirube status
              shirube status --as-of 2022-10-18 --format json
              shirube status --as-of 2022-10-18 --rejudge
              shirube status --by department
            """)

    @OptionGroup var common: CommonOptions

    @OptionGroup var past: PastOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "判定ごとの件数を、目標・施策・課ごとに数える (counts by status, for each of goal|measure|department)",
            valueName: "group"))
    var by: Rollup.Group?

    @Option(name: .long, help: "table|json|csv")
    var format = Format.table

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let document = try StatusBoard.gather(
                setup, store: try Store(readingFrom: Rig.ledgerPath(setup.configuration)),
                at: past.moment, source: past.source)
            if let by {
                let counts = RollupDocument(document, of: setup.strategies, by: by)
                switch format {
                case .table: Output.write(counts.table(language))
                case .json: Output.write(counts.json(language).pretty)
                case .csv: Output.write(counts.csv(language))
                }
                return
            }
            switch format {
            case .table: Output.write(document.table(language))
            case .json: Output.write(document.json(language).pretty)
            case .csv: Output.write(document.csv(language))
            }
        }
    }
}

extension Rollup.Group: ExpressibleByArgument {}
