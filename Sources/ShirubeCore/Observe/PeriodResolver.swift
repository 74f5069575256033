/// Turns what a row says of its year and period into a period of its indicator's calendar.
struct PeriodResolver {
    let term: ClosedRange<Int>
    let today: CivilDate
    private let dates: DateOrder
    private let defaultYear: Int?
    private var running: Set<Period> = []
    private var overruns: Set<String> = []

    init(term: ClosedRange<Int>, today: CivilDate, profile: DropProfile) {
        self.term = term
        self.today = today
        dates = profile.dates
        defaultYear = profile.year
    }

    /// Years before the plan's first that a department may still report.
    private static let yearsBeforePlan = 20

    /// The year that a cell of the year's column names; nil, with a finding, where it names none.
    mutating func year(
        in cells: RowCells, for indicator: Indicator, findings: inout FindingList
    ) -> Year? {
        let place = cells.place(.year)
        guard
            let written = read(place, findings: &findings, .yearUnreadable, PeriodReader.readYear)
        else { return nil }
        let year = year(
            written, heading: cells.header.yearKind, at: place, for: indicator, findings: &findings)
        if let year, written.isOverrun { noteOverrun(year.wording, at: place, findings: &findings) }
        return year
    }

    /// The year of figures whose file names none; nil where the profile of the department has none.
    func year(for indicator: Indicator) -> Year? {
        defaultYear.map { Year(indicator.calendar, $0) }
    }

    /// The period that a text names, in `year` where the text names no year itself; nil, with a finding,
    /// where it names none.
    ///
    /// `mayBeFuture` allows one that has not begun.
    mutating func period(
        at place: Place, year: Year?, for indicator: Indicator, mayBeFuture: Bool = false,
        findings: inout FindingList
    ) -> Period? {
        guard
            let written = read(
                place, findings: &findings, .periodUnreadable,
                { [dates] text throws(PeriodFault) in try PeriodReader.read(text, dates: dates) })
        else { return nil }
        return period(
            written, year: year, at: place, for: indicator, mayBeFuture: mayBeFuture,
            findings: &findings)
    }

    /// The period that a written one is, in `year` where it names no year itself.
    mutating func period(
        _ written: WrittenPeriod, year: Year?, at place: Place, for indicator: Indicator,
        mayBeFuture: Bool = false, findings: inout FindingList
    ) -> Period? {
        let period: Period?
        if let ending = written.through {
            period = self.period(
                from: written, to: ending, year: year, at: place, for: indicator,
                findings: &findings)
        } else {
            period = single(written, year: year, at: place, for: indicator, findings: &findings)
        }
        guard let period else { return nil }
        if let year, year != period.year {
            findings.add(
                .periodContradiction, at: place, takenFor: period.year.wording,
                ja: "は\(period.year.wording.japanese)の期間ですが、年度は\(year.wording.japanese)です。",
                en:
                    "lies in \(period.year.wording.english), but the year is \(year.wording.english)."
            )
            return nil
        }
        if written.isOverrun { noteOverrun(period.wording, at: place, findings: &findings) }
        let isAllowed = isPlausible(
            period, at: place, mayBeFuture: mayBeFuture, findings: &findings)
        return isAllowed ? period : nil
    }

    private mutating func single(
        _ written: WrittenPeriod, year: Year?, at place: Place, for indicator: Indicator,
        findings: inout FindingList
    ) -> Period? {
        guard let own = ownYear(written, at: place, for: indicator, findings: &findings) else {
            return nil
        }
        guard let chosen = own.year ?? year ?? self.year(for: indicator) else {
            addYearMissing(at: place, findings: &findings)
            return nil
        }
        guard let period = Period(chosen, written.part) else {
            // 2月29日 exists in some years only.
            findings.add(
                .periodImpossible, at: place, ja: "という年や期間はありません。",
                en: "is a year or period that does not exist.")
            return nil
        }
        return period
    }

    func addYearMissing(at place: Place, findings: inout FindingList) {
        findings.add(
            .yearMissing, at: place, ja: "の年度が分かりません。", en: "is of a year that is not known.")
    }

    /// The year that a written period names; an inner nil where it names none, nil where it is refused.
    private func ownYear(
        _ written: WrittenPeriod, at place: Place, for indicator: Indicator,
        findings: inout FindingList
    ) -> (year: Year?, Void)? {
        guard let number = written.year else {
            guard let kind = written.kind, kind != indicator.calendar else { return (nil, ()) }
            addYearKind(at: place, indicator, findings: &findings)
            return nil
        }
        if written.kind == .calendar, let month = written.month,
            let day = CivilDate(number, month, 1)
        {
            return (Year.of(indicator.calendar, containing: day), ())
        }
        let year = year(written, heading: nil, at: place, for: indicator, findings: &findings)
        return year.map { ($0, ()) }
    }

    /// The year in the indicator's calendar; what the cell says counts before what its heading says.
    func year(
        _ written: WrittenPeriod, heading: YearKind?, at place: Place, for indicator: Indicator,
        findings: inout FindingList
    ) -> Year? {
        guard let number = written.year else { return nil }
        let isContradicted =
            switch written.kind ?? heading {
            case nil, indicator.calendar: false
            // 令和4年 below the heading 年度 is how many people write a fiscal year; 2022暦年 is not.
            case .calendar: heading != .fiscal || !Self.isLoose(place.written)
            case .fiscal: true
            }
        guard !isContradicted else {
            addYearKind(at: place, indicator, findings: &findings)
            return nil
        }
        return Year(indicator.calendar, number)
    }

    private static func isLoose(_ text: String) -> Bool {
        let key = CellText.key(text)
        return key.hasSuffix("年") && !key.hasSuffix("暦年") && !key.hasPrefix("cy")
    }

    private func read(
        _ place: Place, findings: inout FindingList, _ rule: Rule,
        _ reader: (String) throws(PeriodFault) -> WrittenPeriod
    ) -> WrittenPeriod? {
        do {
            return try reader(place.written)
        } catch {
            switch error {
            case .unreadable:
                let noun = rule == .yearUnreadable ? ("年度", "a year") : ("期間", "a period")
                findings.add(
                    rule, at: place, ja: "は\(noun.0)として読めません。", en: "cannot be read as \(noun.1).")
            case .impossible:
                findings.add(
                    .periodImpossible, at: place, ja: "という年や期間はありません。",
                    en: "is a year or period that does not exist.")
            case .dateOrder:
                findings.add(
                    .dateOrder, at: place, ja: "は年が最後にある日付で、月と日のどちらが先か決められません。",
                    en: "is a date with its year at the end, and may have month or day first.")
            }
            return nil
        }
    }

    /// Says which year is meant where an era is named that was over, once for each way of writing it.
    private mutating func noteOverrun(
        _ meaning: Wording, at place: Place, findings: inout FindingList
    ) {
        guard overruns.insert(CellText.key(place.written + place.heading)).inserted else { return }
        findings.add(
            .eraOverrun, at: place, takenFor: meaning,
            ja: "は、終わった元号の年なので、\(meaning.japanese)と読みました。",
            en: "names an era that was over, and was read as \(meaning.english).")
    }

    func addYearKind(
        at place: Place, _ indicator: Indicator, findings: inout FindingList
    ) {
        switch indicator.calendar {
        case .calendar:
            findings.add(
                .yearKind, at: place, ja: "は年度ですが、指標\(indicator.id)は年（1月から12月まで）で数えます。",
                en: "is a fiscal year, but \(indicator.id) counts calendar years.",
                remedy: Wording(
                    ja: "1月から12月までの値を、令和4年や2022年のように「年」で書いてください。",
                    en: "Report January to December, and write the year as 令和4年 or 2022年."))
        case .fiscal:
            findings.add(
                .yearKind, at: place, ja: "は年（暦年）ですが、指標\(indicator.id)は年度（4月から翌年3月まで）で数えます。",
                en: "is a calendar year, but \(indicator.id) counts fiscal years.",
                remedy: Wording(
                    ja: "4月から翌年3月までの値を、令和4年度のように「年度」で書いてください。",
                    en: "Report April to March, and write the year as 令和4年度."))
        }
    }

    private func isPlausible(
        _ period: Period, at place: Place, mayBeFuture: Bool, findings: inout FindingList
    ) -> Bool {
        let last = Year.of(period.year.kind, containing: today).number + 1
        let first = term.lowerBound - Self.yearsBeforePlan
        guard period.year.number >= first, period.year.number <= last else {
            let range = [first, last].map { Year(period.year.kind, $0).wording }
            findings.add(
                .yearImplausible, at: place, takenFor: period.wording,
                ja:
                    "は\(period.wording.japanese)で、報告できる\(range[0].japanese)から\(range[1].japanese)までに入っていません。",
                en:
                    "is \(period.wording.english), which lies outside \(range[0].english) to \(range[1].english)."
            )
            return false
        }
        guard mayBeFuture || period.firstDay <= today else {
            findings.add(
                .periodFuture, at: place, takenFor: period.wording,
                ja: "は\(period.wording.japanese)で、まだ始まっていません。",
                en: "is \(period.wording.english), which has not begun.")
            return false
        }
        return true
    }

    /// Warns of a period that is not over, and of one that may have been a month before a spreadsheet made a date of
    /// it; once a period and not once a row.
    mutating func warnOf(_ period: Period, at place: Place, findings: inout FindingList) {
        if case .day(_, day: 1) = period.part, running.insert(period).inserted {
            findings.add(
                .periodDay, at: place, takenFor: period.wording,
                ja: "は\(period.wording.japanese)の1日分として読みました。",
                en: "was read as the one day \(period.wording.english).")
        }
        guard !period.isClosed(on: today), running.insert(period).inserted else { return }
        findings.add(
            .periodRunning, at: place, takenFor: period.wording,
            ja: "は\(period.wording.japanese)で、まだ終わっていません。途中の値として読みました。",
            en:
                "is \(period.wording.english), which is not over; it was read as a figure under way."
        )
    }
}
