/// A national holiday (国民の祝日・休日) with its name.
package struct Holiday: Sendable, Equatable {
    /// The day.
    package let date: CivilDate
    /// Its name.
    package let name: Wording
}

/// Japan's national holidays, computed from the law for the years 2016 to 2099.
///
/// Source: 国民の祝日に関する法律 (昭和23年法律第178号) as it has stood since 山の日 (2016), with the special
/// years 2019 (平成30年法律第99号) and 2020 and 2021 (平成27年法律第33号, 第29条 and 第32条). What the Diet may
/// decide later is not known here, and years outside the range are computed by the same rules.
package enum Holidays {
    /// The holidays of a calendar year, in order, substitute and sandwiched ones among them.
    package static func of(_ year: Int) -> [Holiday] {
        let national = nationalDays(year)
        var names: [CivilDate: Wording] = [:]
        for holiday in national { names[holiday.date] = holiday.name }
        var all = national
        for holiday in national where holiday.date.weekday == 0 {
            // 第3条第2項: the next day that is no holiday itself.
            var day = holiday.date.adding(days: 1)
            while names[day] != nil { day = day.adding(days: 1) }
            all.append(Holiday(date: day, name: Wording(ja: "振替休日", en: "Substitute Holiday")))
        }
        for holiday in national {
            // 第3条第3項: a day between two holidays.
            let between = holiday.date.adding(days: 1)
            let isFree = names[between] == nil && !all.contains { $0.date == between }
            if isFree, names[between.adding(days: 1)] != nil {
                all.append(
                    Holiday(date: between, name: Wording(ja: "国民の休日", en: "Citizens' Holiday")))
            }
        }
        return all.sorted { $0.date < $1.date }
    }

    private static func nationalDays(_ year: Int) -> [Holiday] {
        let days: [(CivilDate?, String, String)] = [
            (CivilDate(year, 1, 1), "元日", "New Year's Day"),
            (monday(2, year, 1), "成人の日", "Coming of Age Day"),
            (CivilDate(year, 2, 11), "建国記念の日", "National Foundation Day"),
            (emperorsBirthday(year), "天皇誕生日", "The Emperor's Birthday"),
            (CivilDate(year, 3, equinox(year, 20.8431)), "春分の日", "Vernal Equinox Day"),
            (CivilDate(year, 4, 29), "昭和の日", "Showa Day"),
            (year == 2019 ? CivilDate(2019, 5, 1) : nil, "即位の日", "Day of the Enthronement"),
            (CivilDate(year, 5, 3), "憲法記念日", "Constitution Memorial Day"),
            (CivilDate(year, 5, 4), "みどりの日", "Greenery Day"),
            (CivilDate(year, 5, 5), "こどもの日", "Children's Day"),
            (marineDay(year), "海の日", "Marine Day"),
            (mountainDay(year), "山の日", "Mountain Day"),
            (monday(3, year, 9), "敬老の日", "Respect for the Aged Day"),
            (CivilDate(year, 9, equinox(year, 23.2488)), "秋分の日", "Autumnal Equinox Day"),
            (
                sportsDay(year), year < 2020 ? "体育の日" : "スポーツの日",
                year < 2020 ? "Health and Sports Day" : "Sports Day"
            ),
            (
                year == 2019 ? CivilDate(2019, 10, 22) : nil, "即位礼正殿の儀の行われる日",
                "Day of the Enthronement Ceremony"
            ),
            (CivilDate(year, 11, 3), "文化の日", "Culture Day"),
            (CivilDate(year, 11, 23), "勤労感謝の日", "Labour Thanksgiving Day"),
        ]
        return days.compactMap { date, japanese, english in
            date.map { Holiday(date: $0, name: Wording(ja: japanese, en: english)) }
        }
    }

    private static func emperorsBirthday(_ year: Int) -> CivilDate? {
        switch year {
        case ..<2019: CivilDate(year, 12, 23)
        case 2019: nil
        default: CivilDate(year, 2, 23)
        }
    }

    private static func marineDay(_ year: Int) -> CivilDate? {
        switch year {
        case 2020: CivilDate(2020, 7, 23)
        case 2021: CivilDate(2021, 7, 22)
        default: monday(3, year, 7)
        }
    }

    private static func mountainDay(_ year: Int) -> CivilDate? {
        switch year {
        case 2020: CivilDate(2020, 8, 10)
        case 2021: CivilDate(2021, 8, 8)
        default: CivilDate(year, 8, 11)
        }
    }

    private static func sportsDay(_ year: Int) -> CivilDate? {
        switch year {
        case 2020: CivilDate(2020, 7, 24)
        case 2021: CivilDate(2021, 7, 23)
        default: monday(2, year, 10)
        }
    }

    private static func monday(_ number: Int, _ year: Int, _ month: Int) -> CivilDate? {
        guard let first = CivilDate(year, month, 1) else { return nil }
        return first.adding(days: (8 - first.weekday) % 7 + (number - 1) * 7)
    }

    /// The day of the month on which the sun passes the equinox, for 1980 to 2099.
    ///
    /// Formula: 海上保安庁水路部 暦計算研究会編『新こよみ便利帳』(恒星社厚生閣, 1991). The law itself names the day
    /// each February in the official gazette (暦要項).
    private static func equinox(_ year: Int, _ offset: Double) -> Int {
        let years = year - 1980
        return Int(offset + 0.242194 * Double(years)) - years / 4
    }
}
