import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube audit`: who was told what, and who did what.
struct AuditCommand: AsyncParsableCommand {
    /// How the audit is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case csv
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "だれに何を知らせ、だれが何をしたか (who was told what, and who did what)",
        discussion: """
            それぞれに、もとになった提出ファイルのSHA-256、そのときの設定ファイルのSHA-256、監査の行のハッシュを添えます。\
            --kpi は、その指標の事業・施策についての決定も示します。まとめは、どの指標についても示します。
            With the SHA-256 of the file it came from, that of the configuration file in force, and the hash of the audit's row. \
            With --kpi also decisions on its program and measure, and summaries, which speak of every indicator.

            例 (examples):
              shirube audit --kpi m01-1-1 --since 2022-10-01
              shirube audit --post kogyo-kacho --format csv > audit.csv
              shirube audit --head
            """)

    @OptionGroup var common: CommonOptions

    @Option(name: .long, help: ArgumentHelp("この指標について (about this indicator)", valueName: "id"))
    var kpi: String?

    @Option(
        name: .long,
        help: ArgumentHelp("この職・氏名・宛先の (of this post, name or address)", valueName: "name"))
    var post: String?

    @Option(name: .long, help: ArgumentHelp("この日から (from this day on)", valueName: "date"))
    var since: CivilDate?

    @OptionGroup var choice: StrategyChoice

    @Option(name: .long, help: "table|csv|json")
    var format = Format.table

    @Flag(
        name: .long,
        help:
            "先頭（最後の行の番号とハッシュ）だけを示す。よそに控えておく (only the newest row and its hash, to be noted elsewhere)"
    )
    var head = false

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            if head {
                Output.write(try store.read { try $0.auditHead() }.text + "\n")
                return
            }
            try declining(language) {
                let question = AuditQuestion(
                    about: try ids(in: setup), of: choice.strategy.map { Identifier($0) },
                    post: post,
                    since: since.map { Timestamp(japanDate: $0) })
                let document = try store.read { try $0.audit(question, language) }
                switch format {
                case .table: screen.show(document.table(language), language)
                case .csv: Output.write(document.csv(language))
                case .json: Output.write(document.json.pretty)
                }
            }
        }
    }

    /// The indicator's id with those of its program and measure; nil where none is asked for.
    private func ids(in setup: Setup) throws -> Set<String>? {
        guard let kpi else { return nil }
        let target = try SubjectLookup(kpi, strategy: choice.strategy, in: setup)
        let own = target.subject.indicators(in: target.strategy)
        let programs = own.compactMap(\.program)
        let measures = programs.compactMap { target.strategy.program($0)?.measure }
        return Set([kpi] + own.map(\.id.text) + programs.map(\.text) + measures.map(\.text))
    }
}
