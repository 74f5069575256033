/// A year's calendar as aligned text.
package enum CalendarText {
    /// Tables of holidays and closed days, working days, quarters and due days, for a terminal.
    package static func table(_ document: CalendarDocument, _ language: Language) -> String {
        let blocks = [
            [title(document)[language]],
            closedDays(document, language), workingDays(document, language),
            quarters(document, language), deadlines(document, language),
            exceptions(document, language),
        ]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
            .joined(separator: "\n")
    }

    /// The year and its first and last day.
    static func title(_ document: CalendarDocument) -> Wording {
        let period = Period(document.year)
        let (first, last) = (period.firstDay.longWording, period.lastDay.longWording)
        return Wording(
            ja: "\(period.wording.japanese)の暦（\(first.japanese)～\(last.japanese)）",
            en: "Calendar of \(period.wording.english) (\(first.english) – \(last.english))")
    }

    private static func closedDays(_ document: CalendarDocument, _ language: Language) -> [String] {
        let other: Language = language == .japanese ? .english : .japanese
        let rows = document.closedDays.map { date, closure in
            var row = [date.longWording[language], closure.wording[language]]
            if case .holiday(let name) = closure { row += [name[language], name[other]] }
            return row
        }
        let heading = Wording(
            ja: "祝日と閉庁日（ほかの土日を除く）", en: "Holidays and closed days (other weekends left out)")
        return block(
            heading[language],
            [
                Wording(ja: "日", en: "Day"), Wording(ja: "区分", en: "Reason"),
                Wording(ja: "名称", en: "Name"), Wording(ja: "英語名", en: "In Japanese"),
            ].map { TextTable.Column($0[language]) }, rows)
    }

    private static func workingDays(
        _ document: CalendarDocument, _ language: Language
    ) -> [String] {
        let calendar = document.dueDays.calendar
        let row = { (label: String, period: Period) in
            [
                label, "\(calendar.workingDayCount(of: period))",
                "\(calendar.closedDays(of: period).count)",
            ]
        }
        let sum = Wording(ja: "計", en: "Total")[language]
        return block(
            Wording(ja: "開庁日の数", en: "Working days")[language],
            [
                TextTable.Column(Wording(ja: "月", en: "Month")[language]),
                TextTable.Column(Wording(ja: "開庁日", en: "Working")[language], .right),
                TextTable.Column(Wording(ja: "閉庁日", en: "Closed")[language], .right),
            ],
            document.months.map { row($0.wording[language], $0) }
                + [row(sum, Period(document.year))])
    }

    private static func quarters(_ document: CalendarDocument, _ language: Language) -> [String] {
        let rows = document.quarters.map { quarter in
            [
                quarter.wording[language], quarter.lastDay.longWording[language],
                document.dueDays.day(for: .quarter, of: quarter).longWording[language],
                document.summary(of: quarter)?.longWording[language] ?? "-",
            ]
        }
        let (first, last) = document.closingPeriod
        let year = Year.fiscal(containing: first.adding(days: -1)).wording
        let closing = Wording(
            ja:
                "\(year.japanese)の出納整理期間: \(first.longWording.japanese)～\(last.longWording.japanese)"
                + "（終わるまで、同年度の市の会計の金額は速報として扱います）",
            en: "Closing period of \(year.english): \(first.longWording.english) – "
                + "\(last.longWording.english) (till its end the year's figures of the city's money "
                + "are preliminary)")
        return block(
            Wording(ja: "四半期の末日", en: "Quarter ends")[language],
            [
                Wording(ja: "四半期", en: "Quarter"), lastDay, due,
                Wording(ja: "四半期まとめ", en: "Summary"),
            ].map { TextTable.Column($0[language]) }, rows) + [closing[language]]
    }

    private static func deadlines(_ document: CalendarDocument, _ language: Language) -> [String] {
        block(
            Wording(
                ja: "この年に終わる期間の提出期限", en: "Due days of the periods that end in the year")[
                    language],
            [Wording(ja: "頻度", en: "Cadence"), period, lastDay, due]
                .map { TextTable.Column($0[language]) },
            document.deadlines.map { deadline in
                [deadline.cadence.wording[language]] + cells(deadline, language)
            })
    }

    private static func exceptions(_ document: CalendarDocument, _ language: Language) -> [String] {
        guard !document.exceptions.isEmpty else { return [] }
        return block(
            Wording(ja: "提出期限が異なる指標", en: "Indicators with other due days")[language],
            [
                Wording(ja: "指標ID", en: "Indicator"), Wording(ja: "指標名", en: "Name"), period,
                lastDay, due,
            ].map { TextTable.Column($0[language]) },
            document.exceptions.map { exception in
                [exception.indicator.text, exception.title]
                    + cells(exception.deadline, language)
            })
    }

    private static func cells(
        _ deadline: CalendarDocument.Deadline, _ language: Language
    ) -> [String] {
        [
            deadline.period.wording[language], deadline.period.lastDay.longWording[language],
            deadline.day.longWording[language],
        ]
    }

    private static let period = Wording(ja: "期間", en: "Period")
    private static let lastDay = Wording(ja: "末日", en: "Last day")
    private static let due = Wording(ja: "提出期限", en: "Due")

    private static func block(
        _ heading: String, _ columns: [TextTable.Column], _ rows: [[String]]
    ) -> [String] {
        ["◆ \(heading)"] + TextTable(columns: columns, rows: rows).lines()
    }
}

extension BusinessCalendar.Closure {
    /// The reason in words.
    var wording: Wording {
        switch self {
        case .holiday: Wording(ja: "祝日・休日", en: "Holiday")
        case .yearEnd: Wording(ja: "年末年始", en: "New Year")
        case .city: Wording(ja: "市の閉庁日", en: "City")
        case .weekend: Wording(ja: "土日", en: "Weekend")
        }
    }
}

extension Cadence {
    /// How often, in words.
    var wording: Wording {
        switch self {
        case .month: Wording(ja: "毎月", en: "monthly")
        case .quarter: Wording(ja: "四半期", en: "quarterly")
        case .half: Wording(ja: "半年", en: "half-yearly")
        case .year: Wording(ja: "毎年", en: "yearly")
        }
    }
}
