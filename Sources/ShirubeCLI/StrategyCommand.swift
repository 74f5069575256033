import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube strategy`: strategy files.
struct StrategyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "strategy",
        abstract: "戦略のファイルを扱う (checks, shows, starts, revises and succeeds strategy files)",
        subcommands: [
            Check.self, Show.self, New.self, StrategyReviseCommand.self,
            StrategyHistoryCommand.self, StrategySucceedCommand.self,
        ])

    /// Reads a strategy file given to the command; a wrong one ends it with code 65.
    static func read(_ file: String, language: Language) throws -> Strategy {
        do throws(ConfigurationError) {
            return try StrategyFile.read(path: file)
        } catch {
            throw Refusal(error.text(language), code: .inputRefused)
        }
    }

    /// `shirube strategy check FILE`.
    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "戦略のファイルを確かめる (checks a strategy file)",
            discussion: """
                例 (example):
                  shirube strategy check config/strategies/tomakomai-2020.yaml
                """)

        @OptionGroup var common: CommonOptions

        @Argument(help: ArgumentHelp("戦略のファイル (the strategy file)", valueName: "file"))
        var file: String

        func run() async throws {
            try await exiting {
                let language = common.language ?? .japanese
                let strategy = try StrategyCommand.read(file, language: language)
                for question in strategy.ownerQuestions() {
                    Output.write(question[language] + "\n")
                }
                let words = Wording(
                    ja: "\(file): 問題はありません（指標\(strategy.indicators.count)件、"
                        + "事業\(strategy.programs.count)件、部署\(strategy.departments.count)件）。",
                    en: "\(file): in order (\(strategy.indicators.count) indicators, "
                        + "\(strategy.programs.count) programs, \(strategy.departments.count) departments)."
                )
                Output.write(words[language] + "\n")
            }
        }
    }

    /// `shirube strategy show [FILE]`.
    struct Show: AsyncParsableCommand {
        /// How the strategy is written.
        enum Format: String, ExpressibleByArgument, CaseIterable {
            case table
            case json
        }

        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "戦略の中身を見る (shows a strategy)",
            discussion: """
                ファイルを省くと、設定にある戦略を見せます。
                Without a file, shows the strategies of the configuration.

                例 (example):
                  shirube strategy show config/strategies/tomakomai-2020.yaml --format json
                """)

        @OptionGroup var common: CommonOptions

        @Argument(help: ArgumentHelp("戦略のファイル (the strategy file)", valueName: "file"))
        var file: String?

        @Option(name: .long, help: "table|json")
        var format = Format.table

        @OptionGroup var screen: ScreenOptions

        func run() async throws {
            try await exiting {
                let language = common.language ?? .japanese
                let strategies =
                    try file.map { [try StrategyCommand.read($0, language: language)] }
                    ?? common.setup().strategies
                switch format {
                case .table:
                    let tables = strategies.map { Self.table($0, language) }
                    screen.show(tables.joined(), language)
                case .json:
                    // One strategy is one document; several make a list.
                    let documents = strategies.map { $0.json() }
                    let only = documents.count == 1 ? documents.first : nil
                    Output.write((only ?? .array(documents)).pretty)
                }
            }
        }

        private static func table(_ strategy: Strategy, _ language: Language) -> String {
            let table = TextTable(
                columns: Strategy.headers(language).map { TextTable.Column($0) },
                rows: strategy.rows(language))
            return ([strategy.name] + table.lines()).joined(separator: "\n") + "\n"
        }
    }

    /// `shirube strategy new`.
    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "new",
            abstract: "戦略のファイルの雛形を書き出す (writes a commented skeleton)",
            discussion: """
                例 (example):
                  shirube strategy new > strategies/our-city.yaml
                """)

        @OptionGroup var common: CommonOptions

        func run() async throws {
            Output.write(StrategyFile.skeleton)
        }
    }
}
