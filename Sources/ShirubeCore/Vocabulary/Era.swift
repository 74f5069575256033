/// A Japanese era, for reading and writing years as offices do.
package enum Era: String, Sendable, CaseIterable {
    /// 令和, from 2019-05-01.
    case reiwa = "令和"
    /// 平成, 1989-01-08 to 2019-04-30.
    case heisei = "平成"
    /// 昭和, 1926-12-25 to 1989-01-07.
    case showa = "昭和"

    /// The western year that is the era's first.
    package var firstYear: Int {
        switch self {
        case .reiwa: 2019
        case .heisei: 1989
        case .showa: 1926
        }
    }

    /// Its first day.
    package var firstDay: CivilDate {
        switch self {
        case .reiwa: Self.day(2019, 5, 1)
        case .heisei: Self.day(1989, 1, 8)
        case .showa: Self.day(1926, 12, 25)
        }
    }

    /// Its last day; nil for the era of today.
    package var lastDay: CivilDate? {
        switch self {
        case .reiwa: nil
        case .heisei: Self.reiwa.firstDay.adding(days: -1)
        case .showa: Self.heisei.firstDay.adding(days: -1)
        }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        guard let date = CivilDate(year, month, day) else {
            preconditionFailure("the first day of every era exists")
        }
        return date
    }

    /// The Latin letter in short forms such as R4 and H30.
    package var letter: String {
        switch self {
        case .reiwa: "R"
        case .heisei: "H"
        case .showa: "S"
        }
    }

    /// The era that names a western year, and the number in it.
    ///
    /// A fiscal year is named by the era of its first day, but FY2019 as a whole is 令和元年度, as the
    /// government's budget names it (内閣官房・財務省 2019); a calendar year by the era of its last day.
    package static func naming(_ year: Int) -> (era: Era, number: Int) {
        let era: Era = year >= 2019 ? .reiwa : year >= 1989 ? .heisei : .showa
        return (era, year - era.firstYear + 1)
    }

    /// The era of a day, and the year in it: 2019-04-30 is in 平成31年, the day after in 令和元年.
    package static func naming(_ day: CivilDate) -> (era: Era, number: Int) {
        let era = allCases.first { $0.firstDay <= day } ?? .showa
        return (era, day.year - era.firstYear + 1)
    }

    /// A year of the era in words, without 年: 令和元, 平成31.
    fileprivate static func words(_ named: (era: Era, number: Int)) -> String {
        named.era.rawValue + (named.number == 1 ? "元" : String(named.number))
    }
}

extension CivilDate {
    /// The year of the day by the era of that day: 平成31年, 令和元年.
    package var eraYear: String { Era.words(Era.naming(self)) + "年" }
}

extension Year {
    /// The year in words: 令和4年度, 平成30年, or FY2022, 2018.
    package var wording: Wording {
        let words = Era.words(Era.naming(number))
        return switch kind {
        case .fiscal: Wording(ja: "\(words)年度", en: "FY\(number)")
        case .calendar: Wording(ja: "\(words)年", en: "\(number)")
        }
    }
}

extension Period {
    /// The period in words: 令和4年度第2四半期, or FY2022 Q2 (Jul–Sep 2022).
    ///
    /// A part of a calendar year is named by the era of its last day: 平成31年第1四半期.
    package var wording: Wording {
        let english = self.year.wording.english
        let year = Wording(
            ja: self.year.kind == .fiscal ? self.year.wording.japanese : lastDay.eraYear,
            en: english)
        switch part {
        case .year: return year
        case .half(let number):
            return Wording(
                ja: year.japanese + (number == 1 ? "上半期" : "下半期"), en: "\(year.english) H\(number)")
        case .quarter(let number):
            return Wording(ja: year.japanese + "第\(number)四半期", en: "\(year.english) Q\(number)")
        case .month(let number):
            return Wording(
                ja: year.japanese + "\(number)月", en: "\(year.english)-\(zeroPadded(number, 2))")
        case .day(let month, let day):
            return Wording(
                ja: firstDay.eraYear + "\(month)月\(day)日",
                en: "\(firstDay.year)-\(zeroPadded(month, 2))-\(zeroPadded(day, 2))")
        }
    }
}
