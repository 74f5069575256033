import ShirubeCore

/// Reads on which days the offices are closed, and by when figures are due.
struct CalendarReader {
    let paths: PathReader
    /// How many working days after a quarter's end its summary is made; nil where none is scheduled.
    let summaryDays: Int?

    /// The settings of the block `calendar`.
    func dueDays(_ map: YAMLMap) -> DueDays? {
        let list = map.optional("holidays").flatMap(holidays)
        let yearEnd = map.optional("yearEnd")?.map(Self.yearEnd)
        let closed = map.optional("closed").map(Self.closed) ?? (once: [], yearly: [])
        let calendar = BusinessCalendar(
            list: list ?? HolidayList(), yearEndFrom: yearEnd?.from, yearEndTo: yearEnd?.to,
            closedOnce: closed.once, closedYearly: closed.yearly)
        let rules = map.optional("due")?.map { map in
            Dictionary(
                uniqueKeysWithValues: Cadence.allCases.compactMap { cadence in
                    map.optional(cadence.rawValue)?.dueRule().map { (cadence, $0) }
                })
        }
        return dueDays(calendar: calendar, rules: rules ?? [:])
    }

    /// Due days where a cadence without a rule has the standard one: the working day before the summary.
    func dueDays(
        calendar: BusinessCalendar = BusinessCalendar(), rules: [Cadence: DueRule] = [:]
    ) -> DueDays {
        let standard = summaryDays.map { DueRule.workingDays($0 - 1) } ?? DueDays.standard
        return DueDays(
            calendar: calendar,
            rules: Dictionary(
                uniqueKeysWithValues: Cadence.allCases.map { ($0, rules[$0] ?? standard) }))
    }

    private func holidays(_ value: YAMLValue) -> HolidayList? {
        guard let path = paths.existingFile(value) else { return nil }
        let remedy = Wording(
            ja: "内閣府の「国民の祝日」のCSV（syukujitsu.csv）をもう一度取得して置いてください。",
            en: "Fetch the Cabinet Office's list of national holidays (syukujitsu.csv) again.")
        do {
            let file = try NamedFile(path: path)
            return try HolidayList(reading: file.content())
        } catch let fault as HolidayList.Fault {
            let place = fault.line.map { Wording(ja: "\($0)行目: ", en: ", line \($0),") }
            value.report(
                Wording(
                    ja: "祝日の一覧「\(path)」の\(place?.japanese ?? "誤り: ")\(fault.message.japanese)",
                    en: "The list of holidays `\(path)`\(place?.english ?? "") "
                        + fault.message.english),
                remedy: remedy)
        } catch {
            value.report(
                Wording(
                    ja: "祝日の一覧「\(path)」を読めません。",
                    en: "The list of holidays `\(path)` cannot be read."),
                remedy: Wording(
                    ja: "ふつうのファイルで、実行する利用者に読む権限があるか確かめてください。",
                    en: "Check that it is a regular file that the user who runs this may read."))
        }
        return nil
    }

    private static func yearEnd(_ map: YAMLMap) -> (from: MonthDay, to: MonthDay)? {
        let from = map.required("from")?.monthDay(in: 12)
        let to = map.required("to")?.monthDay(in: 1)
        guard let from, let to else { return nil }
        return (from, to)
    }

    private static func closed(
        _ value: YAMLValue
    ) -> (once: Set<CivilDate>, yearly: Set<MonthDay>) {
        var once: Set<CivilDate> = []
        var yearly: Set<MonthDay> = []
        for item in value.items() ?? [] {
            guard let text = item.text() else { continue }
            let isNew: Bool
            if let date = CivilDate(iso: text) {
                isNew = once.insert(date).inserted
            } else if let day = MonthDay(iso: text) {
                isNew = yearly.insert(day).inserted
            } else {
                item.reportNoDay(text)
                continue
            }
            if !isNew { item.reportTwice(text) }
        }
        if once.count + yearly.count > BusinessCalendar.maximumExtraDays {
            let most = BusinessCalendar.maximumExtraDays
            value.report(
                Wording(
                    ja: "閉庁日が\(once.count + yearly.count)日あり、多すぎます。",
                    en: "There are \(once.count + yearly.count) closed days, which is too many."),
                remedy: Wording(
                    ja: "\(most)日までにしてください（土日、祝日、年末年始は書かなくても閉庁日です）。",
                    en: "Name \(most) at most; weekends, holidays and the turn of the year are "
                        + "closed anyway."))
        }
        return (once, yearly)
    }
}

extension YAMLValue {
    /// By when figures are due: `{workingDays: 9}`, `{months: 8}` or `{months: 8, day: 20}`.
    func dueRule() -> DueRule? {
        map { map in
            let isInDays = map.has("workingDays")
            if isInDays != map.has("months"), !(isInDays && map.has("day")) {
                if isInDays {
                    return map.required("workingDays")?.integer(in: 0...250)
                        .map(DueRule.workingDays)
                }
                let day = map.optional("day")?.integer(in: 1...31)
                return map.required("months")?.integer(in: 0...60).map { .months($0, day: day) }
            }
            _ = map.has("day")
            report(
                Wording(
                    ja: "「\(name)」は workingDays か months のどちらか一つで書きます（day は months とだけ）。",
                    en:
                        "`\(name)` takes either `workingDays` or `months`, and `day` only beside `months`."
                ),
                remedy: Wording(
                    ja: "{workingDays: 9}、{months: 8}、{months: 8, day: 20} のように書いてください。",
                    en: "Write it like {workingDays: 9}, {months: 8} or {months: 8, day: 20}."))
            return nil
        }
    }

    /// A date such as `2026-04-01`.
    func date() -> CivilDate? {
        guard let text = text() else { return nil }
        if let date = CivilDate(iso: text) { return date }
        report(
            Wording(ja: "「\(text)」という日はありません。", en: "There is no day `\(text)`."),
            remedy: Wording(
                ja: "2026-04-01 のように書いてください。", en: "Write it like 2026-04-01."))
        return nil
    }

    /// A day such as `12-29` in the month.
    fileprivate func monthDay(in month: Int) -> MonthDay? {
        guard let text = text() else { return nil }
        if let day = MonthDay(iso: text), day.month == month { return day }
        report(
            Wording(
                ja: "「\(name)」の「\(text)」は\(month)月の日ではありません。",
                en: "`\(text)` for `\(name)` is no day of month \(month)."),
            remedy: Wording(
                ja: "\(zeroPadded(month, 2))-\(month == 12 ? "29" : "03") のように書いてください。",
                en: "Write it like \(zeroPadded(month, 2))-\(month == 12 ? "29" : "03")."))
        return nil
    }

    fileprivate func reportNoDay(_ text: String) {
        report(
            Wording(ja: "「\(text)」という日はありません。", en: "There is no day `\(text)`."),
            remedy: Wording(
                ja: "その年だけなら 2026-11-05、毎年なら 06-23 のように書いてください。",
                en: "Write 2026-11-05 for one year, or 06-23 for every year."))
    }
}
