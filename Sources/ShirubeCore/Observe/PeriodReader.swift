/// A year, a part of one, or both, as a department wrote it.
package struct WrittenPeriod: Sendable, Equatable {
    /// The western year, nil where none is written.
    package var year: Int?
    /// What the text says of the year's kind: 年度 is fiscal, 年 is calendar; nil where it does not say.
    ///
    /// For a month it says which January is meant: 令和4年度1月 lies in 2023, 2022年1月 in 2022.
    package var kind: YearKind?
    /// The part of the year.
    package var part: Period.Part
    /// Whether the era that names the year was over by then, as in 平成32年度.
    package var isOverrun = false
    /// Where it ends, if it is a range of which only the beginning stands above; nil for a single period.
    package var through: Ending?

    /// The month that is meant, or that a day lies in; nil for longer periods.
    var month: Int? {
        switch part {
        case .month(let month), .day(let month, _): month
        case .year, .half, .quarter: nil
        }
    }

    /// Makes a written period.
    package init(
        year: Int? = nil, kind: YearKind? = nil, part: Period.Part = .year,
        isOverrun: Bool = false, through: Ending? = nil
    ) {
        self.year = year
        self.kind = kind
        self.part = part
        self.isOverrun = isOverrun
        self.through = through
    }
}

/// In which order a department's spreadsheets write year, month and day.
package enum DateOrder: String, Sendable, CaseIterable {
    /// 2023/4/1, as is usual in Japan.
    case yearMonthDay = "ymd"
    /// 4/1/2023.
    case monthDayYear = "mdy"
    /// 1/4/2023.
    case dayMonthYear = "dmy"
}

/// Why a text names no period.
package enum PeriodFault: Error, Equatable {
    /// It is not written in a way that is known.
    case unreadable
    /// It is readable, but there is no such year, quarter or month (令和0年, 第5四半期, 令和元年4月).
    case impossible
    /// It is a date with the year at its end, which the date order of the department does not allow.
    case dateOrder
}

/// Reads years and periods as Japanese offices write them, after folding widths.
package enum PeriodReader {
    /// Reads a period: 令和4年度第2四半期, R4Q2, 上半期, 4月, 2022-05, 2022年5月17日, R4.05.17, 令和4年度, 年間, 4月～6月.
    package static func read(
        _ text: String, dates: DateOrder = .yearMonthDay
    ) throws(PeriodFault) -> WrittenPeriod {
        let key = withoutParenthesis(CellText.key(text))
        if let date = try DateReader.read(key, order: dates) { return date }
        do {
            return try readOne(key)
        } catch {
            guard error == .unreadable, let range = try readRange(key) else { throw error }
            return range
        }
    }

    /// Reads a period that is no range and no date with its year at the end.
    static func readOne(_ key: String) throws(PeriodFault) -> WrittenPeriod {
        // H1 is a half; 平成元年 is written with 年, or in another way.
        if let half = bareHalves[key] { return WrittenPeriod(part: .half(half)) }
        var scanner = TextScanner(key)
        guard !scanner.isAtEnd else { throw .unreadable }
        let year = try takeYear(&scanner)
        guard let year else {
            let part = try takePart(&scanner)
            guard scanner.isAtEnd else { throw .unreadable }
            return part
        }
        let separator = ["-", "/", ".", "_", "の", "・"].first { scanner.take($0) }
        if scanner.isAtEnd, separator == nil {
            return try checked(year, kind: year.kind, part: .year)
        }
        if let separator, let part = takeBareMonth(&scanner, after: separator) {
            return try checked(year, kind: year.kind ?? .calendar, part: part)
        }
        let part = try takePart(&scanner)
        guard scanner.isAtEnd else { throw .unreadable }
        return try checked(year, kind: year.kind ?? part.kind, part: part.part)
    }

    /// Reads a year alone: 令和4年度, R4, H30, 平成31年度, 2022, 2022年, FY2022, CY2018.
    package static func readYear(_ text: String) throws(PeriodFault) -> WrittenPeriod {
        let period = try read(text)
        guard period.year != nil, period.part == .year, period.through == nil else {
            throw .unreadable
        }
        return period
    }

    /// A year as written, with the era that named it.
    struct WrittenYear {
        var number: Int
        var kind: YearKind?
        var era: Era?
    }

    private static func checked(
        _ year: WrittenYear, kind: YearKind?, part: Period.Part
    ) throws(PeriodFault) -> WrittenPeriod {
        guard let period = Period(Year(kind ?? .fiscal, year.number), part) else {
            throw .impossible
        }
        var isOverrun = false
        if let era = year.era {
            // A fiscal year is named as a whole: 令和元年度 begins in April, and 平成31年度 is the same year.
            let isWhole = kind != .calendar
            guard isWhole || period.lastDay >= era.firstDay else { throw .impossible }
            let end = era.lastDay
            let first = isWhole ? Period(Year(.fiscal, year.number)).firstDay : period.firstDay
            isOverrun = end.map { first > $0 } ?? false
        }
        return WrittenPeriod(year: year.number, kind: kind, part: part, isOverrun: isOverrun)
    }

    /// Takes a year if one comes next; nil, taking nothing, where the text begins otherwise.
    static func takeYear(_ scanner: inout TextScanner) throws(PeriodFault) -> WrittenYear? {
        let start = scanner
        if scanner.take("fy") || scanner.take("cy") {
            let kind: YearKind = start.next == UInt8(ascii: "f") ? .fiscal : .calendar
            guard let number = scanner.number(maximumDigits: 4), number >= 1_000 else {
                throw .unreadable
            }
            _ = scanner.take(anyOf: ["年度", "年"])
            return WrittenYear(number: number, kind: kind, era: nil)
        }
        if let era = scanner.take(eras) {
            guard let number = takeEraNumber(&scanner) else {
                scanner = start
                return nil
            }
            guard number > 0 else { throw .impossible }
            let kind = takeKind(&scanner)
            return WrittenYear(number: era.firstYear + number - 1, kind: kind, era: era)
        }
        guard let number = scanner.number(maximumDigits: 4), number >= 1_000 else {
            scanner = start
            return nil
        }
        return WrittenYear(number: number, kind: takeKind(&scanner), era: nil)
    }

    private static let eras: [(String, Era)] =
        Era.allCases.map { ($0.rawValue, $0) } + Era.allCases.map { ($0.letter.lowercased(), $0) }

    private static func takeEraNumber(_ scanner: inout TextScanner) -> Int? {
        scanner.take("元") ? 1 : scanner.number(maximumDigits: 2) ?? takeKanjiNumber(&scanner)
    }

    /// Takes a number from 1 to 99 in kanji, as in 令和四年度 and 平成三十一年度; nil, taking nothing, where there is none.
    private static func takeKanjiNumber(_ scanner: inout TextScanner) -> Int? {
        let first = scanner.take(kanjiDigits)
        guard scanner.take("十") else { return first }
        return (first ?? 1) * 10 + (scanner.take(kanjiDigits) ?? 0)
    }

    private static let kanjiDigits: [(String, Int)] = [
        ("一", 1), ("二", 2), ("三", 3), ("四", 4), ("五", 5), ("六", 6), ("七", 7), ("八", 8), ("九", 9),
    ]

    private static func takeKind(_ scanner: inout TextScanner) -> YearKind? {
        if scanner.take("年度") { return .fiscal }
        // 年間 and 年計 are words of their own, and leave the kind open.
        let word = scanner
        if scanner.take(anyOf: ["年間", "年計", "年末"]) {
            scanner = word
            return nil
        }
        return scanner.take("年") || scanner.take("暦年") ? .calendar : nil
    }

    private static let bareHalves = ["h1": 1, "h2": 2]

    /// Takes the month, and the day after it, of 2022-05 and R4.05.17.
    private static func takeBareMonth(
        _ scanner: inout TextScanner, after separator: String
    ) -> Period.Part? {
        let start = scanner
        guard let month = scanner.number(maximumDigits: 2) else { return nil }
        if scanner.isAtEnd { return .month(month) }
        // R4.4-6 is no day.
        if ["-", "/", "."].contains(separator), scanner.take(separator),
            let day = scanner.number(maximumDigits: 2),
            scanner.isAtEnd
        {
            return .day(month: month, day: day)
        }
        scanner = start
        return nil
    }

    private static func takePart(_ scanner: inout TextScanner) throws(PeriodFault) -> WrittenPeriod
    {
        if let half = scanner.take(halves) {
            takeSuffix(&scanner)
            return WrittenPeriod(part: .half(half))
        }
        if let part = try takeQuarterOrMonth(&scanner) {
            takeSuffix(&scanner)
            return WrittenPeriod(part: part)
        }
        guard let kind = scanner.take(wholeYears) else { throw .unreadable }
        takeSuffix(&scanner)
        return WrittenPeriod(kind: kind)
    }

    private static func takeQuarterOrMonth(
        _ scanner: inout TextScanner
    ) throws(PeriodFault) -> Period.Part? {
        let start = scanner
        var quarter: Int?
        if scanner.take("q") {
            quarter = scanner.number(maximumDigits: 1)
        } else {
            let hasOrdinal = scanner.take("第")
            // 第2・4半期 and 第24半期 are both seen for 第2四半期.
            let digit = scanner.take(kanjiDigits) ?? takeDigit(&scanner)
            _ = scanner.take("・")
            if digit != nil, scanner.take(anyOf: ["四半期", "4半期", "q"]) {
                quarter = digit
            } else {
                scanner = start
                guard !hasOrdinal else { throw .unreadable }
            }
        }
        if let quarter {
            guard (1...4).contains(quarter) else { throw .impossible }
            return .quarter(quarter)
        }
        guard let month = scanner.number(maximumDigits: 2), scanner.take("月") else {
            scanner = start
            return nil
        }
        guard (1...12).contains(month) else { throw .impossible }
        let afterMonth = scanner
        if let day = scanner.number(maximumDigits: 2), scanner.take("日") {
            guard (1...31).contains(day) else { throw .impossible }
            return .day(month: month, day: day)
        }
        scanner = afterMonth
        return .month(month)
    }

    private static func takeDigit(_ scanner: inout TextScanner) -> Int? {
        for digit in 0...9 where scanner.take(String(digit)) { return digit }
        return nil
    }

    private static func takeSuffix(_ scanner: inout TextScanner) {
        _ = scanner.take(anyOf: ["実績値", "実績", "分", "末時点", "末現在", "末", "時点", "現在", "計"])
    }

    private static let halves: [(String, Int)] = [
        ("上半期", 1), ("上期", 1), ("前期", 1), ("h1", 1), ("1h", 1), ("下半期", 2), ("下期", 2),
        ("後期", 2), ("h2", 2), ("2h", 2),
    ]

    private static let wholeYears: [(String, YearKind?)] = [
        ("年度", .fiscal), ("年間", nil), ("暦年", .calendar), ("通年度", .fiscal), ("通年", nil),
        ("通期", nil), ("年", nil), ("fullyear", nil), ("year", nil), ("annual", nil),
    ]

    /// 第1四半期(4~6月) says the same twice; only what stands before the parenthesis is read.
    private static func withoutParenthesis(_ key: String) -> String {
        guard key.utf8.last == UInt8(ascii: ")"),
            let open = key.utf8.firstIndex(of: UInt8(ascii: "("))
        else { return key }
        return String(key[..<open])
    }
}
