/// A day as a table names it, when nothing is known of the table.
struct WrittenDate: Equatable {
    /// In which order the day was written.
    enum Order: Equatable {
        /// Year, month, day, as Japanese offices write it.
        case yearFirst
        /// Month, day, year, as spreadsheets with American settings write it.
        case monthFirst
    }

    /// The day.
    let date: CivilDate
    /// In which order it was written.
    let order: Order

    /// Reads 2022/4/1, 2022-04-01, 2022年4月1日, 令和4年4月1日, R4.4.1 or 4/1/2022; nil for anything else.
    init?(_ text: String) {
        let key = CellText.key(text)
        guard let read = Self.yearFirst(key) ?? Self.monthFirst(key) else { return nil }
        self = read
    }

    private init(date: CivilDate, order: Order) {
        self.date = date
        self.order = order
    }

    private static func yearFirst(_ key: String) -> WrittenDate? {
        var scanner = TextScanner(key)
        guard let year = try? PeriodReader.takeYear(&scanner), year.kind != .fiscal else {
            return nil
        }
        let mark = year.kind == nil ? scanner.take(marks.map { ($0, $0) }) : "月"
        guard let mark, let month = scanner.number(maximumDigits: 2), scanner.take(mark),
            let day = scanner.number(maximumDigits: 2)
        else { return nil }
        if mark == "月" { _ = scanner.take("日") }
        guard scanner.isAtEnd, let date = CivilDate(year.number, month, day) else { return nil }
        // 令和 began on 1 May 2019.
        if year.era == .reiwa, date.year == 2019, date.month < 5 { return nil }
        return WrittenDate(date: date, order: .yearFirst)
    }

    private static func monthFirst(_ key: String) -> WrittenDate? {
        var scanner = TextScanner(key)
        guard let month = scanner.number(maximumDigits: 2), scanner.take("/"),
            let day = scanner.number(maximumDigits: 2), scanner.take("/"),
            let year = scanner.number(maximumDigits: 4), year >= 1_000, scanner.isAtEnd
        else { return nil }
        return CivilDate(year, month, day).map { WrittenDate(date: $0, order: .monthFirst) }
    }

    private static let marks = ["/", "-", "."]
}
