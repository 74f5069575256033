extension WrittenPeriod {
    /// Where a range such as 4月～6月 ends.
    package struct Ending: Sendable, Equatable {
        /// The western year, nil where none is written.
        package let year: Int?
        /// What the text says of that year's kind; nil where it does not say.
        package let kind: YearKind?
        /// The part of the year with which it ends.
        package let part: Period.Part
        /// Whether it says that it ends in the year after (翌).
        package let isNextYear: Bool
    }

    /// Whether it is a range of months, quarters or halves, which may be a period; a range of years never is one.
    var isRangeWithinYear: Bool {
        guard let through else { return false }
        return part != .year && through.part != .year
    }
}

extension PeriodReader {
    /// Reads a range: 4月～6月, 4-6月, 4月から6月まで, 令和4年4月～6月, 2022/4～2022/6, R4.4-R4.6, 10月～翌年3月; nil where the
    /// key is none.
    ///
    /// Which period it is depends on the year of its indicator: `PeriodResolver` decides.
    static func readRange(_ key: String) throws(PeriodFault) -> WrittenPeriod? {
        let bytes = Array(key.utf8)
        // A long text is none, and must not be tried at each of its dashes.
        guard bytes.count <= maximumBytes else { return nil }
        for mark in marks {
            for position in positions(of: Array(mark.utf8), in: bytes) {
                let left = String(decoding: bytes[..<position], as: UTF8.self)
                let right = String(
                    decoding: bytes[(position + mark.utf8.count)...], as: UTF8.self)
                if let range = try range(from: without(["自"], atStartOf: left), to: right) {
                    return range
                }
            }
        }
        return nil
    }

    private static let years = 1_900...2_199
    private static let maximumBytes = 100

    /// The long vowel mark is what many keyboards give for a dash.
    private static let marks = ["~", "から", "より", "至", "-", "ー", "→"]

    private static func positions(of mark: [UInt8], in bytes: [UInt8]) -> [Int] {
        guard bytes.count > mark.count else { return [] }
        return (1..<bytes.count - mark.count + 1).filter { start in
            bytes[start...].starts(with: mark)
        }
    }

    private static func range(
        from left: String, to right: String
    ) throws(PeriodFault) -> WrittenPeriod? {
        let whole = without(["まで", "迄"], atEndOf: right)
        let ending = without(["翌年度", "翌年", "翌"], atStartOf: whole)
        let isNextYear = ending != whole
        // 4-6月期 and 2022/4～6 name the month once, 第1～第2四半期 the quarter.
        let bare = without(["期", "間"], atEndOf: ending)
        let word = ["月", "四半期"].first { bare.hasSuffix($0) || ending.hasSuffix($0) }
        guard let start = try one(left, orElse: word.map { left + $0 }),
            let end = try one(ending, orElse: isDated(start, left) ? ending + "月" : bare),
            start.part != .year || start.year != nil, end.part != .year || end.year != nil,
            !isNextYear || end.year == nil,
            // 1234-5678 is something else.
            [start.year, end.year].allSatisfy({ $0.map(years.contains) ?? true })
        else { return nil }
        return WrittenPeriod(
            year: start.year, kind: start.kind, part: start.part,
            isOverrun: start.isOverrun || end.isOverrun,
            through: WrittenPeriod.Ending(
                year: end.year, kind: end.kind, part: end.part, isNextYear: isNextYear))
    }

    /// Whether a text is a year and a month without the word 月, as 2022/4 and R4.4 are.
    private static func isDated(_ start: WrittenPeriod, _ text: String) -> Bool {
        guard start.year != nil, case .month = start.part else { return false }
        return !text.utf8.suffix(3).elementsEqual("月".utf8)
    }

    /// The one period that a text names, or else the other text; nil where neither names one.
    private static func one(
        _ text: String, orElse other: String?
    ) throws(PeriodFault) -> WrittenPeriod? {
        do {
            return try readOne(text)
        } catch {
            guard error == .unreadable else { throw error }
            return try other.map { text throws(PeriodFault) in try one(text, orElse: nil) } ?? nil
        }
    }

    private static func without(_ words: [String], atStartOf text: String) -> String {
        let word = words.first { text.hasPrefix($0) }
        return word.map { String(text.dropFirst($0.count)) } ?? text
    }

    private static func without(_ words: [String], atEndOf text: String) -> String {
        let word = words.first { text.hasSuffix($0) }
        return word.map { String(text.dropLast($0.count)) } ?? text
    }
}

extension PeriodResolver {
    /// The period that a range is in the calendar of an indicator; nil, with a finding, where it is none or cannot be
    /// placed.
    mutating func period(
        from written: WrittenPeriod, to ending: WrittenPeriod.Ending, year: Year?, at place: Place,
        for indicator: Indicator, findings: inout FindingList
    ) -> Period? {
        let calendar = indicator.calendar
        for (kind, part) in [(written.kind, written.part), (ending.kind, ending.part)] {
            // Of months 令和4年 is the calendar's year for everybody; of quarters it is a year of its kind.
            guard let kind, kind != calendar, !part.isWithinMonth else { continue }
            addYearKind(at: place, indicator, findings: &findings)
            return nil
        }
        guard
            let start = Self.start(
                written, ending, calendar, other: year ?? self.year(for: indicator))
        else {
            addYearMissing(at: place, findings: &findings)
            return nil
        }
        guard let end = Self.end(ending, after: start, calendar),
            end.period.lastDay >= start.period.firstDay
        else {
            findings.add(
                .periodImpossible, at: place, ja: "という年や期間はありません。",
                en: "is a year or period that does not exist.")
            return nil
        }
        let months = start.months.lowerBound..<end.months.upperBound
        let isWhole =
            start.period.firstDay == Period.firstDay(absoluteMonth: months.lowerBound)
            && end.period.lastDay
                == Period.firstDay(absoluteMonth: months.upperBound).adding(days: -1)
        guard isWhole,
            let period = Period.all(startingWith: start.period.firstDay, calendar)
                .first(where: { $0.absoluteMonths == months })
        else {
            addRange(
                from: start.period.firstDay, to: end.period.lastDay,
                months: isWhole ? months.count : nil, at: place, indicator, findings: &findings)
            return nil
        }
        return period
    }

    /// A part of a year that a range begins or ends with.
    private struct End {
        let period: Period
        var months: Range<Int> { period.absoluteMonths }

        init?(_ year: Int, _ kind: YearKind?, _ part: Period.Part, _ calendar: YearKind) {
            guard let period = Period(Year(kind ?? calendar, year), part) else { return nil }
            self.period = period
        }
    }

    private static func start(
        _ written: WrittenPeriod, _ ending: WrittenPeriod.Ending, _ calendar: YearKind,
        other: Year?
    ) -> End? {
        if let year = written.year { return End(year, written.kind, written.part, calendar) }
        guard let last = ending.year else {
            return other.flatMap { End($0.number, $0.kind, written.part, calendar) }
        }
        // 4月～令和4年6月: the last such month before the end.
        guard let end = End(last, ending.kind, ending.part, calendar) else { return nil }
        let kind = ending.kind ?? calendar
        return [last, last - 1].compactMap { End($0, kind, written.part, calendar) }
            .first { $0.months.lowerBound <= end.months.lowerBound }
    }

    private static func end(
        _ ending: WrittenPeriod.Ending, after start: End, _ calendar: YearKind
    ) -> End? {
        if let year = ending.year { return End(year, ending.kind, ending.part, calendar) }
        guard ending.part.isWithinMonth else {
            return End(start.period.year.number, start.period.year.kind, ending.part, calendar)
        }
        let first = start.period.firstDay.year
        let years = ending.isNextYear ? [first + 1] : [first, first + 1]
        return years.compactMap { End($0, .calendar, ending.part, calendar) }
            .first { $0.months.lowerBound >= start.months.lowerBound }
    }

    /// `months` is how many it has; nil where it does not consist of whole months.
    private func addRange(
        from first: CivilDate, to last: CivilDate, months: Int?, at place: Place,
        _ indicator: Indicator, findings: inout FindingList
    ) {
        func month(_ day: CivilDate) -> Wording {
            Period(Year(.calendar, day.year), .month(day.month))?.wording
                ?? Wording(ja: "", en: "")
        }
        let (start, end) = (month(first), month(last))
        let isFiscal = indicator.calendar == .fiscal
        guard let months else {
            findings.add(
                .periodRange, at: place, ja: "は、月の初めの日から終わりの日までの期間ではありません。",
                en: "does not go from the first day of a month to the last day of one.",
                remedy: Self.remedy(isFiscal: isFiscal))
            return
        }
        let span = Wording(
            ja: "\(start.japanese)から\(end.japanese)までの\(months)か月",
            en: "the \(months) months from \(start.english) to \(end.english)")
        findings.add(
            .periodRange, at: place, takenFor: span,
            ja: "は\(span.japanese)で、\(isFiscal ? "年度（4月から翌年3月まで）" : "年（1月から12月まで）")の"
                + "四半期・半期・1年のどれとも一致しません。",
            en: "is \(span.english), which is no quarter, half or year of "
                + (isFiscal ? "the fiscal year." : "the calendar year."),
            remedy: Self.remedy(isFiscal: isFiscal))
    }

    private static func remedy(isFiscal: Bool) -> Wording {
        let (quarter, half) = isFiscal ? ("4月～6月", "4月～9月") : ("1月～3月", "1月～6月")
        return Wording(
            ja: "四半期（\(quarter)など）、半期（\(half)など）か1年の値にするか、1か月ずつ行を分けて入れてください。",
            en:
                "Report a quarter (such as \(quarter)), a half (such as \(half)) or the year, or each month "
                + "in a row of its own.")
    }
}

extension Period {
    /// The periods of months or more that begin with a day: the year, a half, a quarter and a month at most.
    fileprivate static func all(startingWith day: CivilDate, _ calendar: YearKind) -> [Period] {
        let year = Year.of(calendar, containing: day)
        let parts: [Part] =
            [.year, .half(1), .half(2)] + (1...4).map(Part.quarter) + [.month(day.month)]
        return parts.compactMap { Period(year, $0) }.filter { $0.firstDay == day }
    }
}

extension Period.Part {
    /// Whether it is a month or a day.
    fileprivate var isWithinMonth: Bool {
        switch self {
        case .month, .day: true
        case .year, .half, .quarter: false
        }
    }
}
