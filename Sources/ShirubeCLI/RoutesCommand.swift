import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube routes`: who gets what.
struct RoutesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "routes", abstract: "宛先を確かめる (who gets what)",
        subcommands: [RoutesExplainCommand.self])
}

/// `shirube routes explain KPI`: who would be told what of an indicator.
struct RoutesExplainCommand: AsyncParsableCommand {
    /// How it is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "指標について、だれに何が、どの職で届くか (who would be told what of an indicator, by which post)",
        discussion: """
            指標の担当課ごとに、知らせの種類、いつ、どの役割と職で、どの宛先に届くかを示します。--on で、異動の後の日を\
            確かめられます。
            Shows for each department of the indicator what would be told when, to which role, by which post and where. \
            --on looks at another day, such as one after the handover in April.

            例 (examples):
              shirube routes explain m01-1-1
              shirube routes explain m01-1-1 --on 2027-04-01 --format json
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("指標のID (the indicator's id)", valueName: "KPI"))
    var indicator: String

    @OptionGroup var choice: StrategyChoice

    @Option(
        name: .long,
        help: ArgumentHelp("この日の宛先。省くと今日 (on this day; today by default)", valueName: "date"))
    var on: CivilDate?

    @Option(name: .long, help: "table|json")
    var format = Format.table

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let id = Identifier<Indicator>(indicator)
            let asked = try Sender.asked(choice.strategy, in: setup, language: language)
            let found = asked.filter { $0.indicator(id) != nil }
            guard found.count == 1, let holder = found.first, let indicator = holder.indicator(id)
            else { throw Refusal(refusal(found)[language], code: .inputRefused) }
            let document = RoutingDocument(
                of: indicator, in: holder, routing: setup.routing(of: holder),
                on: on ?? WallClock.machine.now.japanDate,
                rules: setup.configuration.alerts,
                hasRound: setup.configuration.schedule.contains {
                    $0.job == .alertRound && $0.covers(holder.id)
                })
            switch format {
            case .table: screen.show(document.table(language), language)
            case .json: Output.write(document.json.pretty)
            }
        }
    }

    private func refusal(_ found: [Strategy]) -> Wording {
        guard found.isEmpty else {
            let names = found.map(\.id.text).joined(separator: ", ")
            return Wording(
                ja: "指標「\(Inert.line(indicator))」は複数の戦略にあります。--strategy で選んでください: \(names)",
                en: "Several strategies have an indicator \(Inert.line(indicator)); choose one by "
                    + "--strategy: \(names)")
        }
        return Wording(
            ja: "指標「\(Inert.line(indicator))」はありません。shirube status で指標のIDを確かめてください。",
            en: "There is no indicator \(Inert.line(indicator)). `shirube status` lists their ids.")
    }
}
