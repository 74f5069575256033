import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube check`: whether the configuration is in order.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "設定を確かめる (checks the configuration and its strategies)",
        discussion: """
            例 (example):
              shirube check --config /etc/shirube/shirube.yaml
            """)

    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            try common.refusing(setup) { try DefinitionRegister.check(setup, store: store) }
            for strategy in setup.strategies {
                let words = Wording(
                    ja:
                        "\(strategy.name): 指標\(strategy.indicators.count)件、部署\(strategy.departments.count)件",
                    en: "\(strategy.name): \(strategy.indicators.count) indicators, "
                        + "\(strategy.departments.count) departments")
                Output.write(words[language] + "\n")
            }
            let file = setup.configuration.file
            Output.write(
                Wording(ja: "\(file): 問題はありません。", en: "\(file): in order.")[language] + "\n")
        }
    }
}
