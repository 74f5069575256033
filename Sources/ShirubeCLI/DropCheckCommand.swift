import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube drop check`: how a file would be read, without the ledger.
struct DropCheckCommand: AsyncParsableCommand {
    /// How the answer is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case csv
        case json
        case summary
    }

    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "ファイルを調べるだけ (checks a file without applying it)",
        discussion: """
            台帳には触れません。取り込めないファイルのときは 65 で終わります。
            Leaves the ledger alone, and ends with 65 where the file cannot be applied.

            例 (examples):
              shirube drop check R4Q2.csv --department kogyo-koyo
              shirube drop check *.csv --department kogyo-koyo --format summary
              shirube drop check /srv/shirube/drops/kogyo-koyo/R4Q2.csv --format csv > findings.csv
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var drop: DropOptions

    @Argument(help: ArgumentHelp("調べるファイル (the files)", valueName: "file"))
    var files: [String]

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この名前のファイルとして読む。名前から年度を知るとき (the name to read it under, which may tell its year)",
            valueName: "name"))
    var name: String?

    @Option(name: .long, help: "text|csv|json|summary")
    var format = Format.text

    func validate() throws {
        if files.count > 1, format == .csv || name != nil {
            throw ValidationError("--format csv and --name are for one file at a time.")
        }
    }

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            var documents: [JSON] = []
            var isRefused = false
            for file in files {
                let document = try check(file, setup, language)
                isRefused = isRefused || !document.drop.isAcceptable
                switch format {
                case .text: Output.write(document.text(language))
                case .summary: Output.write(document.summary(language))
                case .json: documents.append(document.json)
                case .csv: Output.write(document.csv(language))
                }
            }
            if format == .json {
                // One file is one document; several make a list.
                let only = documents.count == 1 ? documents.first : nil
                Output.write((only ?? .array(documents)).pretty)
            }
            if isRefused { throw ExitCode(Exit.inputRefused.rawValue) }
        }
    }

    private func check(
        _ file: String, _ setup: Setup, _ language: Language
    ) throws -> DropCheckDocument {
        let named = try drop.open(file, language: language)
        let sender = try drop.sender(of: named, in: setup, language: language)
        let progress = drop.progress(
            Wording(ja: "調べています", en: "checking")[language], named)
        let parsed = try HandFeed(setup: setup).check(
            named, of: sender, name: name ?? named.name, now: WallClock.machine.now,
            progress: progress.advance)
        progress.finish()
        return DropCheckDocument(
            fileName: name ?? named.name, bytes: named.size, strategy: sender.strategy,
            department: sender.department, drop: parsed)
    }
}
