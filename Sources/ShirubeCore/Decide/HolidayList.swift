/// The Cabinet Office's list of national holidays (syukujitsu.csv), which says what the law as computed cannot know.
///
/// It has a heading and two columns, the day as 2026/1/1 and its name, in CP932; UTF-8 is read as well. It is taken whole
/// or not at all, and each year in it whole: a list that breaks off would open the offices on holidays.
package struct HolidayList: Sendable, Equatable {
    /// Why a file is no such list.
    package struct Fault: Error, Equatable {
        /// The physical line, from 1; nil where the whole file is meant.
        package let line: Int?
        /// What is wrong, without the place, as the end of a sentence.
        package let message: Wording
    }

    private let byYear: [Int: [Holiday]]

    /// Makes a list without a year.
    package init() {
        byYear = [:]
    }

    /// The years that the list speaks of, in order.
    package var years: [Int] { byYear.keys.sorted() }

    /// The holidays of a year, in order; nil for a year that is not in the list.
    package func holidays(of year: Int) -> [Holiday]? { byYear[year] }

    /// A larger file is no such list: that of 1955 to 2025 has 20 KiB.
    package static let maximumBytes = 1 << 20

    /// Reads a list.
    ///
    /// - Throws: `Fault` at the first thing that is wrong, and what reading the file throws.
    package init(reading source: DropBytes) throws {
        guard source.count <= Self.maximumBytes else {
            throw Fault(
                line: nil, message: Wording(ja: "1MiBを超えています。", en: "is larger than 1 MiB."))
        }
        let encoding: TextEncoding
        do {
            encoding = try TextEncoding.find(in: source)
        } catch let fault as TextEncoding.Fault {
            throw Fault(of: fault)
        }
        // A row of this list has two short cells.
        let limits = DropLimits(maximumColumns: 16, maximumCellLength: 100)
        var names: [CivilDate: String] = [:]
        do {
            var reader = try CSVReader(
                source, encoding: encoding, delimiter: UInt8(ascii: ","), limits: limits)
            guard let heading = try reader.next(), Self.isHeading(heading) else {
                throw Fault(line: 1, message: Self.noHeading)
            }
            while let row = try reader.next() {
                guard !row.isBlank else { continue }
                let (date, name) = try Self.day(row)
                guard names.updateValue(name, forKey: date) == nil else {
                    throw Fault(
                        line: row.line,
                        message: Wording(ja: "\(date)が二度あります。", en: "has \(date) twice."))
                }
            }
        } catch is CSVFault {
            throw Fault(line: nil, message: Self.noRows)
        }
        byYear = Dictionary(
            grouping: names.map { Holiday(date: $0.key, name: Self.wording($0.value, on: $0.key)) },
            by: \.date.year
        ).mapValues { $0.sorted { $0.date < $1.date } }
        try checkYears()
    }

    private static func isHeading(_ row: CSVRow) -> Bool {
        row.count == 2 && CellText.trimmed(row[0]).hasSuffix("月日")
            && CellText.trimmed(row[1]).hasSuffix("名称")
    }

    private static func day(_ row: CSVRow) throws(Fault) -> (CivilDate, String) {
        guard row.count == 2 else {
            throw Fault(
                line: row.line,
                message: Wording(
                    ja: "列が\(row.count)つあります（月日と名称の2列のはずです）。",
                    en: "has \(row.count) instead of two cells, day and name."))
        }
        let (written, name) = (CellText.trimmed(row[0]), CellText.trimmed(row[1]))
        guard let date = date(written) else {
            throw Fault(
                line: row.line,
                message: Wording(
                    ja: "月日「\(Inert.line(written))」が、2026/1/1 のような日ではありません。",
                    en: "has “\(Inert.line(written))”, which is no day like 2026/1/1."))
        }
        guard !name.isEmpty else {
            throw Fault(
                line: row.line,
                message: Wording(ja: "\(date)の名称がありません。", en: "names no holiday for \(date)."))
        }
        return (date, Inert.line(name))
    }

    private static func date(_ text: String) -> CivilDate? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            year >= Holidays.years.lowerBound
        else { return nil }
        return CivilDate(year, month, day)
    }

    /// The list calls a substitute or sandwiched day, and those of 2019, only 休日; the law as computed knows which it is.
    private static func wording(_ name: String, on date: CivilDate) -> Wording {
        let lawful = Holidays.of(date.year).first { $0.date == date }?.name
        if name.hasPrefix("休日") { return lawful ?? Wording(ja: "休日", en: "Holiday") }
        let known = HolidayRule.all.last { $0.name.japanese == name }?.name
        return Wording(ja: name, en: (known ?? lawful)?.english ?? "Holiday")
    }

    /// Since 1949 each year has had 1 January, days in November, and nine days at least.
    private func checkYears() throws(Fault) {
        guard !byYear.isEmpty else { throw Fault(line: nil, message: Self.noRows) }
        for (year, days) in byYear.sorted(by: { $0.key < $1.key })
        where year > Holidays.years.lowerBound {
            let isWhole =
                days.first?.date == CivilDate(year, 1, 1)
                && days.contains { $0.date.month == 11 } && days.count >= 9
            if isWhole { continue }
            throw Fault(
                line: nil,
                message: Wording(
                    ja: "\(year)年の祝日がそろっていません（\(days.count)日）。",
                    en: "does not hold all holidays of \(year), only \(days.count)."))
        }
    }

    private static let noRows = Wording(
        ja: "祝日の行がありません。", en: "has no rows of holidays.")
    private static let noHeading = Wording(
        ja: "見出し「国民の祝日・休日月日,国民の祝日・休日名称」がありません。",
        en: "lacks the heading 国民の祝日・休日月日,国民の祝日・休日名称.")
}

extension HolidayList.Fault {
    /// That the bytes are no text.
    fileprivate init(of fault: TextEncoding.Fault) {
        switch fault {
        case .unknown(_, _, let line):
            self.init(
                line: line,
                message: Wording(
                    ja: "文字をCP932としてもUTF-8としても読めません。",
                    en: "holds bytes that are neither CP932 nor UTF-8."))
        case .binary:
            self.init(
                line: nil, message: Wording(ja: "文字のファイルではありません。", en: "is no text."))
        }
    }
}
