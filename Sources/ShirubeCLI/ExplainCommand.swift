import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube explain KPI`: how a judgement came about.
struct ExplainCommand: AsyncParsableCommand {
    /// How the account is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "判定の理由を、報告から順に説明する (how a judgement came about)",
        discussion: """
            報告されたファイルと行、期待値、見通し、当てはまった規則、次の実績がいくつなら変わるかを示します。
            Shows the files and lines behind the figures, what was expected, the forecast, the rule that applied, and what \
            the next figure would change.

            例 (examples):
              shirube explain m01-1-1
              shirube explain m01-1-1 --as-of 2022-10-18 --format json
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("指標のID (the indicator's id)", valueName: "KPI"))
    var indicator: String

    @OptionGroup var choice: StrategyChoice

    @OptionGroup var past: PastOptions

    @Option(name: .long, help: "text|json")
    var format = Format.text

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let id = Identifier<Indicator>(indicator)
            let strategies = setup.strategies.filter {
                choice.strategy == nil || $0.id.text == choice.strategy
            }
            let holding = strategies.filter { $0.indicator(id) != nil }
            // One that the file has no more may still be known to the ledger.
            let found = holding.count > 1 ? nil : holding.first ?? strategies.first
            guard let found else { throw Refusal(refusal(holding)[language], code: .inputRefused) }
            let account = try AccountBoard.gather(
                id, of: found, setup: setup,
                store: try Store(readingFrom: Rig.ledgerPath(setup.configuration)),
                at: past.moment, source: past.source)
            guard let account else {
                throw Refusal(refusal([])[language], code: .inputRefused)
            }
            switch format {
            case .text: screen.show(account.text(language), language)
            case .json: Output.write(account.json(language).pretty)
            }
        }
    }

    private func refusal(_ holding: [Strategy]) -> Wording {
        guard holding.isEmpty else {
            let names = holding.map(\.id.text).joined(separator: ", ")
            return Wording(
                ja: "指標「\(Inert.line(indicator))」は複数の戦略にあります。--strategy で選んでください: \(names)",
                en:
                    "Several strategies have an indicator \(Inert.line(indicator)); choose one by --strategy: \(names)"
            )
        }
        return Wording(
            ja: "指標「\(Inert.line(indicator))」はありません。shirube status で指標のIDを確かめてください。",
            en: "There is no indicator \(Inert.line(indicator)). `shirube status` lists their ids.")
    }
}
