import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube answers`: which department has reported, which has not, and how often it was late.
struct AnswersCommand: AsyncParsableCommand {
    /// How the answers are written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case json
        case csv
    }

    static let configuration = CommandConfiguration(
        commandName: "answers",
        abstract: "報告のそろい具合を見る (who has reported for a quarter, and who has not)",
        discussion: """
            課ごとに、対象の指標数、報告済み、未回答（期限が過ぎたもの）、期限前、差し戻し、最後に受理した日時、期限に遅れた四半期の数
            （分母は数えた四半期）を示します。--missing で、届いていない実績を1件ずつ並べます。
            Shows for each department what it owes and has given, and in how many quarters something was late. With \
            --missing each figure that is not there is listed.

            例 (examples):
              shirube answers
              shirube answers --quarter R4Q2 --missing
              shirube answers --department kogyo-koyo --missing
              shirube answers --format csv > answers.csv
            """)

    @OptionGroup var common: CommonOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "四半期。省くと直近に終わったもの (the quarter; the last closed one by default)",
            valueName: "quarter"))
    var quarter: QuarterArgument?

    @Option(
        name: .long,
        help: ArgumentHelp("この部署だけ (only this department)", valueName: "id"))
    var department: String?

    @OptionGroup var choice: StrategyChoice

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この時点で分かっていたこと。省くと今 (what was known then; now by default)", valueName: "time"))
    var asOf: Timestamp?

    @Flag(name: .long, help: "届いていない実績を並べる (lists what is not there)")
    var missing = false

    @Option(name: .long, help: "table|json|csv")
    var format = Format.table

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let moment = asOf ?? WallClock.machine.now
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            let strategies = try Sender.asked(choice.strategy, in: setup, language: language)
            var text = ""
            for strategy in strategies {
                if let department, strategy.department(Identifier(department)) == nil {
                    if strategies.count > 1 { continue }
                    let words = Wording(
                        ja: "「\(department)」という部署はありません。部署の一覧は shirube strategy show にあります。",
                        en:
                            "There is no department `\(department)`. shirube strategy show lists them."
                    )
                    throw Refusal(words[language], code: .inputRefused)
                }
                let document = try store.read { ledger in
                    try AnswersBoard.gather(
                        try DefinitionRegister.read(strategy, from: ledger),
                        quarter: quarter?.period
                            ?? .lastClosedQuarter(.fiscal, on: moment.japanDate),
                        at: moment, setup: setup, from: ledger)
                }.only(department.map { Identifier($0) })
                switch format {
                case .table:
                    if strategies.count > 1 { text += "◎ \(strategy.name)\n" }
                    text += document.table(language, listing: missing)
                case .json: Output.write(document.json.pretty)
                case .csv: Output.write(document.csv(language))
                }
            }
            if format == .table { screen.show(text, language) }
        }
    }
}
