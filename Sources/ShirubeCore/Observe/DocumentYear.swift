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
            let year = isInsideWord ? nil : try? PeriodReader.takeYear(&ahead)
            if let year, endsYear(ahead, kind: year.kind) {
                result.append(
                    Found(
                        period: WrittenPeriod(year: year.number, kind: year.kind),
                        isShort: !isDigit(next)))
            } else if let year, year.kind == .calendar,
                let years = takeMonths(&ahead, from: year.number)
            {
                result += years.map { Found(period: $0, isShort: true) }
            } else {
                previous = next
                scanner.skipByte()
                continue
            }
            scanner = ahead
            previous = 0
        }
        return result
    }

    /// Takes a range of months after its year, such as the rest of 令和4年4月～9月 or 令和4年4月～令和5年3月, and gives the
    /// years of both kinds that it lies within; nil for anything else.
    ///
    /// A single month says when a table was made as often as what it speaks of, and so says nothing here.
    private static func takeMonths(
        _ scanner: inout TextScanner, from year: Int
    ) -> [WrittenPeriod]? {
        guard let first = takeMonth(&scanner), scanner.take(anyOf: ["~", "から", "-", "ー"]) else {
            return nil
        }
        var lastYear = year
        if scanner.take(anyOf: ["翌年度", "翌年", "翌"]) {
            lastYear += 1
        } else {
            var ahead = scanner
            if let written = try? PeriodReader.takeYear(&ahead), written.kind == .calendar {
                lastYear = written.number
                scanner = ahead
            }
        }
        guard let last = takeMonth(&scanner), (lastYear, last) >= (year, first) else { return nil }
        let fiscal = [(year, first), (lastYear, last)].map { $0.1 < 4 ? $0.0 - 1 : $0.0 }
        var years: [WrittenPeriod] = []
        if fiscal[0] == fiscal[1] { years.append(WrittenPeriod(year: fiscal[0], kind: .fiscal)) }
        if year == lastYear { years.append(WrittenPeriod(year: year, kind: .calendar)) }
        return years
    }

    /// Takes a month with its word, which no day follows.
    private static func takeMonth(_ scanner: inout TextScanner) -> Int? {
        guard let month = scanner.number(maximumDigits: 2), (1...12).contains(month),
            scanner.take("月"), !scanner.isAtDigit
        else { return nil }
        return month
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
