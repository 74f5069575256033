import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube drop explain`: how each cell of a file is read.
struct DropExplainCommand: AsyncParsableCommand {
    /// How the explanation is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "各セルがどう読まれるかを示す (shows how each cell is read, and why)",
        discussion: """
            何も取り込みません。--raw は戦略も設定も使わず、どこのCSVでも、文字コード・見出しの行・セルの種類を示します。
            Applies nothing. --raw needs neither strategy nor configuration: for any CSV it shows the encoding, the header \
            row and what each cell is.

            例 (examples):
              shirube drop explain R4Q2.csv --department kogyo-koyo
              shirube drop explain someone-elses.csv --raw --rows 1-20
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var drop: DropOptions

    @Argument(help: ArgumentHelp("示すファイル (the file)", valueName: "file"))
    var file: String

    @Flag(name: .long, help: "戦略を使わずに読む (reads it without any strategy)")
    var raw = false

    @Option(
        name: .long,
        help: ArgumentHelp("示す行の範囲 (the rows to show; 1-100 by default)", valueName: "from-to"))
    var rows = RowRange(records: 1...100)

    @Option(name: .long, help: "text|json")
    var format = Format.text

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await exiting {
            let (explanation, name, language) = try raw ? explainRaw() : explain()
            let document = ExplanationDocument(
                fileName: name, explanation: explanation, records: rows.records)
            switch format {
            case .text: screen.show(document.text(language), language)
            case .json: Output.write(document.json(language).pretty)
            }
            let isRefused = explanation.findings.contains { $0.severity == .error }
            if isRefused { throw ExitCode(Exit.inputRefused.rawValue) }
        }
    }

    private func explainRaw() throws -> (Explanation, String, Language) {
        let language = common.language ?? .japanese
        let named = try drop.open(file, language: language)
        let explanation = try RawTable.explain(
            named.content(), fileName: named.name, records: rows.records)
        return (explanation, named.name, language)
    }

    private func explain() throws -> (Explanation, String, Language) {
        let setup = try common.setup()
        let language = common.language ?? setup.configuration.language
        let named = try drop.open(file, language: language)
        let sender = try drop.sender(of: named, in: setup, language: language)
        let explanation = try HandFeed(setup: setup).explain(
            named, of: sender, records: rows.records, now: WallClock.machine.now)
        return (explanation, named.name, language)
    }
}

/// A range of rows as people type it: `1-20`, `7`.
struct RowRange: ExpressibleByArgument {
    let records: ClosedRange<Int>

    init(records: ClosedRange<Int>) {
        self.records = records
    }

    init?(argument: String) {
        let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(ends.count), let first = ends.first ?? nil,
            let last = ends.last ?? nil, first >= 1, first <= last
        else { return nil }
        records = first...last
    }

    var defaultValueDescription: String { "\(records.lowerBound)-\(records.upperBound)" }
}
