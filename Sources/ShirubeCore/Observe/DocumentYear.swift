/// The year that a whole file speaks of, by the rows above its header or else by its name.
///
/// Only wide tables without a column for the year need it.
struct DocumentYear {
    /// What was found for one kind of year.
    enum Answer: Equatable {
        case none
        case one(Int)
        case several([Int])
    }

    private let titles: [WrittenPeriod]
    private let names: [WrittenPeriod]

    /// Looks for years in the texts above the header and in the file's name.
    init(titles: [String], fileName: String) {
        self.titles = titles.flatMap(Self.years).filter { $0.kind != nil || $0.isShort }.map(
            \.period)
        names = Self.years(in: fileName).map(\.period)
    }

    /// The year for indicators of a calendar.
    func answer(for calendar: YearKind) -> Answer {
        for found in [titles, names] {
            let numbers = Set(
                found.filter { $0.kind == nil || $0.kind == calendar }.compactMap(\.year))
            if numbers.count > 1 { return .several(numbers.sorted()) }
            if let number = numbers.first { return .one(number) }
        }
        return .none
    }

    private struct Found {
        let period: WrittenPeriod
        /// Whether it is written as R4 or FY2022, which no amount or telephone number is.
        let isShort: Bool

        var kind: YearKind? { period.kind }
    }

    private static func years(in text: String) -> [Found] {
        var scanner = TextScanner(CellText.key(text))
        var result: [Found] = []
        var previous: UInt8 = 0
        while let next = scanner.next {
            var ahead = scanner
            let isInsideWord = isAlphanumeric(previous) && isAlphanumeric(next)
            if !isInsideWord, let year = try? PeriodReader.takeYear(&ahead),
                endsYear(ahead, kind: year.kind)
            {
                result.append(
                    Found(
                        period: WrittenPeriod(year: year.number, kind: year.kind),
                        isShort: !isDigit(next)))
                scanner = ahead
                previous = 0
            } else {
                previous = next
                scanner.skipByte()
            }
        }
        return result
    }

    /// Whether a year ends here; 令和4年10月17日 and 2022-10-17 are days, not years.
    private static func endsYear(_ scanner: TextScanner, kind: YearKind?) -> Bool {
        var after = scanner
        if kind == .fiscal { return true }
        if kind == .calendar { return !after.isAtDigit }
        if after.isAtDigit { return false }
        if after.take(anyOf: ["-", "/", ".", "_"]) { return !after.isAtDigit }
        return true
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
