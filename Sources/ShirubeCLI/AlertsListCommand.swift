import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube alerts list`: the open alerts.
struct AlertsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "警告の一覧 (the open alerts)",
        discussion: """
            終わっていない警告を、重い種類から示します。下に、休止と、この1年の遅れの件数、課長ごとの件数を示します。
            Lists the open alerts, the gravest types first; below them silences, the lags of the last year, and what lies open \
            with each head.

            例 (examples):
              shirube alerts list
              shirube alerts list --type lagging --department kogyo-koyo
              shirube alerts list --all --format json
            """)

    @OptionGroup var options: AlertsOptions
    @OptionGroup var view: AlertsView

    @Option(name: .long, help: ArgumentHelp("この課の指標だけ (of a department)", valueName: "id"))
    var department: String?

    @Flag(name: .long, help: "この1年に終わったものも (also those closed within a year)")
    var all = false

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await options.look { board, _, store, language in
            var filter = AlertBoard.Filter()
            filter.type = options.type
            filter.department = department
            if all { filter.closedSince = view.moment.adding(seconds: -365 * 86_400) }
            let listing = try board.list(filter, in: store, at: view.moment)
            switch view.format {
            case .table: screen.show(listing.table(language), language)
            case .json: Output.write(listing.json.pretty)
            }
        }
    }
}

/// `shirube alerts show`: one alert with all its steps.
struct AlertsShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "一つの警告の内容と経過 (one alert with all its steps)",
        discussion: """
            例 (examples):
              shirube alerts show 12
              shirube alerts show m01-1-1 --type lagging

            終了コード (exit codes): 0 完了 done, 65 その警告はない no such alert
            """)

    @OptionGroup var options: AlertsOptions

    @Argument(help: ArgumentHelp("警告の番号か指標のID (an alert's number or an indicator's id)"))
    var alert: String

    @Option(name: .long, help: "table|json")
    var format = HeldCommand.Format.table

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await options.look { _, entry, store, language in
            let row = try entry.find(alert, type: options.type, in: store)
            switch format {
            case .table: screen.show(AlertHistory.show(row, language), language)
            case .json: Output.write(AlertHistory(rows: [row]).json.pretty)
            }
        }
    }
}

/// `shirube alerts history`: every step of alerts.
struct AlertsHistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "警告の経過 (every step of alerts, and why)",
        discussion: """
            例 (examples):
              shirube alerts history m01-1-1
              shirube alerts history --since 2026-04-01 --format json
            """)

    @OptionGroup var options: AlertsOptions
    @OptionGroup var view: AlertsView

    @Argument(
        help: ArgumentHelp("指標のID。省くとすべて (an indicator's id; all by default)", valueName: "kpi"))
    var kpi: String?

    @Option(
        name: .long,
        help: ArgumentHelp("この日時から。省くと1年前 (since; a year ago by default)", valueName: "time"))
    var since: Timestamp?

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await options.look { board, _, store, language in
            var filter = AlertBoard.Filter()
            filter.indicator = kpi
            filter.type = options.type
            let start = since ?? view.moment.adding(seconds: -365 * 86_400)
            filter.closedSince = start
            let rows = try board.list(filter, in: store, at: view.moment).rows
            let history = AlertHistory(rows: rows, since: start)
            switch view.format {
            case .table: screen.show(history.table(language), language)
            case .json: Output.write(history.json.pretty)
            }
        }
    }
}
