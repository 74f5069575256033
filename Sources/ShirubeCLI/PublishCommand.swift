import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube publish`: writes the web pages of a strategy.
struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "公開用のWebページを書き出す (writes the web pages)",
        discussion: """
            フォルダーの中身を、丸ごと一度に置き換えます。変わらないファイルはそのまま残ります。
            サーバーは要りません。書き出したフォルダーを、Webサーバーの公開場所に置いてください。
            The folder's content is replaced whole and at once; files that have not changed stay as they are.
            Everyone sees the newest summary that was sent, and nothing that is known since.

            例 (examples):
              shirube publish /var/www/html/strategy
              shirube publish --edition internal /srv/intranet/strategy
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("書き出すフォルダー (the folder to write)", valueName: "dir"))
    var folder: String

    @Option(
        name: .long,
        help:
            "public は公開版、internal は庁内版。省くと設定のとおり (for everyone, or for the city hall; by default as configured)"
    )
    var edition: PublishEdition?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時に記録されていたもの (what was stored by this moment)", valueName: "time"))
    var asOf: AsOfArgument?

    @OptionGroup var choice: StrategyChoice

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let strategy = try chosen(from: setup)
            let publishing = edition?.applied(to: setup.configuration.publishing)
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let site = try store.read { ledger in
                try SiteEdition.gather(
                    strategy, publishing: publishing ?? setup.configuration.publishing,
                    at: asOf?.moment ?? WallClock.machine.now, setup: setup, from: ledger)
            }
            guard let site else {
                let words = Wording(
                    ja:
                        "送付した四半期のまとめがまだないため、公開するものがありません。まとめを送付してから実行するか、--edition internal を付けて庁内版を書き出してください。",
                    en:
                        "No quarterly summary has been sent yet, so there is nothing to publish; run this after one has been, or write what the city hall sees with --edition internal."
                )
                throw Refusal(words[language], code: .inputRefused)
            }
            let outcome = try write(site, language)
            let done = Wording(
                ja: "\(outcome.files)件のファイルのうち\(outcome.written)件を書き出しました：\(folder)",
                en: "Wrote \(outcome.written) of \(outcome.files) files: \(folder)")
            Output.write(done[language] + "\n")
        }
    }

    private func write(_ site: Site, _ language: Language) throws -> SiteFolder.Outcome {
        let label = Wording(ja: "書き出しています", en: "writing")[language]
        let progress = ProgressLine(label, expected: site.expectedFiles)
        defer { progress.finish() }
        do {
            return try SiteFolder(path: folder).publish { take in
                try site.write { file in
                    try take(file)
                    progress.advance(1)
                }
            }
        } catch let failure as SiteFolder.Failure {
            throw Refusal(failure.wording[language], code: .notWritten)
        }
    }

    private func chosen(from setup: Setup) throws -> Strategy {
        let known = setup.strategies.map(\.id.text).joined(separator: ", ")
        guard let id = choice.strategy else {
            guard setup.strategies.count == 1, let only = setup.strategies.first else {
                throw ValidationError(
                    "One site is of one strategy: choose --strategy, one of \(known).")
            }
            return only
        }
        guard let strategy = setup.strategies.first(where: { $0.id.text == id }) else {
            throw ValidationError("--strategy \(id): no such strategy. Known: \(known).")
        }
        return strategy
    }
}

/// For whom the pages are, as people type it.
enum PublishEdition: String, ExpressibleByArgument, CaseIterable {
    case everyone = "public"
    case cityHall = "internal"

    /// How pages are made for these readers.
    func applied(to publishing: Publishing) -> Publishing {
        switch self {
        case .cityHall: publishing.with(.cityHall)
        case .everyone:
            // Whether everyone sees chances is the configuration's to say; a site for the city hall does not say so.
            publishing.with(
                publishing.audience.isInternal
                    ? .everyone(showsProbability: false) : publishing.audience)
        }
    }
}
