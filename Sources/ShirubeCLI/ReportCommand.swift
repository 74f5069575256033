import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube report`: the quarterly summary, without sending it.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "四半期のまとめを作る (the quarterly summary, without sending it)",
        discussion: """
            四半期は年度で数えます。2022Q2 も R4Q2 も、2022年7月から9月です。
            Quarters are those of the fiscal year: 2022Q2 and R4Q2 both mean July to September 2022.

            例 (examples):
              shirube report
              shirube report --quarter R4Q2 --format html > summary.html
              shirube report --quarter R4Q2 --as-of 2022-10-18
              shirube report --watch 300
            """)

    @OptionGroup var common: CommonOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "四半期。省くと直近に終わったもの (the quarter; the last closed one by default)",
            valueName: "quarter"))
    var quarter: QuarterArgument?

    @OptionGroup var past: PastOptions

    @Option(name: .long, help: "\(SummaryFormat.words)")
    var format = SummaryFormat.text

    @OptionGroup var choice: StrategyChoice

    @OptionGroup var screen: ScreenOptions

    @OptionGroup var watching: WatchOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let chosen = try strategies(of: setup)
            guard chosen.count == 1 || format == .text else {
                let known = chosen.map(\.id.text).joined(separator: ", ")
                throw ValidationError(
                    "--format \(format.rawValue) is one document: choose --strategy, one of \(known)."
                )
            }
            let language = common.language ?? setup.configuration.language
            let path = Rig.ledgerPath(setup.configuration)
            if let seconds = watching.watch {
                try watching.refuse(pastOf: past, isText: format == .text, language)
                return try watching.draw(every: seconds, screen, language, ledger: path) {
                    _, store in
                    let moment = past.moment
                    return WatchedScreen.Drawing(
                        ScreenText(try documents(chosen, setup, store, at: moment)),
                        moving: [moment.longWording[language]])
                }
            }
            let store = try Store(readingFrom: path)
            let text = try documents(chosen, setup, store, at: past.moment)
            guard format == .text else { return Output.write(text) }
            screen.show(text, language)
        }
    }

    /// The documents of the strategies, one after the other.
    private func documents(
        _ chosen: [Strategy], _ setup: Setup, _ store: Store, at cutoff: Timestamp
    ) throws -> String {
        let period = quarter?.period ?? .lastClosedQuarter(.fiscal, on: cutoff.japanDate)
        return try chosen.map { strategy in
            let summary = try store.read { ledger in
                let definitions =
                    past.source == .today
                    ? try DefinitionRegister.read(strategy, from: ledger)
                    : try DefinitionRegister.read(strategy, knownAt: cutoff, from: ledger)
                return try SummaryEdition.gather(
                    definitions, quarter: period, cutoff: cutoff, source: past.source,
                    setup: setup, from: ledger)
            }
            let view = SummaryView(
                summary, language: common.language ?? setup.configuration.language)
            return try render(view)
        }.joined()
    }

    private func strategies(of setup: Setup) throws -> [Strategy] {
        guard let id = choice.strategy else { return setup.strategies }
        let chosen = setup.strategies.filter { $0.id.text == id }
        guard !chosen.isEmpty else {
            let known = setup.strategies.map(\.id.text).joined(separator: ", ")
            throw ValidationError("--strategy \(id): no such strategy. Known: \(known).")
        }
        return chosen
    }

    private func render(_ view: SummaryView) throws -> String {
        switch format {
        case .text: SummaryText.render(view)
        case .html: try SummaryHTML.render(view)
        case .json: SummaryJSON.document(view).pretty
        case .posts(let kind): JSON.array(kind.posts(SummaryChat.message(view))).pretty
        }
    }
}

/// A quarter of a fiscal year as people type it: `2022Q2`, `R4Q2`, `FY2022Q2`.
struct QuarterArgument: ExpressibleByArgument {
    let period: Period

    init?(argument: String) {
        let text = argument.uppercased()
        let parts = text.split(separator: "Q", omittingEmptySubsequences: false)
        guard parts.count == 2, let quarter = Int(parts[1]), let year = Self.year(parts[0]),
            let period = Period(Year(.fiscal, year), .quarter(quarter))
        else { return nil }
        self.period = period
    }

    private static func year(_ text: Substring) -> Int? {
        if text.hasPrefix("FY") { return year(text.dropFirst(2)) }
        let era = Era.allCases.first { text.hasPrefix($0.letter) }
        if let era {
            return Int(text.dropFirst()).flatMap { $0 > 0 ? era.firstYear + $0 - 1 : nil }
        }
        return text.utf8.count == 4 ? Int(text) : nil
    }
}
