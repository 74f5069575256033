import ArgumentParser
import Shirube
import ShirubeCore

/// How a list is written.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
}

/// `shirube decisions`: the decisions on record.
struct DecisionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions",
        abstract: "記録された決定を見る (the decisions on record)",
        discussion: """
            四半期末から決定までの日数と、その中央値も示します。
            With the days from the quarter's end to the decision, and their median.

            例 (examples):
              shirube decisions
              shirube decisions m01 --format json
            """)

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(
            "指標・事業・施策のID。省くとすべて (the id of an indicator, program or measure; all by default)",
            valueName: "id"))
    var id: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "どの戦略か。複数あるとき (which strategy, where there are several)", valueName: "id"))
    var strategy: String?

    @Option(name: .long, help: "table|json")
    var format = ListFormat.table

    @Option(
        name: .long,
        help: ArgumentHelp(
            "この日時に見たものとして (as it was seen at this moment)", valueName: "time"))
    var now: Timestamp?

    func run() async throws {
        try await Decisions.show(common, about: id, strategy: strategy, format: format, now: now)
    }
}

/// What the commands around decisions have in common.
enum Decisions {
    /// Prints the decisions on record.
    static func show(
        _ common: CommonOptions, about id: String?, strategy: String?, format: ListFormat,
        now: Timestamp?
    ) async throws {
        try await exiting {
            let setup = try common.setup(on: now?.japanDate)
            let language = common.language ?? setup.configuration.language
            let store = try Store(readingFrom: Rig.ledgerPath(setup.configuration))
            try refusing(language) {
                let target = try id.map {
                    try SubjectLookup($0, strategy: strategy, in: setup)
                }
                let listing = try DecisionEntry.listing(
                    setup, about: target, in: store, now: now ?? WallClock.machine.now)
                switch format {
                case .table: Output.write(listing.table(language))
                case .json: Output.write(listing.json.pretty)
                }
            }
        }
    }

    /// Runs `body`; what it refuses becomes an exit with code 65.
    static func refusing(_ language: Language, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let refusal as SubjectLookup.Refusal {
            throw Refusal(refusal.message[language], code: .inputRefused)
        } catch let refusal as DecisionEntry.Refusal {
            throw Refusal(refusal.message[language], code: .inputRefused)
        }
    }
}
