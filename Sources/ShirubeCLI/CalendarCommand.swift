import ArgumentParser
import Shirube
import ShirubeCore

/// `shirube calendar`: a year's holidays, working days, quarter ends and due days.
struct CalendarCommand: AsyncParsableCommand {
    /// How the calendar is written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case grid
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "年度の祝日・開庁日・提出期限を見る (a year's holidays, working days and due days)",
        discussion: """
            年度の祝日（日本語と英語）、閉庁日、月ごとの開庁日の数、四半期の末日、提出期限を示します。数だけの年は年度で、\
            暦年は CY2026 か「令和8年」と書きます。祝日は法律から計算し、設定の calendar に内閣府の一覧（syukujitsu.csv）が\
            あれば、それに載っている年は一覧に従います。土日を閉庁日とする今の決まりを、過去の年にも当てはめます。
            Shows the holidays of a fiscal year by name, closed days, the number of working days of each month, quarter \
            ends, and the days by which figures are due: of every cadence, and of each indicator that differs. A bare number \
            is a fiscal year; write CY2026 for a calendar year. Holidays are computed from the law, 1948 to 2099; for years \
            in the Cabinet Office's list (`calendar` in the configuration) the list wins.

            例 (examples):
              shirube calendar
              shirube calendar 2026
              shirube calendar R8 --format grid
              shirube calendar CY2026 --format json
              shirube calendar 令和8年度 --language en
            """)

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(
            "年度か年。2026、R8、令和8年度、CY2026。省くと今年度 (the year; this fiscal year by default)",
            valueName: "year"))
    var year: YearArgument?

    @Option(name: .long, help: "table|grid|json")
    var format = Format.table

    func validate() throws {
        let years = Holidays.years
        if let number = year?.year.number, !years.contains(number) {
            throw ValidationError(
                "\(number): 祝日の法律がある\(years.lowerBound)年から\(years.upperBound)年までにしてください "
                    + "(holidays are known for \(years.lowerBound) to \(years.upperBound)).")
        }
    }

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        try await exiting {
            let setup = try common.setup()
            let language = common.language ?? setup.configuration.language
            let document = CalendarDocument(
                year: year?.year ?? .fiscal(containing: WallClock.machine.now.japanDate),
                dueDays: setup.configuration.dueDays, schedule: setup.configuration.schedule,
                strategies: setup.strategies)
            switch format {
            case .table: screen.show(CalendarText.table(document, language), language)
            case .grid: screen.show(CalendarGrid.render(document, language), language)
            case .json: Output.write(document.json.pretty)
            }
        }
    }
}

/// A year as people type it: `2026` and `R8` are fiscal years, `CY2026` and 令和8年 calendar years.
struct YearArgument: ExpressibleByArgument {
    let year: Year

    init?(argument: String) {
        guard let written = try? PeriodReader.readYear(argument), !written.isOverrun,
            let number = written.year
        else { return nil }
        year = Year(written.kind ?? .fiscal, number)
    }
}
