import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube review`: one measure, program or indicator for the meeting that decides on it.
struct ReviewCommand: AsyncParsableCommand {
    /// How the review is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case html
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "施策・事業・指標を、決定のために一枚にまとめる (a measure, program or indicator on one sheet)",
        discussion: """
            指標の状況と見通し、報告、これまでの決定とその効果、実施中の措置。HTMLは、会議で書き込める一枚の紙になります。
            How its indicators stand and will, who has answered, the decisions so far with their effect, and the open acts. \
            The HTML prints on a sheet, with a box to write in.

            例 (examples):
              shirube review m01
              shirube review m01-1 --quarter R4Q2 --format html > m01-1.html
            """)

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(
            "施策・事業・指標のID (the id of a measure, program or indicator)", valueName: "id"))
    var id: String

    @Option(
        name: .long,
        help: ArgumentHelp(
            "四半期。省くと直近に終わったもの (the quarter; the last closed one by default)",
            valueName: "quarter"))
    var quarter: QuarterArgument?

    @Option(name: .long, help: "text|html|json")
    var format = Format.text

    @OptionGroup var choice: StrategyChoice

    @OptionGroup var seen: SeenMoment

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await common.look(at: seen.moment) { scene in
            let document = try ReviewEdition.gather(
                SubjectLookup(id, strategy: choice.strategy, in: scene.setup),
                quarter: quarter?.period, setup: scene.setup, language: scene.language,
                from: scene.store, now: scene.now)
            switch format {
            case .text: screen.show(ReviewText.render(document), scene.language)
            case .html: Output.write(try ReviewHTML.render(document))
            case .json: Output.write(ReviewJSON.document(document).pretty)
            }
        }
    }
}
