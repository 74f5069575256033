/// Names the periods for which nothing was reported, in as few words as possible.
package enum MissingPeriods {
    /// How many periods are named before the rest is only counted.
    package static let namedAtMost = 4

    /// The missing months as years, quarters and months, earlier ones first; empty text for no
    /// months.
    ///
    /// `months` are months of the season, counted as in `Period.absoluteMonths`. A year or quarter
    /// is named where all of its season is missing.
    package static func names(of months: Set<Int>, season: Season, calendar: YearKind) -> Wording {
        let periods = periods(of: months, season: season, calendar: calendar)
        let named = periods.prefix(namedAtMost).map(\.wording)
        let rest = periods.count - named.count
        return Wording(
            ja: named.map(\.japanese).joined(separator: "、") + (rest > 0 ? "ほか\(rest)期間" : ""),
            en: named.map(\.english).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        )
    }

    private static func periods(
        of months: Set<Int>, season: Season, calendar: YearKind
    ) -> [Period] {
        guard let first = months.min(), let last = months.max() else { return [] }
        let shift = Year(calendar, 0).firstMonth - 1
        let years = ((first - shift) / 12...(last - shift) / 12).map { Year(calendar, $0) }
        let isMissing = { (period: Period) in
            let active = period.absoluteMonths.filter(season.isActive)
            return !active.isEmpty && active.allSatisfy(months.contains)
        }
        return years.flatMap { year -> [Period] in
            if isMissing(Period(year)) { return [Period(year)] }
            return Period.quarters(of: year).flatMap { quarter -> [Period] in
                if isMissing(quarter) { return [quarter] }
                return quarter.absoluteMonths.filter(months.contains)
                    .compactMap { Period(year, .month($0 % 12 + 1)) }
            }
        }
    }
}
