import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube strategy succeed`: starts the next plan's file from this one.
struct StrategySucceedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "succeed",
        abstract: "次の計画のファイルを、今の計画から作る (starts the next plan's file from this one)",
        discussion: """
            目標、施策、事業、指標を引き継ぎ、基準値に最新の実績を入れた新しいファイルを書き出します。目標値は空けてあり、\
            shirube strategy check が記入箇所を行番号で示します。ほかには何も変えず、あるファイルには書きません。\
            手順は docs/SUCCESSION.md にあります。
            Writes a new file with goals, measures, programs and indicators, and with the newest figures as baselines. \
            Targets are left open, and `shirube strategy check` names each by its line. Nothing else is changed, and no \
            file is ever written over. docs/SUCCESSION.md has the steps.

            例 (examples):
              shirube strategy succeed tomakomai-2020 --id tomakomai-2025 --name 第3期苫小牧市総合戦略 \
            --from FY2025 --to FY2029
              shirube strategy succeed tomakomai-2020 --id tomakomai-2025 --name 第3期苫小牧市総合戦略 \
            --from R7 --to R11 --without m01-1-1 g2-3 --output strategies/tomakomai-2025.yaml
            """)

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp("今の計画のid (the id of the plan that ends)", valueName: "strategy"))
    var strategy: String

    @Option(name: .long, help: ArgumentHelp("次の計画のid (the next plan's id)", valueName: "id"))
    var id: String

    @Option(name: .long, help: ArgumentHelp("次の計画の名前 (its name)", valueName: "text"))
    var name: String

    @Option(
        name: .long,
        help: ArgumentHelp("最初の年度。FY2025 か R7 のように (its first fiscal year)", valueName: "year"))
    var from: FiscalYearArgument

    @Option(
        name: .long,
        help: ArgumentHelp("最後の年度。FY2029 か R11 のように (its last fiscal year)", valueName: "year"))
    var to: FiscalYearArgument

    @Option(
        name: .long,
        help: ArgumentHelp(
            "書き出すファイル。省くと今の計画のファイルの隣に「id.yaml」 (where to write; by default ID.yaml beside "
                + "this plan's file)", valueName: "file"))
    var output: String?

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp(
            "この指標だけを引き継ぐ。いくつでも (carries over these indicators only)", valueName: "kpi"))
    var only: [String] = []

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp(
            "この指標は引き継がない。いくつでも (leaves these indicators out)", valueName: "kpi"))
    var without: [String] = []

    func validate() throws {
        if CellText.trimmed(name).isEmpty {
            throw ValidationError("--name: say what the plan is called.")
        }
    }

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let request = StrategySuccession.Request(
                before: strategy, id: id, name: CellText.trimmed(name),
                years: (from.year, to.year), only: only, without: without)
            do {
                let made = try store.read { ledger in
                    try StrategySuccession(
                        request, setup: setup, from: ledger, now: WallClock.machine.now,
                        language: language)
                }
                let path = output ?? beside(made.file)
                try write(made, to: path, language)
                Output.write(done(made, path)[language] + "\n")
            } catch let refusal as StrategySuccession.Refusal {
                throw Refusal(refusal.message[language], code: .inputRefused)
            }
        }
    }

    private func beside(_ file: String) -> String {
        let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        return (folder.map(String.init) + ["\(id).yaml"]).joined(separator: "/")
    }

    private func write(_ made: StrategySuccession, to path: String, _ language: Language) throws {
        guard try OutputFile.write(Array(made.text.utf8), to: path, overwriting: false) else {
            let words = Wording(
                ja: "「\(path)」はすでにあるので、何も書きませんでした。--output で別の名前を指定してください。",
                en:
                    "\(path) is there already, and nothing was written. Give another name with --output."
            )
            throw Refusal(words[language], code: .notWritten)
        }
    }

    private func done(_ made: StrategySuccession, _ path: String) -> Wording {
        let none = made.withoutBaseline
        return Wording(
            ja: "「\(path)」に\(made.carried)指標を引き継ぎました"
                + (none == 0 ? "。" : "（うち\(none)指標は基準値にできる実績がありません）。")
                + "目標値を書いて「shirube strategy check \(path)」で確かめ、設定の strategies に加えてください。",
            en: "Carried \(made.carried) indicators over into \(path)"
                + (none == 0 ? ". " : " (\(none) of them without a figure to start from). ")
                + "Fill in the targets, check them with `shirube strategy check \(path)`, and add the file to"
                + " `strategies` in the configuration.")
    }
}

/// A fiscal year as people type it: `FY2025`, `2025`, `R7`.
struct FiscalYearArgument: ExpressibleByArgument {
    let year: Int

    init?(argument: String) {
        guard let quarter = QuarterArgument(argument: argument + "Q1") else { return nil }
        year = quarter.period.year.number
    }
}
