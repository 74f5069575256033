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
              shirube status --watch
              shirube status --color always | less -R
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

    @OptionGroup var screen: ScreenOptions

    @OptionGroup var watching: WatchOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            if let seconds = watching.watch {
                return try watch(setup, language, every: seconds)
            }
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let document = try gather(setup, store)
            if let by {
                let counts = RollupDocument(document, of: setup.strategies, by: by)
                switch format {
                case .table: screen.show(language) { counts.table(language, on: $0) }
                case .json: Output.write(counts.json(language).pretty)
                case .csv: Output.write(counts.csv(language))
                }
                return
            }
            switch format {
            case .table: screen.show(language) { document.text(language, on: $0).text }
            case .json: Output.write(document.json(language).pretty)
            case .csv: Output.write(document.csv(language))
            }
        }
    }

    private func gather(_ setup: Setup, _ store: Store) throws -> StatusDocument {
        try StatusBoard.gather(setup, store: store, at: past.moment, source: past.source)
    }

    private func watch(_ setup: Setup, _ language: Language, every seconds: Int) throws {
        try watching.refuse(pastOf: past, isText: format == .table, language)
        let path = Rig.ledgerPath(setup.configuration)
        try watching.draw(every: seconds, screen, language, ledger: path) { window, store in
            let document = try gather(setup, store)
            guard let by else {
                return WatchedScreen.Drawing(
                    document.text(language, on: window), headings: StatusDocument.headingLines,
                    moving: [document.asOf.japanDescription])
            }
            let counts = RollupDocument(document, of: setup.strategies, by: by)
            return WatchedScreen.Drawing(ScreenText(counts.table(language, on: window)))
        }
    }
}

extension Rollup.Group: ExpressibleByArgument {}
