import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube strategy history`: the versions of definitions.
struct StrategyHistoryCommand: AsyncParsableCommand {
    /// How the versions are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "指標の定義の版を見る (the versions of definitions)",
        discussion: """
            指標を指定しないと、改定のあった指標だけを見せます。
            Without an indicator, lists those that were revised.

            例 (examples):
              shirube strategy history
              shirube strategy history m01-1-1 --format json
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("指標のID (an indicator's id)", valueName: "kpi"))
    var kpi: String?

    @Option(name: .long, help: "table|json")
    var format = Format.table

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let plans = try store.read { ledger in
                try setup.strategies.map { strategy in
                    let recorded = try ledger.definitions(of: strategy.id)
                    let listed = DefinitionRegister.order(strategy, recorded)
                    return (strategy: strategy, histories: listed.compactMap { recorded[$0] })
                }
            }
            let listings = plans.map { plan in
                let shown = plan.histories.filter { history in
                    kpi.map { history.newest.indicator.id.text == $0 }
                        ?? (history.versions.count > 1)
                }
                return DefinitionListing(
                    strategy: plan.strategy, histories: shown,
                    unrevised: kpi == nil ? plan.histories.count - shown.count : 0)
            }.filter { kpi == nil || !$0.histories.isEmpty }
            if let kpi, listings.isEmpty {
                let words = Wording(
                    ja: "指標「\(Inert.line(kpi))」の定義は記録されていません。「shirube strategy show」でIDを確かめてください。",
                    en: "No definition of `\(Inert.line(kpi))` is recorded. Look ids up with"
                        + " `shirube strategy show`.")
                throw Refusal(words[language], code: .inputRefused)
            }
            switch format {
            case .table:
                let texts = listings.map { listing in
                    let heading = listings.count > 1 ? "◎ \(listing.strategy.name)\n" : ""
                    return heading + listing.table(language)
                }
                screen.show(texts.joined(separator: "\n"), language)
            case .json: Output.write(JSON.array(listings.flatMap(\.rows)).pretty)
            }
        }
    }
}
