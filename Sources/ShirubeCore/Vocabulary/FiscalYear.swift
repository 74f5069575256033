/// How a figure's years are counted.
package enum YearKind: String, Sendable, CaseIterable {
    /// 年度: April to March (地方自治法 第208条).
    case fiscal
    /// 年・暦年: January to December.
    case calendar
}

/// A year of one kind, named by the western year in which it begins: FY2022 is 令和4年度.
package struct Year: Hashable, Sendable {
    /// Fiscal or calendar.
    package let kind: YearKind
    /// The western year in which it begins.
    package let number: Int

    /// Makes a year of the given kind.
    package init(_ kind: YearKind, _ number: Int) {
        self.kind = kind
        self.number = number
    }

    /// The calendar month (1 to 12) in which the year begins.
    package var firstMonth: Int { kind == .fiscal ? 4 : 1 }

    /// The fiscal year that holds the date.
    package static func fiscal(containing date: CivilDate) -> Year {
        Year(.fiscal, date.month >= 4 ? date.year : date.year - 1)
    }

    /// The year of the given kind that holds the date.
    package static func of(_ kind: YearKind, containing date: CivilDate) -> Year {
        kind == .fiscal ? fiscal(containing: date) : Year(.calendar, date.year)
    }

    /// The calendar months of the year in order, such as 4, 5, … 12, 1, 2, 3.
    package var months: [Int] {
        (0..<12).map { (firstMonth - 1 + $0) % 12 + 1 }
    }

    /// The year `count` years later.
    package func adding(_ count: Int) -> Year {
        Year(kind, number + count)
    }
}
