import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube drop list`: the files that were taken in.
struct DropListCommand: AsyncParsableCommand {
    /// How the list is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "取り込んだファイルの一覧 (lists the files that were taken in)",
        discussion: """
            例 (examples):
              shirube drop list
              shirube drop list --department kogyo-koyo --format json
            """)

    @OptionGroup var common: CommonOptions

    @Option(
        name: .long,
        help: ArgumentHelp("この部署のものだけ (only those of this department)", valueName: "id"))
    var department: String?

    @Option(
        name: .long,
        help: ArgumentHelp("この戦略のものだけ (only those of this strategy)", valueName: "id"))
    var strategy: String?

    @Option(
        name: .long,
        help: ArgumentHelp("新しい方からこの件数だけ (at most as many, the newest)", valueName: "count"))
    var newest: Int?

    @Option(name: .long, help: "table|json")
    var format = Format.table

    func validate() throws {
        if let newest, newest < 1 { throw ValidationError("--newest \(newest): use 1 or more.") }
    }

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let files = try store.read { ledger in
                try ledger.takenFiles(
                    strategy: strategy.map { Identifier($0) },
                    department: department.map { Identifier($0) }, newest: newest)
            }
            let listing = DropListing(entries: files.map(\.entry))
            switch format {
            case .table: screen.show(listing.table(language), language)
            case .json: Output.write(listing.json().pretty)
            }
        }
    }
}
