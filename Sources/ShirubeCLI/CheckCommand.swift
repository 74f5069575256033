import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube check`: whether the configuration is in order.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "設定を確かめる (checks the configuration and its strategies)",
        discussion: """
            例 (examples):
              shirube check --config /etc/shirube/shirube.yaml
              shirube check --online --charts

            --online は、メールサーバーとチャンネルへの接続、暗号化、ログインを何も送らずに試します。
            With --online connection, encryption and login are tried with the mail servers and
            channels, and nothing is sent. Exit code 69: one of them cannot be reached.
            --charts は、図を描くlibrsvgと日本語フォントがあるかを確かめます。
            With --charts it looks for librsvg and a Japanese font, by which charts are drawn.
            """)

    @OptionGroup var common: CommonOptions

    @Flag(
        name: .long,
        help: "送り先への接続も、何も送らずに試す (also tries the servers, without sending)")
    var online = false

    @Flag(
        name: .long,
        help: "図を描けるか、フォントも確かめる (also looks whether charts can be drawn)")
    var charts = false

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
            if charts { try checkDrawing(language) }
            if online { try await tryServers(setup, language) }
        }
    }

    private func checkDrawing(_ language: Language) throws {
        do {
            try Rasterizer().check()
        } catch {
            throw Refusal(error.wording[language], code: .unreachable)
        }
        Output.write(
            Wording(ja: "図: 描けます。", en: "Charts: can be drawn.")[language] + "\n")
    }

    private func tryServers(_ setup: Setup, _ language: Language) async throws {
        let world = Rig.world(setup, clock: .machine, environment: Environment.all)
        var isReached = true
        for transport in [world.mail, world.webhooks].compactMap(\.self) {
            for check in await transport.check() {
                Output.write(check.line(today: world.clock.now.japanDate)[language] + "\n")
                isReached = isReached && check.failure == nil
            }
        }
        guard isReached else { throw ExitCode(Exit.unreachable.rawValue) }
    }
}
