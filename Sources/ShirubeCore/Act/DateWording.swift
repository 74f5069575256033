extension CivilDate {
    /// The day in words with its weekday: 令和4年10月17日（月）, or Mon 17 Oct 2022.
    package var longWording: Wording {
        let japanese = ["日", "月", "火", "水", "木", "金", "土"]
        let english = "\(day) \(EnglishDate.months[month - 1]) \(year)"
        return Wording(
            ja: "\(eraYear)\(month)月\(day)日（\(japanese[weekday])）",
            en: "\(EnglishDate.weekdays[weekday]) \(english)")
    }

    /// The day without its year, where the year is beyond doubt: 10月17日（月）, or Mon 17 Oct.
    package var shortWording: Wording {
        let long = longWording
        return Wording(
            ja: String(long.japanese.dropFirst(eraYear.count)),
            en: String(long.english.dropLast(" \(year)".count)))
    }
}

extension Timestamp {
    /// The moment in Japan in words, to the minute: 令和4年10月17日（月）09:00.
    package var longWording: Wording {
        let day = japanDate.longWording
        return Wording(
            ja: day.japanese + japanHourMinute, en: "\(day.english) \(japanHourMinute) JST")
    }
}

/// English names in the short forms of RFC 5322.
enum EnglishDate {
    /// From Sunday to Saturday.
    static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    /// From January to December.
    static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
