/// One line of the law: a day that is a holiday by a name, in some years.
struct HolidayRule: Sendable {
    /// Which day of the year.
    enum Day: Sendable {
        /// The same day each year.
        case fixed(Int, Int)
        /// The first, second, … Monday of a month (ハッピーマンデー).
        case monday(Int, month: Int)
        /// 春分日.
        case springEquinox
        /// 秋分日.
        case autumnEquinox
    }

    /// The calendar years in which it holds; those of the act itself count from its coming into force.
    let years: ClosedRange<Int>
    let day: Day
    let name: Wording

    /// The holiday of a year; nil where the rule does not hold in it.
    func holiday(in year: Int) -> Holiday? {
        guard years.contains(year) else { return nil }
        let date =
            switch day {
            case .fixed(let month, let day): CivilDate(year, month, day)
            case .monday(let number, let month): Self.monday(number, year, month)
            case .springEquinox: CivilDate(year, 3, Equinox.spring(year))
            case .autumnEquinox: CivilDate(year, 9, Equinox.autumn(year))
            }
        return date.map { Holiday(date: $0, name: name) }
    }

    private static func monday(_ number: Int, _ year: Int, _ month: Int) -> CivilDate? {
        guard let first = CivilDate(year, month, 1) else { return nil }
        return first.adding(days: (8 - first.weekday) % 7 + (number - 1) * 7)
    }

    /// What a day off for a holiday on a Sunday is called; the law itself only says 休日.
    static let substitute = Wording(ja: "振替休日", en: "Substitute Holiday")
    /// What a day between two holidays is called; the law itself only says 休日.
    static let sandwiched = Wording(ja: "国民の休日", en: "Citizens' Holiday")

    /// Every rule, by the laws that are named beside them; 法 is 昭和23年法律第178号.
    static let all: [HolidayRule] = lasting + single

    private static let lasting: [HolidayRule] = [
        rule(1949..., .fixed(1, 1), "元日", "New Year's Day"),
        // 平成10年法律第141号: Mondays from 2000 for two holidays.
        rule(1949...1999, .fixed(1, 15), "成人の日", "Coming of Age Day"),
        rule(2000..., .monday(2, month: 1), "成人の日", "Coming of Age Day"),
        // 昭和41年法律第86号, and the day by 昭和41年政令第376号.
        rule(1967..., .fixed(2, 11), "建国記念の日", "National Foundation Day"),
        rule(1949..., .springEquinox, "春分の日", "Vernal Equinox Day"),
        // The birthday goes with the reign: 平成元年法律第5号, 平成29年法律第63号; the year of the change 2019 has none.
        rule(1949...1988, .fixed(4, 29), "天皇誕生日", "The Emperor's Birthday"),
        rule(1989...2018, .fixed(12, 23), "天皇誕生日", "The Emperor's Birthday"),
        rule(2020..., .fixed(2, 23), "天皇誕生日", "The Emperor's Birthday"),
        // 平成17年法律第43号: 昭和の日 from 2007, and みどりの日 moves.
        rule(1989...2006, .fixed(4, 29), "みどりの日", "Greenery Day"),
        rule(2007..., .fixed(4, 29), "昭和の日", "Showa Day"),
        rule(1949..., .fixed(5, 3), "憲法記念日", "Constitution Memorial Day"),
        rule(2007..., .fixed(5, 4), "みどりの日", "Greenery Day"),
        rule(1949..., .fixed(5, 5), "こどもの日", "Children's Day"),
        // 平成7年法律第22号; 平成13年法律第59号: Mondays from 2003 for two more.
        rule(1996...2002, .fixed(7, 20), "海の日", "Marine Day"),
        rule(2003...2019, .monday(3, month: 7), "海の日", "Marine Day"),
        rule(2022..., .monday(3, month: 7), "海の日", "Marine Day"),
        // 平成26年法律第43号.
        rule(2016...2019, .fixed(8, 11), "山の日", "Mountain Day"),
        rule(2022..., .fixed(8, 11), "山の日", "Mountain Day"),
        // 昭和41年法律第86号, and Mondays from 2003.
        rule(1966...2002, .fixed(9, 15), "敬老の日", "Respect for the Aged Day"),
        rule(2003..., .monday(3, month: 9), "敬老の日", "Respect for the Aged Day"),
        rule(1948..., .autumnEquinox, "秋分の日", "Autumnal Equinox Day"),
        // 昭和41年法律第86号, Mondays from 2000; 平成30年法律第57号: the new name from 2020.
        rule(1966...1999, .fixed(10, 10), "体育の日", "Health and Sports Day"),
        rule(2000...2019, .monday(2, month: 10), "体育の日", "Health and Sports Day"),
        rule(2022..., .monday(2, month: 10), "スポーツの日", "Sports Day"),
        rule(1948..., .fixed(11, 3), "文化の日", "Culture Day"),
        rule(1948..., .fixed(11, 23), "勤労感謝の日", "Labour Thanksgiving Day"),
    ]

    private static let single: [HolidayRule] = [
        // 昭和34年法律第16号.
        rule(1959...1959, .fixed(4, 10), "皇太子明仁親王の結婚の儀", "Wedding of Crown Prince Akihito"),
        // 平成元年法律第4号.
        rule(1989...1989, .fixed(2, 24), "昭和天皇の大喪の礼", "Funeral of Emperor Showa"),
        // 平成2年法律第24号.
        rule(1990...1990, .fixed(11, 12), "即位礼正殿の儀", "Enthronement Ceremony"),
        // 平成5年法律第32号.
        rule(1993...1993, .fixed(6, 9), "皇太子徳仁親王の結婚の儀", "Wedding of Crown Prince Naruhito"),
        // 平成30年法律第99号: both count as 国民の祝日, so the days between them and others are off too.
        rule(2019...2019, .fixed(5, 1), "即位の日", "Day of the Enthronement"),
        rule(
            2019...2019, .fixed(10, 22), "即位礼正殿の儀の行われる日", "Day of the Enthronement Ceremony"),
        // 平成27年法律第33号 第29条 and 第32条 as amended: around the opening and close of the Olympic Games.
        rule(2020...2020, .fixed(7, 23), "海の日", "Marine Day"),
        rule(2020...2020, .fixed(7, 24), "スポーツの日", "Sports Day"),
        rule(2020...2020, .fixed(8, 10), "山の日", "Mountain Day"),
        rule(2021...2021, .fixed(7, 22), "海の日", "Marine Day"),
        rule(2021...2021, .fixed(7, 23), "スポーツの日", "Sports Day"),
        rule(2021...2021, .fixed(8, 8), "山の日", "Mountain Day"),
    ]

    private static func rule(
        _ years: ClosedRange<Int>, _ day: Day, _ japanese: String, _ english: String
    ) -> HolidayRule {
        HolidayRule(years: years, day: day, name: Wording(ja: japanese, en: english))
    }

    private static func rule(
        _ years: PartialRangeFrom<Int>, _ day: Day, _ japanese: String, _ english: String
    ) -> HolidayRule {
        rule(years.lowerBound...Int.max, day, japanese, english)
    }
}
