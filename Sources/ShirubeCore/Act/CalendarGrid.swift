/// A year's calendar as a picture: twelve months, three abreast.
package enum CalendarGrid {
    /// The months with weekdays; `*` marks a holiday or another closed weekday, `!` the due day of a quarter.
    package static func render(_ document: CalendarDocument, _ language: Language) -> String {
        let marked = Marks(document)
        let months = document.months.map { block($0, marked, language) }
        let rows = stride(from: 0, to: months.count, by: 3).map { start in
            abreast(Array(months[start..<min(start + 3, months.count)]))
        }
        let legend = Wording(
            ja: "* 祝日、年末年始、市の閉庁日　! 四半期の提出期限",
            en: "* holiday, New Year or the city's own  ! quarter's figures due")
        return CalendarText.title(document)[language] + "\n\n"
            + rows.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
            + "\n" + legend[language] + "\n"
    }

    /// Which days carry a mark.
    private struct Marks {
        let closed: Set<CivilDate>
        let due: Set<CivilDate>

        init(_ document: CalendarDocument) {
            closed = Set(document.closedDays.map(\.date))
            // The last quarter of the year before comes due within the year as well.
            let first = Period(document.year).absoluteMonths.lowerBound
            let quarters = Cadence.quarter.periods(.fiscal, endingIn: first - 12..<first + 12)
            due = Set(quarters.map { document.dueDays.day(for: .quarter, of: $0) })
        }

        /// The mark of a day; where two would stand, that of what is to be done.
        subscript(date: CivilDate) -> String {
            due.contains(date) ? "!" : closed.contains(date) ? "*" : " "
        }
    }

    /// How many columns a month takes: seven days of two digits and a mark.
    private static let width = 21

    private static func block(_ month: Period, _ marks: Marks, _ language: Language) -> [String] {
        let first = month.firstDay
        let title = Wording(
            ja: "\(month.lastDay.eraYear)\(first.month)月",
            en: "\(EnglishDate.months[first.month - 1]) \(first.year)")
        let weekdays =
            language == .japanese ? "日 月 火 水 木 金 土" : "Su Mo Tu We Th Fr Sa"
        var weeks = [String(repeating: "   ", count: first.weekday)]
        for number in first.dayNumber...month.lastDay.dayNumber {
            let date = CivilDate(dayNumber: number)
            if date.weekday == 0, date != first { weeks.append("") }
            let day = TextWidth.padded("\(date.day)", to: 2, .right)
            weeks[weeks.count - 1] += day + marks[date]
        }
        return [title[language], weekdays] + weeks
    }

    private static func abreast(_ months: [[String]]) -> [String] {
        let height = months.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var text = months.map { month in
                TextWidth.padded(line < month.count ? month[line] : "", to: width)
            }.joined(separator: "  ")
            while text.hasSuffix(" ") { text.removeLast() }
            return text
        }
    }
}
