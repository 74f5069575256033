/// A stretch of a year that a figure speaks of: the year, a half, a quarter, a month, or a day.
///
/// `FY2018`, `FY2022H1`, `FY2022Q2`, `FY2022-05` (the May that lies in FY2022; `FY2022-01` is January 2023),
/// `FY2022-05-17`, and the same with `CY` for calendar years.
package struct Period: Hashable, Sendable {
    /// The part of the year.
    package enum Part: Hashable, Sendable {
        /// The whole year.
        case year
        /// A half, 1 or 2.
        case half(Int)
        /// A quarter, 1 to 4, counted from the year's first month.
        case quarter(Int)
        /// A month by its calendar number, 1 to 12.
        case month(Int)
        /// A day of such a month.
        case day(month: Int, day: Int)
    }

    /// The year it lies in.
    package let year: Year
    /// The part of that year.
    package let part: Part

    /// Makes a period, or nil where the part does not exist (quarter 5, month 13).
    package init?(_ year: Year, _ part: Part) {
        switch part {
        case .year: break
        case .half(let number): guard (1...2).contains(number) else { return nil }
        case .quarter(let number): guard (1...4).contains(number) else { return nil }
        case .month(let number): guard (1...12).contains(number) else { return nil }
        case .day(let month, let day):
            let western = month < year.firstMonth ? year.number + 1 : year.number
            guard CivilDate(western, month, day) != nil else { return nil }
        }
        self.year = year
        self.part = part
    }

    /// Makes the period that is a whole year.
    package init(_ year: Year) {
        self.year = year
        self.part = .year
    }

    /// The positions of its months within the year, 0 for the year's first month; of a day, that of its month.
    package var monthIndices: Range<Int> {
        switch part {
        case .year: return 0..<12
        case .half(let number): return (number - 1) * 6..<number * 6
        case .quarter(let number): return (number - 1) * 3..<number * 3
        case .month(let number), .day(let number, _):
            let index = (number - year.firstMonth + 12) % 12
            return index..<index + 1
        }
    }

    /// The months as numbers on a line without years (`12 * western year + month - 1`): periods of every
    /// kind can be compared by it.
    package var absoluteMonths: Range<Int> {
        let start = year.number * 12 + year.firstMonth - 1
        return start + monthIndices.lowerBound..<start + monthIndices.upperBound
    }

    /// Whether it is a single day.
    package var isDay: Bool { dayOfMonth != nil }

    /// The month that a day or a month lies in; any other period as it is.
    package var month: Period {
        guard case .day(let month, _) = part else { return self }
        return Period(year, .month(month)) ?? self
    }

    private var dayOfMonth: Int? {
        guard case .day(_, let day) = part else { return nil }
        return day
    }

    /// The first day.
    package var firstDay: CivilDate {
        Self.firstDay(absoluteMonth: absoluteMonths.lowerBound).adding(days: (dayOfMonth ?? 1) - 1)
    }

    /// The last day.
    package var lastDay: CivilDate {
        if isDay { return firstDay }
        return Self.firstDay(absoluteMonth: absoluteMonths.upperBound).adding(days: -1)
    }

    /// The first day of a month, counted as in `absoluteMonths`.
    static func firstDay(absoluteMonth: Int) -> CivilDate {
        let year = absoluteMonth >= 0 ? absoluteMonth / 12 : (absoluteMonth - 11) / 12
        let start = CivilDate(year, absoluteMonth - year * 12 + 1, 1)
        guard let start else { preconditionFailure("the first of a month always exists") }
        return start
    }

    /// Whether its end is that of its year.
    package var endsYear: Bool { monthIndices.upperBound == 12 && !isDay }

    /// Whether its last day lies before the date.
    package func isClosed(on date: CivilDate) -> Bool { lastDay < date }

    /// The quarters of the year, in order.
    package static func quarters(of year: Year) -> [Period] {
        (1...4).compactMap { Period(year, .quarter($0)) }
    }

    /// The quarter that holds the date.
    package static func quarter(_ kind: YearKind, containing date: CivilDate) -> Period {
        let year = Year.of(kind, containing: date)
        let index = (date.month - year.firstMonth + 12) % 12
        guard let quarter = Period(year, .quarter(index / 3 + 1)) else {
            preconditionFailure("a month index below 12 lies in a quarter")
        }
        return quarter
    }

    /// The last quarter that was over on the date.
    package static func lastClosedQuarter(_ kind: YearKind, on date: CivilDate) -> Period {
        let current = quarter(kind, containing: date)
        return quarter(kind, containing: current.firstDay.adding(days: -1))
    }
}

extension Period: CustomStringConvertible {
    /// The code, such as `FY2022Q2`.
    package var description: String {
        let head = (year.kind == .fiscal ? "FY" : "CY") + zeroPadded(year.number, 4)
        return switch part {
        case .year: head
        case .half(let number): head + "H\(number)"
        case .quarter(let number): head + "Q\(number)"
        case .month(let number): head + "-" + zeroPadded(number, 2)
        case .day(let month, let day): head + "-" + zeroPadded(month, 2) + "-" + zeroPadded(day, 2)
        }
    }

    /// Reads a code such as `FY2018`, `FY2022Q2`, `FY2022-05` `FY2022-05-17` or `CY2018`; nil for anything else.
    package init?(code: String) {
        let bytes = code.utf8
        guard bytes.count >= 6 else { return nil }
        let kind: YearKind
        if bytes.starts(with: "FY".utf8) {
            kind = .fiscal
        } else if bytes.starts(with: "CY".utf8) {
            kind = .calendar
        } else {
            return nil
        }
        guard let number = Self.digits(bytes.dropFirst(2).prefix(4)) else { return nil }
        let year = Year(kind, number)
        let rest = bytes.dropFirst(6)
        switch (rest.first, rest.count) {
        case (nil, _): self.init(year)
        case (UInt8(ascii: "H"), 2):
            guard let half = Self.digits(rest.dropFirst()) else { return nil }
            self.init(year, .half(half))
        case (UInt8(ascii: "Q"), 2):
            guard let quarter = Self.digits(rest.dropFirst()) else { return nil }
            self.init(year, .quarter(quarter))
        case (UInt8(ascii: "-"), 3):
            guard let month = Self.digits(rest.dropFirst()) else { return nil }
            self.init(year, .month(month))
        case (UInt8(ascii: "-"), 6):
            let (monthDigits, tail) = (rest.dropFirst().prefix(2), rest.dropFirst(3))
            guard let month = Self.digits(monthDigits), tail.first == UInt8(ascii: "-"),
                let day = Self.digits(tail.dropFirst())
            else { return nil }
            self.init(year, .day(month: month, day: day))
        default: return nil
        }
    }

    private static func digits(_ bytes: Substring.UTF8View) -> Int? {
        var number = 0
        for byte in bytes {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        return number
    }
}

extension Period {
    /// By its last month and its day, as one number: dictionaries of periods are looked into for every reading, and few
    /// periods have the same end.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(absoluteMonths.upperBound << 5 | (dayOfMonth ?? 0))
    }
}

extension Period: Comparable {
    /// Earlier end first; of two with the same end, the shorter first; then fiscal before calendar.
    package static func < (left: Period, right: Period) -> Bool {
        let (one, other) = (left.absoluteMonths, right.absoluteMonths)
        // A day of a month comes before the month itself.
        let (day, otherDay) = (left.dayOfMonth ?? 32, right.dayOfMonth ?? 32)
        return (one.upperBound, day, -one.lowerBound, left.year.kind == .fiscal ? 0 : 1)
            < (other.upperBound, otherDay, -other.lowerBound, right.year.kind == .fiscal ? 0 : 1)
    }
}
