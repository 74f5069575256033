/// How one cell of a table is read, and why.
package struct CellReading: Sendable, Equatable {
    /// What a cell turned out to be.
    package enum Kind: String, Sendable, CaseIterable {
        /// It holds nothing.
        case blank
        /// Words that are taken as they are.
        case text
        /// A number.
        case number
        /// A year or a part of one.
        case period
        /// A day.
        case date
        /// A sign that says why there is no number.
        case absence
        /// It names an indicator.
        case indicator
        /// A word of those that its column may hold.
        case word
        /// A column's heading.
        case heading
        /// It is not looked at.
        case unused
        /// It is wrong.
        case fault

        /// The kind for people.
        package var wording: Wording {
            switch self {
            case .blank: Wording(ja: "空欄", en: "blank")
            case .text: Wording(ja: "文字", en: "text")
            case .number: Wording(ja: "数", en: "number")
            case .period: Wording(ja: "期間", en: "period")
            case .date: Wording(ja: "日付", en: "date")
            case .absence: Wording(ja: "符号", en: "absence")
            case .indicator: Wording(ja: "指標", en: "indicator")
            case .word: Wording(ja: "語", en: "word")
            case .heading: Wording(ja: "見出し", en: "heading")
            case .unused: Wording(ja: "使わない", en: "unused")
            case .fault: Wording(ja: "誤り", en: "fault")
            }
        }
    }

    /// What it is.
    package let kind: Kind
    /// What it means; empty where there is nothing to add.
    package let meaning: Wording
    /// The number that it stands for; nil where it stands for none.
    package let number: Double?
    /// What of the department's profile made it read so; empty where nothing did.
    package let profile: [DropProfile.Key]

    init(
        _ kind: Kind, _ meaning: Wording = Wording(ja: "", en: ""), number: Double? = nil,
        profile: [DropProfile.Key] = []
    ) {
        self.kind = kind
        self.meaning = meaning
        self.number = number
        self.profile = profile
    }

    /// The same, read so because of the department's profile.
    func by(_ keys: [DropProfile.Key]) -> CellReading {
        CellReading(kind, meaning, number: number, profile: profile + keys)
    }

    /// A meaning that is the same in every language.
    init(_ kind: Kind, _ meaning: String, number: Double? = nil) {
        self.init(kind, Wording(ja: meaning, en: meaning), number: number)
    }
}

extension CellReading {
    /// How a cell reads when nothing is known of its table.
    package init(raw text: String) {
        let trimmed = CellText.trimmed(text)
        if trimmed.isEmpty {
            self.init(.blank)
        } else if Self.isCode(trimmed) {
            self.init(.text, Wording(ja: "0で始まる番号", en: "a code that begins with 0"))
        } else if let number = Self.number(trimmed) {
            self = number
        } else if let absence = Self.absence(trimmed) {
            self = absence
        } else if let date = Self.date(trimmed) {
            self = date
        } else if let period = Self.period(trimmed) {
            self = period
        } else {
            self.init(.text)
        }
    }

    /// The sign that a cell holds; nil where it holds none.
    static func absence(_ text: String) -> CellReading? {
        Absence.read(text).map { CellReading(.absence, $0.wording) }
    }

    /// The number with the unit that follows it.
    static func number(_ value: Double, unit: String) -> CellReading {
        CellReading(
            .number, NumberText.plain(value) + (unit.isEmpty ? "" : " " + unit), number: value)
    }

    /// The year, or part of one, that a cell names; nil where it names none.
    static func period(_ text: String, dates: DateOrder = .yearMonthDay) -> CellReading? {
        guard let written = try? PeriodReader.read(text, dates: dates) else { return nil }
        // Which period a range is depends on the year of its indicator.
        guard written.through == nil else {
            return written.isRangeWithinYear ? CellReading(.period, text) : nil
        }
        if let year = written.year {
            // Where the text leaves the kind open, the number is all that is known.
            guard let kind = written.kind else {
                return CellReading(.period, written.part == .year ? "\(year)" : text)
            }
            return Period(Year(kind, year), written.part).map { CellReading(.period, $0.wording) }
        }
        return written.part == .year ? nil : CellReading(.period, text)
    }

    /// The day that a cell names, with the year first or, as American spreadsheets write it, last; nil where it names
    /// none.
    private static func date(_ text: String) -> CellReading? {
        if let day = day(text, dates: .yearMonthDay) { return CellReading(.date, day) }
        return day(text, dates: .monthDayYear).map { day in
            CellReading(
                .date, Wording(ja: day + "（月/日/年の順）", en: day + " (month/day/year)"))
        }
    }

    private static func day(_ text: String, dates: DateOrder) -> String? {
        guard let written = try? PeriodReader.read(text, dates: dates), written.kind == .calendar,
            written.through == nil, let year = written.year,
            case .day(let month, let day) = written.part
        else { return nil }
        return "\(year)-\(zeroPadded(month, 2))-\(zeroPadded(day, 2))"
    }

    /// Whether digits are a code rather than a number: 0097 and 0541234567 would lose their zero.
    private static func isCode(_ text: String) -> Bool {
        let key = CellText.key(text)
        return key.utf8.count > 1 && key.utf8.first == UInt8(ascii: "0")
            && key.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func number(_ text: String) -> CellReading? {
        switch NumberReader.read(text, unit: "") {
        case .number(let number): return .number(number.value, unit: "")
        case .fault(.otherUnit(let unit)) where commonUnits.contains(unit):
            guard case .number(let number) = NumberReader.read(text, unit: unit) else { return nil }
            return .number(number.value, unit: unit)
        case .fault(.tooLong): return long(CellText.key(text))
        case .blank, .absent, .fault: return nil
        }
    }

    /// A measured number of more digits than count, such as a latitude; digits without a point are a code.
    private static func long(_ key: String) -> CellReading? {
        guard key.utf8.contains(UInt8(ascii: ".")), let value = Double(key) else { return nil }
        let shown = NumberText.plain(value)
        return CellReading(
            .number,
            Wording(ja: shown + "（15桁を超える）", en: shown + " (more than 15 digits)"),
            number: value)
    }

    /// Units that follow a number in any table; 3丁目 is no number.
    private static let commonUnits: Set<String> = [
        "人", "名", "件", "回", "社", "団体", "か所", "箇所", "カ所", "ヶ所", "世帯", "戸", "棟", "台", "本", "冊",
        "点", "組", "校", "店", "品", "歳", "年", "日", "時間", "分", "円", "%", "‰", "ha", "m", "m2", "km",
        "km2", "kg", "t", "トン", "kwh",
    ]
}
