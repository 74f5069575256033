/// Reads dates whose year stands at the end, as spreadsheets of other countries write them: 4/1/2023.
enum DateReader {
    /// The day that a key names; nil where it is no such date.
    ///
    /// Whether month or day comes first cannot be seen of 4/1/2023, so the department's order decides.
    static func read(
        _ key: String, order: DateOrder
    ) throws(PeriodFault) -> WrittenPeriod? {
        var scanner = TextScanner(key)
        guard let first = scanner.number(maximumDigits: 2), let mark = take(&scanner),
            let second = scanner.number(maximumDigits: 2), scanner.take(mark),
            let year = scanner.number(maximumDigits: 4), year >= 1_000, scanner.isAtEnd
        else { return nil }
        let (month, day): (Int, Int)
        switch order {
        case .yearMonthDay: throw .dateOrder
        case .monthDayYear: (month, day) = (first, second)
        case .dayMonthYear: (month, day) = (second, first)
        }
        guard (1...12).contains(month) else { throw .dateOrder }
        guard CivilDate(year, month, day) != nil else { throw .impossible }
        return WrittenPeriod(year: year, kind: .calendar, part: .day(month: month, day: day))
    }

    private static func take(_ scanner: inout TextScanner) -> String? {
        for mark in ["/", "-", "."] where scanner.take(mark) { return mark }
        return nil
    }
}
